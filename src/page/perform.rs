//! What the page does in the browser: focus, scroll, copy. And the one place that asks for the time.

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Clipboard, Element, Event, HtmlDialogElement, HtmlElement, KeyboardEvent,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::{platform::spawn_local, prelude::*};

use super::{
    boot,
    browser::element,
    clock::Clock,
    dialog::{DialogMsg, Shipped, Traffic},
    effect::{Effect, Spot, file_id},
    message::Msg,
    model::Copyable,
    shortcut::Shortcut,
};

/// The time, and the person's own offset from UTC.
pub(crate) fn clock() -> Clock {
    let date = js_sys::Date::new_0();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a clock's milliseconds fit, and an offset is in minutes"
    )]
    Clock {
        now: (date.get_time() / 1_000.0).floor() as i64,
        offset: -date.get_timezone_offset() as i64,
    }
}

/// Whether the style sheet hides this element.
pub(crate) fn is_hidden(node: &NodeRef) -> bool {
    node.cast::<HtmlElement>()
        .is_some_and(|element| element.client_width() == 0)
}

/// Marks this moment in the browser's timeline, where it is one to mark.
pub(crate) fn mark(name: &str, is_one: bool) {
    let performance = web_sys::window().and_then(|window| window.performance());
    if let Some(performance) = performance.filter(|_| is_one) {
        let _ = performance.mark(name);
    }
}

/// Acts, once what was drawn is there.
pub(crate) fn perform(effect: Effect, link: &Callback<Msg>) {
    match effect {
        Effect::Focus(item) => later(move || focus(&item.id())),
        Effect::FocusGiven(spot) => later(move || focus(&id_of(spot))),
        Effect::FocusWay(way) => later(move || focus(&format!("way-{way}"))),
        Effect::ShowDetail => later(show_detail),
        Effect::GoToDetail(item) => later(move || {
            if reveal_detail() {
                focus("detail");
            } else {
                focus(&item.id());
            }
        }),
        Effect::ShowDialog => show_dialog(link.clone()),
        Effect::CloseDialog => with_dialog(HtmlDialogElement::close),
        Effect::SaveFile => boot::save_file(),
        Effect::SaveText(name, media_type, text) => boot::save(name, media_type, &text),
        Effect::Print => boot::print(),
        Effect::Copy(what, command) => copy(what, command, link.clone()),
        Effect::SaidCopied => {}
    }
}

fn id_of(spot: Spot) -> String {
    match spot {
        Spot::Box => "evidence".to_owned(),
        Spot::Verdict => "h-verdict".to_owned(),
        Spot::Other => "other".to_owned(),
        Spot::Compare => "compare".to_owned(),
        Spot::Setting(id) => id.to_owned(),
        Spot::Chip(chip) => chip.id(),
        Spot::File(number) => file_id(number),
    }
}

/// After the page was drawn anew.
fn later(action: impl FnOnce() + 'static) {
    Timeout::new(0, action).forget();
}

fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
        // The verdict above may have grown since, and what has the focus already is not scrolled to.
        scroll_to(&element, ScrollLogicalPosition::Nearest);
    }
}

/// Shows the chosen question, and gives it the focus where what was pressed was in its panel, and is gone
/// with what that showed before.
fn show_detail() {
    let document = web_sys::window().and_then(|window| window.document());
    let focused = document.and_then(|document| document.active_element());
    let focused = focused.filter(|focused| focused.tag_name() != "BODY");
    if focused.is_none() {
        focus("detail");
    }
    reveal_detail();
    if let (Some(focused), Some(detail)) = (focused, element("detail"))
        && detail.contains(Some(&focused))
    {
        scroll_to(&focused, ScrollLogicalPosition::Nearest);
    }
}

fn scroll_to(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls to the chosen question where it is out of sight, as in a page of one column; whether it was.
pub(crate) fn reveal_detail() -> bool {
    let Some(detail) = element("detail") else {
        return false;
    };
    let height = web_sys::window().and_then(|window| window.inner_height().ok());
    let height = height.and_then(|height| height.as_f64());
    let place = detail.get_bounding_client_rect();
    let is_in_sight = place.top() < height.unwrap_or_default() * 0.8 && place.bottom() > 80.0;
    if !is_in_sight {
        scroll_to(&detail, ScrollLogicalPosition::Start);
    }
    !is_in_sight
}

/// Shows the dialog, once it was drawn, and looks at the running file for it.
fn show_dialog(link: Callback<Msg>) {
    later(|| {
        with_dialog(|dialog| {
            let _ = dialog.show_modal();
        });
    });
    spawn_local(async move {
        let sha256 = boot::sha256().await.ok().and_then(|hex| hex.as_string());
        let shipped = Shipped {
            policy: boot::policy().into(),
            sha256: sha256.map(Into::into),
        };
        link.emit(Msg::Dialog(DialogMsg::Found(shipped)));
    });
}

fn with_dialog(act: impl FnOnce(&HtmlDialogElement)) {
    if let Some(dialog) = element("dialog").and_then(|element| element.dyn_into().ok()) {
        act(&dialog);
    }
}

/// Listens to what is heard outside the page's own elements: keys, and the browser's count of requests.
pub(crate) fn listen(link: &Callback<Msg>) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let count = {
        let link = link.clone();
        move || {
            let traffic = Traffic {
                sent: boot::sent(),
                blocked: boot::blocked(),
            };
            link.emit(Msg::Dialog(DialogMsg::Counted(traffic)));
        }
    };
    count();
    let link = link.clone();
    // Else Firefox opens its own search at a slash.
    let heeded = EventListenerOptions::enable_prevent_default();
    Some([
        EventListener::new(&window, "whydenied:traffic", move |_| count()),
        EventListener::new_with_options(&window, "keydown", heeded, move |event| {
            if let Some(shortcut) = shortcut(event) {
                event.prevent_default();
                link.emit(Msg::PressedShortcut(shortcut));
            }
        }),
    ])
}

/// The shortcut that was pressed: not in a field, and not where the key means something else already.
fn shortcut(event: &Event) -> Option<Shortcut> {
    let pressed = event.dyn_ref::<KeyboardEvent>()?;
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let is_taken = event.default_prevented()
        || pressed.ctrl_key()
        || pressed.meta_key()
        || pressed.alt_key()
        || target
            .matches("input:not([type=radio]), textarea, select")
            .ok()?;
    let shortcut = Shortcut::named(&pressed.key()).filter(|_| !is_taken)?;
    Some(shortcut)
}

/// Copies a text. Where there is no clipboard, as in some frames, it is selected where it is shown.
fn copy(what: Copyable, text: String, link: Callback<Msg>) {
    spawn_local(async move {
        let took = match clipboard() {
            Some(clipboard) => clipboard.write_text(&text).await.is_ok(),
            None => false,
        };
        link.emit(Msg::Copied { what, took });
        if !took {
            later(move || {
                if let Some(element) = element(what.id()) {
                    select(&element);
                }
            });
        }
    });
}

/// The clipboard; there is none outside a secure context.
fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .ok()?
        .dyn_into()
        .ok()
}

fn select(element: &HtmlElement) {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    if let Some(selection) = selection {
        let _ = selection.select_all_children(element);
    }
}
