//! Text that lies: every character that would not be seen, or would reorder its neighbours, is named
//! in its place. Total: each character has exactly one class.

/// How a character is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// As it is.
    Plain,
    /// As it is, where something plain stands before it; else it is named.
    Combining,
    /// By its code point.
    Odd,
}

/// Characters that are named, from first to last.
const ODD: [(char, char); 26] = [
    // Controls.
    ('\0', '\u{1f}'),
    ('\u{7f}', '\u{9f}'),
    // Spaces that are not the space they look like.
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    // Marks that steer direction: bidirectional text lies best.
    ('\u{61c}', '\u{61c}'),
    ('\u{2028}', '\u{202e}'),
    // Nothing to see: joiners, fillers, variation selectors, byte order mark, tags.
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{1d173}', '\u{1d17a}'),
    // Private use and what is no character: no font says what they are.
    ('\u{e000}', '\u{f8ff}'),
    ('\u{e0000}', '\u{10ffff}'),
];

/// Marks that sit on the character before them.
const COMBINING: [(char, char); 9] = [
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{489}'),
    ('\u{591}', '\u{5bd}'),
    ('\u{610}', '\u{61a}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{1ab0}', '\u{1aff}'),
    ('\u{1dc0}', '\u{1dff}'),
    ('\u{20d0}', '\u{20ff}'),
    ('\u{fe20}', '\u{fe2f}'),
];

/// The class of a character.
pub(crate) fn class(character: char) -> Class {
    let is_in = |ranges: &[(char, char)]| {
        ranges
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&character))
    };
    // Line breaks and tabs are shown by the white space they make.
    match character {
        ' '..='~' | '\n' | '\t' => Class::Plain,
        _ if is_in(&ODD) => Class::Odd,
        _ if is_in(&COMBINING) => Class::Combining,
        _ => Class::Plain,
    }
}

/// A stretch of text as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Shown as it is.
    Run(&'a str),
    /// Named by its code point.
    Odd(char),
}

/// Cuts a text into the pieces it is shown in.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    // Whether there is something for a combining mark to sit on.
    let mut has_base = false;
    for (at, character) in text.char_indices() {
        let is_odd = match class(character) {
            Class::Plain => false,
            Class::Combining => !has_base,
            Class::Odd => true,
        };
        has_base = !is_odd && !character.is_whitespace();
        if is_odd {
            pieces.extend(
                text.get(start..at)
                    .filter(|run| !run.is_empty())
                    .map(Piece::Run),
            );
            pieces.push(Piece::Odd(character));
            start = at + character.len_utf8();
        }
    }
    pieces.extend(
        text.get(start..)
            .filter(|run| !run.is_empty())
            .map(Piece::Run),
    );
    pieces
}
