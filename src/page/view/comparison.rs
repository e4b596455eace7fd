//! Two values that should have been the same, laid over each other.

use whydenied::{
    diagnosis::{Comparison, Field, Finding, NodeId},
    words::{comparison as words, utc},
};
use yew::prelude::*;

use super::{
    View,
    blur::blurred,
    el::{Child, El, all, el},
    prose::{code, prose, shown, value},
};
use crate::page::align::{Run, align};

/// What the request needs and what is known of the role, where that is the open question.
pub(super) fn need(view: &View<'_>, finding: &Finding) -> Option<El> {
    let operation = view.facts.operation.as_ref()?;
    let action = operation.action()?;
    let is_open = view.facts.data_role.is_none();
    let is_of_a_role = finding.evidence.is_none() && finding.node == NodeId::AzureRbac && is_open;
    let least = operation.least_role(view.facts.service());
    is_of_a_role.then(|| {
        let note = el("dd", "note").with(code(operation.label()));
        el("dl", "comparison")
            .with(el("dt", "").with(words::place(Field::Action, true)))
            .with(el("dd", "").with(el("strong", "").with(action.name())))
            .with(el("dt", "").with(words::place(Field::Role, true)))
            .with(el("dd", "words").with(words::ROLE_NOT_KNOWN))
            .with(
                note.with(": ")
                    .with(prose(&words::least_role(action.name(), least))),
            )
    })
}

/// Found above, expected below; what differs is marked, where it is not hidden.
pub(super) fn comparison(sides: &Comparison, hides: bool) -> El {
    // Times are earlier or later, whatever their digits.
    let is_time = sides.expected_in == Field::Now;
    let runs = laid(&sides.found, &sides.expected).filter(|_| !is_time && !hides);
    let runs = runs.as_deref();
    let note = || el("dd", "note").with(words::UNDERLINED);
    el("dl", "comparison")
        .with(el("dt", "").with(place(sides.found_in, true)))
        .with(side(&sides.found, runs, true, hides).with(is_time.then(|| moment(&sides.found))))
        .with(el("dt", "").with(place(sides.expected_in, false)))
        .with(
            side(&sides.expected, runs, false, hides)
                .with(is_time.then(|| moment(&sides.expected))),
        )
        .with(runs.map(|_| note()))
}

/// A number of seconds as a date, which is what people compare.
fn moment(seconds: &str) -> Option<El> {
    let date = utc(seconds.parse().ok()?);
    Some(el("span", "moment").with(date))
}

/// Two values over each other; none where one is not known, or nothing in them is the same: then all of both
/// is different, and no letter says more than another.
pub(super) fn laid<'a>(found: &'a str, expected: &'a str) -> Option<Vec<Run<'a>>> {
    if found.is_empty() || expected.is_empty() {
        return None;
    }
    let runs = align(found, expected);
    let is_alike = runs
        .iter()
        .any(|run| matches!(run, Run::Same(same) if same.chars().count() > 2));
    is_alike.then_some(runs)
}

/// One of two values, drawn as it lies over the other, or hidden.
pub(super) fn side(whole: &str, runs: Option<&[Run<'_>]>, is_found: bool, hides: bool) -> El {
    if whole.is_empty() {
        return el("dd", "words").with(if is_found {
            words::NOT_THERE
        } else {
            words::NOT_KNOWN
        });
    }
    let drawn = match runs {
        _ if hides => blurred(value(whole)),
        None => value(whole).node(),
        Some(runs) => el("bdi", "")
            .is("dir", "ltr")
            .each(runs.iter().map(|run| stretch(run, is_found)))
            .node(),
    };
    el("dd", if is_found { "" } else { "expected" }).with(drawn)
}

fn stretch(run: &Run<'_>, is_found: bool) -> Html {
    let (found, expected) = match run {
        Run::Same(same) => return shown(same),
        Run::Differs { found, expected } => (found, expected),
    };
    let (mine, other) = if is_found {
        (found, expected)
    } else {
        (expected, found)
    };
    // The gap keeps equal stretches under each other; it is no part of the value.
    let gap = other.chars().count().saturating_sub(mine.chars().count());
    let gap = (1..=40).contains(&gap).then(|| {
        el("i", "")
            .is("aria-hidden", "true")
            .with("\u{a0}".repeat(gap))
    });
    all([
        (!mine.is_empty())
            .then(|| el("mark", "").with(shown(mine)))
            .node(),
        gap.node(),
    ])
}

/// Where a value stands.
pub(super) fn place(field: Field, is_found: bool) -> Html {
    match field {
        Field::Claim(name) => all([code(name).node(), words::IN_TOKEN.node()]),
        Field::Header(name) => all([code(name).node(), words::IN_HEADER.node()]),
        _ => words::place(field, is_found).node(),
    }
}
