//! No part of a token is handed on, whatever a text quotes.

use crate::jose::Token;

/// As many characters in a row of a token's text are a part of it.
const PART: usize = 12;

/// What stands for a part of a token.
const MARK: &str = "<token>";

/// The text without parts of this token, and without anything else that looks like one.
pub(super) fn without(text: &str, token: Option<&Token>) -> String {
    let token = token.and_then(Token::jws).map_or("", |jws| &jws.text);
    let mut cleared = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let length = rest.bytes().take_while(|byte| is_of_token(*byte)).count();
        let (word, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let is_part = looks_like_token(word) || has_part_of(word, token);
        cleared.push_str(if is_part { MARK } else { word });
        let mut next = behind.chars();
        cleared.extend(next.next());
        rest = next.as_str();
    }
    cleared
}

fn is_of_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

fn looks_like_token(word: &str) -> bool {
    word.starts_with("eyJ") && word.len() > PART
}

fn has_part_of(word: &str, token: &str) -> bool {
    !token.is_empty()
        && word
            .as_bytes()
            .windows(PART)
            .any(|part| std::str::from_utf8(part).is_ok_and(|part| token.contains(part)))
}
