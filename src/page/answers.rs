//! Answers that are given on the tree.

use whydenied::{
    diagnosis::{Branch, CauseId, NodeId},
    words::Answer,
};

use super::{
    model::{Answered, Model},
    walk::Item,
};

/// Takes in an answer. One that is given again is taken back.
pub(super) fn take(model: &mut Model, answer: Answer) {
    let node = match &answer {
        Answer::Status(status) => {
            return pick(model, status.map_or(Answered::Nothing, Answered::of_status));
        }
        Answer::OtherStatus => return pick(model, Answered::Other),
        Answer::NoToken => {
            pick(model, Answered::Nothing);
            model.selected = Some(Item::of(NodeId::TokenRequest, Branch::NoAnswer));
            return;
        }
        Answer::TokenSent(_) => NodeId::BearerSent,
        Answer::MetadataStatus(_) => NodeId::Network,
        Answer::HomeTenant(_) => NodeId::GrantSource,
        Answer::DataRole(_) => NodeId::AzureRbac,
        Answer::RoleRecent(_) => NodeId::Propagation,
    };
    let answers = &mut model.answers;
    match answer {
        Answer::TokenSent(sent) => toggle(&mut answers.token_sent, sent),
        Answer::MetadataStatus(status) => toggle(&mut answers.metadata_status, status),
        Answer::HomeTenant(is_home) => toggle(&mut answers.home_tenant, is_home),
        Answer::DataRole(role) => toggle(&mut answers.data_role, role),
        Answer::RoleRecent(is_recent) => toggle(&mut answers.role_recent, is_recent),
        Answer::Status(_) | Answer::OtherStatus | Answer::NoToken => {}
    }
    model.judge();
    // The answered question stays in view, so that the answer can be seen and taken back.
    model.selected = Some(model.reading.item_of(node));
}

fn pick(model: &mut Model, answered: Answered) {
    if model.linked.fixes_status() {
        return;
    }
    model.answered = Some(answered);
    model.selected = None;
    model.judge();
}

/// An answer given again is taken back.
fn toggle<T: PartialEq>(answer: &mut Option<T>, given: T) {
    *answer = if answer.as_ref() == Some(&given) {
        None
    } else {
        Some(given)
    };
}

/// Takes back the cause that the person suspects at a question.
pub(super) fn take_back(model: &mut Model, node: NodeId) {
    model.answers.suspects.retain(|(of, _)| *of != node);
    model.judge();
}

/// Takes in a cause that the person suspects, one a question.
pub(super) fn suspect(model: &mut Model, node: NodeId, cause: CauseId) {
    let suspects = &mut model.answers.suspects;
    let was_picked = suspects.contains(&(node, cause));
    suspects.retain(|(of, _)| *of != node);
    if !was_picked {
        suspects.push((node, cause));
    }
    model.judge();
    model.selected = Some(model.reading.item_of(node));
}
