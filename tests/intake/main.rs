//! Intake: every kind of paste, and what it gives.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod commands;
mod documents;
mod encodings;
mod fill;
mod headers;
mod kinds;
mod messages;
mod pieces;
mod settings;
mod steep;
mod tokens;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use whydenied::{
    intake::{self, Evidence, Kind},
    jose::Token,
};

/// A token long enough that every way of wrapping it is seen.
fn token() -> String {
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let header = part(r#"{"typ":"JWT","alg":"RS256","kid":"key-1"}"#);
    let payload = part(
        r#"{"aud":"https://ws-fhir.fhir.azurehealthcareapis.com","iss":"https://sts.windows.net/t/"}"#,
    );
    format!("{header}.{payload}.c2lnbmF0dXJlIHNpZ25hdHVyZQ")
}

/// The token in lines of this many characters, each with this end.
fn token_in_lines(width: usize, end: &str) -> String {
    let lines: Vec<_> = token()
        .as_bytes()
        .chunks(width)
        .map(|line| String::from_utf8_lossy(line).into_owned())
        .collect();
    lines.join(end) + end
}

/// What a paste gives, `${token}` standing for the token.
fn read(paste: &str) -> Evidence {
    intake::read(&paste.replace("${token}", &token()))
}

fn kinds(evidence: &Evidence) -> Vec<Kind> {
    evidence.items.iter().map(|item| item.kind).collect()
}

fn assert_gives_the_token(paste: &str) -> Evidence {
    let evidence = read(paste);
    assert_eq!(
        evidence.token,
        Some(Token::read(&token())),
        "{paste}: {:?}",
        evidence.items
    );
    evidence
}

/// A challenge that says that the token is expired.
const CHALLENGE: &str = r#"Bearer authorization_uri="https://login.example/t", resource_id="https://fhir.example", realm="https://fhir.example", error="invalid_token", error_description="The token expired at '11/23/2026 11:20:00'""#;

/// The body that comes with it.
const OUTCOME: &str = r#"{"resourceType":"OperationOutcome","id":"11111111-2222-3333-4444-555555555555","issue":[{"severity":"error","code":"login","diagnostics":"Authentication failed."}]}"#;
