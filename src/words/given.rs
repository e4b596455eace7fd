//! What was given, and what became of it, in words: on chips, at files, and where something was replaced.

use super::{fields::plain, intake::kind, time::number};
use crate::{
    http::Reason,
    intake::Kind,
    jose::{Opaque, Placeholder, Token},
};

/// A recognised thing in a sentence, behind "the": the words on its chip, or clearer ones.
pub const fn thing(of: Kind) -> &'static str {
    match of {
        Kind::AuthorizationHeader => "`Authorization` header",
        Kind::WwwAuthenticate => "`WWW-Authenticate` header",
        Kind::Curl => "`curl` command",
        Kind::CurlTranscript => "`curl -v` output",
        Kind::PowerShell => "PowerShell command",
        Kind::Fetch => "`fetch` call",
        Kind::TokenRefusal => "`AADSTS` error",
        Kind::ServiceSettings => "settings",
        Kind::AuthorizationCode => "authorization code",
        Kind::JwsJson => "JWS",
        Kind::Har => "recorded session",
        other => kind(other),
    }
}

/// All that comes behind the first many things.
pub const THE_REST: &str = "rest of the paste";

/// Where nothing was pasted yet.
pub const HINT: &str = "One box for everything. It says what it recognised and fills in the rest.";

/// A paste that is too long for the box.
pub const LONG_PASTE: &str = "Long paste, taken as a file";

/// Where something stands: its first and last line, and the text that it stands in.
pub fn lines(first: usize, last: usize, text: &str) -> String {
    let first_number = number(first as u64);
    let last_number = number(last as u64);
    if first == last {
        ["Line ", &first_number, " of ", text].concat()
    } else {
        ["Lines ", &first_number, " to ", &last_number, " of ", text].concat()
    }
}

/// A file in a sentence.
pub fn file(name: &str) -> String {
    ["`", &plain(name), "`"].concat()
}

/// Things that were replaced, as "the token and the 401".
fn list(things: &[String], article: &str) -> String {
    let mut text = String::new();
    for (index, thing) in things.iter().enumerate() {
        if index > 0 {
            text.push_str(match (article.is_empty(), index + 1 == things.len()) {
                (false, true) => " and ",
                _ => ", ",
            });
        }
        text.push_str(article);
        text.push_str(thing);
    }
    text
}

/// What a new text replaced in another one, or in several.
pub fn replaced(things: &[String], of: &str, by: &str) -> String {
    let verb = match things {
        [one] if !one.ends_with('s') => " was replaced by that of ",
        _ => " were replaced by those of ",
    };
    let mut text = list(things, "the ");
    text.replace_range(0..1, "T");
    [&text, " of ", of, verb, by, "."].concat()
}

/// What is no longer in the box.
pub fn replaced_in_box(things: &[String]) -> String {
    ["Replaced what was in the box: ", &list(things, ""), "."].concat()
}

/// The request, its method and URL, in a sentence.
pub const REQUEST: &str = "request";
/// The status in a sentence.
pub const STATUS: &str = "status";

/// A status in a sentence.
pub fn status(status: u16) -> String {
    [STATUS, " ", &number(status.into())].concat()
}

/// The box in a sentence.
pub const BOX: &str = "the box";
/// A paste too long for the box, in a sentence.
pub const THE_LONG_PASTE: &str = "the long paste";
/// The paste in a sentence.
pub const PASTE: &str = "the paste";
/// Where a request of a recorded session stands.
pub const PICKED: &str = "The picked request of the recorded session, and its answer.";
/// Several texts that were given, in a sentence.
pub const GIVEN_BEFORE: &str = "what was given before";
/// The replacement was taken back.
pub const UNDONE: &str = "What was there before is back.";

/// Nothing in a file was recognised.
pub const UNKNOWN_FILE: &str = "Nothing in it is known to this page.";
/// A file is larger than what is read at once.
pub const TOO_LARGE: &str = "Nothing of it was read: at most 16 MB are read at once.";
/// The browser could not read a file.
pub const UNREADABLE: &str = "It could not be read.";

/// What a token is, as text.
pub const fn token(token: &Token) -> &'static str {
    match token {
        Token::Jws(_) => "signed token (JWS)",
        Token::Jwe(_) => "encrypted token (JWE)",
        Token::Opaque(opaque) => match opaque.kind {
            Opaque::RefreshToken => "refresh token",
            Opaque::CompactTicket => "Microsoft account's compact ticket",
            Opaque::AuthorizationCode => "authorization code",
            Opaque::Saml => "SAML assertion",
            Opaque::Other => "text that is no JWT",
        },
        Token::SecureString => "`System.Security.SecureString`",
        Token::Placeholder(Placeholder::Variable) => "variable that was not filled",
        Token::Placeholder(Placeholder::Missing) => "name of a missing value",
        Token::Placeholder(Placeholder::Object) => "object written as text",
        Token::Placeholder(Placeholder::SchemeTwice) => "`Bearer` twice",
        Token::Malformed(_) => "broken token",
    }
}

/// A length in characters.
pub fn length(characters: usize) -> String {
    [&number(characters as u64), " characters"].concat()
}

/// The reason that a server's log gives.
pub const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Audience => "the audience is invalid",
        Reason::Issuer => "the issuer is invalid",
        Reason::NoExpiration => "the token has no expiration",
        Reason::Lifetime => "the lifetime is invalid",
        Reason::NotYetValid => "the token is not valid yet",
        Reason::Expired => "the token is expired",
        Reason::KeyNotFound => "the signature key was not found",
        Reason::Signature => "the signature is invalid",
        Reason::Unsigned => "the token has no signature",
        Reason::Encrypted => "the token cannot be decrypted",
        Reason::Unreadable => "the token cannot be read",
    }
}

/// The button that leaves something out.
pub fn remove(thing: &str) -> String {
    ["Remove the ", thing, " from what is judged"].concat()
}
