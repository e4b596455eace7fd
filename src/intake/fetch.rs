//! A `fetch(…)` call, as the developer tools of browsers copy it or as it stands in a program.

use std::str::Chars;

use super::{
    Kind,
    authorized::{self, Carried},
    place::Found,
    shell::{self, Word},
};

/// A word or a sign of the call.
enum Piece {
    /// A quoted text.
    Text(Word),
    /// A name.
    Name(String),
    /// A sign by itself: `:`, `+`, a bracket.
    Sign(char),
}

/// A call that begins here.
pub(super) fn read(text: &str, line: &str) -> Found {
    let call = line
        .split('(')
        .next()
        .filter(|before| before.ends_with("fetch") && before.len() < 100);
    let Some(before) = call
        .and_then(|before| before.strip_suffix("fetch"))
        .filter(|before| is_beginning(before))
    else {
        return Found::Nothing;
    };
    let start = before.len() + "fetch(".len();
    let (pieces, length) = pieces(text.get(start..).unwrap_or_default());
    let length = start + length;
    let Some(Piece::Text(url)) = pieces.first() else {
        return Found::NothingUpTo(length);
    };
    let method = value(&pieces, "method").map_or("GET", |(word, _)| &word.text);
    // Headers given by a variable's name may be anything.
    let carried =
        carried(&pieces).unwrap_or_else(|| (authorized::unseen(hides_headers(&pieces)), None));
    Found::of(
        authorized::request(Kind::Fetch, method, &url.text, carried),
        length,
    )
}

/// What may stand before the call: `const response = await `.
fn is_beginning(text: &str) -> bool {
    text.len() < 100
        && text.trim_end().chars().all(|c| {
            c.is_ascii_alphanumeric()
                || matches!(c, ' ' | '=' | '_' | '.' | '>' | '{' | '}' | '(' | ')')
        })
        && text
            .chars()
            .next_back()
            .is_none_or(|last| !last.is_ascii_alphanumeric() && last != '_')
}

fn carried(pieces: &[Piece]) -> Option<Carried> {
    let (word, is_joined) = value(pieces, "authorization")?;
    Some(authorized::written(
        &word.text,
        word.is_variable || is_joined,
    ))
}

/// The text behind this name and a colon, and whether something is joined on to it.
fn value<'a>(pieces: &'a [Piece], name: &str) -> Option<(&'a Word, bool)> {
    let is_name = |piece: &Piece| match piece {
        Piece::Text(Word { text, .. }) | Piece::Name(text) => text.eq_ignore_ascii_case(name),
        Piece::Sign(_) => false,
    };
    pieces
        .windows(3)
        .enumerate()
        .find_map(|(at, three)| match three {
            [key, Piece::Sign(':'), Piece::Text(word)] if is_name(key) => {
                Some((word, matches!(pieces.get(at + 3), Some(Piece::Sign('+')))))
            }
            _ => None,
        })
}

fn hides_headers(pieces: &[Piece]) -> bool {
    let is_headers = |piece: &Piece| match piece {
        Piece::Text(Word { text, .. }) | Piece::Name(text) => {
            text == "headers" || text == "authorization" || text == "Authorization"
        }
        Piece::Sign(_) => false,
    };
    pieces.windows(3).any(
        |three| matches!(three, [key, Piece::Sign(':' | ','), Piece::Name(_)] if is_headers(key)),
    ) || matches!(pieces, [_, Piece::Sign(','), Piece::Name(_), ..])
}

/// The pieces up to the bracket that closes the call, and how long they are with it.
fn pieces(text: &str) -> (Vec<Piece>, usize) {
    let mut pieces = Vec::new();
    let mut depth = 0_usize;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            ')' if depth == 0 => break,
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' => depth = depth.saturating_sub(1),
            // An escaped mark opens no text: it would do so anew behind every one that is never closed, and each
            // is looked for up to the end.
            '\\' => _ = rest.next(),
            '"' | '\'' | '`' => {
                let mut word = Word::default();
                shell::quoted(
                    &mut rest,
                    &mut word,
                    match character {
                        '"' => |rest, word| marked(rest, word, '"'),
                        '\'' => |rest, word| marked(rest, word, '\''),
                        _ => |rest, word| marked(rest, word, '`'),
                    },
                );
                pieces.push(Piece::Text(word));
            }
            ':' | '+' | ',' => pieces.push(Piece::Sign(character)),
            _ if character.is_ascii_alphanumeric() || matches!(character, '_' | '$') => {
                let mut name = String::from(character);
                let is_of_name =
                    |next: &char| next.is_ascii_alphanumeric() || matches!(next, '_' | '$' | '.');
                while let Some(next) = rest.clone().next().filter(is_of_name) {
                    name.push(next);
                    rest.next();
                }
                pieces.push(Piece::Name(name));
            }
            _ => {}
        }
    }
    let mut length = text.len() - rest.as_str().len();
    if rest.as_str().starts_with(';') {
        length += 1;
    }
    (pieces, length)
}

/// A quoted text: a backslash escapes; between backticks `${` names a variable. Whether it is closed.
fn marked(rest: &mut Chars<'_>, word: &mut Word, mark: char) -> bool {
    while let Some(character) = rest.next() {
        match character {
            _ if character == mark => return true,
            '\\' => shell::escaped(rest, word),
            '$' if mark == '`' && rest.as_str().starts_with('{') => {
                word.is_variable = true;
                word.text.push('$');
            }
            _ => word.text.push(character),
        }
    }
    false
}
