//! The header and the footer.

use yew::virtual_dom::ListenerKind;

use super::{
    View,
    el::{El, el},
    icon::{EMBED, HALF, Icon, KEYS, MOON, SAVE, SHIELD, SUN, icon},
};
use crate::page::{browser, dialog::Dialog, version::version};

/// The name, what was sent, the file to keep, the frame for a wiki, the keys, and the switch between light and dark.
#[inline(never)]
pub(super) fn masthead(view: &View<'_>) -> El {
    let names = el("div", "")
        .with(el("h1", "").with("Why denied?"))
        .with(el("p", "").with("401 and 403 from Azure FHIR, explained"));
    let themes = el("fieldset", "themes")
        .on(ListenerKind::onchange, browser::dresses())
        .with(el("legend", "spoken").with("Theme"))
        .with(theme("auto", HALF, "As the system"))
        .with(theme("light", SUN, "Light"))
        .with(theme("dark", MOON, "Dark"));
    let offline = view
        .opens("button", Dialog::Offline)
        .is("data-look", "bare")
        .with(icon(SAVE))
        .with(el("span", "word").with("Offline copy"));
    let embed = view
        .opens("button", Dialog::Embed)
        .is("data-look", "bare")
        .flag("data-wide", true)
        .with(icon(EMBED))
        .with(el("span", "word").with("Embed"));
    let keys = view
        .opens("button", Dialog::Keys)
        .is("data-look", "bare")
        .flag("data-wide", true)
        .is("aria-label", "Keys")
        .is("title", "Keys")
        .with(icon(KEYS));
    el("header", "masthead")
        .with(el("div", "brand").with(emblem()).with(names))
        .with(
            el("div", "tools")
                .with(badge(view))
                .with(offline)
                .with(embed)
                .with(keys)
                .with(themes),
        )
}

/// How many requests were made since the page was loaded, and how many attempts the policy stopped.
fn badge(view: &View<'_>) -> El {
    let traffic = view.model.dialogs.traffic;
    let tone = if traffic.sent == 0 { "pass" } else { "fail" };
    let requests = if traffic.sent == 1 {
        " request"
    } else {
        " requests"
    };
    let blocked =
        (traffic.blocked > 0).then(|| [", ", &traffic.blocked.to_string(), " blocked"].concat());
    let words = el("span", "")
        .with(el("b", "").with(traffic.sent.to_string()))
        .with(requests)
        .with(el("span", "word").with(" since load"))
        .with(blocked);
    view.opens("badge", Dialog::Privacy)
        .is("data-tone", tone)
        .with(icon(SHIELD))
        .with(words)
}

/// Two ways from one point; one is barred.
fn emblem() -> El {
    el("svg", "")
        .is("viewBox", "0 0 28 28")
        .is("aria-hidden", "true")
        .with(el("path", "").is("d", "M14 6v2a4 4 0 0 1-4 4H9a4 4 0 0 0-4 4v3M2 20.5l6 6m0-6l-6 6"))
        .with(el("path", "").is("d", "M14 8a4 4 0 0 0 4 4h1a4 4 0 0 1 4 4v4M25.5 23.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z").is("opacity", ".45"))
        .with(el("circle", "").is("cx", "14").is("cy", "4").is("r", "2.5"))
}

fn theme(value: &'static str, shape: Icon, name: &'static str) -> El {
    // `checked` is an attribute, not a property: each redraw would set a property again.
    let first = (value == "auto").then_some("");
    let radio = el("input", "spoken")
        .is("type", "radio")
        .is("name", "theme")
        .set("id", ["theme-", value].concat().into())
        .is("value", value)
        .maybe("checked", first);
    el("label", "")
        .is("title", name)
        .with(radio)
        .with(icon(shape))
        .with(el("span", "spoken").with(name))
}

/// What the page does with what was pasted, and which file it is.
pub(super) fn colophon(view: &View<'_>) -> El {
    el("footer", "colophon")
        .with(el("span", "").with(
            "Everything above was worked out in this tab. Nothing was sent, nothing is kept.",
        ))
        .with(
            view.opens("link", Dialog::Privacy)
                .with("How to check that yourself"),
        )
        .with(view.opens("link", Dialog::Causes).with("Every cause"))
        .with(
            view.opens("link", Dialog::Terms)
                .with("What the words mean"),
        )
        .with(view.opens("link", Dialog::Embed).with("Embed in a wiki"))
        .with(
            view.opens("link", Dialog::Keys)
                .with("Keys: press ")
                .with(el("kbd", "").with("?")),
        )
        .with(el("span", "").with("Not a Microsoft product"))
        .with(el("span", "").with(version()))
}
