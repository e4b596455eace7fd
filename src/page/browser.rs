//! What comes from the browser: text that is typed, pasted, dropped or opened. All of it becomes a
//! [`Msg`]; nothing is decided here but what may go into the paste box.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, FileList, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};
use yew::{platform::spawn_local, prelude::*};

use super::{
    message::Msg,
    update::{LARGEST_FILE, LONGEST_PASTE},
};

/// Reports the text of a field.
pub(crate) fn types(report: Callback<AttrValue>) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        let target = event.target();
        let text = target.as_ref().and_then(|target| {
            let area = target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
            area.or_else(|| target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value))
        });
        if let Some(text) = text {
            report.emit(text.into());
        }
    })
}

/// Reports the value of a select.
pub(crate) fn selects(report: Callback<String>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            report.emit(select.value());
        }
    })
}

/// Takes a long paste as a file before it gets into the box, and keeps two pastes apart: what is pasted
/// behind a text begins on a line of its own.
pub(crate) fn pastes(link: Callback<Msg>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let Some(clipboard) = event.dyn_ref::<web_sys::ClipboardEvent>().and_then(web_sys::ClipboardEvent::clipboard_data)
        else {
            return;
        };
        let text = clipboard.get_data("text/plain").unwrap_or_default();
        if text.is_empty() && has_files(&clipboard) {
            event.prevent_default();
            read(&link, clipboard.files());
        } else if text.len() > LONGEST_PASTE {
            event.prevent_default();
            link.emit(Msg::ReadFile { name: None, text });
        } else if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            begin_line(&area);
        }
    })
}

fn begin_line(area: &HtmlTextAreaElement) {
    let value = area.value();
    let length = area.text_length();
    let is_behind = area.selection_start().ok().flatten() == Some(length);
    if length > 0 && is_behind && !value.ends_with('\n') {
        let _ = area.set_range_text_with_start_and_end_and_mode("\n", length, length, "end");
    }
}

/// Reports that something hangs over the box, or does no longer; a drop is only allowed where the
/// dragging is answered.
pub(crate) fn drags(report: Callback<bool>, over: bool) -> Callback<DragEvent> {
    Callback::from(move |event: DragEvent| {
        let carries_files = event.data_transfer().is_some_and(|carried| carried.types().includes(&"Files".into(), 0));
        if carries_files {
            event.prevent_default();
            report.emit(over);
        }
    })
}

/// Reads a dropped file. Dropped text goes into the box as if it were pasted, by the browser itself.
pub(crate) fn drops(link: Callback<Msg>) -> Callback<DragEvent> {
    Callback::from(move |event: DragEvent| {
        let Some(carried) = event.data_transfer() else { return };
        let text = carried.get_data("text/plain").unwrap_or_default();
        if has_files(&carried) {
            event.prevent_default();
            link.emit(Msg::DraggedFile { over: false });
            read(&link, carried.files());
        } else if text.len() > LONGEST_PASTE {
            event.prevent_default();
            link.emit(Msg::ReadFile { name: None, text });
        }
    })
}

/// Reads an opened file.
pub(crate) fn opens(link: Callback<Msg>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            read(&link, input.files());
            // Else the same file could not be opened twice.
            input.set_value("");
        }
    })
}

fn has_files(carried: &DataTransfer) -> bool {
    carried.files().is_some_and(|files| files.length() > 0)
}

fn read(link: &Callback<Msg>, files: Option<FileList>) {
    let Some(files) = files else { return };
    for file in (0..files.length()).filter_map(|index| files.item(index)) {
        let name = file.name();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number")]
        let size = file.size() as usize;
        if size > LARGEST_FILE {
            link.emit(Msg::RefusedFile { name, size: Some(size) });
            continue;
        }
        let link = link.clone();
        spawn_local(async move {
            let text = file.text().await.ok().map(JsValue::from).and_then(|text| text.as_string());
            link.emit(match text {
                Some(text) => Msg::ReadFile { name: Some(name), text },
                None => Msg::RefusedFile { name, size: None },
            });
        });
    }
}

/// The id of the tree's item in which something happened.
pub(crate) fn item_id(event: &Event) -> Option<String> {
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    Some(element.closest("[role=treeitem]").ok()??.id())
}

/// The element with this id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
