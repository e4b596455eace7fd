//! Icons and marks. Each is one path in a box of 16: small in the file, and one element in the page.

use whydenied::diagnosis::Verdict;
use yew::prelude::*;

/// An icon's path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Icon(&'static str);

pub(crate) const PASS: Icon = Icon("M3.5 8.5l3 3 6-7");
pub(crate) const FAIL: Icon = Icon("M4.5 4.5l7 7m0-7l-7 7");
pub(crate) const WARN: Icon = Icon("M8 3.2v5.6m0 3.5v.2");
pub(crate) const ASK: Icon = Icon("M5.6 6A2.4 2.4 0 1 1 9.2 8.1C8.4 8.6 8 9 8 9.8m0 2.7v.1");
pub(crate) const NOT_APPLICABLE: Icon = Icon("M4.5 8h7");
pub(crate) const SHIELD: Icon = Icon("M8 1.8l5 2v3.9c0 3.1-2.1 5.4-5 6.5-2.9-1.1-5-3.4-5-6.5V3.8zM5.8 8l1.6 1.6 2.9-3.2");
pub(crate) const COPY: Icon = Icon("M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM3.5 10.5H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1h6.5a1 1 0 0 1 1 1v.5");
pub(crate) const FILE: Icon = Icon("M4 2h5l3 3v9H4zM9 2v3h3M6 8.5h4M6 11h4");
pub(crate) const DOWN: Icon = Icon("M4 6l4 4 4-4");
pub(crate) const LEFT: Icon = Icon("M10 4L6 8l4 4");
pub(crate) const RIGHT: Icon = Icon("M6 4l4 4-4 4");
pub(crate) const BIN: Icon = Icon("M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5");
pub(crate) const SUN: Icon = Icon("M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM8 1.5v1.2m0 10.6v1.2M1.5 8h1.2m10.6 0h1.2M3.4 3.4l.8.8m7.6 7.6l.8.8m-9.2 0l.8-.8m7.6-7.6l.8-.8");
pub(crate) const MOON: Icon = Icon("M13.2 9.7A5.6 5.6 0 1 1 6.3 2.8a4.6 4.6 0 0 0 6.9 6.9z");
pub(crate) const HALF: Icon = Icon("M13.7 8A5.7 5.7 0 1 1 2.3 8a5.7 5.7 0 0 1 11.4 0zM8 2.3v11.4M8 5h4.3M8 8h5.6M8 11h4.5");
pub(crate) const CABLE: Icon = Icon("M2 14l3-3M8.5 3.5l4 4M5 7l4 4-1.5 1.5a2.8 2.8 0 0 1-4-4zM7 5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 9M14 2l-1.5 1.5");

/// The path of an icon.
fn path(icon: Icon) -> Html {
    html! { <svg viewBox="0 0 16 16" aria-hidden="true"><path d={icon.0} /></svg> }
}

/// An icon beside a word.
pub(crate) fn icon(icon: Icon) -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={icon.0} /></svg> }
}

/// What a mark says: its colour and its shape.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Pass,
    Fail,
    Warn,
    Ask,
    NotApplicable,
    None,
}

impl Tone {
    /// The tone of a verdict.
    pub(crate) const fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Pass => Self::Pass,
            Verdict::Warn => Self::Warn,
            Verdict::Fail => Self::Fail,
            Verdict::CannotTell(_) => Self::Ask,
            Verdict::NotApplicable => Self::NotApplicable,
            Verdict::NotReached => Self::None,
        }
    }

    /// Its word in data attributes.
    pub(crate) const fn word(self) -> &'static str {
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
pub(crate) enum Fill {
    Full,
    Open,
}

/// A mark. Its meaning is said in words beside it.
pub(crate) fn mark(tone: Tone, fill: Fill, size: Option<&'static str>) -> Html {
    let fill = match (tone, fill) {
        (Tone::None, _) => Some("dot"),
        (_, Fill::Open) => Some("open"),
        (_, Fill::Full) => None,
    };
    html! {
        <span class="mark" data-tone={tone.word()} data-fill={fill} data-size={size}>
            { for tone.shape().map(path) }
        </span>
    }
}

/// A place's number, before there is anything to mark.
pub(crate) fn number(label: String) -> Html {
    html! { <span class="mark" data-fill="open"><span aria-hidden="true">{ label }</span></span> }
}
