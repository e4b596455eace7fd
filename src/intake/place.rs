//! Where a recogniser stands in a paste, and what it says of it.

pub(super) use crate::http::{begins, cut_at, position_of};

use super::Evidence;

/// What a recogniser says of the text it was shown.
pub(super) enum Found {
    /// Its kind of thing does not begin here.
    Nothing,
    /// It had to read so many bytes to know that it is not what it looked like.
    NothingUpTo(usize),
    /// Its kind of thing, so many bytes long.
    Evidence(Box<Evidence>, usize),
}

impl Found {
    /// What was found, in a text of which this many bytes were not shown.
    pub(super) fn behind(self, hidden: usize) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::NothingUpTo(length) => Self::NothingUpTo(hidden + length),
            Self::Evidence(evidence, length) => Self::Evidence(evidence, hidden + length),
        }
    }

    /// Evidence of this length; an empty text is none.
    pub(super) fn of(evidence: Evidence, length: usize) -> Self {
        Self::Evidence(Box::new(evidence), length.max(1))
    }
}

/// What may stand before a line's first word: blanks, a byte order mark, no line break.
pub(super) fn is_indentation(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{feff}' | '\u{a0}' | '\u{200b}')
}

/// The text's first line, without its line break.
pub(super) fn first_line(text: &str) -> &str {
    let end = text.find('\n').unwrap_or(text.len());
    let line = text.get(..end).unwrap_or_default();
    line.strip_suffix('\r').unwrap_or(line)
}

/// Behind the line break that ends the line in which this byte stands.
pub(super) fn line_end(text: &str, byte: usize) -> usize {
    let mut from = byte.min(text.len());
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let rest = text.get(from..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |at| from + at + 1)
}

/// The text's lines: where each begins, and it without its line break.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

/// Whether a quoted text that was closed before this text is open behind it, or the other way round. Escaped
/// quotation marks do neither.
pub(super) fn turns_quote(text: &str) -> bool {
    let marks = text.replace("\\\"", "");
    marks.bytes().filter(|byte| *byte == b'"').count() % 2 == 1
}

/// The digits behind the first place where some follow this word, and the text behind them.
pub(super) fn digits_behind<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let mut rest = text;
    loop {
        rest = rest.get(rest.find(word)? + word.len()..)?;
        let end = rest.bytes().take_while(u8::is_ascii_digit).count();
        if end > 0 {
            return rest.split_at_checked(end);
        }
    }
}
