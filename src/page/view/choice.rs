//! An answer to choose.

use whydenied::words::{Answer, Choice};

use super::{View, el::El};
use crate::page::{message::Msg, model::Answered};

/// An answer to choose, and what its choice reports.
pub(super) fn choice(view: &View<'_>, choice: &Choice, msg: Msg) -> El {
    let is_long =
        choice.label.len() > 16 || matches!(choice.answer, Answer::Status(_) | Answer::OtherStatus);
    let is_status = matches!(
        choice.answer,
        Answer::Status(_) | Answer::OtherStatus | Answer::NoToken
    );
    view.button("button", msg)
        .flag("disabled", is_status && view.model.linked.fixes_status())
        .flag("data-wide", is_long)
        .state("aria-pressed", is_given(view, &choice.answer))
        .with(choice.label)
}

/// Whether the person gave this answer to a question of the tree, and no paste did.
pub(super) fn is_said(view: &View<'_>, answer: &Answer) -> bool {
    let is_read = matches!(answer, Answer::DataRole(_)) && view.model.answers.data_role.is_none();
    let is_status = matches!(answer, Answer::Status(_) | Answer::OtherStatus);
    !is_read && !is_status && is_given(view, answer)
}

/// Whether this answer is given.
fn is_given(view: &View<'_>, answer: &Answer) -> bool {
    let model = view.model;
    let answers = &model.answers;
    match answer {
        Answer::Status(status) => {
            model.answered == Some(status.map_or(Answered::Nothing, Answered::of_status))
        }
        Answer::OtherStatus => model.answered == Some(Answered::Other),
        Answer::NoToken => false,
        Answer::TokenSent(sent) => answers.token_sent == Some(*sent),
        Answer::MetadataStatus(status) => answers.metadata_status == Some(*status),
        Answer::HomeTenant(is_home) => answers.home_tenant == Some(*is_home),
        Answer::DataRole(role) => view.facts.data_role.as_ref() == Some(role),
        Answer::RoleRecent(is_recent) => answers.role_recent == Some(*is_recent),
    }
}
