//! A token on a line of its own, between other things: of several, each is a thing by itself.

use super::{bare_token, loose, place, place::Found, token_text};

const SCHEME: &str = "Bearer ";

/// A token that is this line, and does not go on in the next.
pub(super) fn read(text: &str, line: &str) -> Found {
    let word = if place::begins(line, SCHEME) {
        line.get(SCHEME.len()..).unwrap_or_default()
    } else {
        line
    };
    // Cheap to tell of a line, for a paste may have millions.
    let is_signed = word.bytes().filter(|byte| *byte == b'.').nth(1).is_some();
    if !is_signed || !token_text::begins_token(word) || goes_on(text) {
        return Found::Nothing;
    }
    bare_token::read(line)
        .filter(loose::is_readable)
        .map_or(Found::Nothing, |evidence| Found::of(evidence, line.len()))
}

/// Whether the next line can be more of the token, as terminals and mails break it.
fn goes_on(text: &str) -> bool {
    let next = text.get(place::line_end(text, 0)..).unwrap_or_default();
    let next = place::first_line(next).trim();
    !next.is_empty()
        && next.bytes().all(token_text::is_token_byte)
        && !token_text::begins_token(next)
}
