//! The button that copies, and what is said of it.

use super::{
    View,
    el::{El, el},
    icon::{COPY, icon},
};
use crate::page::{message::Msg, model::Copyable};

/// What is said of a copy that was just made.
pub(super) fn copied(view: &View<'_>, what: Copyable) -> Option<&'static str> {
    let made = view.model.copied.filter(|made| made.what == what)?;
    Some(if made.took {
        "Copied"
    } else {
        "Selected: press Ctrl+C"
    })
}

/// The button that copies a command or a snippet.
pub(super) fn copy_button(view: &View<'_>, what: Copyable) -> El {
    let word = copied(view, what).unwrap_or("Copy");
    let is_command = !matches!(what, Copyable::Fix | Copyable::Report | Copyable::Snippet);
    let is_brief = is_command && word == "Copy";
    let word = el("span", if is_brief { "spoken" } else { "" })
        .is("role", "status")
        .with(word);
    view.button("button", Msg::ClickedCopy(what))
        .maybe("data-look", is_brief.then_some("icon"))
        .with(icon(COPY))
        .with(word)
}
