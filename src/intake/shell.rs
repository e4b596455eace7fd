//! A command line split into words, by the rules of a POSIX shell or of the Windows command prompt.

use std::str::Chars;

use super::{place, token_text, wrapped};

/// A word of a command line.
#[derive(Default)]
pub(super) struct Word {
    /// What it says, quotes and escapes resolved.
    pub(super) text: String,
    /// Whether the shell would have put a variable's value into it.
    pub(super) is_variable: bool,
}

/// Words being gathered; white space ends one, an empty quoted text is one.
#[derive(Default)]
pub(super) struct Words {
    all: Vec<Word>,
    current: Option<Word>,
    /// Behind the last blank in the current word.
    behind_blank: usize,
}

impl Words {
    pub(super) fn push(&mut self, character: char) {
        let text = &mut self.current().text;
        text.push(character);
        if character == ' ' {
            self.behind_blank = text.len();
        }
    }

    /// The word that is being written, begun now if none was.
    pub(super) fn current(&mut self) -> &mut Word {
        self.current.get_or_insert_default()
    }

    /// Whether the word ends in a token that goes on with this text.
    fn is_in_token(&self, behind: &str) -> bool {
        let text = self.current.as_ref().map_or("", |word| &word.text);
        let last = text.get(self.behind_blank..).unwrap_or_default();
        token_text::begins_token(last)
            && behind.bytes().next().is_some_and(token_text::is_token_byte)
    }

    pub(super) fn end_word(&mut self) {
        if let Some(word) = self.current.take() {
            self.all.push(word);
        }
        self.behind_blank = 0;
    }

    pub(super) fn finish(&mut self) -> Vec<Word> {
        self.end_word();
        std::mem::take(&mut self.all)
    }
}

/// The POSIX shell (IEEE Std 1003.1, shell command language, section 2.2), with `$'…'`.
pub(super) fn posix(text: &str) -> (Vec<Word>, usize) {
    let mut words = Words::default();
    let mut rest = text.chars();
    loop {
        let before = rest.as_str();
        match rest.next() {
            None | Some('\n' | ';' | '|' | '>' | '&') => {
                return (words.finish(), text.len() - before.len());
            }
            Some('\\') => match rest.next() {
                Some('\r') if rest.as_str().starts_with('\n') => {
                    rest.next();
                }
                Some('\n') | None => {}
                Some(escaped) => words.push(escaped),
            },
            Some('\'') => quoted(&mut rest, words.current(), single_quoted),
            Some('"') => quoted(&mut rest, words.current(), double_quoted),
            Some('$') if rest.as_str().starts_with('\'') => {
                rest.next();
                quoted(&mut rest, words.current(), ansi_quoted);
            }
            Some(sign @ ('$' | '`')) => {
                words.current().is_variable |= sign == '`' || names_variable(rest.as_str());
                words.push(sign);
            }
            Some(space) if space.is_whitespace() => words.end_word(),
            Some(other) => words.push(other),
        }
    }
}

