//! The short answers on the cards.

use super::{causes, nodes::node, template::Said, texts};
use crate::diagnosis::{
    CauseId, Detail, Diagnosis, Facts, Input, NodeId, NodeState, SignatureCheck, Verdict,
};

/// A verdict as one word or two.
pub const fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "passed",
        Verdict::Warn => "passed, with a warning",
        Verdict::Fail => "failed",
        Verdict::CannotTell(_) => "asks you",
        Verdict::NotApplicable => "does not apply",
        Verdict::NotReached => "not reached",
    }
}

/// Of what the service did not ask any more, because it had refused before.
pub const HERE_ONLY: &str = "not asked by the service, checked here only";

/// The short answer to a question, as it stands on its card.
pub fn answer(state: &NodeState, diagnosis: &Diagnosis, facts: &Facts<'_>) -> String {
    let finding = diagnosis
        .findings()
        .find(|finding| finding.node == state.node);
    let said = Said {
        facts,
        finding,
        state: Some(state),
    };
    // At 401 the causes of the 403 questions are not listed, only judged.
    let cause = match state.detail {
        Detail::Because(cause) => Some(cause),
        Detail::FollowsFrom(_) => None,
        _ => finding.map(|finding| finding.cause),
    };
    said.say(template(state, cause, facts))
}

fn template(state: &NodeState, cause: Option<CauseId>, facts: &Facts<'_>) -> &'static str {
    let words = node(state.node);
    match (state.verdict, state.detail) {
        (Verdict::NotApplicable, _) => "Does not apply",
        (Verdict::NotReached, _) if state.node == NodeId::Propagation => {
            "Asked once a role is there"
        }
        (Verdict::NotReached, _) => "Not reached",
        (Verdict::CannotTell(input), _) => open(state.node, input, facts),
        (Verdict::Fail, Detail::PersonSaid) => "Not known: a cause is picked",
        (Verdict::Pass, _) | (_, Detail::ExpiresSoon) => words.passes,
        _ => match cause.map_or("", |cause| {
            texts::line(causes::section(cause, facts), "answer")
        }) {
            "" => words.fails,
            answer => answer,
        },
    }
}

/// The answer to a question that is open.
fn open(node: NodeId, input: Input, facts: &Facts<'_>) -> &'static str {
    let is_unsupported = facts.case.signature_check == Some(SignatureCheck::Unsupported);
    match (node, input) {
        (NodeId::Status, _) => "Click the answer you got",
        (NodeId::Network | NodeId::AzureRbac | NodeId::Propagation, _)
        | (NodeId::BearerSent, Input::Token) => "Only you can tell",
        (NodeId::GrantSource, Input::HomeTenant) => "Azure RBAC, if the tenant is its own",
        (NodeId::Operation, Input::DataRole) => "Known once you name the role",
        (NodeId::Signature, Input::Keys) if is_unsupported => {
            "Not checked: no fitting key or algorithm"
        }
        (NodeId::Signature, Input::Keys) => "Not checked: paste the keys",
        _ => "Not known: {open-input}",
    }
}
