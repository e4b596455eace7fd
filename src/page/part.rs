//! A recognised part of a text: what it gives, what of that was left out, and what has a chip.

use std::{ops::Range, rc::Rc};

use whydenied::{
    http::{Authorization, Body, Request, Response},
    intake::{Evidence, Kind, Piece},
};

/// One thing that was recognised.
#[derive(Clone)]
pub(crate) struct Part {
    /// Its bytes in the text.
    pub(crate) span: Range<usize>,
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

    pub(super) const fn word(self) -> &'static str {
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

impl Part {
    /// A piece of a text, behind the pieces whose lines were counted before.
    pub(super) fn of(piece: Piece, text: &str, lines: &mut Lines) -> Self {
        let Piece { span, evidence } = piece;
        let whole = text.get(span.clone()).unwrap_or_default();
        let begin = span.start + (whole.len() - whole.trim_start().len());
        let end = span.start + whole.trim_end().len();
        let lines = (lines.at(text, begin), lines.at(text, end));
        Self {
            span,
            lines,
            ..Self::elsewhere(Rc::new(evidence))
        }
    }

    /// What was read elsewhere, and has no place in a text.
    pub(super) fn elsewhere(evidence: Rc<Evidence>) -> Self {
        Self {
            span: 0..0,
            lines: (1, 1),
            counted: Some(Rc::clone(&evidence)),
            evidence,
            removed: Vec::new(),
        }
    }

    /// Leaves out again what was left out of the same thing before.
    pub(super) fn remember(&mut self, old: &Self) {
        if !old.removed.is_empty() && old.evidence == self.evidence {
            self.removed.clone_from(&old.removed);
            self.count();
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
pub(super) struct Lines {
    at: usize,
    breaks: usize,
}

impl Lines {
    /// The line of this place. Places before the last one asked for stand in its line.
    fn at(&mut self, text: &str, place: usize) -> usize {
        let passed = text.as_bytes().get(self.at..place).unwrap_or_default();
        for byte in passed {
            self.breaks += usize::from(*byte == b'\n');
        }
        self.at = self.at.max(place);
        self.breaks + 1
    }
}
