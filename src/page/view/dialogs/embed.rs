//! The frame for another page: its options, and the snippet to copy.

use whydenied::words::embed::{
    COMPACT, FRAME, HEIGHT, LOCKED, NO_ADDRESS, NOT_HOSTED, STRIPPED, WITH_SETTINGS,
};
use yew::virtual_dom::ListenerKind;

use super::super::{
    View,
    copying::copy_button,
    el::{El, el},
    field::{private, problem},
    prose::{prose, shown},
};
use crate::page::{
    browser,
    embedding::{Choice, EmbedMsg, address, is_hosted, snippet},
    message::Msg,
    model::Copyable,
};

pub(super) fn embed(view: &View<'_>) -> El {
    let embedding = &view.model.embedding;
    let lock = check(view, Choice::Lock, embedding.is_locked, LOCKED);
    el("div", "dialog-body")
        .with(el("p", "").with(FRAME))
        .with(place(view))
        .with(
            el("div", "")
                .with(check(
                    view,
                    Choice::Settings,
                    embedding.has_settings,
                    WITH_SETTINGS,
                ))
                .with(embedding.has_settings.then_some(lock))
                .with(check(view, Choice::Compact, embedding.is_compact, COMPACT)),
        )
        .with(
            el("div", "snippet")
                .with(
                    el("code", "")
                        .is("id", Copyable::Snippet.id())
                        .is("tabindex", "0")
                        .is("role", "region")
                        .is("aria-label", "The HTML of the frame")
                        .with(shown(&snippet(view.model))),
                )
                .with(copy_button(view, Copyable::Snippet)),
        )
        .with(el("p", "hint").with(prose(HEIGHT)))
        .with(el("p", "hint").with(prose(STRIPPED)))
}

/// Where the file is.
fn place(view: &View<'_>) -> El {
    let address = address(view.model);
    let said = if is_hosted(address.trim()) {
        let is_known =
            view.model.embedding.address.is_some() || is_hosted(&view.model.linked.address);
        (!is_known).then(|| el("p", "hint").is("id", "embed-note").with(NOT_HOSTED))
    } else {
        Some(problem("embed-note".to_owned(), NO_ADDRESS))
    };
    let field = private("input", "embed-address")
        .is("type", "text")
        .is("inputmode", "url")
        .maybe("aria-describedby", said.is_some().then_some("embed-note"))
        .value(address)
        .on(
            ListenerKind::oninput,
            browser::types(view.link.clone(), |text| {
                Msg::Embed(EmbedMsg::EnteredAddress(text))
            }),
        );
    let label = el("label", "").is("for", "embed-address");
    el("div", "field")
        .with(el("div", "field-title").with(label.with("Address of the file")))
        .with(field)
        .with(said)
}

fn check(view: &View<'_>, choice: Choice, is_checked: bool, words: &'static str) -> El {
    let switched = view
        .link
        .reform(move |_| Msg::Embed(EmbedMsg::Switched(choice)));
    el("label", "check")
        .with(
            el("input", "")
                .is("type", "checkbox")
                .checked(is_checked)
                .on(ListenerKind::onchange, switched),
        )
        .with(words)
}
