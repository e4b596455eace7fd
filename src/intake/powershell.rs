//! A PowerShell command: `Invoke-RestMethod`, `Invoke-WebRequest`, or a table of headers for them.

use std::str::Chars;

use super::{
    Evidence, Kind,
    authorized::{self, Carried},
    place::{self, Found},
    shell::{Word, Words, names_variable, quoted},
    token_text,
};
use crate::{
    http::{Authorization, Request},
    jose::Token,
};

const COMMANDS: [&str; 4] = ["Invoke-RestMethod", "Invoke-WebRequest", "irm", "iwr"];

/// A command line that calls one of the web commands, or that assigns a table.
pub(super) fn read(text: &str, line: &str) -> Found {
    let line = without_prompt(line);
    let mut words = line.split([' ', '=', '(', '\t']);
    let is_known = if line.starts_with('$') {
        line.contains('=') && (line.contains("@{") || words.any(is_command))
    } else {
        words.next().is_some_and(is_command)
    };
    if !is_known {
        return Found::Nothing;
    }
    let (words, length) = self::words(text);
    match evidence(&words) {
        Some(evidence) => Found::of(evidence, length),
        None => Found::NothingUpTo(length),
    }
}

fn is_command(word: &str) -> bool {
    COMMANDS
        .iter()
        .any(|command| word.eq_ignore_ascii_case(command))
}

fn without_prompt(line: &str) -> &str {
    let behind_prompt = line
        .strip_prefix("PS")
        .and_then(|prompt| prompt.split_once('>'));
    behind_prompt.map_or(line, |(_, rest)| rest.trim_start())
}

fn evidence(words: &[Word]) -> Option<Evidence> {
    let command = words.iter().position(|word| is_command(&word.text));
    let carried = header(words).or_else(|| bearer_parameter(words));
    let Some(command) = command else {
        // Only a table of headers: what it carries is all that is known of the request.
        let (authorization, token) = carried?;
        let mut evidence = Evidence::of(Kind::PowerShell);
        evidence.token = token.as_deref().map(Token::read);
        evidence.request = Some(Request {
            authorization,
            ..Request::default()
        });
        return Some(evidence);
    };
    let arguments = words.get(command + 1..).unwrap_or_default();
    let url = after(arguments, &["-uri"]).or_else(|| {
        arguments
            .iter()
            .find(|word| place::begins(&word.text, "http"))
    })?;
    let method = after(arguments, &["-method", "-custommethod"]).map_or("GET", |word| &word.text);
    let hides_headers = after(arguments, &["-headers"]).is_some_and(|word| word.is_variable)
        || after(
            arguments,
            &["-credential", "-authentication", "-websession"],
        )
        .is_some();
    let carried = carried.unwrap_or_else(|| (authorized::unseen(hides_headers), None));
    Some(authorized::request(
        Kind::PowerShell,
        method,
        &url.text,
        carried,
    ))
}

/// The word behind one of these parameters.
fn after<'a>(words: &'a [Word], parameters: &[&str]) -> Option<&'a Word> {
    let is_parameter = |word: &Word| {
        parameters
            .iter()
            .any(|parameter| word.text.eq_ignore_ascii_case(parameter))
    };
    words.windows(2).find_map(|pair| match pair {
        [parameter, value] if is_parameter(parameter) => Some(value),
        _ => None,
    })
}

/// `Authorization = "Bearer …"` in a table.
fn header(words: &[Word]) -> Option<Carried> {
    words
        .windows(3)
        .enumerate()
        .find_map(|(at, three)| match three {
            [name, equals, value]
                if equals.text == "=" && name.text.eq_ignore_ascii_case("authorization") =>
            {
                let is_joined = words.get(at + 3).is_some_and(|next| next.text == "+");
                Some(authorized::written(
                    &value.text,
                    value.is_variable || is_joined,
                ))
            }
            _ => None,
        })
}

/// `-Authentication Bearer -Token …`.
fn bearer_parameter(words: &[Word]) -> Option<Carried> {
    let scheme = after(words, &["-authentication"])?;
    let is_bearer =
        scheme.text.eq_ignore_ascii_case("Bearer") || scheme.text.eq_ignore_ascii_case("OAuth");
    let at = words
        .iter()
        .position(|word| word.text.eq_ignore_ascii_case("-token"));
    // `(ConvertTo-SecureString '…' -AsPlainText)`: what is no token is a command or a variable.
    let behind = words.get(at.unwrap_or(words.len())..)?;
    let token = behind
        .iter()
        .find(|word| token_text::begins_token(&word.text));
    is_bearer.then(|| {
        let token = token.map(|word| word.text.clone());
        (Authorization::Bearer, token)
    })
}

/// The words of the command that begins here, and how long it is: to the end of a line at which no
/// bracket is open. Brackets and signs are words of their own, so that `name = "value"` is three.
pub(super) fn words(text: &str) -> (Vec<Word>, usize) {
    let mut words = Words::default();
    let mut depth = 0_usize;
    let mut rest = text.chars();
    loop {
        let before = rest.as_str();
        match rest.next() {
            None => return (words.finish(), text.len()),
            Some('\n') if depth == 0 => return (words.finish(), text.len() - before.len()),
            Some('`') => match rest.next() {
                Some('\r') if rest.as_str().starts_with('\n') => {
                    rest.next();
                    words.end_word();
                }
                Some('\n') | None => words.end_word(),
                // A quoted text reads the two as one mark. Were they read otherwise here, they would open a text
                // anew behind every one that is never closed, and each is looked for up to the end.
                Some('\'') if rest.as_str().starts_with('\'') => {
                    rest.next();
                    words.push('\'');
                }
                Some(escaped) => words.push(escaped),
            },
            Some('\'') => quoted(&mut rest, words.current(), |rest, word| {
                marked(rest, word, '\'')
            }),
            Some('"') => quoted(&mut rest, words.current(), |rest, word| {
                marked(rest, word, '"')
            }),
            Some(bracket @ ('{' | '(' | '[' | '}' | ')' | ']')) => {
                match bracket {
                    '{' | '(' | '[' => depth += 1,
                    _ => depth = depth.saturating_sub(1),
                }
                words.end_word();
            }
            Some(sign @ ('=' | '+')) => {
                words.end_word();
                words.push(sign);
                words.end_word();
            }
            Some('$') => {
                words.current().is_variable |= names_variable(rest.as_str());
                words.push('$');
            }
            Some(separator)
                if separator.is_whitespace() || matches!(separator, ';' | ',' | '@') =>
            {
                words.end_word();
            }
            Some(other) => words.push(other),
        }
    }
}

/// A quoted text: a doubled mark is the mark itself; in double marks a backtick escapes and `$` names a
/// variable. Whether it is closed.
fn marked(rest: &mut Chars<'_>, word: &mut Word, mark: char) -> bool {
    while let Some(character) = rest.next() {
        match character {
            _ if character == mark => {
                if !rest.as_str().starts_with(mark) {
                    return true;
                }
                rest.next();
                word.text.push(mark);
            }
            '`' if mark == '"' => word
                .text
                .extend(rest.next().filter(|escaped| *escaped != '\n')),
            '$' if mark == '"' => {
                word.is_variable |= names_variable(rest.as_str());
                word.text.push('$');
            }
            _ => word.text.push(character),
        }
    }
    false
}
