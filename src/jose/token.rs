//! What a bearer token is, as text [domain 4.4, rules 1 and 2].

use std::fmt;

use super::{
    compact::{Jwe, Jws, dot},
    malformed::{Malformed, Problem, Segment},
};

/// The text behind `Bearer`, told apart before anything in it is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A signed token whose header and payload are JSON objects.
    Jws(Jws),
    /// An encrypted token: five segments, readable by its addressee only (RFC 7516).
    Jwe(Jwe),
    /// Text that is no JWT by design.
    Opaque(OpaqueToken),
    /// The text `System.Security.SecureString`.
    SecureString,
    /// A variable that was never filled.
    Placeholder(Placeholder),
    /// Meant to be a JWT, and broken.
    Malformed(Malformed),
}

/// A text that is no JWT by design.
#[derive(Clone, PartialEq, Eq)]
pub struct OpaqueToken {
    /// What it is.
    pub kind: Opaque,
    /// The token as sent.
    pub text: String,
}

// Never the token itself.
impl fmt::Debug for OpaqueToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

/// A kind of text that is no JWT by design.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opaque {
    /// An Entra ID refresh token (`0.A…`, `1.A…`).
    RefreshToken,
    /// A Microsoft account's compact ticket (`EwB…`).
    CompactTicket,
    /// A Microsoft account's authorization code (`M.C…`).
    AuthorizationCode,
    /// A SAML assertion, plain or base64.
    Saml,
    /// Anything else of one segment, such as an API key.
    Other,
}

/// What stood where a token should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// `{{token}}`, `$token`, `@{…}`, `<token>`, `%TOKEN%`: a variable's name.
    Variable,
    /// `null`, `undefined`, `None`: a missing value's name.
    Missing,
    /// `[object Object]`: an object written as text.
    Object,
    /// `Bearer …`: the scheme twice.
    SchemeTwice,
}

/// The longest token that the service reads: `TokenValidationParameters.DefaultMaximumTokenSizeInBytes`.
pub const LONGEST: usize = 250 * 1024;

impl Token {
    /// Reads what stands behind `Bearer `, as sent and trimmed at both ends. Every text is some token.
    pub fn read(text: &str) -> Self {
        if unquoted(text) == "System.Security.SecureString" {
            return Self::SecureString;
        }
        if let Some(placeholder) = Placeholder::of(unquoted(text)) {
            return Self::Placeholder(placeholder);
        }
        let opaque = |kind| {
            Self::Opaque(OpaqueToken {
                kind,
                text: text.to_owned(),
            })
        };
        if let Some(kind) = Opaque::by_beginning(text) {
            return opaque(kind);
        }
        let malformed = |segment, at, problem| {
            Self::Malformed(Malformed {
                text: text.to_owned(),
                segment,
                at,
                problem,
            })
        };
        if text.len() > LONGEST {
            return malformed(Segment::Whole, LONGEST, Problem::TooLong);
        }
        if let Some((at, problem)) = disguise(text) {
            return malformed(segment_at(text, at), at, problem);
        }
        match text.split('.').count() {
            1 if text.is_empty() => malformed(Segment::Whole, 0, Problem::Empty),
            1 if !text.starts_with("eyJ") => opaque(Opaque::Other),
            3 => Jws::read(text).map_or_else(Self::Malformed, Self::Jws),
            count => {
                if let Some(jwe) = Some(text).filter(|_| count == 5).and_then(Jwe::read) {
                    return Self::Jwe(jwe);
                }
                // Where the next dot was expected, or where the one dot too many stands.
                let at = dot(text, 2);
                malformed(segment_at(text, at), at, Problem::Segments(count))
            }
        }
    }

    /// The token as sent; nothing where only a name of it was.
    pub fn text(&self) -> &str {
        match self {
            Self::Jws(jws) => &jws.text,
            Self::Jwe(jwe) => &jwe.text,
            Self::Opaque(opaque) => &opaque.text,
            Self::Malformed(malformed) => &malformed.text,
            Self::SecureString | Self::Placeholder(_) => "",
        }
    }

    /// The signed token, where it is one that can be read.
    pub fn jws(&self) -> Option<&Jws> {
        match self {
            Self::Jws(jws) => Some(jws),
            _ => None,
        }
    }
}

/// The first character that only stands around or between tokens, never in one.
fn disguise(text: &str) -> Option<(usize, Problem)> {
    text.char_indices()
        .find_map(|(at, character)| match character {
            '"' | '\'' | '`' | '\u{2018}'..='\u{201F}' => Some((at, Problem::Quote)),
            _ if character.is_whitespace() => Some((at, Problem::WhiteSpace)),
            _ => None,
        })
}

fn segment_at(text: &str, at: usize) -> Segment {
    match text.bytes().take(at).filter(|byte| *byte == b'.').count() {
        0 => Segment::Header,
        1 => Segment::Payload,
        _ => Segment::Signature,
    }
}

/// The text without one pair of quotation marks: a variable's name is one inside them too.
fn unquoted(text: &str) -> &str {
    ['"', '\'']
        .into_iter()
        .find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(text)
        .trim()
}

impl Placeholder {
    fn of(text: &str) -> Option<Self> {
        let between =
            |opening: &str, closing: &str| text.strip_prefix(opening)?.strip_suffix(closing);
        let is_name = |name: &str| {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
        };
        let follows = |sign: char| {
            text.strip_prefix(sign)?
                .chars()
                .next()
                .filter(|next| next.is_ascii_alphabetic() || matches!(next, '_' | '{' | '('))
        };
        let is_scheme = |word: &str| word.eq_ignore_ascii_case("Bearer");
        match text {
            "null" | "(null)" | "undefined" | "None" | "nil" | "NaN" => Some(Self::Missing),
            "[object Object]" | "[object Promise]" => Some(Self::Object),
            // A .NET type's name: what an object that was never read into text says.
            _ if text.starts_with("System.") || text.starts_with("Microsoft.Azure.Commands.") => {
                Some(Self::Object)
            }
            _ if text.split_whitespace().next().is_some_and(is_scheme) => Some(Self::SchemeTwice),
            _ if text.starts_with("{{") || text.starts_with("@{") || follows('$').is_some() => {
                Some(Self::Variable)
            }
            _ if between("<", ">").is_some_and(|name| !name.contains(['<', '/', ':'])) => {
                Some(Self::Variable)
            }
            _ if between("%", "%").is_some_and(is_name)
                || between("{", "}").is_some_and(is_name) =>
            {
                Some(Self::Variable)
            }
            _ => None,
        }
    }
}

impl Opaque {
    fn by_beginning(text: &str) -> Option<Self> {
        const BEGINNINGS: [(&str, Opaque); 12] = [
            ("0.A", Opaque::RefreshToken),
            ("1.A", Opaque::RefreshToken),
            ("M.C", Opaque::AuthorizationCode),
            ("EwB", Opaque::CompactTicket),
            ("<saml", Opaque::Saml),
            ("<?xml", Opaque::Saml),
            ("<Assertion", Opaque::Saml),
            ("<Response", Opaque::Saml),
            // Base64 of `<sam`, `<Asse`, `<Resp` and `<?xml`.
            ("PHNhbW", Opaque::Saml),
            ("PEFzc2", Opaque::Saml),
            ("PFJlc3", Opaque::Saml),
            ("PD94bWw", Opaque::Saml),
        ];
        BEGINNINGS
            .iter()
            .find(|(beginning, _)| text.starts_with(beginning))
            .map(|(_, opaque)| *opaque)
    }
}
