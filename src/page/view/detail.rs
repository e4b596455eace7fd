//! One question in full: the answer, its evidence, why it is asked, where each answer leads.

use whydenied::{
    diagnosis::{Branch, CauseId, Detail, Finding, NodeId, Place, Verdict},
    words::{self, Ask, nodes},
};

use yew::virtual_dom::ListenerKind;

use super::{
    View, choice,
    el::{Child, El, all, el, section},
    exhibits, fix,
    icon::{Fill, LEFT, RIGHT, Tone, icon, mark},
    links::{copy_link, leads_out, shown_link},
    prose::{code, prose},
};
use crate::page::{
    browser,
    message::Msg,
    model::{Copyable, Drawn},
    walk::{self, Item, branch_id},
};

/// The panel with the chosen question.
#[inline(never)]
pub(super) fn detail(view: &View<'_>) -> El {
    // The verdict comes first: the panel keeps what it shows for that moment.
    let item = match view.model.drawn {
        Drawn::VerdictFirst => walk::ROOT,
        Drawn::Whole => view.model.shown(),
    };
    let node = item.node();
    let words = nodes::node(node);
    let told = finding(view, node)
        .filter(|_| !view.model.is_cause(node))
        .map(|finding| told(view, finding));
    let source = leads_out(view, words.source.url.into(), words.source.title);
    let why = if node == NodeId::Status {
        "Why this comes first"
    } else {
        "Why the service asks"
    };
    el("section", "panel detail")
        .keyed(item.id())
        .is("id", "detail")
        .is("tabindex", "-1")
        .is("aria-labelledby", "h-detail")
        .on(
            ListenerKind::onkeydown,
            browser::presses(view.link.clone(), pressed),
        )
        .with(el("div", "detail-title").with(crumbs(item)).with(copy_link(
            view,
            Copyable::Question,
            "Copy a link to this question",
        )))
        .with(shown_link(view, Copyable::Question))
        .with(
            el("h2", "")
                .is("id", "h-detail")
                .with(prose(words.question)),
        )
        .with(answer(view, node))
        .with(told)
        .with(exhibits::exhibits(view, node))
        .with(words::asks(node, view.facts).map(|ask| self::ask(view, &ask).node()))
        .with(section(why).with(el("p", "").with(prose(words.why))))
        .with(leads(view, node, words.leads))
        .with(suspects(view, node))
        .with(el("p", "text").with("Source: ").with(source))
        .with(pager(view, item))
}

/// What a key does in the panel.
fn pressed(name: &str) -> Option<Msg> {
    if name == "Escape" {
        return Some(Msg::LeftDetail);
    }
    name.parse().ok().map(Msg::PressedAnswer)
}

fn crumbs(item: Item) -> Option<El> {
    let Item::Node(place) = item else { return None };
    let branch = (place.branch != Branch::Root).then(|| branch_id(place.branch));
    let path = branch
        .into_iter()
        .chain(place.under.map(NodeId::id))
        .chain([place.node.id()]);
    Some(
        el("ol", "crumbs")
            .is("aria-label", "Where this question stands")
            .each(path.map(|step| el("li", "").with(code(step)))),
    )
}

/// The answer; none while the root waits, whose answers are the buttons.
fn answer(view: &View<'_>, node: NodeId) -> Option<El> {
    let diagnosis = &view.model.reading.diagnosis;
    let state = diagnosis.node(node).filter(|_| node != NodeId::Status)?;
    let tone = Tone::of(view.model.verdict(node));
    let words = prose(&view.answer(state));
    let words = match state.detail {
        Detail::FollowsFrom(other) => view.goes_to(other, words),
        _ => el("span", "").with(words),
    };
    Some(
        el("p", "answer")
            .is("data-tone", tone.word())
            .with(mark(tone, Fill::Full, None))
            .with(words),
    )
}

/// What was found at a question.
fn finding<'a>(view: &View<'a>, node: NodeId) -> Option<&'a Finding> {
    view.model
        .reading
        .diagnosis
        .findings()
        .find(|finding| finding.node == node)
}

