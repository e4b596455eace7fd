//! What a careful reader would stop at in a token: remarks beside the verdict.

use whydenied::{
    jose::{Token, hard_look},
    words,
};

use super::{
    el::{El, el, hint, subtitle},
    icon::{Fill, Tone, small},
    prose::prose,
};

/// The remarks; nothing where there is nothing to remark upon.
pub(super) fn remarks(token: &Token) -> Option<El> {
    let remarks = hard_look(token);
    if remarks.is_empty() {
        return None;
    }
    let items = remarks.iter().map(|remark| {
        let words = el("span", "").with(prose(&words::remark(remark))).with(".");
        el("li", "").with(small(Tone::Warn, Fill::Open)).with(words)
    });
    Some(
        el("div", "signature")
            .is("data-look", "hard")
            .with(subtitle(
                "",
                "A hard look",
                hint("does not change the verdict"),
            ))
            .with(el("ul", "finds").each(items)),
    )
}
