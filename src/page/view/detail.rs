//! One question in full: the answer, its evidence, why it is asked, where each answer leads.

use whydenied::{
    diagnosis::{Branch, CauseId, Certainty, Doubt, Finding, NodeId, Place, Verdict},
    words::{self, Answer, Ask, Choice, nodes},
};
use yew::prelude::*;

use super::{
    View, exhibits, fix,
    icon::{Fill, LEFT, RIGHT, Tone, icon, mark},
    prose::{code, prose},
};
use crate::page::{
    message::Msg,
    model::{Answered, Copyable},
    walk::{Item, branch_id},
};

/// The panel with the chosen question.
pub(super) fn detail(view: &View<'_>) -> Html {
    let item = view.model.shown();
    let node = item.node();
    let words = nodes::node(node);
    let ask = words::asks(node, view.facts);
    html! {
        <section class="panel detail" id="detail" aria-labelledby="h-detail">
            { crumbs(item) }
            <h2 id="h-detail" tabindex="-1">{ prose(words.question) }</h2>
            { for answer(view, node) }
            { for finding(view, node).filter(|_| !view.model.is_cause(node)).map(|finding| told(view, finding)) }
            { exhibits::exhibits(view, node) }
            { for ask.as_ref().map(|ask| self::ask(view, ask)) }
            <section><h3>{ if node == NodeId::Status { "Why this comes first" } else { "Why the service asks" } }</h3><p>{ prose(words.why) }</p></section>
            { leads(view, node, words.leads) }
            { suspects(view, node) }
            <p class="text">{ "Source: " }<a href={words.source.url} target="_blank" rel="noopener noreferrer">{ words.source.title }</a></p>
            { pager(view, item) }
        </section>
    }
}

fn crumbs(item: Item) -> Html {
    let Item::Node(place) = item else { return Html::default() };
    let branch = (place.branch != Branch::Root).then(|| branch_id(place.branch));
    let path = branch.into_iter().chain(place.under.map(NodeId::id)).chain([place.node.id()]);
    html! { <ol class="crumbs" aria-label="Where this question stands">{ for path.map(|step| html! { <li>{ code(step) }</li> }) }</ol> }
}

/// The answer; none while the root waits, whose answers are the buttons.
fn answer(view: &View<'_>, node: NodeId) -> Option<Html> {
    let reading = &view.model.reading;
    let state = reading.diagnosis.node(node)?;
    if node == NodeId::Status {
        return None;
    }
    let tone = Tone::of(state.verdict);
    let answer = words::answer(state, &reading.diagnosis, view.facts);
    Some(html! {
        <p class="answer" data-tone={tone.word()}>{ mark(tone, Fill::Full, None) }<span>{ prose(&answer) }</span></p>
    })
}

/// What was found at a question.
fn finding<'a>(view: &View<'a>, node: NodeId) -> Option<&'a Finding> {
    view.model.reading.diagnosis.findings().find(|finding| finding.node == node)
}

/// A finding that is not the headline, in full: the verdict tells only the headline's.
fn told(view: &View<'_>, finding: &Finding) -> Html {
    let words = words::cause(finding, view.facts);
    html! {
        <section>
            <h3>{ "What was found" }</h3>
            <p><strong>{ prose(&words.headline) }</strong>{ " " }{ prose(&words.explanation) }</p>
            { for words.remedies.iter().map(|remedy| html! {
                <p><strong>{ remedy.mover.label() }{ ":" }</strong>{ " " }{ prose(&remedy.step) }</p>
            }) }
        </section>
    }
}

fn ask(view: &View<'_>, ask: &Ask) -> Html {
    html! {
        <>
            { for ask.command.as_ref().map(|line| fix::command(view, line, Copyable::Ask)) }
            <fieldset class="ask">
                <legend><h3>{ prose(ask.prompt) }</h3></legend>
                <div class="choices">{ for ask.choices.iter().map(|choice| self::choice(view, choice)) }</div>
            </fieldset>
        </>
    }
}

fn choice(view: &View<'_>, choice: &Choice) -> Html {
    let is_long = choice.label.len() > 16 || matches!(choice.answer, Answer::Status(_) | Answer::OtherStatus);
    html! {
        <button type="button" class="button" data-wide={is_long.then_some("")} aria-pressed={pressed(is_given(view, &choice.answer))}
            onclick={view.click(Msg::Answered(choice.answer.clone()))}>
            { choice.label }
        </button>
    }
}

