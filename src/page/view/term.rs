//! A term's meaning, one click from where it stands. The browser opens it and closes it again.

use whydenied::words;

use super::{
    el::{El, el},
    prose::prose,
};

/// The button that opens it, and what it says; nothing for a term that is not explained. `place` is the id of
/// what the term stands at; `found` tells where its value is found, where there is one.
pub(super) fn term(place: &'static str, name: &'static str, found: Option<String>) -> Option<El> {
    let words = words::term(name);
    if words.is_empty() {
        return None;
    }
    let popover = [place, "-meaning"].concat();
    let button = el("button", "help")
        .is("type", "button")
        .set("popovertarget", popover.clone().into())
        .with(el("span", "").is("aria-hidden", "true").with("?"))
        .with(el("span", "spoken").with("What is “").with(name).with("”?"));
    let meaning = el("div", "meaning")
        .set("id", popover.into())
        .is("popover", "auto")
        .with(el("strong", "").with(name))
        .with(el("p", "").with(prose(words)))
        .with(found.map(|found| el("p", "").with(prose(&found))));
    Some(el("span", "term").with(button).with(meaning))
}