/// A finding that is not the headline, in full: the verdict tells only the headline's.
fn told(view: &View<'_>, finding: &Finding) -> El {
    let words = words::cause(finding, view.facts);
    let moves = words.remedies.iter().map(|remedy| {
        let whose = el("strong", "").with(remedy.mover.label()).with(": ");
        el("p", "").with(whose).with(prose(&remedy.step))
    });
    let headline = el("strong", "").with(prose(&words.headline));
    section("What was found")
        .with(
            el("p", "")
                .with(headline)
                .with(" ")
                .with(prose(&words.explanation)),
        )
        .each(moves)
}

fn ask(view: &View<'_>, ask: &Ask) -> yew::Html {
    let choices = ask
        .choices
        .iter()
        .map(|choice| choice::choice(view, choice, Msg::Answered(choice.answer.clone())));
    all([
        ask.command
            .as_ref()
            .map(|line| fix::command(view, line, Copyable::Ask))
            .node(),
        ask.command
            .as_ref()
            .and_then(|line| fix::blanks(view, line, Copyable::AskLookUp))
            .node(),
        el("fieldset", "ask")
            .with(el("legend", "").with(el("h3", "").with(prose(ask.prompt))))
            .with(el("div", "choices").each(choices))
            .node(),
    ])
}

/// Where each answer leads; the one given is marked.
fn leads(view: &View<'_>, node: NodeId, leads: &[nodes::Lead]) -> El {
    let verdict = view.model.verdict(node);
    let given = match verdict {
        Verdict::Pass | Verdict::Warn => "Yes",
        Verdict::Fail => "No",
        _ => "?",
    };
    let rows = leads.iter().map(|lead| {
        let to = prose(lead.leads_to);
        let to = match lead.node {
            Some(node) => view.goes_to(node, to).node(),
            None => to,
        };
        el("li", "")
            .maybe("aria-current", (lead.answer == given).then_some("true"))
            .with(el("b", "").with(prose(lead.answer)))
            .with(el("span", "").with(to))
    });
    section("Where each answer leads").with(
        el("ul", "leads")
            .is("data-tone", Tone::of(verdict).word())
            .each(rows),
    )
}

/// The causes at a question as choices: every cause can be reached by clicking alone.
fn suspects(view: &View<'_>, node: NodeId) -> Option<El> {
    let is_picked = |cause: CauseId| view.model.answers.suspects.contains(&(node, cause));
    let causes = CauseId::of_node(node);
    let has_pick = causes.iter().any(|cause| is_picked(*cause));
    let is_open = matches!(
        view.model.verdict(node),
        Verdict::CannotTell(_) | Verdict::NotApplicable
    );
    if causes.is_empty() || node == NodeId::Status || !(is_open || has_pick) {
        return None;
    }
    let choices = causes.into_iter().map(|cause| {
        let headline = words::cause(&Finding::suspected(cause), view.facts).headline;
        view.button("button", Msg::Suspected(node, cause))
            .flag("data-wide", true)
            .state("aria-pressed", is_picked(cause))
            .with(el("span", "").with(prose(&headline)))
    });
    Some(
        el("details", "suspects")
            .flag("open", has_pick)
            .with(el("summary", "").with("Do you suspect one of these causes?"))
            .with(el("div", "choices").each(choices)),
    )
}

/// The questions before and behind, on the same branch.
fn pager(view: &View<'_>, item: Item) -> Option<El> {
    let Item::Node(Place { branch, .. }) = item else {
        return None;
    };
    let on_branch: Vec<Item> = walk::visible(|_| false)
        .into_iter()
        .filter(|other| matches!(other, Item::Node(_)) && other.branch() == branch)
        .collect();
    let at = on_branch.iter().position(|other| *other == item)?;
    let before = at.checked_sub(1).and_then(|at| on_branch.get(at));
    let behind = on_branch.get(at + 1);
    let turn = |to: &Item| {
        view.button("button", Msg::ClickedItem(*to))
            .is("data-look", "bare")
    };
    (on_branch.len() > 1).then(|| {
        el("nav", "pager")
            .is("aria-label", "Neighbouring questions")
            .with(before.map(|to| turn(to).with(icon(LEFT)).with(to.node().id())))
            .with(behind.map(|to| {
                turn(to)
                    .is("data-way", "next")
                    .with(to.node().id())
                    .with(icon(RIGHT))
            }))
    })
}
