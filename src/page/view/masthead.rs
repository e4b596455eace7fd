//! The header and the footer.

use super::{
    el::{El, el},
    icon::{HALF, Icon, MOON, SUN, icon},
};

/// The name, and the switch between light and dark.
pub(super) fn masthead() -> El {
    let names = el("div", "")
        .with(el("h1", "").with("Why denied?"))
        .with(el("p", "").with("401 and 403 from Azure FHIR, explained"));
    // The style sheet reads the switch: no code runs when it is set, and nothing is kept.
    let themes = el("fieldset", "themes")
        .with(el("legend", "spoken").with("Theme"))
        .with(theme("theme-auto", HALF, "As the system"))
        .with(theme("theme-light", SUN, "Light"))
        .with(theme("theme-dark", MOON, "Dark"));
    el("header", "masthead")
        .with(el("div", "brand").with(emblem()).with(names))
        .with(themes)
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

fn theme(id: &'static str, shape: Icon, name: &'static str) -> El {
    // `checked` is an attribute, not a property: each redraw would set a property again.
    let first = (id == "theme-auto").then_some("");
    let radio = el("input", "spoken")
        .is("type", "radio")
        .is("name", "theme")
        .is("id", id)
        .maybe("checked", first);
    el("label", "")
        .is("title", name)
        .with(radio)
        .with(icon(shape))
        .with(el("span", "spoken").with(name))
}

/// What the page does with what was pasted.
pub(super) fn colophon() -> El {
    el("footer", "colophon")
        .with(el("span", "").with(
            "Everything above was worked out in this tab. Nothing was sent, nothing is kept.",
        ))
        .with(el("span", "").with("Not a Microsoft product"))
}
