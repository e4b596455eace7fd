//! What would make the verdict sure: asked for where it stands, so that nobody has to look for it.

use whydenied::{
    diagnosis::{Answers, Certainty, Doubt, Finding, Input, NodeId, OnPath, Verdict, Weight},
    words::{self, needs as texts, nodes},
};

use super::{
    View,
    choice::{choice, is_said},
    el::{El, el, section},
    prose::{prose, value},
};
use crate::page::{effect::Spot, message::Msg};

/// The questions and the settings that would tell more; none where the cause is certain or picked.
pub(super) fn needs(view: &View<'_>, finding: &Finding) -> Option<El> {
    if finding.certainty == Certainty::Certain || finding.is_suspected() {
        return None;
    }
    let is_sum = finding.cause.weight() == Weight::SumsUp;
    let mut asks = Vec::new();
    let mut entries = Vec::new();
    for (node, input) in open(view) {
        // The first, and the one that the cause hangs on: more of them would hide the fix. And until the answer
        // is known, it is not known either which other questions are asked.
        let hangs_on_it = finding.doubt == Some(Doubt::Needs(input)) && view.facts.status.is_some();
        let is_asked = asks.is_empty() || hangs_on_it && asks.len() == 1;
        if is_asked && let Some(ask) = words::asks(node, view.facts) {
            asks.push(self::ask(view, node, &ask, line(node, &ask)));
        }
        if is_sum && !entries.contains(&input) && texts::entry(input).is_some() {
            entries.push(input);
        }
    }
    if asks.is_empty() && entries.is_empty() {
        return None;
    }
    let entries = (!entries.is_empty()).then(|| {
        el("div", "choices").each(entries.into_iter().map(|input| {
            view.button("button", Msg::WentTo(Spot::Setting(field(input))))
                .with(texts::entry(input))
        }))
    });
    let title = if is_sum {
        texts::TO_TELL_MORE
    } else {
        texts::TO_BE_SURE
    };
    Some(section(title).is("class", "needs").each(asks).with(entries))
}

/// The questions on the way taken that cannot be told, and what would settle each.
pub(super) fn open(view: &View<'_>) -> impl Iterator<Item = (NodeId, Input)> {
    NodeId::ALL.into_iter().filter_map(|node| {
        let is_in_play = view.model.on_path(view.model.reading.item_of(node)) != OnPath::Off;
        match view.model.verdict(node) {
            Verdict::CannotTell(input) if is_in_play => Some((node, input)),
            _ => None,
        }
    })
}

/// What the person answered already, each to be taken back by its own button.
pub(super) fn given(view: &View<'_>) -> Option<El> {
    // Mostly nothing: then no question's command is put together either.
    if view.model.answers == Answers::default() {
        return None;
    }
    let mut said = Vec::new();
    for node in NodeId::ALL {
        if let Some(mut ask) = words::asks(node, view.facts) {
            ask.choices.retain(|it| is_said(view, &it.answer));
            if !ask.choices.is_empty() {
                said.push(self::ask(view, node, &ask, None));
            }
        }
    }
    (!said.is_empty()).then(|| section(texts::SAID).is("class", "needs").each(said))
}

/// What to run to answer a question, where that is short.
fn line(node: NodeId, ask: &words::Ask) -> Option<El> {
    let command = ask.command.as_ref().filter(|_| node == NodeId::Network)?;
    Some(el("code", "").with(value(&command.to_string())))
}

fn ask(view: &View<'_>, node: NodeId, ask: &words::Ask, line: Option<El>) -> El {
    let choices = ask
        .choices
        .iter()
        .map(|it| choice(view, it, Msg::AnsweredAtVerdict(it.answer.clone())));
    let words = match node {
        // Its own is not one for yes and no.
        NodeId::GrantSource => ask.prompt,
        _ => nodes::node(node).short,
    };
    let question = view.goes_to(node, prose(words));
    el("div", "choices")
        .is("role", "group")
        .is("aria-label", words)
        .with(question)
        .with(line)
        .each(choices)
}

/// The field that a setting is entered in.
const fn field(input: Input) -> &'static str {
    match input {
        Input::Authority => "authority",
        Input::AllowedObjectIds => "allow",
        _ => "audience",
    }
}
