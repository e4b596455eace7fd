//! The keys, and the switch for the single ones.

use whydenied::words::keys::{Keys, PAGE, TREE};
use yew::virtual_dom::ListenerKind;

use super::super::{
    View,
    el::{El, el},
};
use crate::page::{dialog::DialogMsg, message::Msg};

pub(super) fn keys(view: &View<'_>) -> El {
    let switched = view
        .link
        .reform(|_| Msg::Dialog(DialogMsg::SwitchedShortcuts));
    let switch = el("label", "check")
        .with(
            el("input", "")
                .is("type", "checkbox")
                .checked(!view.model.dialogs.shortcuts_are_off)
                .on(ListenerKind::onchange, switched),
        )
        .with("Single keys work outside fields");
    el("div", "dialog-body")
        .with(el("h3", "").with("On the page"))
        .with(list(&PAGE))
        .with(switch)
        .with(el("h3", "").with("In the tree"))
        .with(list(&TREE))
}

fn list(keys: &[Keys]) -> El {
    el("dl", "shortcuts").each(keys.iter().map(|(names, does)| {
        el("div", "")
            .with(el("dt", "").each(names.iter().map(|name| el("kbd", "").with(*name))))
            .with(el("dd", "").with(*does))
    }))
}
