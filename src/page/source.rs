//! A text that was given: that of the box, a file, or a paste too long for the box. It is a list of
//! recognised parts, of each of which something may be left out again.

use std::rc::Rc;

use whydenied::{
    http::{Authorization, Body, Request, Response},
    intake::{self, Binary, Encoding, Evidence, Kind, Piece},
};

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

/// One thing that was recognised.
#[derive(Clone)]
pub(crate) struct Part {
    /// Its bytes in the text.
    pub(crate) span: std::ops::Range<usize>,
    /// Its first and its last line, counted from 1.
    pub(crate) lines: (usize, usize),
    /// All that it gives.
    pub(crate) evidence: Rc<Evidence>,
    /// What of that counts; none where nothing does.
    pub(crate) counted: Option<Rc<Evidence>>,
    removed: Vec<Aspect>,
}

/// What a chip stands for: a thing as a whole, or something that it brought with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aspect {
    Whole,
    Request,
    Token,
    Status,
    Challenge,
    Outcome,
}

impl Aspect {
    const INNER: [Self; 5] = [
        Self::Request,
        Self::Token,
        Self::Status,
        Self::Challenge,
        Self::Outcome,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Request => "request",
            Self::Token => "token",
            Self::Status => "status",
            Self::Challenge => "challenge",
            Self::Outcome => "outcome",
        }
    }

    /// The kind of a thing that is nothing but this.
    pub(crate) const fn kind(self) -> Option<Kind> {
        match self {
            Self::Token => Some(Kind::Token),
            Self::Challenge => Some(Kind::WwwAuthenticate),
            Self::Outcome => Some(Kind::OperationOutcome),
            Self::Whole | Self::Request | Self::Status => None,
        }
    }
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
        let part = Part {
            span: 0..0,
            lines: (1, 1),
            counted: Some(Rc::clone(&evidence)),
            evidence,
            removed: Vec::new(),
        };
        Self {
            number,
            origin,
            parts: vec![part],
        }
    }

    /// Leaves out again what was left out of the same things in the text before.
    pub(crate) fn remember(&mut self, before: &Self) {
        for part in &mut self.parts {
            let same = before
                .parts
                .iter()
                .find(|old| !old.removed.is_empty() && old.evidence == part.evidence);
            if let Some(same) = same {
                part.removed.clone_from(&same.removed);
                part.count();
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

impl Part {
    fn of(piece: Piece, text: &str, lines: &mut Lines) -> Self {
        let Piece { span, evidence } = piece;
        let whole = text.get(span.clone()).unwrap_or_default();
        let begin = span.start + (whole.len() - whole.trim_start().len());
        let end = span.start + whole.trim_end().len();
        let lines = (lines.at(text, begin), lines.at(text, end));
        let evidence = Rc::new(evidence);
        Self {
            span,
            lines,
            counted: Some(Rc::clone(&evidence)),
            evidence,
            removed: Vec::new(),
        }
    }

    /// What it is; none of what is several things.
    pub(crate) fn kind(&self) -> Option<Kind> {
        match self.evidence.items.as_slice() {
            [item] => Some(item.kind),
            _ => None,
        }
    }

    /// What it has chips for. What was left out as a whole has one.
    pub(crate) fn aspects(&self) -> Vec<Aspect> {
        let mut aspects = vec![Aspect::Whole];
        if !self.is_removed(Aspect::Whole) {
            let kind = self.kind();
            for aspect in Aspect::INNER {
                if aspect.kind().is_none_or(|own| Some(own) != kind)
                    && brings(&self.evidence, aspect)
                {
                    aspects.push(aspect);
                }
            }
        }
        aspects
    }

    /// Whether this was left out.
    pub(crate) fn is_removed(&self, aspect: Aspect) -> bool {
        self.removed.contains(&aspect)
    }

    /// Leaves this out, or takes it in again.
    pub(crate) fn remove(&mut self, aspect: Aspect, is_removed: bool) {
        self.removed.retain(|other| *other != aspect);
        if is_removed {
            self.removed.push(aspect);
        }
        self.count();
    }

    fn count(&mut self) {
        self.counted = if self.is_removed(Aspect::Whole) {
            None
        } else if self.removed.is_empty() {
            Some(Rc::clone(&self.evidence))
        } else {
            let mut evidence = Evidence::clone(&self.evidence);
            for aspect in &self.removed {
                leave_out(&mut evidence, *aspect);
            }
            Some(Rc::new(evidence))
        };
    }
}

/// Whether a thing brings this with it.
pub(crate) fn brings(evidence: &Evidence, aspect: Aspect) -> bool {
    let request = evidence.request.as_ref();
    let response = evidence.response.as_ref();
    match aspect {
        Aspect::Whole => true,
        // Of a header alone, nothing more of the request is known.
        Aspect::Request => request.is_some_and(|request| !request.url.is_empty()),
        Aspect::Token => evidence.token.is_some(),
        Aspect::Status => response.is_some_and(|response| response.status.is_some()),
        Aspect::Challenge => response.is_some_and(|response| !response.challenges.is_empty()),
        Aspect::Outcome => response
            .is_some_and(|response| matches!(response.body, Some(Body::OperationOutcome { .. }))),
    }
}

fn leave_out(evidence: &mut Evidence, aspect: Aspect) {
    if aspect == Aspect::Token {
        evidence.token = None;
    }
    if aspect == Aspect::Request {
        evidence.service = None;
    }
    if let Some(request) = &mut evidence.request {
        match aspect {
            Aspect::Token => request.authorization = Authorization::NotSeen,
            Aspect::Request => {
                request.method.clear();
                request.url.clear();
            }
            _ => {}
        }
    }
    if let Some(response) = &mut evidence.response {
        match aspect {
            Aspect::Status => response.status = None,
            Aspect::Challenge => response.challenges.clear(),
            Aspect::Outcome => response.body = None,
            _ => {}
        }
    }
    // A request or a response of which nothing is left was not seen.
    evidence.request = evidence
        .request
        .take()
        .filter(|request| *request != Request::default());
    evidence.response = evidence
        .response
        .take()
        .filter(|response| *response != Response::default());
}

/// Counts lines up to one place after the other, so that no line is counted twice.
#[derive(Default)]
struct Lines {
    at: usize,
    breaks: usize,
}

impl Lines {
    /// The line of this place. Places before the last one asked for stand in its line.
    fn at(&mut self, text: &str, place: usize) -> usize {
        let passed = text.as_bytes().get(self.at..place).unwrap_or_default();
        self.breaks += passed.iter().filter(|byte| **byte == b'\n').count();
        self.at = self.at.max(place);
        self.breaks + 1
    }
}
