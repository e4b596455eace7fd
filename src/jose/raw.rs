//! JSON as it is written: a value is the stretch of text that holds it, and is only looked into on demand.
//!
//! A recorded session of 16 MB has millions of values of which a handful matters: no tree of them is built.

use std::{borrow::Cow, ops::Range};

use serde::de::IgnoredAny;

use super::json::{Expected, JsonError};

/// A JSON value in the document that it is part of. Only made of text that `serde_json` accepted.
#[derive(Clone, Copy)]
pub(crate) struct Raw<'a> {
    document: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Raw<'a> {
    /// The one value that this text is.
    pub(crate) fn accept(text: &'a str) -> Result<Self, JsonError> {
        match serde_json::from_str::<IgnoredAny>(text) {
            Ok(_) => Ok(Self::spanning(text)),
            Err(error) => Err(located(text, &error)),
        }
    }

    /// The value that this text begins with, whatever follows it; else the byte up to which it was read.
    pub(crate) fn accept_prefix(text: &'a str) -> Result<Self, usize> {
        if let Some(object) = text
            .strip_prefix('{')
            .map(|inside| inside.trim_start_matches(is_space))
            && !object.starts_with(['"', '}'])
        {
            return Err(text.len() - object.len());
        }
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
        match values.next() {
            Some(Ok(_)) => Ok(Self::spanning(
                text.get(..values.byte_offset()).unwrap_or_default(),
            )),
            Some(Err(error)) => Err(place(text, &error)),
            None => Err(text.len()),
        }
    }

    fn spanning(document: &'a str) -> Self {
        let end = document.trim_end_matches(is_space).len();
        let start = document.len() - document.trim_start_matches(is_space).len();
        Self {
            document,
            start,
            end,
        }
    }

    /// Where it stands in the document.
    pub(crate) fn span(self) -> Range<usize> {
        self.start..self.end
    }

    /// Its exact text.
    pub(crate) fn text(self) -> &'a str {
        self.document.get(self.span()).unwrap_or_default()
    }

    /// An object's members in their order; none of anything else.
    pub(crate) fn members(self) -> impl Iterator<Item = (Cow<'a, str>, Self)> {
        let mut walk = self.inside(b'{');
        std::iter::from_fn(move || {
            let walk = walk.as_mut()?;
            let name = walk.next_name()?;
            Some((name, walk.value(self.document)))
        })
        .fuse()
    }

    /// An array's items; none of anything else.
    pub(crate) fn items(self) -> impl Iterator<Item = Self> {
        let mut walk = self.inside(b'[');
        std::iter::from_fn(move || {
            let walk = walk.as_mut()?;
            walk.has_next_item().then(|| walk.value(self.document))
        })
        .fuse()
    }

    /// The member of this name that counts: the last.
    pub(crate) fn get(self, name: &str) -> Option<Self> {
        self.members()
            .filter(|(other, _)| other == name)
            .last()
            .map(|(_, value)| value)
    }

    /// The member at the end of these names, one inside the other.
    pub(crate) fn at(self, names: &[&str]) -> Option<Self> {
        names.iter().try_fold(self, |value, name| value.get(name))
    }

    /// What a string says; none of anything else.
    pub(crate) fn string(self) -> Option<Cow<'a, str>> {
        self.text()
            .starts_with('"')
            .then(|| Walk::at(self.document, self.start).string())
    }

    /// What the member of this name says, where it is a string.
    pub(crate) fn string_at(self, name: &str) -> Option<String> {
        self.get(name)?.string().map(Cow::into_owned)
    }

    /// Whether it is an object.
    pub(crate) fn is_object(self) -> bool {
        self.text().starts_with('{')
    }

    /// Whether it is an array.
    pub(crate) fn is_array(self) -> bool {
        self.text().starts_with('[')
    }

    fn inside(self, opening: u8) -> Option<Walk<'a>> {
        let mut walk = Walk::at(self.document, self.start);
        (walk.peek() == Some(opening)).then(|| {
            walk.step();
            walk
        })
    }
}

/// A walk over accepted text. At a text that was not, it ends early; it never fails.
pub(crate) struct Walk<'a> {
    text: &'a str,
    place: usize,
}

impl<'a> Walk<'a> {
    pub(crate) fn at(text: &'a str, place: usize) -> Self {
        Self { text, place }
    }

    pub(crate) fn place(&self) -> usize {
        self.place
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    pub(crate) fn step(&mut self) {
        self.place += 1;
    }

    pub(crate) fn text_of(&self, span: Range<usize>) -> &'a str {
        self.text.get(span).unwrap_or_default()
    }

