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
    let mut rest = written;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let (character, length) = character(escape);
        text.push(character);
        rest = escape.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// The character that an escape stands for, and how long the escape is behind its backslash.
fn character(escape: &str) -> (char, usize) {
    const ANY: char = char::REPLACEMENT_CHARACTER;
    match escape.chars().next().unwrap_or(ANY) {
        'u' => {
            let first = unit(escape);
            let behind = escape.get(5..).unwrap_or_default();
            let second = behind.strip_prefix('\\').and_then(unit);
            if let (Some(high @ 0xD800..0xDC00), Some(low @ 0xDC00..0xE000)) = (first, second) {
                let both = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                return (char::from_u32(both).unwrap_or(ANY), "uXXXX\\uXXXX".len());
            }
            let character = first.and_then(char::from_u32).unwrap_or(ANY);
            (character, "uXXXX".len())
        }
        'n' => ('\n', 1),
        't' => ('\t', 1),
        'r' => ('\r', 1),
        'b' => ('\u{8}', 1),
        'f' => ('\u{c}', 1),
        other => (other, other.len_utf8()),
    }
}

/// The UTF-16 code unit of `uXXXX`.
fn unit(escape: &str) -> Option<u32> {
    u32::from_str_radix(escape.strip_prefix('u')?.get(..4)?, 16).ok()
}
