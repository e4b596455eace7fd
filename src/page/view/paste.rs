//! The paste box, what was recognised in it, and files.

use whydenied::{
    intake::{Encoding, Kind},
    words::{
        given as words,
        intake::{EMPTY_FILE, UNRECOGNISED, binary, encoding},
        invitation::PASTE,
    },
};
use yew::{prelude::*, virtual_dom::ListenerKind};

use super::{
    View, blur, chips,
    el::{Child, El, all, el},
    examples,
    field::private,
    icon::{BIN, FAIL, FILE, PASS, Tone, WARN, icon, trouble},
    prose::{prose, value},
    readout::origin,
    session, signature,
};
use crate::page::{
    browser,
    effect::file_id,
    message::Msg,
    replaced::{Said, Thing},
    source::{Origin, Source, Trouble},
};

/// The panel "What you have".
#[inline(never)]
pub(super) fn paste(view: &View<'_>) -> El {
    let model = view.model;
    let link = view.link;
    let has_anything = !model.sources.is_empty()
        || model.session.is_some()
        || model.reading.taken.is_some()
        || model.linked.memory.kept.is_some();
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
                .value(model.sources.text.clone())
                .on(
                    ListenerKind::oninput,
                    browser::changes_evidence(link.clone()),
                )
                .on(ListenerKind::onpaste, browser::pastes(link.clone())),
        )
        .with(el("div", "").is("role", "status").with(said(view)))
        .with(el("div", "").is("id", "recognised").with(recognised(view)))
        .with(signature::private(view))
        .with(
            model
                .session
                .as_ref()
                .map(|open| session::session(view, open)),
        )
        .with(
            el("div", "row")
                .with(
                    el("label", "button file")
                        .with(icon(FILE))
                        .with("Open a file…")
                        .with(file),
                )
                .with(examples::menu(view))
                .with(blur::toggle(view)),
        )
}

/// A panel's title behind its number.
pub(super) fn numbered(id: &'static str, number: &'static str, title: &'static str) -> El {
    el("h2", "")
        .is("id", id)
        .with(el("span", "ordinal").is("aria-hidden", "true").with(number))
        .with(title)
}

/// What is said of all that was given.
fn recognised(view: &View<'_>) -> Html {
    let sources = &view.model.sources;
    if sources.text.trim().is_empty() && sources.files.is_empty() {
        return el("p", "hint").with(words::HINT).node();
    }
    let files = sources
        .files
        .iter()
        .filter(|file| !matches!(file.origin, Origin::Recording { .. }))
        .enumerate()
        .map(|(index, file)| taken(view, index, file).node());
    all([
        el("span", "spoken").with("Recognised: ").node(),
        chips::chips(view, &sources.pasted).node(),
        files.collect::<Vec<_>>().node(),
        sources
            .is_unrecognised()
            .then(|| trouble(Tone::Fail).with(el("span", "").with(prose(UNRECOGNISED))))
            .node(),
    ])
}

/// A file: its name, what became of it, the button that removes it, and its chips.
fn taken(view: &View<'_>, index: usize, file: &Source) -> Option<El> {
    let (name, bytes, written, trouble) = match &file.origin {
        Origin::File {
            name,
            size,
            encoding,
            trouble,
        } => (name.as_str(), *size, *encoding, *trouble),
        Origin::LongPaste { size } => (words::LONG_PASTE, Some(*size), Encoding::Utf8, None),
        Origin::Box | Origin::Recording { .. } => return None,
    };
    let nothing = || {
        let is_unknown = file.parts.is_empty();
        is_unknown.then(|| words::UNKNOWN_FILE.to_owned())
    };
    let why = trouble.map(refusal).or_else(nothing);
    let note = encoding(written);
    let (shape, tone) = if why.is_none() {
        (PASS, Tone::Pass)
    } else {
        (WARN, Tone::Warn)
    };
    let remove = view
        .button("button", Msg::RemovedFile(file.number))
        .is("data-look", "icon")
        .set("id", file_id(file.number).into())
        .set(
            "aria-label",
            ["Remove file ", &(index + 1).to_string()].concat().into(),
        );
    let title = el("span", "")
        .with(value(name))
        .with(bytes.map(|bytes| [", ", &size(bytes)].concat()))
        .with(why.map(|why| el("span", "why").with(": ").with(why)));
    let note = (!note.is_empty()).then(|| el("p", "hint").with(note));
    Some(
        el("div", "source")
            .is("data-tone", tone.word())
            .with(
                el("p", "")
                    .with(icon(shape))
                    .with(title)
                    .with(remove.with(icon(FAIL))),
            )
            .with(note)
            .with(chips::chips(view, file))
            .keyed(file_id(file.number)),
    )
}

/// Why nothing of a file was read.
fn refusal(trouble: Trouble) -> String {
    match trouble {
        Trouble::Empty => EMPTY_FILE.to_owned(),
        Trouble::Binary(found) => binary(found),
        Trouble::TooLarge => words::TOO_LARGE.to_owned(),
        Trouble::Unreadable => words::UNREADABLE.to_owned(),
    }
}

/// What the last thing that was given replaced.
fn said(view: &View<'_>) -> Option<Html> {
    let said = view.model.said.as_ref()?;
    let Said::Replaced(replaced) = said else {
        return Some(el("p", "hint").with(words::UNDONE).node());
    };
    let is_in_box = replaced.by == Origin::Box && replaced.of == Some(Origin::Box);
    let mut things = Vec::new();
    for thing in &replaced.things {
        things.push(match thing {
            Thing::Status(status) if is_in_box => status.to_string(),
            Thing::Status(status) => words::status(*status),
            other => self::thing(*other).to_owned(),
        });
    }
    let sentence = if is_in_box {
        words::replaced_in_box(&things)
    } else {
        let of = match &replaced.of {
            Some(of) => origin(of),
            None => words::GIVEN_BEFORE.to_owned(),
        };
        words::replaced(&things, &of, &origin(&replaced.by))
    };
    Some(
        el("div", "replaced")
            .with(el("p", "").with(prose(&sentence)))
            .with(view.button("button", Msg::Undid).with("Undo"))
            .node(),
    )
}

/// A thing of which there is one, in a sentence.
const fn thing(thing: Thing) -> &'static str {
    match thing {
        Thing::Token => words::thing(Kind::Token),
        Thing::Request => words::REQUEST,
        Thing::Status(_) => words::STATUS,
        Thing::Challenge => words::thing(Kind::WwwAuthenticate),
        Thing::Outcome => words::thing(Kind::OperationOutcome),
        Thing::Settings => words::thing(Kind::ServiceSettings),
        Thing::Keys => words::thing(Kind::JsonWebKeySet),
        Thing::Log => words::thing(Kind::LogLine),
        Thing::TokenRefusal => words::thing(Kind::TokenRefusal),
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