    /// The name of the object's next member, with the walk left at its value; none at the object's end.
    pub(crate) fn next_name(&mut self) -> Option<Cow<'a, str>> {
        if !self.has_next(b'}') {
            return None;
        }
        let name = self.string();
        self.pass_space();
        self.step();
        self.pass_space();
        Some(name)
    }

    /// Whether the array has another item, with the walk left at it.
    pub(crate) fn has_next_item(&mut self) -> bool {
        self.has_next(b']')
    }

    fn has_next(&mut self, closing: u8) -> bool {
        self.pass_space();
        if self.peek() == Some(b',') {
            self.step();
            self.pass_space();
        }
        match self.peek() {
            Some(byte) if byte == closing => {
                self.step();
                false
            }
            byte => byte.is_some(),
        }
    }

    /// The value here, with the walk left behind it.
    fn value(&mut self, document: &'a str) -> Raw<'a> {
        let start = self.place;
        self.skip();
        Raw {
            document,
            start,
            end: self.place,
        }
    }

    /// The string here, escapes resolved, with the walk left behind it.
    pub(crate) fn string(&mut self) -> Cow<'a, str> {
        let start = self.place + 1;
        self.pass_string();
        let written = self.text_of(start..self.place.saturating_sub(1));
        if written.contains('\\') {
            Cow::Owned(unescaped(written))
        } else {
            Cow::Borrowed(written)
        }
    }

    /// Goes behind the value here.
    pub(crate) fn skip(&mut self) {
        match self.peek() {
            Some(b'"') => self.pass_string(),
            Some(b'{' | b'[') => self.pass_nested(),
            _ => self.pass_while(|byte| {
                !matches!(byte, b',' | b']' | b'}') && !byte.is_ascii_whitespace()
            }),
        }
    }

    fn pass_nested(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.pass_string();
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.step();
            if depth == 0 {
                return;
            }
        }
    }

    fn pass_string(&mut self) {
        self.step();
        loop {
            self.pass_while(|byte| !matches!(byte, b'"' | b'\\'));
            match self.peek() {
                Some(b'\\') => self.place += 2,
                Some(_) => return self.step(),
                None => return,
            }
        }
    }

    fn pass_space(&mut self) {
        self.pass_while(|byte| byte.is_ascii_whitespace());
    }

    fn pass_while(&mut self, passes: impl Fn(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.place..).unwrap_or_default();
        self.place += rest
            .iter()
            .position(|&byte| !passes(byte))
            .unwrap_or(rest.len());
    }
}

/// Resolves a string's escapes; half of a surrogate pair becomes U+FFFD.
fn unescaped(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    let mut units = Vec::new();
    let mut rest = written;
    while let Some((plain, escape)) = rest.split_once('\\') {
        push_units(&mut text, &mut units, plain.is_empty());
        text.push_str(plain);
        let mut after = escape.chars();
        match after.next() {
            Some('u') => {
                let (digits, behind) = escape.split_at_checked(5).unwrap_or((escape, ""));
                let unit = digits
                    .get(1..)
                    .and_then(|digits| u16::from_str_radix(digits, 16).ok());
                units.push(unit.unwrap_or(0xFFFD));
                rest = behind;
                continue;
            }
            Some('n') => push(&mut text, &mut units, '\n'),
            Some('t') => push(&mut text, &mut units, '\t'),
            Some('r') => push(&mut text, &mut units, '\r'),
            Some('b') => push(&mut text, &mut units, '\u{8}'),
            Some('f') => push(&mut text, &mut units, '\u{c}'),
            Some(other) => push(&mut text, &mut units, other),
            None => {}
        }
        rest = after.as_str();
    }
    push_units(&mut text, &mut units, false);
    text.push_str(rest);
    text
}

fn push(text: &mut String, units: &mut Vec<u16>, character: char) {
    push_units(text, units, false);
    text.push(character);
}

/// Writes out the `\u` escapes gathered so far, unless another may follow them directly.
fn push_units(text: &mut String, units: &mut Vec<u16>, another_may_follow: bool) {
    if another_may_follow {
        return;
    }
    text.extend(
        char::decode_utf16(units.drain(..)).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)),
    );
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// Turns the parser's line and column into a byte, and its message into what was expected.
fn located(text: &str, error: &serde_json::Error) -> JsonError {
    let message = error.to_string();
    let expected = MESSAGES
        .iter()
        .find(|(beginning, _)| message.starts_with(beginning))
        .map_or(Expected::Value, |(_, expected)| *expected);
    let at = place(text, error);
    let found = text.get(at..).and_then(|rest| rest.chars().next());
    JsonError {
        at,
        expected,
        found,
    }
}

/// The byte at which the parser gave up.
fn place(text: &str, error: &serde_json::Error) -> usize {
    if error.is_eof() {
        return text.len();
    }
    let lines_before = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    let start = lines_before.map(str::len).sum::<usize>();
    let mut at = (start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// How `serde_json` begins its messages.
const MESSAGES: [(&str, Expected); 15] = [
    ("EOF while parsing a list", Expected::CommaOrBracket),
    ("EOF while parsing an object", Expected::CommaOrBrace),
    ("EOF while parsing a string", Expected::Quote),
    ("EOF while parsing a value", Expected::Value),
    ("expected `:`", Expected::Colon),
    ("expected `,` or `]`", Expected::CommaOrBracket),
    ("expected `,` or `}`", Expected::CommaOrBrace),
    ("expected ident", Expected::Literal),
    ("expected value", Expected::Value),
    ("key must be a string", Expected::Name),
    ("invalid escape", Expected::Escape),
    ("invalid number", Expected::Number),
    ("control character", Expected::EscapedControl),
    ("trailing characters", Expected::End),
    ("expected `\"`", Expected::Name),
];
