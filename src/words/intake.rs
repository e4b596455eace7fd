//! What was recognised in a paste, in words.

use crate::intake::{Kind, Note};

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
        Kind::DiscoveryDocument => "discovery document",
        Kind::JsonWebKeySet => "keys (JWKS)",
        Kind::RedirectUrl => "redirect URL",
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
    }
}

/// What to say where nothing was recognised.
pub const UNRECOGNISED: &str = "Nothing here is known to this page. It reads tokens, \
                                `Authorization` and `WWW-Authenticate` headers, requests, \
                                responses, and an OperationOutcome.";
