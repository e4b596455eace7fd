//! The text that bytes are: UTF-8, or the UTF-16 that PowerShell's `>` and Windows editors write (Unicode
//! Standard section 3.10). What is no text is said so, with the place where it broke.

use std::borrow::Cow;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// How it was written.
    pub encoding: Encoding,
}

/// How a text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, as everything is today.
    Utf8,
    /// UTF-16.
    Utf16,
    /// Another one, of which ASCII is a part: what is beyond it stands as U+FFFD, first at this byte.
    Unknown {
        /// The first byte that is no UTF-8.
        at: usize,
    },
}

/// What is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binary {
    /// The first byte that no text has.
    pub at: usize,
}

/// As many bytes tell how a text without a byte order mark is written.
const FAR: usize = 4 * 1024;

/// The text that a file's bytes are.
///
/// # Errors
///
/// What is no text: zeros that are not UTF-16's, or many bytes that are no UTF-8.
pub fn text_of(bytes: &[u8]) -> Result<Text<'_>, Binary> {
    let utf16 = |bytes, read| utf16(bytes, read).ok_or(Binary { at: 0 });
    if let Some(behind) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(behind, u16::from_le_bytes);
    }
    if let Some(behind) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(behind, u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let Some(zero) = bytes.iter().position(|byte| *byte == 0) else {
        return ascii_at_least(bytes);
    };
    let (high, low) = zeros(bytes);
    if low * 8 < high {
        utf16(bytes, u16::from_le_bytes)
    } else if high * 8 < low {
        utf16(bytes, u16::from_be_bytes)
    } else {
        Err(Binary { at: zero })
    }
}

/// How many of the first pairs of bytes have a zero as the second and as the first, where most have one; as
/// many of each where they do not.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    let (mut second, mut first, mut pairs) = (0, 0, 0);
    for pair in bytes.chunks_exact(2).take(FAR / 2) {
        pairs += 1;
        second += usize::from(matches!(pair, [_, 0]));
        first += usize::from(matches!(pair, [0, _]));
    }
    if (second + first) * 2 < pairs {
        return (0, 0);
    }
    (second, first)
}

/// UTF-16; none where the code unit zero is in it. Half a character, and half of a pair, is U+FFFD.
fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Option<Text<'static>> {
    let units = bytes.chunks(2).map(|pair| match pair {
        [first, second] => read([*first, *second]),
        _ => 0xFFFD,
    });
    let mut text = String::with_capacity(bytes.len() / 2);
    for character in char::decode_utf16(units) {
        match character {
            Ok('\0') => return None,
            Ok(character) => text.push(character),
            Err(_) => text.push(char::REPLACEMENT_CHARACTER),
        }
    }
    Some(Text {
        text: Cow::Owned(text),
        encoding: Encoding::Utf16,
    })
}

/// UTF-8, or text of which few bytes are not.
fn ascii_at_least(bytes: &[u8]) -> Result<Text<'_>, Binary> {
    let at = match std::str::from_utf8(bytes) {
        Ok(text) => {
            return Ok(Text {
                text: Cow::Borrowed(text),
                encoding: Encoding::Utf8,
            });
        }
        Err(error) => error.valid_up_to(),
    };
    let text = String::from_utf8_lossy(bytes);
    let is_strange = |character: &char| {
        *character == char::REPLACEMENT_CHARACTER
            || character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{1b}')
    };
    if text.chars().filter(is_strange).count() * 16 > bytes.len() {
        return Err(Binary { at });
    }
    Ok(Text {
        text,
        encoding: Encoding::Unknown { at },
    })
}

/// UTF-16 that was taken for another encoding, without the zeros between its characters; none where the text
/// is not such.
pub(super) fn without_zeros(text: &str) -> Option<String> {
    let mut kept = String::new();
    let mut zeros = 0;
    for (at, character) in text.char_indices() {
        // What other encodings make of a byte order mark.
        let is_mark = character == '\u{fffd}' || at < 6 && matches!(character, '\u{ff}' | '\u{fe}');
        if character == '\0' {
            zeros += 1;
        } else if !is_mark {
            kept.push(character);
        }
    }
    (zeros > 0 && zeros * 2 >= kept.len()).then_some(kept)
}