/// Reads a quoted text into a word; whether it is closed.
pub(super) type Quoted = fn(rest: &mut Chars<'_>, word: &mut Word) -> bool;

/// A quoted text. One that is never closed was cut off, or its mark was not copied along: it ends with the
/// token in its line, and without one with the line.
pub(super) fn quoted(rest: &mut Chars<'_>, word: &mut Word, read: Quoted) {
    let before = rest.as_str();
    let length = word.text.len();
    if read(rest, word) {
        return;
    }
    word.text.truncate(length);
    let line = place::first_line(before);
    let mut end = 0;
    for piece in line.split_inclusive(char::is_whitespace) {
        if token_text::begins_token(piece) {
            let (token, length) = wrapped::token(before.get(end..).unwrap_or_default());
            word.text.push_str(&token);
            end += length;
            break;
        }
        word.text.push_str(piece);
        end += piece.len();
    }
    *rest = before.get(end..).unwrap_or_default().chars();
}

fn single_quoted(rest: &mut Chars<'_>, word: &mut Word) -> bool {
    for character in rest.by_ref() {
        if character == '\'' {
            return true;
        }
        word.text.push(character);
    }
    false
}

fn double_quoted(rest: &mut Chars<'_>, word: &mut Word) -> bool {
    while let Some(character) = rest.next() {
        match character {
            '"' => return true,
            '\\' => match rest.next() {
                Some(escaped @ ('"' | '\\' | '$' | '`')) => word.text.push(escaped),
                Some('\n') | None => {}
                Some(other) => word.text.extend(['\\', other]),
            },
            '$' | '`' => {
                word.is_variable |= character == '`' || names_variable(rest.as_str());
                word.text.push(character);
            }
            _ => word.text.push(character),
        }
    }
    false
}

/// `$'…'`: the escapes that browsers write into it.
fn ansi_quoted(rest: &mut Chars<'_>, word: &mut Word) -> bool {
    while let Some(character) = rest.next() {
        match character {
            '\'' => return true,
            '\\' => escaped(rest, word),
            _ => word.text.push(character),
        }
    }
    false
}

/// What stands behind a backslash in `$'…'` and in a quoted text of JavaScript.
pub(super) fn escaped(rest: &mut Chars<'_>, word: &mut Word) {
    match rest.next() {
        Some('n') => word.text.push('\n'),
        Some('r') => word.text.push('\r'),
        Some('t') => word.text.push('\t'),
        Some('u') => {
            let text = rest.as_str();
            let length = text
                .bytes()
                .take(4)
                .take_while(u8::is_ascii_hexdigit)
                .count();
            let (digits, behind) = text.split_at_checked(length).unwrap_or_default();
            let code = u32::from_str_radix(digits, 16).ok();
            word.text.extend(code.and_then(char::from_u32));
            *rest = behind.chars();
        }
        other => word.text.extend(other),
    }
}

/// Whether a dollar sign before this text stands for a variable or a command.
pub(super) fn names_variable(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '_' | '{' | '('))
}

/// The Windows command prompt: a caret takes the next character's meaning, outside plain quotation marks;
/// the program then splits what is left at blanks outside quotation marks.
pub(super) fn command_prompt(text: &str) -> (Vec<Word>, usize) {
    let mut words = Words::default();
    let mut is_quoted_for_prompt = false;
    let mut is_quoted = false;
    let mut rest = text.chars();
    loop {
        let before = rest.as_str();
        let (character, is_escaped) = match rest.next() {
            None => return (words.finish(), text.len()),
            Some('^') if !is_quoted_for_prompt => match rest.next() {
                Some('\r') => {
                    if rest.as_str().starts_with('\n') {
                        rest.next();
                    }
                    continue;
                }
                Some('\n') | None => continue,
                Some(escaped) => (escaped, true),
            },
            Some(plain) => (plain, false),
        };
        match character {
            // A terminal broke the token.
            '\n' if is_quoted && words.is_in_token(rest.as_str()) => words.push('\n'),
            '\r' if is_quoted && rest.as_str().starts_with('\n') => {}
            '\n' if !is_escaped => return (words.finish(), text.len() - before.len()),
            '&' | '|' | '>' if !is_escaped && !is_quoted_for_prompt => {
                return (words.finish(), text.len() - before.len());
            }
            // `\"`, the quotation mark itself with or without a caret before it.
            '\\' if rest.as_str().starts_with("^\"") || rest.as_str().starts_with('"') => {
                rest.find(|quote| *quote == '"');
                words.push('"');
            }
            '"' => {
                is_quoted_for_prompt ^= !is_escaped;
                is_quoted = !is_quoted;
                words.current();
            }
            '%' if rest
                .as_str()
                .split_once('%')
                .is_some_and(|(name, _)| is_variable_name(name)) =>
            {
                words.current().is_variable = true;
                words.push('%');
            }
            space if space.is_whitespace() && !is_quoted => words.end_word(),
            other => words.push(other),
        }
    }
}

fn is_variable_name(name: &str) -> bool {
    !name.is_empty()
        && name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
