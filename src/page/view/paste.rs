//! The paste box, what was recognised in it, and files.

use whydenied::{
    http::Body,
    intake::Kind,
    words::{intake as words, invitation::PASTE},
};
use yew::{prelude::*, virtual_dom::ListenerKind};

use super::{
    View,
    el::{Child, El, all, el},
    field::private,
    icon::{BIN, FAIL, FILE, Fill, PASS, Tone, WARN, icon, small},
    prose::{prose, shown, value},
    session, verdict,
};
use crate::page::{
    browser,
    message::Msg,
    model::{RefusedFile, TakenFile},
};

/// The panel "What you have".
pub(super) fn paste(view: &View<'_>) -> El {
    let model = view.model;
    let link = view.link;
    let has_anything = !model.pasted.is_empty()
        || !model.files.is_empty()
        || model.session.is_some()
        || model.reading.taken.is_some();
    let forget = || {
        view.button("button", Msg::ForgotEverything)
            .is("data-look", "bare")
            .with(icon(BIN))
            .with("Forget everything")
    };
    let file = el("input", "spoken")
        .is("type", "file")
        .on(ListenerKind::onchange, browser::opens(link.clone()));
    el("section", "panel paste")
        .is("aria-labelledby", "h-paste")
        .flag("data-over", model.is_dragged_over)
        .on(ListenerKind::ondragover, browser::drags(link.clone(), true))
        .on(
            ListenerKind::ondragleave,
            browser::drags(link.clone(), false),
        )
        .on(ListenerKind::ondrop, browser::drops(link.clone()))
        .with(
            el("div", "panel-title")
                .with(numbered("h-paste", "1", "What you have"))
                .with(has_anything.then(forget)),
        )
        .with(
            el("label", "spoken")
                .is("for", "evidence")
                .with("Paste a token, a curl transcript, headers, a response or settings"),
        )
        .with(
            private("textarea", "evidence")
                .is("rows", "8")
                .is("placeholder", PASTE)
                .is("aria-describedby", "recognised")
                .value(model.pasted.clone())
                .on(
                    ListenerKind::oninput,
                    browser::types(link.clone(), Msg::PastedEvidence),
                )
                .on(ListenerKind::onpaste, browser::pastes(link.clone())),
        )
        .with(el("div", "").is("id", "recognised").with(recognised(view)))
        .with(
            model
                .session
                .as_ref()
                .map(|open| session::session(view, open)),
        )
        .with(
            el("div", "row").with(
                el("label", "button file")
                    .with(icon(FILE))
                    .with("Open a file…")
                    .with(file),
            ),
        )
}

/// A panel's title behind its number.
pub(super) fn numbered(id: &'static str, number: &'static str, title: &'static str) -> El {
    el("h2", "")
        .is("id", id)
        .with(el("span", "ordinal").is("aria-hidden", "true").with(number))
        .with(title)
}

fn recognised(view: &View<'_>) -> Html {
    let model = view.model;
    let mut chips = Vec::new();
    let mut notes = Vec::new();
    for item in model
        .read
        .items
        .iter()
        .filter(|item| item.kind != Kind::Unrecognised)
    {
        chips.push(chip(words::kind(item.kind)));
        for note in item.notes.iter().map(|note| words::note(*note)) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    chips.extend(
        inside(view)
            .into_iter()
            .flatten()
            .map(|kind| chip(words::kind(kind))),
    );
    chips.extend(
        verdict::request_line(view)
            .map(|line| el("li", "").with(icon(PASS)).with(value(&line)).node()),
    );
    chips.extend(
        model
            .reading
            .pasted_status
            .map(|status| chip(status.to_string())),
    );
    chips.extend(
        model
            .files
            .iter()
            .enumerate()
            .map(|(index, file)| taken(view, index, file)),
    );
    if chips.is_empty() && model.refused.is_none() && !model.is_unrecognised() {
        return el("p", "hint")
            .with("One box for everything. It says what it recognised and fills in the rest.")
            .node();
    }
    all([
        el("span", "spoken").with("Recognised: ").node(),
        el("ul", "chips").each(chips).node(),
        el("ul", "notes")
            .each(notes.iter().map(|note| el("li", "").with(prose(note))))
            .node(),
        model
            .is_unrecognised()
            .then(|| trouble(Tone::Fail).with(el("span", "").with(prose(words::UNRECOGNISED))))
            .node(),
        model.refused.as_ref().map(refused).node(),
    ])
}

/// What a transcript or a response brought with it, where it is not listed itself.
fn inside(view: &View<'_>) -> [Option<Kind>; 3] {
    let read = &view.model.read;
    let response = read.response.as_ref();
    let has_challenge = response.is_some_and(|response| !response.challenges.is_empty());
    let has_outcome = matches!(
        response.and_then(|response| response.body.as_ref()),
        Some(Body::OperationOutcome { .. })
    );
    let kinds = [
        (Kind::Token, read.token.is_some()),
        (Kind::WwwAuthenticate, has_challenge),
        (Kind::OperationOutcome, has_outcome),
    ];
    let is_listed = |kind| read.items.iter().any(|item| item.kind == kind);
    kinds.map(|(kind, is_there)| (is_there && !is_listed(kind)).then_some(kind))
}

fn chip(words: impl Child) -> Html {
    el("li", "").with(icon(PASS)).with(words).node()
}

fn taken(view: &View<'_>, index: usize, file: &TakenFile) -> Html {
    let known = file
        .read
        .items
        .iter()
        .find(|item| item.kind != Kind::Unrecognised);
    let (shape, tone) = if known.is_some() {
        (PASS, Tone::Pass)
    } else {
        (WARN, Tone::Warn)
    };
    let what = known.map_or("nothing recognised", |item| words::kind(item.kind));
    let name = file
        .name
        .as_deref()
        .unwrap_or("Long paste, taken as a file");
    let words = el("span", "")
        .with(value(name))
        .with([", ", &size(file.size), ": ", what].concat());
    let remove = view.button("", Msg::RemovedFile(index)).set(
        "aria-label",
        ["Remove file ", &(index + 1).to_string()].concat().into(),
    );
    el("li", "")
        .is("data-tone", tone.word())
        .with(icon(shape))
        .with(words)
        .with(remove.with(icon(FAIL)))
        .node()
}

/// What the page could not do.
pub(super) fn trouble(tone: Tone) -> El {
    el("p", "trouble")
        .is("data-tone", tone.word())
        .with(small(tone, Fill::Full))
}

fn refused(file: &RefusedFile) -> El {
    let why = match file.size {
        Some(bytes) => [": ", &size(bytes), ", and at most 16 MB are read at once."].concat(),
        None => ": it could not be read.".to_owned(),
    };
    trouble(Tone::Warn).with(el("span", "").with(shown(&file.name)).with(why))
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
