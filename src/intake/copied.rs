//! What copying a text from one place to another puts into all of it: zeros between the characters of UTF-16,
//! the quotation marks and escapes of a JSON string, the marks of a quoted mail.

use super::{
    Note, Piece, encoding,
    http_message::{self, RequestLine},
    place,
};
use crate::jose::Raw;

/// The text before it was copied, and what is left out of it; none where nothing is.
pub(super) fn original(paste: &str) -> Option<(String, Note)> {
    match encoding::without_zeros(paste) {
        Some(text) => Some((unescaped(&text).unwrap_or(text), Note::ZerosRemoved)),
        None => Some((unescaped(paste)?, Note::QuotesRemoved)),
    }
}

/// A text of several lines that is one JSON string.
fn unescaped(paste: &str) -> Option<String> {
    let quoted = paste.trim();
    if !quoted.starts_with('"') || !quoted.contains("\\n") {
        return None;
    }
    Raw::of(quoted)?.owned_string()
}

/// A mail that was answered more often than this is not read mark by mark.
const DEEPEST: usize = 4;

/// The lines that are quoted here as mails quote them (RFC 3676 section 4.5), without their marks, and how long
/// they are with them; none where they are what `curl -v` prints of a request.
pub(super) fn quoted_lines(text: &str) -> Option<(String, usize)> {
    let mut length = 0;
    let mut deepest = 0;
    let mut is_request = false;
    let mut is_answered = false;
    for line in text.split_inclusive('\n') {
        let Some(quoted) = line.strip_prefix('>') else {
            break;
        };
        let (inner, depth) = unmarked(line, usize::MAX);
        is_request |= length == 0 && RequestLine::read(quoted.trim()).is_some();
        is_answered |= http_message::status(inner.trim_end()).is_some();
        deepest = deepest.max(depth);
        length += line.len();
    }
    if length == 0 || is_request && !is_answered {
        return None;
    }
    let most = if deepest > DEEPEST { usize::MAX } else { 1 };
    let mut lines = String::new();
    for line in text.get(..length)?.split_inclusive('\n') {
        lines.push_str(unmarked(line, most).0);
    }
    Some((lines, length))
}

/// A line without so many marks, and how many it had; blanks may stand between them.
fn unmarked(line: &str, most: usize) -> (&str, usize) {
    let mut rest = line;
    let mut depth = 0;
    while let Some(inner) = rest
        .trim_start_matches(place::is_indentation)
        .strip_prefix('>')
        .filter(|_| depth < most)
    {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
        depth += 1;
    }
    (rest, depth)
}

/// Puts pieces that were read of the original into their places in the paste, and says what was left out.
/// Their characters stand there in the same order, with others between them.
pub(super) fn place_in(paste: &str, original: &str, pieces: &mut [Piece], note: Note) {
    let mut kept = original.char_indices().peekable();
    let mut pasted = paste.char_indices();
    let mut behind = 0;
    let mut place = |end: usize| {
        while let Some((_, wanted)) = kept.next_if(|(at, _)| *at < end) {
            match pasted.find(|(_, character)| *character == wanted) {
                Some((at, character)) => behind = at + character.len_utf8(),
                // An escape stood for it.
                None => behind = paste.len(),
            }
        }
        behind
    };
    for piece in pieces {
        piece.span = place(piece.span.start)..place(piece.span.end);
        for item in &mut piece.evidence.items {
            item.notes.push(note);
        }
    }
}
