//! A hard look at a token: what stands in it that a careful reader would stop at (RFC 8725, RFC 9068).
//!
//! These are remarks beside the verdict. None of them says that the service refuses the token.

use super::{
    claims::{Claim, Claims},
    json::{Json, Value},
    token::Token,
};

/// What is remarked upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// `alg` is `none` (RFC 8725 section 3.1).
    Unsigned,
    /// `alg` is an HMAC, whose key is shared (RFC 8725 section 3.5).
    Hmac,
    /// `crit`: extensions that must be understood (RFC 7515 section 4.1.11).
    Critical,
    /// `jku`, `x5u`: the token names the address of its own key (RFC 8725 section 3.10).
    KeyAddress,
    /// `jwk`, `x5c`: the token brings its own key.
    KeyInside,
    /// `zip`: what is compressed tells by its length (RFC 8725 section 3.6).
    Compressed,
    /// No `typ`: nothing tells one kind of token from another (RFC 8725 section 3.11, RFC 9068 section 2.1).
    NoType,
    /// It lives for longer than a day.
    LongLife,
    /// Several audiences: each could use it at the others (RFC 9068 section 2.2, RFC 8725 section 3.9).
    SeveralAudiences,
    /// A name is there twice (RFC 7519 section 4, RFC 8725 section 2.4).
    Repeated,
    /// A number that many parsers round (RFC 8259 section 6).
    Rounded,
    /// Characters that are not seen, or that reorder their neighbours.
    Hidden,
    /// A `kid` that looks like a path or a query (RFC 8725 section 3.10).
    StrangeKeyId,
    /// A token inside the token (RFC 7519 section 5.2).
    Nested,
}

/// A remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark<'t> {
    /// What is remarked upon.
    pub concern: Concern,
    /// The member of the header or the claim that it is about.
    pub name: &'t str,
}

/// The longest life, in seconds, that nobody remarks upon: a managed identity's day, and an hour.
const LONGEST_LIFE: i64 = 25 * 3_600;

/// More than these nobody reads.
const MOST: usize = 24;

/// As many names of one object are compared with each other: no token has so many claims.
const MOST_NAMES: usize = 300;

/// The remarks on this token; of an encrypted one, on its header.
pub fn hard_look(token: &Token) -> Vec<Remark<'_>> {
    let mut look = Look::default();
    match token {
        Token::Jws(jws) => {
            look.header(&jws.header);
            look.claims(jws.claims());
            look.value(&jws.payload.root, None);
        }
        Token::Jwe(jwe) => {
            if let Some(header) = &jwe.header {
                look.header(header);
            }
        }
        _ => {}
    }
    look.remarks
}

#[derive(Default)]
struct Look<'t> {
    remarks: Vec<Remark<'t>>,
}

impl<'t> Look<'t> {
    fn add(&mut self, concern: Concern, name: &'t str) {
        let remark = Remark { concern, name };
        if self.remarks.len() < MOST && !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    fn header(&mut self, header: &'t Json) {
        const MEMBERS: [(&str, Concern); 6] = [
            ("crit", Concern::Critical),
            ("jku", Concern::KeyAddress),
            ("x5u", Concern::KeyAddress),
            ("jwk", Concern::KeyInside),
            ("x5c", Concern::KeyInside),
            ("zip", Concern::Compressed),
        ];
        let text = |name| header.root.get(name).and_then(Value::as_str);
        let algorithm = text("alg").unwrap_or_default();
        if algorithm.eq_ignore_ascii_case("none") {
            self.add(Concern::Unsigned, "alg");
        }
        if algorithm.starts_with("HS") {
            self.add(Concern::Hmac, "alg");
        }
        for (name, concern) in MEMBERS {
            if header.root.get(name).is_some() {
                self.add(concern, name);
            }
        }
        if header.root.get("typ").is_none() {
            self.add(Concern::NoType, "typ");
        }
        if text("cty").is_some_and(|kind| kind.eq_ignore_ascii_case("JWT")) {
            self.add(Concern::Nested, "cty");
        }
        if text("kid").is_some_and(is_strange) {
            self.add(Concern::StrangeKeyId, "kid");
        }
        self.value(&header.root, None);
    }

    fn claims(&mut self, claims: Claims<'_>) {
        let time = |name| match claims.time(name) {
            Claim::Present(date) => Some(date.0),
            _ => None,
        };
        let start = time("iat").or_else(|| time("nbf"));
        if let (Some(start), Some(end)) = (start, time("exp"))
            && end.saturating_sub(start) > LONGEST_LIFE
        {
            self.add(Concern::LongLife, "exp");
        }
        if let Some(Value::Array { items, .. }) = claims.value("aud")
            && items.len() > 1
        {
            self.add(Concern::SeveralAudiences, "aud");
        }
    }

    /// What can stand anywhere in a document. It is told of the member at the top that it is in.
    fn value(&mut self, value: &'t Value, top: Option<&'t str>) {
        let name = top.unwrap_or_default();
        match value {
            Value::String { text, .. } => {
                if has_hidden(text) {
                    self.add(Concern::Hidden, name);
                }
                if is_token(text) {
                    self.add(Concern::Nested, name);
                }
            }
            Value::Number { text, .. } if is_rounded(text) => self.add(Concern::Rounded, name),
            Value::Array { items, .. } => {
                for item in items {
                    self.value(item, top);
                }
            }
            Value::Object { members, .. } => {
                for (at, member) in members.iter().enumerate() {
                    let name = top.unwrap_or(&member.name);
                    if has_hidden(&member.name) {
                        self.add(Concern::Hidden, name);
                    }
                    let mut before = members.iter().take(at.min(MOST_NAMES));
                    if before.any(|other| other.name == member.name) {
                        self.add(Concern::Repeated, name);
                    }
                    self.value(&member.value, Some(name));
                }
            }
            _ => {}
        }
    }
}

/// Whether a key's id looks like a path, an address or a query: a server may use it as one.
fn is_strange(id: &str) -> bool {
    const MARKS: &str = "\\'\";|<>?&%$(: ";
    id.starts_with('/')
        || id.contains("..")
        || id.contains(|letter| MARKS.contains(letter))
        || has_hidden(id)
}

/// Whether text has characters that are not seen, or that reorder their neighbours.
fn has_hidden(text: &str) -> bool {
    let is_hidden = |character: char| {
        character.is_control()
            || matches!(character,
                '\u{61c}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
    };
    text.contains(is_hidden)
}

fn is_token(text: &str) -> bool {
    text.starts_with("eyJ") && matches!(Token::read(text), Token::Jws(_) | Token::Jwe(_))
}

/// Whether a parser that knows only floating point numbers of 64 bits may read another number: a whole number
/// beyond 2^53, or more digits than such numbers are sure to hold.
fn is_rounded(number: &str) -> bool {
    const LARGEST: &str = "9007199254740992";
    let number = number.trim_start_matches('-');
    if number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.len() > LARGEST.len() || number.len() == LARGEST.len() && number > LARGEST;
    }
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, ""));
    let mut digits = 0;
    for byte in mantissa.bytes() {
        if byte.is_ascii_digit() && (digits > 0 || byte != b'0') {
            digits += 1;
        }
    }
    digits > 15 || exponent.trim_start_matches(['+', '-', '0']).len() > 2
}
