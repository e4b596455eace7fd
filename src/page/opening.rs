//! How the page was opened, by the browser's own account; and what the device remembers. Storage throws or
//! is missing in some frames and where a person forbade it: then nothing is remembered.

use gloo::events::EventListener;
use web_sys::{Storage, Window};
use yew::Callback;

use super::{
    boot,
    linked::{Followed, LinkMsg, Opening},
    memory::Memory,
    message::Msg,
};

/// The settings' one key in the device's storage.
const KEY: &str = "whydenied:settings";

/// How the page was opened.
#[cfg_attr(
    test,
    allow(dead_code, reason = "the tests say themselves how the page was opened")
)]
pub(crate) fn opening() -> Opening {
    let Some(window) = web_sys::window() else {
        return Opening::default();
    };
    let storage = storage(&window);
    let stored = storage.as_ref().map(|storage| storage.get_item(KEY));
    let (address, followed) = followed(&window);
    Opening {
        address,
        followed,
        is_framed: is_framed(&window),
        memory: stored
            .and_then(Result::ok)
            .map_or_else(Memory::default, Memory::of),
    }
}

fn followed(window: &Window) -> (String, Followed) {
    // First, for it cleans the address.
    let token = boot::take_token();
    let href = window.location().href().unwrap_or_default();
    let (address, fragment) = href.split_once('#').unwrap_or((&href, ""));
    let fragment = fragment.to_owned();
    (address.to_owned(), Followed { fragment, token })
}

fn is_framed(window: &Window) -> bool {
    window
        .parent()
        .ok()
        .flatten()
        .is_some_and(|parent| &parent != window)
}

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok().flatten()
}

/// Reports each link that is followed in the open page.
pub(crate) fn listen(link: Callback<Msg>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| {
        if let Some(window) = web_sys::window() {
            link.emit(Msg::Link(LinkMsg::Followed(followed(&window).1)));
        }
    }))
}

/// Lets the device remember the settings, or forget them; tells whether it does.
pub(crate) fn keep(settings: Option<&str>) -> bool {
    let storage = web_sys::window().and_then(|window| storage(&window));
    storage.is_some_and(|storage| {
        match settings {
            Some(settings) => storage.set_item(KEY, settings),
            None => storage.remove_item(KEY),
        }
        .is_ok()
    })
}

/// Tells the style sheet whether the page is compact.
pub(crate) fn mark_embedded(is_embedded: bool) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.toggle_attribute_with_force("data-embed", is_embedded);
    }
}
