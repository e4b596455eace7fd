//! What comes from the browser: text that is typed, pasted, dropped or opened. All of it becomes a
//! [`Msg`]; nothing is decided here but what may go into the paste box.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, FileList, HtmlElement,
    HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent, KeyboardEvent,
};
use whydenied::intake::{self, Encoding, har::HarReader};
use yew::{platform::spawn_local, prelude::*};

use super::{
    message::Msg,
    recording,
    source::Trouble,
    taking::{LARGEST_FILE, LONGEST_PASTE},
    walk::Item,
};

/// Reports the text of a field.
pub(crate) fn types(link: Callback<Msg>, report: fn(AttrValue) -> Msg) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let Some(target) = event.target() else { return };
        let text = match target.dyn_into::<HtmlTextAreaElement>() {
            Ok(area) => area.value(),
            Err(other) => other.unchecked_into::<HtmlInputElement>().value(),
        };
        link.emit(report(text.into()));
    })
}

/// Reports the text of the paste box, and whether it was changed by hand: by a key, and not by a paste.
pub(crate) fn changes_evidence(link: Callback<Msg>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let input = event.dyn_ref::<InputEvent>();
        let is_typed = input.is_some_and(|input| {
            let kind = input.input_type();
            // What is deleted or taken back has no text; a paste may have none either, or a long one.
            match input.data() {
                Some(text) => !kind.starts_with("insertFrom") && text.len() <= LONGEST_TYPED,
                None => {
                    kind == "insertLineBreak"
                        || kind.starts_with("delete")
                        || kind.starts_with("history")
                }
            }
        });
        let report = if is_typed {
            Msg::TypedEvidence
        } else {
            Msg::PastedEvidence
        };
        types(link.clone(), report).emit(event);
    })
}

/// A keyboard, or what suggests words to it, enters no more bytes at once.
const LONGEST_TYPED: usize = 32;

/// Reports the value of a select.
pub(crate) fn selects(link: Callback<Msg>, report: fn(&str) -> Msg) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            link.emit(report(&select.value()));
        }
    })
}

/// Dresses the page in the theme whose radio button was chosen. The root bears its name; nothing is kept.
pub(crate) fn dresses() -> Callback<Event> {
    Callback::from(|event: Event| {
        let theme = event
            .target_dyn_into::<HtmlInputElement>()
            .map(|radio| radio.value());
        let document = web_sys::window().and_then(|window| window.document());
        let root = document.and_then(|document| document.document_element());
        if let (Some(theme), Some(root)) = (theme, root) {
            let _ = root.set_attribute("data-theme", &theme);
        }
    })
}

/// Takes a long paste as a file before it gets into the box, and keeps two pastes apart: what is pasted
/// behind a text begins on a line of its own.
pub(crate) fn pastes(link: Callback<Msg>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let clipboard = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data);
        if clipboard.is_some_and(|clipboard| takes(&link, &event, &clipboard)) {
            return;
        }
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            begin_line(&area);
            // The browser shows the end of the longest line; a person looks for the beginning.
            Timeout::new(0, move || area.set_scroll_left(0)).forget();
        }
    })
}

/// A command is copied on one line, as it is run, where all of it is selected as it is shown.
pub(crate) fn copies(command: String) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let clipboard = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data);
        if clipboard.is_some_and(|clipboard| clipboard.set_data("text/plain", &command).is_ok()) {
            event.prevent_default();
        }
    })
}

/// Takes files, and text too long for the box, away from the browser.
fn takes(link: &Callback<Msg>, event: &Event, carried: &DataTransfer) -> bool {
    let files = carried.files().filter(|files| files.length() > 0);
    let text = carried.get_data("text/plain").unwrap_or_default();
    let is_long = text.len() > LONGEST_PASTE;
    if files.is_some() || is_long {
        event.prevent_default();
    }
    match files {
        Some(files) => read(link, &files),
        None if is_long => link.emit(Msg::ReadFile {
            name: None,
            size: text.len(),
            text,
            encoding: Encoding::Utf8,
        }),
        None => return false,
    }
    true
}

fn begin_line(area: &HtmlTextAreaElement) {
    let value = area.value();
    let length = area.text_length();
    let is_behind = area.selection_start().ok().flatten() == Some(length);
    if length > 0 && is_behind && !value.ends_with('\n') {
        let _ = area.set_range_text_with_start_and_end_and_mode("\n", length, length, "end");
    }
}

/// Reports that a file hangs over the box, or does no longer; a drop is only allowed where the dragging
/// is answered.
pub(crate) fn drags(link: Callback<Msg>, over: bool) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let carried = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer);
        if carried.is_some_and(|carried| carried.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
            link.emit(Msg::DraggedFile { over });
        }
    })
}

/// Reads a dropped file. Dropped text goes into the box as if it were pasted, by the browser itself.
pub(crate) fn drops(link: Callback<Msg>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let carried = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer);
        if carried.is_some_and(|carried| takes(&link, &event, &carried)) {
            link.emit(Msg::DraggedFile { over: false });
        }
    })
}

/// Reads an opened file.
pub(crate) fn opens(link: Callback<Msg>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        if let Some(files) = input.files() {
            read(&link, &files);
        }
        // Else the same file could not be opened twice.
        input.set_value("");
    })
}

fn read(link: &Callback<Msg>, files: &FileList) {
    for file in (0..files.length()).filter_map(|index| files.item(index)) {
        let name = file.name();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size is a whole number"
        )]
        let size = file.size() as usize;
        let link = link.clone();
        spawn_local(async move {
            let beginning = recording::bytes(&file, 256.0).await.unwrap_or_default();
            if HarReader::begins(&beginning) {
                return recording::read(file, link).await;
            }
            let refused = |name, trouble| Msg::RefusedFile {
                name,
                size: Some(size),
                trouble,
            };
            if size > LARGEST_FILE {
                return link.emit(refused(name, Trouble::TooLarge));
            }
            let Some(bytes) = recording::bytes(&file, file.size()).await else {
                return link.emit(refused(name, Trouble::Unreadable));
            };
            link.emit(match intake::text_of(&bytes) {
                Ok(text) => Msg::ReadFile {
                    name: Some(name),
                    text: text.text.into_owned(),
                    encoding: text.encoding,
                    size,
                },
                Err(binary) => refused(name, Trouble::Binary(binary)),
            });
        });
    }
}

/// Reports the keys that mean something; the others are the browser's.
pub(crate) fn presses(link: Callback<Msg>, report: fn(&str) -> Option<Msg>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let is_shortcut = pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key();
        if let Some(msg) = report(&pressed.key()).filter(|_| !is_shortcut) {
            event.prevent_default();
            link.emit(msg);
        }
    })
}

/// Reports which item of the tree was clicked.
pub(crate) fn picks(link: Callback<Msg>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(item) = item_id(&event).and_then(|id| Item::from_id(&id)) {
            link.emit(Msg::ClickedItem(item));
        }
    })
}

/// The id of the tree's item in which something happened.
fn item_id(event: &Event) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    Some(element.closest("[role=treeitem]").ok()??.id())
}

/// The element with this id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}
