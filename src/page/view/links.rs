//! Links out of the page, and to it.

use whydenied::words::link as words;
use yew::{AttrValue, virtual_dom::ListenerKind};

use super::{
    View,
    copying::copied,
    el::{El, el},
    icon::{FAIL, LINK, Tone, icon, trouble},
    prose::{code, prose},
};
use crate::page::{
    linked::{self, LinkMsg},
    message::Msg,
    model::Copyable,
};

/// A link to a source. A frame mostly may not open it, so it shows there where it leads.
pub(super) fn leads_out(view: &View<'_>, address: AttrValue, words: &'static str) -> El {
    let shown = view.model.linked.is_framed.then(|| code(&address));
    let link = el("a", "")
        .set("href", address)
        .is("target", "_blank")
        .is("rel", "noopener noreferrer")
        .with(words);
    el("span", "source-link")
        .with(link)
        .with(shown.map(|address| el("span", "").with(" ").with(address)))
}

/// The button that copies a link to the page: with its words, or else as an icon with this name.
pub(super) fn copy_link(view: &View<'_>, what: Copyable, words: &'static str) -> El {
    let is_icon = what == Copyable::Question;
    let said = copied(view, what);
    let word = el(
        "span",
        if is_icon && said.is_none() {
            "spoken"
        } else {
            ""
        },
    )
    .is("role", "status")
    .with(said.unwrap_or(words));
    view.button("button", Msg::ClickedCopy(what))
        .is("data-look", "bare")
        .flag("data-icon", is_icon && said.is_none())
        .with(icon(LINK))
        .with(word)
}

/// The link itself, selected, where there is no clipboard.
pub(super) fn shown_link(view: &View<'_>, what: Copyable) -> Option<El> {
    let is_shown = view.model.linked.shows == Some(what);
    let text = linked::address(view.model, what).filter(|_| is_shown)?;
    Some(el("p", "copied-link").with(code(&text).is("id", what.id())))
}

/// What is to be said of the link that the page was opened with.
pub(super) fn notes(view: &View<'_>) -> El {
    let linked = &view.model.linked;
    let has_token = linked.had_token;
    let has_ignored = !linked.ignored.is_empty();
    el("div", "notes")
        .is("aria-live", "polite")
        .with(has_token.then(|| note(view, words::HAD_TOKEN, LinkMsg::ReadTokenNote)))
        .with(has_ignored.then(|| note(view, &words::ignored(&linked.ignored), LinkMsg::ReadNote)))
}

fn note(view: &View<'_>, text: &str, read: LinkMsg) -> El {
    let close = view
        .button("button", Msg::Link(read))
        .is("data-look", "icon")
        .is("aria-label", "Close this note")
        .with(icon(FAIL));
    trouble(Tone::Warn)
        .with(el("span", "").with(prose(text)))
        .with(close)
}

/// Whether the device is to remember the settings, where it can.
pub(super) fn memory(view: &View<'_>) -> Option<El> {
    let linked = &view.model.linked;
    let tick = el("input", "")
        .is("type", "checkbox")
        .is("aria-describedby", "memory-note")
        .checked(linked.memory.kept.is_some())
        .on(
            ListenerKind::onchange,
            view.link.reform(|_| Msg::Link(LinkMsg::ToggledMemory)),
        );
    linked.memory.is_there.then(|| {
        el("div", "field memory")
            .with(
                el("label", "check")
                    .with(tick)
                    .with("Remember these settings on this device"),
            )
            .with(el("p", "hint").is("id", "memory-note").with(words::MEMORY))
    })
}
