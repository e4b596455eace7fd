//! Icons and marks. Each is one path in a box of 16: small in the file, and one element in the page.

use whydenied::diagnosis::{CauseId, Certainty, Finding, Verdict, Weight};

use super::el::{El, el};

/// An icon's path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Icon(&'static str);

pub(super) const PASS: Icon = Icon("M3.5 8.5l3 3 6-7");
pub(super) const FAIL: Icon = Icon("M4.5 4.5l7 7m0-7l-7 7");
pub(super) const WARN: Icon = Icon("M8 3.2v5.6m0 3.5v.2");
pub(super) const ASK: Icon = Icon("M5.6 6A2.4 2.4 0 1 1 9.2 8.1C8.4 8.6 8 9 8 9.8m0 2.7v.1");
pub(super) const NOT_APPLICABLE: Icon = Icon("M4.5 8h7");
pub(super) const SHIELD: Icon =
    Icon("M8 1.8l5 2v3.9c0 3.1-2.1 5.4-5 6.5-2.9-1.1-5-3.4-5-6.5V3.8zM5.8 8l1.6 1.6 2.9-3.2");
pub(super) const COPY: Icon = Icon(
    "M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM3.5 10.5H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1h6.5a1 1 0 0 1 1 1v.5",
);
pub(super) const EYE: Icon =
    Icon("M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM2.5 13.5l11-11");
pub(super) const USER: Icon = Icon(
    "M10.6 5.3a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0zM2.8 13.5c.6-2.7 2.6-4 5.2-4s4.6 1.3 5.2 4",
);
pub(super) const SAVE: Icon = Icon("M8 2v8M4.8 7L8 10.2 11.2 7M3 13.5h10");
pub(super) const EMBED: Icon = Icon("M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5");
pub(super) const KEYS: Icon = Icon(
    "M3 4h10a1.5 1.5 0 0 1 1.5 1.5V11a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 11V5.5A1.5 1.5 0 0 1 3 4zM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h-.5M5 9.8h6",
);
pub(super) const FILE: Icon = Icon("M4 2h5l3 3v9H4zM9 2v3h3M6 8.5h4M6 11h4");
pub(super) const DOWN: Icon = Icon("M4 6l4 4 4-4");
pub(super) const LEFT: Icon = Icon("M10 4L6 8l4 4");
pub(super) const RIGHT: Icon = Icon("M6 4l4 4-4 4");
pub(super) const BIN: Icon = Icon("M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5");
pub(super) const SUN: Icon = Icon(
    "M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM8 1.5v1.2m0 10.6v1.2M1.5 8h1.2m10.6 0h1.2M3.4 3.4l.8.8m7.6 7.6l.8.8m-9.2 0l.8-.8m7.6-7.6l.8-.8",
);
pub(super) const MOON: Icon = Icon("M13.2 9.7A5.6 5.6 0 1 1 6.3 2.8a4.6 4.6 0 0 0 6.9 6.9z");
pub(super) const HALF: Icon =
    Icon("M13.7 8A5.7 5.7 0 1 1 2.3 8a5.7 5.7 0 0 1 11.4 0zM8 2.3v11.4M8 5h4.3M8 8h5.6M8 11h4.5");
pub(super) const TWO: Icon = Icon("M2.5 3h4v10h-4zM9.5 3h4v10h-4z");
pub(super) const PLUS: Icon = Icon("M8 3.5v9M3.5 8h9");
pub(super) const LINK: Icon = Icon(
    "M6.5 9.5l3-3M7.2 4.6l1.1-1.1a3 3 0 0 1 4.2 4.2l-1.1 1.1M8.8 11.4l-1.1 1.1a3 3 0 0 1-4.2-4.2l1.1-1.1",
);
pub(super) const CABLE: Icon = Icon(
    "M2 14l3-3M8.5 3.5l4 4M5 7l4 4-1.5 1.5a2.8 2.8 0 0 1-4-4zM7 5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 9M14 2l-1.5 1.5",
);

/// An icon beside a word.
#[inline(never)]
pub(super) fn icon(icon: Icon) -> El {
    drawing("icon", icon)
}

fn drawing(class: &'static str, icon: Icon) -> El {
    el("svg", class)
        .is("viewBox", "0 0 16 16")
        .is("aria-hidden", "true")
        .with(el("path", "").is("d", icon.0))
}

/// What a mark says: its colour and its shape.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Pass,
    Fail,
    Warn,
    Ask,
    NotApplicable,
    None,
}

impl Tone {
    /// The tone of a verdict.
    pub(super) const fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Pass => Self::Pass,
            Verdict::Warn => Self::Warn,
            Verdict::Fail => Self::Fail,
            Verdict::CannotTell(_) => Self::Ask,
            Verdict::NotApplicable => Self::NotApplicable,
            Verdict::NotReached => Self::None,
        }
    }

    /// The tone of a finding: only what is certain is red.
    pub(super) fn of_finding(finding: &Finding) -> Self {
        match (finding.cause.weight(), finding.cause, finding.certainty) {
            (Weight::SumsUp, CauseId::WouldBeAccepted, _) if finding.doubt.is_none() => Self::Pass,
            (Weight::SumsUp, CauseId::NotAuth, _) | (Weight::Warns | Weight::Beside, ..) => {
                Self::Warn
            }
            (Weight::Fails, _, Certainty::Certain) => Self::Fail,
            _ => Self::Ask,
        }
    }

    /// Its word in data attributes.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Warn => "warn",
            Self::Ask => "ask",
            Self::NotApplicable => "na",
            Self::None => "none",
        }
    }

    const fn shape(self) -> Option<Icon> {
        match self {
            Self::Pass => Some(PASS),
            Self::Fail => Some(FAIL),
            Self::Warn => Some(WARN),
            Self::Ask => Some(ASK),
            Self::NotApplicable => Some(NOT_APPLICABLE),
            Self::None => None,
        }
    }
}

/// How a mark is drawn: filled where the service got this far, open where only this page judged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    Full,
    Open,
}

/// A mark. Its meaning is said in words beside it.
#[inline(never)]
pub(super) fn mark(tone: Tone, fill: Fill, size: Option<&'static str>) -> El {
    let fill = match (tone, fill) {
        (Tone::None, _) => Some("dot"),
        (_, Fill::Open) => Some("open"),
        (_, Fill::Full) => None,
    };
    el("span", "mark")
        .is("data-tone", tone.word())
        .maybe("data-fill", fill)
        .maybe("data-size", size)
        .with(tone.shape().map(|shape| drawing("", shape)))
}

/// A small mark, as lists have them.
pub(super) fn small(tone: Tone, fill: Fill) -> El {
    mark(tone, fill, Some("small"))
}

/// A place's number, before there is anything to mark.
pub(super) fn number(label: &'static str) -> El {
    el("span", "mark")
        .is("data-fill", "open")
        .with(el("span", "").is("aria-hidden", "true").with(label))
}

/// A line that says what the page could not do, behind its mark.
pub(super) fn trouble(tone: Tone) -> El {
    el("p", "trouble")
        .is("data-tone", tone.word())
        .with(small(tone, Fill::Full))
}
