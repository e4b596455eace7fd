//! Finds the elements of `log.entries` in a recording that comes in slices.

use super::notes::Notes;
use crate::jose::plain_length;

/// As much is kept of one text: more than the longest token.
const KEPT: usize = 256 * 1024;

/// The longest escape: `\uXXXX`.
const ESCAPE: usize = 6;

/// How deep a recording may be nested: as deep as `serde_json` reads.
const DEEPEST: usize = 127;

/// The depth of `log`'s members, and that of the entries themselves.
const IN_LOG: usize = 2;
const IN_ENTRIES: usize = 3;

/// An element of `log.entries`.
pub(super) struct Entry<'a> {
    /// The byte of the file at which it begins.
    pub(super) at: u64,
    /// Its text, the longest texts in it cut.
    pub(super) text: &'a [u8],
    /// What was noted of it on the way.
    pub(super) notes: &'a Notes,
}

/// Where a recording ceases to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The byte of the file.
    pub at: u64,
    /// What is wrong there.
    pub found: Found,
}

/// What stands where a recording ceases to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The file's end.
    End,
    /// A bracket that closes what is not open.
    Bracket(char),
    /// One level more than is read.
    OneLevelMore,
    /// An entry of its own that is not JSON.
    NoJson,
}

/// The state between two slices.
#[derive(Default)]
pub(super) struct Splitter {
    /// The bytes of the slices before.
    read: u64,
    /// The brackets that are open.
    open: Vec<u8>,
    /// The last name above the entries.
    name: Vec<u8>,
    /// Whether `log` is open, and its entries.
    is_in_log: bool,
    is_in_entries: bool,
    /// The text that is open, if one is.
    text: Option<Text>,
    /// The entry that is open, where it began, and what was noted of it.
    entry: Vec<u8>,
    entry_at: u64,
    notes: Notes,
}

/// A text that is open.
#[derive(Default)]
struct Text {
    /// Where it begins in the entry.
    from: usize,
    /// As many of its bytes were kept.
    kept: usize,
    /// Whether nothing more of it is kept.
    is_cut: bool,
    /// Whether the next byte is escaped.
    is_escaped: bool,
}

impl Splitter {
    /// Takes in the next slice, and hands over each entry that ends in it.
    pub(super) fn feed(
        &mut self,
        slice: &[u8],
        entries: &mut dyn FnMut(Entry<'_>),
    ) -> Result<(), Broken> {
        let mut rest = slice;
        while let Some(first) = rest.first() {
            let length = if self.text.is_some() {
                self.go_on_in_text(rest)
            } else if is_mark(*first) {
                let at = self.read + (slice.len() - rest.len()) as u64;
                self.mark(*first, at, entries)?;
                1
            } else {
                let length = rest.iter().position(|byte| is_mark(*byte));
                let length = length.unwrap_or(rest.len());
                self.keep(rest.get(..length).unwrap_or_default());
                length
            };
            rest = rest.get(length..).unwrap_or_default();
        }
        self.read += slice.len() as u64;
        Ok(())
    }

    /// Whether everything that was opened was closed, too.
    pub(super) fn finish(&self) -> Result<(), Broken> {
        if self.open.is_empty() && self.text.is_none() {
            return Ok(());
        }
        Err(Broken {
            at: self.read,
            found: Found::End,
        })
    }

    fn is_in_entry(&self) -> bool {
        self.is_in_entries && self.open.len() > IN_ENTRIES
    }

    fn keep(&mut self, bytes: &[u8]) {
        if self.is_in_entry() {
            self.entry.extend_from_slice(bytes);
        }
    }

    /// What follows in the open text, up to the next byte of a meaning of its own, and that byte.
    fn go_on_in_text(&mut self, rest: &[u8]) -> usize {
        let is_in_entry = self.is_in_entry();
        let Some(text) = &mut self.text else { return 0 };
        let plain = if text.is_escaped {
            text.is_escaped = false;
            1
        } else {
            plain_length(rest)
        };
        let kept = if text.is_cut {
            0
        } else {
            plain.min(KEPT - text.kept)
        };
        text.is_cut |= kept < plain;
        text.kept += kept;
        let written = rest.get(..kept).unwrap_or_default();
        if is_in_entry {
            self.entry.extend_from_slice(written);
        } else if self.name.len() < KEPT {
            self.name.extend_from_slice(written);
        }
        if plain > 0 {
            return plain;
        }
        if rest.first() == Some(&b'\\') {
            text.is_escaped = true;
            // An escape is kept whole or not at all.
            text.is_cut |= text.kept + ESCAPE > KEPT;
            if !text.is_cut {
                text.kept += 1;
                self.keep(b"\\");
            }
        } else {
            self.end_text();
        }
        1
    }

    fn end_text(&mut self) {
        let text = self.text.take().unwrap_or_default();
        let is_in_entry = self.is_in_entry();
        self.keep(b"\"");
        if is_in_entry {
            self.notes.text(self.open.len(), &self.entry, text.from);
        }
    }

    /// A quotation mark or a bracket outside of any text.
    fn mark(
        &mut self,
        mark: u8,
        at: u64,
        entries: &mut dyn FnMut(Entry<'_>),
    ) -> Result<(), Broken> {
        let broken = |found| Err(Broken { at, found });
        self.notes.mark(&self.entry);
        match mark {
            b'"' => {
                self.name.clear();
                self.keep(b"\"");
                self.text = Some(Text {
                    from: self.entry.len(),
                    ..Text::default()
                });
            }
            b'{' | b'[' => {
                match self.open.len() {
                    1 if mark == b'{' => self.is_in_log = self.name == b"log",
                    IN_LOG if self.is_in_log && mark == b'[' => {
                        self.is_in_entries = self.name == b"entries";
                    }
                    IN_ENTRIES if self.is_in_entries => {
                        self.entry.clear();
                        self.entry_at = at;
                        self.notes = Notes::default();
                    }
                    DEEPEST.. => return broken(Found::OneLevelMore),
                    _ => {}
                }
                self.notes.open(self.open.len());
                self.open.push(mark);
                self.keep(&[mark]);
            }
            _ => {
                let opened = if mark == b'}' { b'{' } else { b'[' };
                if self.open.last() != Some(&opened) {
                    return broken(Found::Bracket(char::from(mark)));
                }
                self.keep(&[mark]);
                let was_in_entry = self.is_in_entry();
                self.open.pop();
                if was_in_entry && !self.is_in_entry() {
                    entries(Entry {
                        at: self.entry_at,
                        text: &self.entry,
                        notes: &self.notes,
                    });
                }
                self.is_in_entries &= self.open.len() >= IN_ENTRIES;
                self.is_in_log &= self.open.len() >= IN_LOG;
            }
        }
        Ok(())
    }
}

/// Whether a byte outside of texts opens or closes something.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'{' | b'}' | b'[' | b']')
}
