//! The paste box, what was recognised in it, and files.

use std::rc::Rc;

use whydenied::{intake::Kind, words::intake as words};
use yew::{prelude::*, virtual_dom::VNode};

use super::{
    View,
    icon::{BIN, FAIL, FILE, Fill, PASS, Tone, WARN, icon, mark},
    prose::{prose, shown},
};
use crate::page::{
    browser,
    message::Msg,
    model::{RefusedFile, TakenFile},
};

/// What keeps browsers, password managers and writing assistants from reading a field, or sending it.
const PRIVATE: [(&str, &str); 12] = [
    ("spellcheck", "false"),
    ("autocomplete", "off"),
    ("autocorrect", "off"),
    ("autocapitalize", "off"),
    ("translate", "no"),
    ("data-gramm", "false"),
    ("data-gramm_editor", "false"),
    ("data-enable-grammarly", "false"),
    ("data-1p-ignore", ""),
    ("data-lpignore", "true"),
    ("data-bwignore", ""),
    ("data-form-type", "other"),
];

/// A field that no one but this page reads.
pub(super) fn private(field: Html) -> Html {
    match field {
        VNode::VTag(tag) => {
            let mut tag = Rc::unwrap_or_clone(tag);
            for (name, value) in PRIVATE {
                tag.add_attribute(name, value);
            }
            tag.into()
        }
        other => other,
    }
}

const INVITATION: &str = "Paste anything: a token, headers, a 401 or 403 response, an OperationOutcome. \
                          Or drop a text file here.\n\nIt stays in this tab.";

/// The panel "What you have".
pub(super) fn paste(view: &View<'_>) -> Html {
    let model = view.model;
    let has_anything = !model.pasted.is_empty() || !model.files.is_empty() || model.reading.taken.is_some();
    let drop = view.link.reform(|over| Msg::DraggedFile { over });
    html! {
        <section class="panel paste" aria-labelledby="h-paste" data-over={model.is_dragged_over.then_some("")}
            ondragover={browser::drags(drop.clone(), true)} ondragleave={browser::drags(drop, false)}
            ondrop={browser::drops(view.link.clone())}>
            <div class="panel-title">
                <h2 id="h-paste"><span class="ordinal" aria-hidden="true">{ "1" }</span>{ "What you have" }</h2>
                if has_anything {
                    <button type="button" class="button" data-look="bare" onclick={view.click(Msg::ForgotEverything)}>
                        { icon(BIN) }{ "Forget everything" }
                    </button>
                }
            </div>
            <label class="spoken" for="evidence">{ "Paste a token, a curl transcript, headers, a response or settings" }</label>
            { private(html! {
                <textarea class="entry" id="evidence" rows="8" placeholder={INVITATION} aria-describedby="recognised"
                    value={model.pasted.clone()}
                    oninput={browser::types(view.link.reform(Msg::PastedEvidence))}
                    onpaste={browser::pastes(view.link.clone())} />
            }) }
            <div id="recognised">{ recognised(view) }</div>
            <div class="row">
                <label class="button file">
                    { icon(FILE) }{ "Open a file…" }
                    <input class="spoken" type="file" onchange={browser::opens(view.link.clone())} />
                </label>
            </div>
        </section>
    }
}

fn recognised(view: &View<'_>) -> Html {
    let model = view.model;
    let items: Vec<_> = model.read.items.iter().filter(|item| item.kind != Kind::Unrecognised).collect();
    let mut notes: Vec<&str> = items.iter().flat_map(|item| &item.notes).map(|note| words::note(*note)).collect();
    notes.dedup();
    if items.is_empty() && model.files.is_empty() && model.refused.is_none() && !model.is_unrecognised() {
        return html! { <p class="hint">{ "One box for everything. It says what it recognised and fills in the rest." }</p> };
    }
    html! {
        <>
            <span class="spoken">{ "Recognised: " }</span>
            <ul class="chips">
                { for items.iter().map(|item| html! { <li>{ icon(PASS) }{ words::kind(item.kind) }</li> }) }
                { for request(view) }
                { for model.reading.pasted_status.map(|status| html! { <li>{ icon(PASS) }{ status }</li> }) }
                { for model.files.iter().enumerate().map(|(index, file)| taken(view, index, file)) }
            </ul>
            if !notes.is_empty() {
                <ul class="notes">{ for notes.iter().map(|note| html! { <li>{ prose(note) }</li> }) }</ul>
            }
            if model.is_unrecognised() {
                <p class="trouble" data-tone="fail">
                    { mark(Tone::Fail, Fill::Full, Some("small")) }<span>{ prose(words::UNRECOGNISED) }</span>
                </p>
            }
            { for model.refused.as_ref().map(refused) }
        </>
    }
}

/// The request on a chip, without its host: `GET /Patient`.
fn request(view: &View<'_>) -> Option<Html> {
    let line = super::verdict::request_line(view)?;
    Some(html! { <li>{ icon(PASS) }<span><bdi dir="ltr">{ shown(&line) }</bdi></span></li> })
}

fn taken(view: &View<'_>, index: usize, file: &TakenFile) -> Html {
    let known = file.read.items.iter().find(|item| item.kind != Kind::Unrecognised);
    let (shape, tone) = if known.is_some() { (PASS, "pass") } else { (WARN, "warn") };
    let what = known.map_or("nothing recognised", |item| words::kind(item.kind));
    let name = file.name.as_deref().unwrap_or("Long paste, taken as a file");
    html! {
        <li data-tone={tone}>
            { icon(shape) }
            <span><bdi>{ shown(name) }</bdi>{ format!(", {}: {what}", size(file.size)) }</span>
            <button type="button" aria-label={format!("Remove file {}", index + 1)} onclick={view.click(Msg::RemovedFile(index))}>
                { icon(FAIL) }
            </button>
        </li>
    }
}

fn refused(file: &RefusedFile) -> Html {
    let why = match file.size {
        Some(bytes) => format!("{}: at most 16 MB are read at once.", size(bytes)),
        None => "it could not be read as text.".to_owned(),
    };
    html! {
        <p class="trouble" data-tone="warn">
            { mark(Tone::Warn, Fill::Full, Some("small")) }
            <span><bdi>{ shown(&file.name) }</bdi>{ ": " }{ why }</span>
        </p>
    }
}

/// A size in words; a KB has 1,024 bytes.
fn size(bytes: usize) -> String {
    const KB: usize = 1024;
    const MB: usize = 1024 * KB;
    match bytes {
        0..KB => format!("{bytes} bytes"),
        KB..MB => format!("{} KB", bytes / KB),
        _ => format!("{}.{} MB", bytes / MB, bytes % MB * 10 / MB),
    }
}
