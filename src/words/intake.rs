//! What was recognised in a paste, in words.

use super::time::number;
use crate::intake::{Binary, Encoding, Kind, Note};

/// A recognised thing on its chip.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Token => "token",
        Kind::AuthorizationHeader => "Authorization",
        Kind::WwwAuthenticate => "WWW-Authenticate",
        Kind::Headers => "headers",
        Kind::HttpRequest => "HTTP request",
        Kind::HttpResponse => "HTTP response",
        Kind::OperationOutcome => "OperationOutcome",
        Kind::Curl => "curl",
        Kind::CurlTranscript => "curl -v",
        Kind::PowerShell => "PowerShell",
        Kind::Fetch => "fetch",
        Kind::TokenResponse => "token response",
        Kind::TokenRefusal => "AADSTS",
        Kind::ServiceSettings => "az … show JSON",
        Kind::RoleAssignments => "role assignments",
        Kind::DiscoveryDocument => "discovery document",
        Kind::JsonWebKeySet => "keys",
        Kind::JwsJson => "JWS in JSON serialisation, no bearer token",
        Kind::RedirectUrl => "redirect URL",
        Kind::AuthorizationCode => "authorization code, no token yet",
        Kind::Har => "HAR",
        Kind::LogLine => "server log",
        Kind::Unrecognised => "not recognised",
    }
}

/// What was untidy about it, and tolerated.
pub const fn note(note: Note) -> &'static str {
    match note {
        Note::SchemeRemoved => "`Bearer` before the token was left out",
        Note::QuotesRemoved => "quotation marks around it were left out",
        Note::WhiteSpaceRemoved => "white space inside it was left out",
        Note::TrailingPunctuationRemoved => "the comma or semicolon behind it was left out",
        Note::InvisibleRemoved => "invisible characters in it were left out",
        Note::ZerosRemoved => "it was UTF-16: the zeros between its characters were left out",
    }
}

/// How a file was written, where that is worth saying; nothing for UTF-8.
pub const fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "",
        Encoding::Utf16 => "The file is UTF-16, as PowerShell writes it, and was read as such.",
        Encoding::Unknown { .. } => {
            "The file is not UTF-8. What could not be read stands as \u{fffd}."
        }
    }
}

/// What to say of a file that is no text.
pub fn binary(binary: Binary) -> String {
    [
        "This file is binary and not text, as its byte ",
        &number(binary.at.try_into().unwrap_or(u64::MAX)),
        " shows. Save the request, the answer or the token as text and open that.",
    ]
    .concat()
}

/// What to say of a file with nothing in it.
pub const EMPTY_FILE: &str = "The file is empty.";

/// What to say where nothing was recognised.
pub const UNRECOGNISED: &str = "Nothing here is known to this page. It reads tokens, headers, \
                                requests and responses (also of `curl`, PowerShell, `fetch` and a \
                                HAR), settings JSON, role assignments, keys, `AADSTS` errors and `IDX` log lines.";
