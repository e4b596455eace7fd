//! A text that was given: that of the box, a file, or a paste too long for the box. It is a list of
//! recognised parts, of each of which something may be left out again.

use std::rc::Rc;

use whydenied::intake::{self, Binary, Encoding, Evidence};

use super::part::{Aspect, Lines, Part};

/// A text that was given.
#[derive(Clone)]
pub(crate) struct Source {
    /// Its own number: none other has it, also when it is gone.
    pub(crate) number: usize,
    /// Where it is from.
    pub(crate) origin: Origin,
    /// What was recognised in it, in its order.
    pub(crate) parts: Vec<Part>,
}

/// Where a text is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It stands in the box.
    Box,
    /// It is a file.
    File {
        /// Its name.
        name: String,
        /// Its size in bytes; none where it is not known.
        size: Option<usize>,
        /// How it was written.
        encoding: Encoding,
        /// Why nothing of it was read.
        trouble: Option<Trouble>,
    },
    /// It is a paste too long for the box.
    LongPaste {
        /// Its size in bytes.
        size: usize,
    },
    /// It is a request that was picked in a recorded session.
    Recording {
        /// The file's name; none of a paste.
        name: Option<String>,
        /// Its place in the list.
        index: usize,
    },
}

/// Why nothing of a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// There is nothing in it.
    Empty,
    /// It is no text.
    Binary(Binary),
    /// It is larger than what is read at once.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// A chip: this aspect of this part of this source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chip {
    pub(crate) source: usize,
    pub(crate) part: usize,
    pub(crate) aspect: Aspect,
}

impl Chip {
    /// The id of its button.
    pub(crate) fn id(self) -> String {
        let (source, part) = (self.source.to_string(), self.part.to_string());
        ["chip-", &source, "-", &part, "-", self.aspect.word()].concat()
    }
}

impl Source {
    /// Reads a text.
    pub(crate) fn read(number: usize, origin: Origin, text: &str) -> Self {
        let mut lines = Lines::default();
        let pieces = if text.trim().is_empty() {
            Vec::new()
        } else {
            intake::pieces(text)
        };
        let parts = pieces
            .into_iter()
            .map(|piece| Part::of(piece, text, &mut lines))
            .collect();
        Self {
            number,
            origin,
            parts,
        }
    }

    /// What was read elsewhere, as one thing.
    pub(crate) fn of(number: usize, origin: Origin, evidence: Rc<Evidence>) -> Self {
        Self {
            number,
            origin,
            parts: vec![Part::elsewhere(evidence)],
        }
    }

    /// Leaves out again what was left out of the same things in the text before.
    pub(crate) fn remember(&mut self, before: &Self) {
        for part in &mut self.parts {
            for old in &before.parts {
                part.remember(old);
            }
        }
    }

    /// Its chips, in their order.
    pub(crate) fn chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        for (index, part) in self.parts.iter().enumerate() {
            for aspect in part.aspects() {
                chips.push(Chip {
                    source: self.number,
                    part: index,
                    aspect,
                });
            }
        }
        chips
    }
}
