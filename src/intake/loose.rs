//! Loose text: lines that are no known kind of thing, in which something known may still stand.

use std::{borrow::Cow, ops::Range};

use super::{
    Evidence, Note, bare_token, challenge, json, log_line, piece::Pieces, place, refusal,
    service_settings, token_text, wrapped,
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
    let mut first = None;
    let (mut for_scheme, mut for_token) = (text, text);
    for _ in 0..CANDIDATES {
        let word = behind_scheme(&mut for_scheme).or_else(|| json_web_token(&mut for_token));
        let Some(word) = word else { break };
        match announced(&word, matches!(word, Cow::Owned(_))) {
            Some(found) if is_readable(&found) => return Some(found),
            found => first = first.or(found),
        }
    }
    whole.or(first)
}

/// The token that a word is, which a terminal may have broken into lines.
fn announced(word: &str, is_broken: bool) -> Option<Evidence> {
    let mut evidence = bare_token::announced(word)?;
    if is_broken && let Some(item) = evidence.items.first_mut() {
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

/// The next word behind `Bearer ` that can be a token, and what follows it.
fn behind_scheme<'a>(rest: &mut &'a str) -> Option<Cow<'a, str>> {
    loop {
        let text = std::mem::take(rest);
        let behind = text.get(place::position_of(text, "bearer ")? + "bearer ".len()..)?;
        *rest = behind;
        let from = behind.trim_start_matches([' ', '"', '\'', '\\']);
        let end = from
            .find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\\' | ',' | ';' | ')'))
            .unwrap_or(from.len());
        let word = from.get(..end)?;
        if token_text::begins_token(word) {
            return Some(wrapped::token(from).0);
        }
        if bare_token::is_token(word)
            || word == "System.Security.SecureString"
            || word.starts_with("{{")
        {
            return Some(Cow::Borrowed(word));
        }
    }
}

/// The next word that begins like a JSON Web Token and is long enough for one, and what follows it.
fn json_web_token<'a>(rest: &mut &'a str) -> Option<Cow<'a, str>> {
    const SHORTEST: usize = 20;
    loop {
        let text = std::mem::take(rest);
        let from = text.get(text.find("eyJ")?..)?;
        let (word, behind) = wrapped::piece(from);
        *rest = behind;
        if word.len() >= SHORTEST {
            // A full stop ends a sentence, not a token.
            return Some(if wrapped::dots_in(word) > 2 {
                Cow::Borrowed(word.trim_end_matches('.'))
            } else {
                wrapped::token(from).0
            });
        }
    }
}
