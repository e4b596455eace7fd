//! The pieces of a paste: what was recognised, each with the place where it stands.

use std::ops::Range;

use super::Evidence;

/// One thing that was recognised in a paste.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The bytes of the paste that it was read from; of loose text, the lines around it too.
    pub span: Range<usize>,
    /// What it gives.
    pub evidence: Evidence,
}

/// More pieces than this are no longer told apart: nobody looks through them.
const MOST: usize = 64;

/// The pieces found so far, in the order of the paste.
#[derive(Default)]
pub(super) struct Pieces {
    pub(super) all: Vec<Piece>,
}

impl Pieces {
    /// Adds what was found here. The same thing again, right behind itself, is one piece.
    pub(super) fn add(&mut self, span: Range<usize>, evidence: Evidence) {
        let is_full = self.all.len() >= MOST;
        match self.all.last_mut() {
            Some(last) if is_full || last.evidence == evidence => {
                last.span.end = span.end;
                last.evidence.join(evidence);
            }
            _ => self.all.push(Piece { span, evidence }),
        }
    }
}
