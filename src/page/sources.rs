//! All that was given, in the order in which it counts: what was given later replaces what it contradicts.

use std::rc::Rc;

use whydenied::intake::Evidence;
use yew::AttrValue;

use super::{
    part::Part,
    source::{Chip, Origin, Source},
};

/// All that was given.
#[derive(Clone)]
pub(crate) struct Sources {
    /// The text in the box.
    pub(crate) text: AttrValue,
    /// What was read in it.
    pub(crate) pasted: Source,
    /// Files, long pastes and the picked request of a recorded session, the earliest first.
    pub(crate) files: Vec<Source>,
    /// So many of them came before the text in the box.
    earlier: usize,
    /// The number of the next one.
    next: usize,
}

/// The box's number.
const BOX: usize = 0;

impl Default for Sources {
    fn default() -> Self {
        Self {
            text: AttrValue::default(),
            pasted: Source::read(BOX, Origin::Box, ""),
            files: Vec::new(),
            earlier: 0,
            next: BOX + 1,
        }
    }
}

impl Sources {
    /// Takes the box's new text. What was pasted counts before the files; what is typed stays where it is.
    pub(crate) fn put_in_box(&mut self, text: AttrValue, is_typed: bool) {
        let mut read = Source::read(BOX, Origin::Box, &text);
        // What was left out stays so while the text grows; what is pasted in its place counts.
        if is_typed || text.contains(self.text.trim()) {
            read.remember(&self.pasted);
        }
        if !is_typed || self.text.trim().is_empty() {
            self.earlier = self.files.len();
        }
        self.pasted = read;
        self.text = text;
    }

    /// Takes a file or a long paste.
    pub(crate) fn add(&mut self, origin: Origin, text: &str) {
        self.files.push(Source::read(self.next, origin, text));
        self.next += 1;
    }

    /// Takes the request that is picked in a recorded session in place of the one before.
    pub(crate) fn pick(&mut self, picked: Option<(Origin, Rc<Evidence>)>) {
        if let Some(number) = self.recording().map(|source| source.number) {
            self.remove(number);
        }
        if let Some((origin, evidence)) = picked {
            self.files.push(Source::of(self.next, origin, evidence));
            self.next += 1;
        }
    }

    /// The request that is picked in a recorded session.
    pub(crate) fn recording(&self) -> Option<&Source> {
        let is_recording = |source: &&Source| matches!(source.origin, Origin::Recording { .. });
        self.files.iter().find(is_recording)
    }

    /// Its place in the list.
    pub(crate) fn picked(&self) -> Option<usize> {
        match self.recording()?.origin {
            Origin::Recording { index, .. } => Some(index),
            _ => None,
        }
    }

    /// Removes a file. Gives the number of the one that then stands in its place, or else of the one before.
    pub(crate) fn remove(&mut self, number: usize) -> Option<usize> {
        let at = self.files.iter().position(|file| file.number == number)?;
        self.files.remove(at);
        if at < self.earlier {
            self.earlier -= 1;
        }
        let is_file = |file: &&Source| !matches!(file.origin, Origin::Recording { .. });
        let (before, behind) = self.files.split_at_checked(at)?;
        let mut behind = behind.iter().filter(is_file);
        let neighbour = behind.next().or_else(|| before.iter().rfind(is_file))?;
        Some(neighbour.number)
    }

    /// The sources in the order in which they count, the box among them.
    #[inline(never)]
    pub(crate) fn in_order(&self) -> Vec<&Source> {
        let mut all = Vec::new();
        for (index, file) in self.files.iter().enumerate() {
            if index == self.earlier {
                all.push(&self.pasted);
            }
            all.push(file);
        }
        if self.files.len() <= self.earlier {
            all.push(&self.pasted);
        }
        all
    }

    /// All that counts, in its order.
    #[inline(never)]
    pub(crate) fn evidence(&self) -> Vec<&Evidence> {
        let mut all = Vec::new();
        for source in self.in_order() {
            for part in &source.parts {
                all.extend(part.counted.as_deref());
            }
        }
        all
    }

    fn part(&mut self, chip: Chip) -> Option<&mut Part> {
        let source = if chip.source == BOX {
            &mut self.pasted
        } else {
            self.files
                .iter_mut()
                .find(|file| file.number == chip.source)?
        };
        source.parts.get_mut(chip.part)
    }

    /// Leaves out what a chip stands for, or takes it in again.
    pub(crate) fn leave_out(&mut self, chip: Chip, is_removed: bool) {
        if let Some(part) = self.part(chip) {
            part.remove(chip.aspect, is_removed);
        }
    }

    /// Whether the box holds something of which nothing was recognised.
    pub(crate) fn is_unrecognised(&self) -> bool {
        !self.text.trim().is_empty() && self.pasted.parts.is_empty()
    }

    /// Whether nothing was given at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.files.is_empty()
    }
}