const fn pressed(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// Whether the person gave this answer.
fn is_given(view: &View<'_>, answer: &Answer) -> bool {
    let model = view.model;
    let answers = &model.answers;
    match answer {
        Answer::Status(status) => model.answered == Some(status.map_or(Answered::Nothing, Answered::of_status)),
        Answer::OtherStatus => model.answered == Some(Answered::Other),
        Answer::NoToken => false,
        Answer::TokenSent(sent) => answers.token_sent == Some(*sent),
        Answer::MetadataStatus(status) => answers.metadata_status == Some(*status),
        Answer::HomeTenant(is_home) => answers.home_tenant == Some(*is_home),
        Answer::DataRole(role) => answers.data_role.as_ref() == Some(role),
        Answer::RoleRecent(is_recent) => answers.role_recent == Some(*is_recent),
    }
}

/// Where each answer leads; the one given is marked.
fn leads(view: &View<'_>, node: NodeId, leads: &[nodes::Lead]) -> Html {
    let verdict = view.model.verdict(node);
    let given = match verdict {
        Verdict::Pass | Verdict::Warn => "Yes",
        Verdict::Fail => "No",
        _ => "",
    };
    // Where an answer has several ways to go on, which one was taken is not for this table to say.
    let is_given = |answer: &str| !given.is_empty() && answer == given;
    html! {
        <section>
            <h3>{ "Where each answer leads" }</h3>
            <ul class="leads" data-tone={Tone::of(verdict).word()}>
                { for leads.iter().map(|lead| html! {
                    <li aria-current={is_given(lead.answer).then_some("true")}>
                        <b>{ prose(lead.answer) }</b>
                        <span>{ match lead.node {
                            Some(node) => view.goes_to(node, prose(lead.leads_to)),
                            None => prose(lead.leads_to),
                        } }</span>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// The causes at a question as choices: every cause can be reached by clicking alone.
fn suspects(view: &View<'_>, node: NodeId) -> Html {
    let causes: Vec<CauseId> = CauseId::ALL.iter().copied().filter(|cause| cause.node() == node).collect();
    let is_open = matches!(view.model.verdict(node), Verdict::CannotTell(_) | Verdict::NotApplicable);
    let picked = |cause| view.model.answers.suspects.contains(&(node, cause));
    let has_pick = causes.iter().any(|cause| picked(*cause));
    if causes.is_empty() || node == NodeId::Status || !(is_open || has_pick) {
        return Html::default();
    }
    html! {
        <details class="suspects" open={has_pick}>
            <summary>{ "Do you suspect one of these causes?" }</summary>
            <div class="choices">
                { for causes.iter().map(|cause| html! {
                    <button type="button" class="button" data-wide="" aria-pressed={pressed(picked(*cause))} onclick={view.click(Msg::Suspected(node, *cause))}>
                        <span>{ prose(&words::cause(&suspected(node, *cause), view.facts).headline) }</span>
                    </button>
                }) }
            </div>
        </details>
    }
}

/// A cause that is only suspected.
const fn suspected(node: NodeId, cause: CauseId) -> Finding {
    Finding { cause, node, certainty: Certainty::Possible, evidence: None, doubt: Some(Doubt::Suspected) }
}

/// The questions before and behind, on the same branch.
fn pager(view: &View<'_>, item: Item) -> Html {
    let Item::Node(Place { branch, .. }) = item else { return Html::default() };
    let on_branch: Vec<Item> = crate::page::walk::visible(|_| false)
        .into_iter()
        .filter(|other| matches!(other, Item::Node(_)) && other.branch() == branch)
        .collect();
    let at = on_branch.iter().position(|other| *other == item).unwrap_or(0);
    let before = at.checked_sub(1).and_then(|at| on_branch.get(at));
    let behind = on_branch.get(at + 1);
    if before.is_none() && behind.is_none() {
        return Html::default();
    }
    html! {
        <nav class="pager" aria-label="Neighbouring questions">
            { for before.map(|item| html! {
                <button type="button" class="button" data-look="bare" onclick={view.click(Msg::ClickedItem(*item))}>{ icon(LEFT) }{ item.node().id() }</button>
            }) }
            { for behind.map(|item| html! {
                <button type="button" class="button" data-look="bare" data-way="next" onclick={view.click(Msg::ClickedItem(*item))}>{ item.node().id() }{ icon(RIGHT) }</button>
            }) }
        </nav>
    }
}
