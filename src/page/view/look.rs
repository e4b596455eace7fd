//! How a question is drawn: its mark, its answer, its tag, by its verdict and its place on the path.

use whydenied::{
    diagnosis::{Input, NodeId, OnPath, Place, Verdict},
    words::{self, nodes},
};

use super::{
    View,
    el::El,
    icon::{Fill, Tone, mark, number},
};
use crate::page::walk::Item;

/// How a question is drawn.
pub(super) struct Look {
    /// Its verdict in data attributes.
    pub(super) verdict: Option<&'static str>,
    /// Its mark.
    pub(super) mark: El,
    /// The second line of its card.
    pub(super) reply: Option<String>,
    /// What it is to the verdict.
    pub(super) tag: Option<&'static str>,
    /// What is read out and not drawn.
    pub(super) spoken: String,
}

/// How the question at a place is drawn; `label` numbers it before there is anything to mark.
pub(super) fn look(view: &View<'_>, place: Place, label: &'static str) -> Look {
    let verdict = view.model.verdict(place.node);
    let is_open = matches!(
        verdict,
        Verdict::CannotTell(_) | Verdict::NotApplicable | Verdict::NotReached
    );
    match (
        view.model.on_path(Item::Node(place)),
        view.model.reading.taken,
    ) {
        (OnPath::Off, None) => fresh(place, label),
        (OnPath::After, None) if is_open => fresh(place, label),
        (OnPath::Off, Some(taken)) => {
            // A choice on the branch taken that this service does not offer says so; the rest is quiet.
            let is_passed_over =
                place.under.is_some() && taken == place.branch && verdict == Verdict::NotApplicable;
            quiet(
                if is_passed_over {
                    verdict
                } else {
                    Verdict::NotReached
                },
                is_passed_over,
            )
        }
        (on_path, _) => judged(view, place, verdict, on_path),
    }
}

/// How the question at a place stands to the route, in data attributes; none before there is a route.
pub(super) fn path(view: &View<'_>, place: Place) -> Option<&'static str> {
    let has_route = view.model.reading.taken.is_some();
    match view.model.on_path(Item::Node(place)) {
        OnPath::Taken => Some("on"),
        OnPath::After => has_route.then_some("after"),
        OnPath::Off => has_route.then_some("off"),
    }
}

/// Nothing is decided yet: the question says what it is about.
fn fresh(place: Place, label: &'static str) -> Look {
    let hint = place
        .under
        .is_none()
        .then(|| nodes::node(place.node).hint.to_owned());
    Look {
        verdict: None,
        mark: number(label),
        reply: hint,
        tag: None,
        spoken: String::new(),
    }
}

/// A question that the path does not meet.
fn quiet(verdict: Verdict, is_passed_over: bool) -> Look {
    let tone = Tone::of(verdict);
    let spoken = if is_passed_over {
        words::verdict_word(verdict)
    } else {
        "not on the path"
    };
    Look {
        verdict: is_passed_over.then_some(tone.word()),
        mark: mark(tone, Fill::Open, None),
        reply: None,
        tag: None,
        spoken: spoken.to_owned(),
    }
}

fn judged(view: &View<'_>, place: Place, verdict: Verdict, on_path: OnPath) -> Look {
    let diagnosis = &view.model.reading.diagnosis;
    let tone = Tone::of(verdict);
    let item = Item::Node(place);
    let is_taken = on_path == OnPath::Taken;
    let reply = diagnosis.node(place.node).map(|state| view.answer(state));
    let is_refusing = matches!(verdict, Verdict::Fail | Verdict::Warn);
    let is_reported = diagnosis.would_report == Some(place.node);
    // Under 403 the questions of the token are asked as one.
    let is_cause = view.model.is_cause(place.node)
        || place.node == NodeId::Accepted && view.model.reading.first_item() == item;
    let tag = match (is_cause, is_reported) {
        (true, _) if is_refusing => Some("cause"),
        (false, true) => Some("reported"),
        _ => None,
    };
    let spoken = [
        words::verdict_word(verdict),
        if is_taken { "" } else { ": " },
        if is_taken { "" } else { words::HERE_ONLY },
    ]
    .concat();
    Look {
        verdict: Some(tone.word()),
        mark: mark(
            tone,
            if is_taken { fill(verdict) } else { Fill::Open },
            None,
        ),
        reply,
        tag,
        spoken,
    }
}

/// A question that only a paste can answer waits less loudly than one that the person can.
const fn fill(verdict: Verdict) -> Fill {
    match verdict {
        Verdict::CannotTell(Input::Keys | Input::SettingsJson | Input::DiscoveryDocument)
        | Verdict::NotApplicable => Fill::Open,
        _ => Fill::Full,
    }
}
