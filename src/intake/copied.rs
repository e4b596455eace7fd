//! What copying a text from one place to another puts into all of it: zeros between the characters of UTF-16,
//! the marks of a quoted mail, the quotation marks and escapes of a JSON string.

use super::{Note, Piece, encoding};
use crate::jose::Raw;

/// The text before it was copied, and what is left out of it; none where nothing is.
pub(super) fn original(paste: &str) -> Option<(String, Note)> {
    if let Some(text) = encoding::without_zeros(paste) {
        return Some((text, Note::ZerosRemoved));
    }
    let text = unescaped(paste).or_else(|| without_quote_marks(paste))?;
    Some((text, Note::QuotesRemoved))
}

/// A text that is one JSON string, of several lines.
fn unescaped(paste: &str) -> Option<String> {
    let quoted = paste.trim();
    if !quoted.starts_with('"') || !quoted.contains("\\n") {
        return None;
    }
    Raw::of(quoted)?.owned_string()
}

/// A text of which every line has the mark of a quotation in a mail (RFC 3676 section 4.5). The lines that
/// `curl -v` prints begin so only where a request was sent.
fn without_quote_marks(paste: &str) -> Option<String> {
    let mut text = String::new();
    for line in paste.split_inclusive('\n') {
        let quoted = line
            .strip_prefix('>')
            .or_else(|| line.trim().is_empty().then_some(line))?;
        text.push_str(quoted.strip_prefix(' ').unwrap_or(quoted));
    }
    (text.len() < paste.len()).then_some(text)
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
