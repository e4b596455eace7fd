//! The walk over accepted JSON: where each value begins and ends (RFC 8259).

use std::{borrow::Cow, ops::Range};

/// A walk over accepted text. At a text that was not, it ends early; it never fails.
pub(super) struct Walk<'a> {
    text: &'a str,
    place: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn at(text: &'a str, place: usize) -> Self {
        Self { text, place }
    }

    pub(super) fn place(&self) -> usize {
        self.place
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    pub(super) fn step(&mut self) {
        self.place += 1;
    }

    pub(super) fn text_of(&self, span: Range<usize>) -> &'a str {
        self.text.get(span).unwrap_or_default()
    }

    /// The name of the object's next member, with the walk left at its value; none at the object's end.
    pub(super) fn next_name(&mut self) -> Option<Cow<'a, str>> {
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
    pub(super) fn has_next_item(&mut self) -> bool {
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
    pub(super) fn value(&mut self) -> Range<usize> {
        let start = self.place;
        self.skip();
        start..self.place
    }

    /// The string here, escapes resolved, with the walk left behind it.
    pub(super) fn string(&mut self) -> Cow<'a, str> {
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
    pub(super) fn skip(&mut self) {
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
            let rest = self.text.as_bytes().get(self.place..).unwrap_or_default();
            self.place += plain_length(rest);
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

/// How many bytes of a string stand for themselves: up to a quotation mark or a backslash.
///
/// Eight at a time, for most of a recording is the texts of its bodies.
pub(crate) fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    const QUOTES: u64 = u64::from_ne_bytes([b'"'; 8]);
    const BACKSLASHES: u64 = u64::from_ne_bytes([b'\\'; 8]);
    // The high bit of a byte is set where the byte is zero; above such a byte it may be set wrongly.
    let zeros = |eight: u64| eight.wrapping_sub(ONES) & !eight & HIGH;
    let (eights, _) = bytes.as_chunks();
    let is_plain = |eight: &&[u8; 8]| {
        let eight = u64::from_ne_bytes(**eight);
        zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES) == 0
    };
    let plain = 8 * eights.iter().take_while(is_plain).count();
    let rest = bytes.get(plain..).unwrap_or_default();
    let behind = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'));
    plain + behind.unwrap_or(rest.len())
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
