//! The running file, to keep.

use whydenied::words::privacy::{CANNOT_SAVE, DIFFERS, HASHING, NO_HASH, SAVED};

use super::super::{
    View,
    el::{El, el},
    icon::{SAVE, icon},
};
use crate::page::{dialog::DialogMsg, message::Msg, version::version};

pub(super) fn offline(view: &View<'_>) -> El {
    let save = view
        .button("button", Msg::Dialog(DialogMsg::ClickedSave))
        .is("data-look", "main")
        .with(icon(SAVE))
        .with("Save whydenied.html");
    let commands = HASHING.into_iter().map(|(system, command)| {
        el("div", "")
            .with(el("dt", "").with(system))
            .with(el("dd", "").with(el("code", "").with(command)))
    });
    el("div", "dialog-body")
        .with(el("p", "").with(SAVED))
        .with(el("p", "").with(save))
        .with(el("p", "hint").with(CANNOT_SAVE))
        .with(fingerprint(view))
        .with(el("h3", "").with("Compare it"))
        .with(el("dl", "pairs").each(commands))
        .with(el("p", "hint").with(DIFFERS))
}

/// The SHA-256 of the running file, and its version.
pub(super) fn fingerprint(view: &View<'_>) -> El {
    let shipped = view.model.dialogs.shipped.as_ref();
    let hash = shipped.map(|shipped| match &shipped.sha256 {
        Some(hash) => el("code", "").is("id", "sha256").with(hash.to_string()),
        None => el("span", "").with(NO_HASH),
    });
    let row = |term: &'static str, definition: El| {
        el("div", "").with(el("dt", "").with(term)).with(definition)
    };
    el("dl", "pairs")
        .with(row("SHA-256", el("dd", "").with(hash)))
        .with(row("This file", el("dd", "").with(version())))
}
