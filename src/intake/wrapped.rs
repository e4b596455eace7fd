//! A token that a terminal, a mail or a table of PowerShell broke into lines, in the middle of other text.

use std::borrow::Cow;

use super::{place, token_text};
use crate::jose::LONGEST;

/// The shortest line that is taken for more of a token which could as well end before it.
const SHORTEST: usize = 20;

/// The token that begins at the beginning of this text, whole, and how long it is with the breaks in it.
pub(super) fn token(text: &str) -> (Cow<'_, str>, usize) {
    let (word, mut behind) = piece(text);
    let mut token = Cow::Borrowed(word);
    let mut length = word.len();
    let mut width = usize::MAX;
    let mut dots = dots_in(word);
    while behind.starts_with(['\r', '\n']) && token_text::begins_token(word) {
        let next = behind.get(place::line_end(behind, 0)..).unwrap_or_default();
        let line = place::first_line(next).trim_end();
        let (more, rest) = piece(line.trim_start());
        let column = line.len() - rest.len();
        if column > width
            || token.len() > LONGEST
            || !is_more(token.ends_with('.'), dots >= 2, more, rest, width)
        {
            break;
        }
        append(token.to_mut(), more);
        dots += dots_in(more);
        length = text.len() - next.len() + column;
        let is_last = column < width && width != usize::MAX || !rest.is_empty();
        if is_last {
            break;
        }
        width = column;
        behind = next.get(column..).unwrap_or_default();
    }
    (token, length)
}

/// Puts more of a token behind what stands of it. Between them a mail's source has the mark of a soft line break
/// (quoted-printable, RFC 2045 section 6.7).
pub(super) fn append(token: &mut String, more: &str) {
    if token.ends_with('=') && !ends_padded(token, more) {
        token.pop();
    }
    token.push_str(more);
}

/// Whether the mark is a segment's own padding, which makes it a multiple of four long and ends it.
fn ends_padded(token: &str, more: &str) -> bool {
    let behind = more.trim_start_matches('=');
    let padding = more.len() - behind.len();
    let start = token.rfind('.').map_or(0, |dot| dot + 1);
    (behind.is_empty() || behind.starts_with('.'))
        && (token.len() - start + padding).is_multiple_of(4)
}

/// The characters of a token that stand here, and what stands behind them.
pub(super) fn piece(text: &str) -> (&str, &str) {
    place::cut_at(text, |byte| !token_text::is_token_byte(byte))
}

#[inline(never)]
pub(super) fn dots_in(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'.').count()
}

/// Whether a line's beginning is more of the token, whose lines so far are so wide, and neither prose, a line of
/// a log, nor the next token.
fn is_more(ends_in_dot: bool, is_whole: bool, more: &str, rest: &str, width: usize) -> bool {
    if !rest.is_empty() && !rest.starts_with(['"', '\'', '`', ',', ';', ')', '}', '&', '<', '\\']) {
        return false;
    }
    if token_text::begins_token(more) && !ends_in_dot {
        return false;
    }
    // Behind lines of one width a shorter one is the last.
    if width != usize::MAX {
        !more.is_empty()
    } else if is_whole {
        more.len() >= SHORTEST || !more.is_empty() && !rest.is_empty()
    } else {
        more.bytes().any(|byte| !byte.is_ascii_lowercase())
    }
}

/// A header's value without the line breaks in its token. No header can hold any (RFC 9110 section 5.5): they
/// came with the copy.
pub(super) fn header_value(value: &str) -> Cow<'_, str> {
    if !value.contains('\n') {
        return Cow::Borrowed(value);
    }
    let mut whole = String::new();
    let mut is_in_token = false;
    for line in value.lines().map(str::trim) {
        if is_in_token {
            append(&mut whole, line);
        } else {
            whole.push(' ');
            whole.push_str(line);
        }
        let last_word = line.rsplit(' ').next().unwrap_or_default();
        is_in_token =
            token_text::begins_token(last_word) || is_in_token && last_word.len() == line.len();
    }
    Cow::Owned(whole)
}
