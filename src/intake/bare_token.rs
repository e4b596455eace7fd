//! A token pasted alone, in whatever it was wrapped in.
//!
//! What a page, a terminal or a JSON file put around the token is taken off, and said in a note. In a
//! request's header the same characters would have been sent: there nothing is taken off.

use super::{Evidence, Kind, Note, place, token_text, wrapped};
use crate::jose::{LONGEST, Token};

/// The shortest word that is taken for an API key.
const SHORTEST_KEY: usize = 20;

/// The token that this text is, whatever it is wrapped in.
pub(super) fn read(text: &str) -> Option<Evidence> {
    let mut notes = Vec::new();
    let word = unwrapped(text, &mut notes);
    let is_announced = notes.contains(&Note::SchemeRemoved);
    let word = if word.contains(char::is_whitespace) {
        rejoined(&word)
            .inspect(|_| notes.push(Note::WhiteSpaceRemoved))
            .or(Some(word).filter(|word| is_placeholder(word)))?
    } else {
        word
    };
    if word.is_empty() || !(is_announced || is_token(&word) || is_placeholder(&word)) {
        return None;
    }
    Some(evidence(&word, &notes))
}

/// The token in a JSON value, an assignment or a URL, where it is known to be one.
pub(super) fn announced(text: &str) -> Option<Evidence> {
    let mut notes = Vec::new();
    let word = unwrapped(text, &mut notes);
    let word = if word.contains(char::is_whitespace) {
        rejoined(&word)
            .inspect(|_| notes.push(Note::WhiteSpaceRemoved))
            .unwrap_or(word)
    } else {
        word
    };
    (!word.is_empty()).then(|| evidence(&word, &notes))
}

fn evidence(word: &str, notes: &[Note]) -> Evidence {
    let mut evidence = Evidence::of_token(Kind::Token, Token::read(word));
    for item in &mut evidence.items {
        item.notes.extend_from_slice(notes);
    }
    evidence
}

/// Takes off what stands around the token, layer by layer.
fn unwrapped(text: &str, notes: &mut Vec<Note>) -> String {
    let mut visible = String::new();
    let mut word = text;
    if text.contains(is_invisible) {
        for character in text.chars() {
            if !is_invisible(character) {
                visible.push(character);
            }
        }
        word = &visible;
        notes.push(Note::InvisibleRemoved);
    }
    let mut scheme_removed = false;
    word = word.trim();
    loop {
        let (inner, note) = if word.ends_with([',', ';']) {
            (
                word.trim_end_matches([',', ';']),
                Note::TrailingPunctuationRemoved,
            )
        } else if let Some(inner) = without_scheme(word).filter(|_| !scheme_removed) {
            scheme_removed = true;
            (inner, Note::SchemeRemoved)
        } else if let Some(inner) = without_quotes(word) {
            (inner, Note::QuotesRemoved)
        } else {
            return word.to_owned();
        };
        if !notes.contains(&note) {
            notes.push(note);
        }
        word = inner.trim();
    }
}

/// Without the quotation marks at both ends, or the one that was copied along at one end.
fn without_quotes(word: &str) -> Option<&str> {
    let is_quote = |character| matches!(character, '"' | '\'' | '`' | '\u{2018}'..='\u{201F}');
    let inner = word.trim_start_matches(is_quote).trim_end_matches(is_quote);
    // `\"…\"`: quoted inside a quoted text.
    let inner = inner.strip_prefix("\\\"").unwrap_or(inner);
    let inner = inner.trim_end_matches('\\');
    (inner.len() < word.len()).then_some(inner)
}

fn without_scheme(word: &str) -> Option<&str> {
    let scheme = "Bearer";
    let rest = word
        .get(scheme.len()..)
        .filter(|_| place::begins(word, scheme))?;
    rest.starts_with(char::is_whitespace).then_some(rest)
}

/// Characters that take no room: they come along from web pages and documents.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A token that a mail or a terminal broke into pieces, put together again; none where it is prose, or
/// far longer than any token.
fn rejoined(text: &str) -> Option<String> {
    if !token_text::begins_token(text) || text.len() > 4 * LONGEST {
        return None;
    }
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let is_of_token = pieces
        .iter()
        .all(|piece| piece.bytes().all(token_text::is_token_byte));
    let mut before = "";
    let mut dots = 0;
    for line in text.lines().map(str::trim) {
        let is_next = line.starts_with("eyJ") && !before.is_empty() && !before.ends_with('.');
        // Behind a whole token and an empty line something else stands.
        let is_over = dots >= 2 && line.is_empty();
        if is_next || is_over {
            return None;
        }
        dots += wrapped::dots_in(line);
        before = line;
    }
    let is_one_a_line = text
        .lines()
        .all(|line| line.split_whitespace().nth(1).is_none());
    // Broken by blanks, every piece but the last is long; words of prose are not.
    let (_, but_last) = pieces.split_last()?;
    let are_long = but_last.iter().all(|piece| piece.len() >= SHORTEST_KEY);
    (is_of_token && (is_one_a_line || are_long)).then(|| {
        let mut token = String::new();
        for piece in pieces {
            wrapped::append(&mut token, piece);
        }
        token
    })
}

/// Whether a word can hardly be anything but a token.
pub(super) fn is_token(word: &str) -> bool {
    token_text::begins_token(word) || is_key(word)
}

/// Whether a word looks like an API key: long, of letters and digits, and neither a GUID nor a host.
fn is_key(word: &str) -> bool {
    let has = |is: fn(&u8) -> bool| word.as_bytes().iter().any(is);
    let is_guid = word.len() == 36
        && word
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    word.len() >= SHORTEST_KEY
        && word
            .bytes()
            .all(|byte| token_text::is_token_byte(byte) && byte != b'.')
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
        && !is_guid
}

/// The text of a variable that was never filled, which is worth reading without `Bearer` before it too.
fn is_placeholder(word: &str) -> bool {
    let is_name_of_token = place::position_of(word, "token").is_some();
    let mut words = word.split_whitespace();
    if words
        .next()
        .is_some_and(|first| first.eq_ignore_ascii_case("Bearer"))
    {
        return words.next().is_some_and(is_token);
    }
    word.len() <= 200
        && match Token::read(word) {
            Token::SecureString => true,
            Token::Placeholder(_) if word.starts_with(['<', '{', '%']) => is_name_of_token,
            Token::Placeholder(_) => {
                !word.contains(char::is_whitespace) || word.starts_with(['@', '['])
            }
            _ => false,
        }
}
