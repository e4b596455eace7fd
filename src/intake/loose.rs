//! Loose text: lines that are no known kind of thing, in which something known may still stand.

use std::{borrow::Cow, ops::Range};

use super::{
    Evidence, Note, bare_token, challenge, json, log_line, piece::Pieces, place, refusal,
    service_settings, wrapped,
};
use crate::jose::{Placeholder, Token};

/// As many words are looked at that could be tokens.
const CANDIDATES: usize = 64;

/// Everything that is known wherever it stands. A refusal quotes what was refused: it comes last.
const FINDERS: [fn(&str) -> Option<Evidence>; 6] = [
    json::within,
    json::outcome_in_text,
    service,
    service_settings::in_text,
    token,
    refusal::in_text,
];

/// What stands in this loose part of a paste.
pub(super) fn read(paste: &str, span: Range<usize>, pieces: &mut Pieces) {
    let text = paste.get(span.clone()).unwrap_or_default();
    if text.trim().is_empty() {
        return;
    }
    let mut has_token = false;
    for find in FINDERS {
        // A document says what its token is.
        if let Some(found) = find(text)
            && !(has_token && found.token.is_some())
        {
            has_token |= found.token.is_some();
            pieces.add(span.clone(), found);
        }
    }
}

/// The service's own words: its challenge, or what its log says.
fn service(text: &str) -> Option<Evidence> {
    challenge::within(text).or_else(|| log_line::read(text))
}

/// The token that the text is, or the one in it. The one in it counts where it is the better token: prose
/// behind a token reads as a part of its signature.
fn token(text: &str) -> Option<Evidence> {
    let whole = bare_token::read(text);
    if whole.as_ref().is_some_and(is_readable) {
        return whole;
    }
    if is_printed_secure_string(text) {
        return bare_token::announced("System.Security.SecureString");
    }
    let mut candidates = behind_scheme(text)
        .chain(json_web_tokens(text))
        .take(CANDIDATES)
        .filter_map(announced);
    let inside = candidates.next();
    match inside {
        Some(first) if !is_readable(&first) => {
            candidates.find(is_readable).or(whole).or(Some(first))
        }
        Some(first) => Some(first),
        None => whole,
    }
}

/// The token that a word is, which a terminal may have broken into lines.
#[allow(
    clippy::needless_pass_by_value,
    reason = "it says whether it was broken"
)]
fn announced(word: Cow<'_, str>) -> Option<Evidence> {
    let mut evidence = bare_token::announced(&word)?;
    if let (Cow::Owned(_), Some(item)) = (&word, evidence.items.first_mut()) {
        item.notes.push(Note::WhiteSpaceRemoved);
    }
    Some(evidence)
}

/// Whether a program printed the type's name in place of the token, as the table of `Get-AzAccessToken` does.
fn is_printed_secure_string(text: &str) -> bool {
    text.lines().any(|line| {
        let value = match line.split_once(':') {
            Some((name, value)) if name.trim().eq_ignore_ascii_case("token") => value,
            _ => line,
        };
        value
            .trim_start()
            .starts_with("System.Security.SecureString")
    })
}

/// Whether it is a token whose header can be read, or would be without the second `Bearer` before it.
pub(super) fn is_readable(evidence: &Evidence) -> bool {
    matches!(
        evidence.token,
        Some(Token::Jws(_) | Token::Jwe(_) | Token::Placeholder(Placeholder::SchemeTwice))
    )
}

/// The words behind `Bearer `, where they can be tokens.
fn behind_scheme(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let at = place::position_of(rest, "bearer ")?;
            rest = rest.get(at + "bearer ".len()..)?;
            let word = rest.trim_start_matches([' ', '"', '\'', '\\']);
            let end = word
                .find(|c: char| {
                    c.is_whitespace() || matches!(c, '"' | '\'' | '\\' | ',' | ';' | ')')
                })
                .unwrap_or(word.len());
            let from = word;
            let word = word.get(..end)?;
            if bare_token::begins_token(word) {
                return Some(wrapped::token(from).0);
            }
            if bare_token::is_token(word)
                || word == "System.Security.SecureString"
                || word.starts_with("{{")
            {
                return Some(Cow::Borrowed(word));
            }
        }
    })
}

/// The words that begin like a JSON Web Token and are long enough for one.
fn json_web_tokens(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    const SHORTEST: usize = 20;
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let from = rest.get(rest.find("eyJ")?..)?;
            let end = from
                .bytes()
                .position(|byte| !bare_token::is_token_byte(byte))
                .unwrap_or(from.len());
            let (word, behind) = from.split_at_checked(end)?;
            rest = behind;
            if word.len() >= SHORTEST {
                // A full stop ends a sentence, not a token.
                return Some(if word.bytes().filter(|byte| *byte == b'.').count() > 2 {
                    Cow::Borrowed(word.trim_end_matches('.'))
                } else {
                    wrapped::token(from).0
                });
            }
        }
    })
}
