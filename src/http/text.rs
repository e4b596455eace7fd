//! Text as HTTP's grammar cuts it: names count in any case, and a value ends at a byte.

/// Whether the text begins with this word, in any case.
pub(crate) fn begins(text: &str, word: &str) -> bool {
    text.as_bytes()
        .get(..word.len())
        .is_some_and(|beginning| beginning.eq_ignore_ascii_case(word.as_bytes()))
}

/// Where this word stands first in the text, in any case. The word is ASCII.
pub(crate) fn position_of(text: &str, word: &str) -> Option<usize> {
    let first = word.as_bytes().first()?;
    let both = [first.to_ascii_lowercase(), first.to_ascii_uppercase()];
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let rest = bytes.get(from..)?;
        let at = from + rest.iter().position(|byte| both.contains(byte))?;
        if bytes
            .get(at..at + word.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(word.as_bytes()))
        {
            return Some(at);
        }
        from = at + 1;
    }
}

/// The text up to the first byte of which this is so, and the text from there.
pub(crate) fn cut_at(text: &str, is_end: fn(u8) -> bool) -> (&str, &str) {
    let end = text.bytes().position(is_end).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}
