//! Text fields, private all of them. Of one of the settings: its entry, where that is from, what is wrong with it.

use whydenied::words::{fields, link::FIXED};
use yew::{AttrValue, virtual_dom::ListenerKind};

use super::{
    View,
    el::{El, el},
    icon::{Fill, PASS, Tone, icon, small},
    prose::prose,
    term::term,
};
use crate::page::{browser, entries::Entry, message::Msg, model::Field};

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

/// A text field that no one but this page reads.
pub(super) fn private(name: &'static str, id: &'static str) -> El {
    PRIVATE
        .iter()
        .fold(el(name, "entry").is("id", id), |field, (name, value)| {
            field.is(name, value)
        })
}

/// Where an entry is from.
pub(super) fn origin(from: &'static str) -> El {
    el("span", "origin").with(icon(PASS)).with(from)
}

/// What is wrong with an entry.
pub(super) fn problem(id: String, words: &str) -> El {
    el("p", "problem")
        .set("id", id.into())
        .is("data-tone", "warn")
        .with(small(Tone::Warn, Fill::Full))
        .with(el("span", "").with(prose(words)))
}

/// A text field, as it stands.
pub(super) struct TextField {
    pub(super) field: Field,
    pub(super) enters: fn(AttrValue) -> Msg,
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) shown: Entry,
    pub(super) placeholder: &'static str,
    /// Why the field is of no use here.
    pub(super) unused: Option<&'static str>,
    pub(super) problem: Option<String>,
}

/// The field, and what is to be said about it.
pub(super) fn text_field(view: &View<'_>, field: &TextField) -> El {
    let which = field.field;
    let has_note = field.problem.is_some() || field.unused.is_some();
    let note = [field.id, "-note"].concat();
    let mut area = private("textarea", field.id)
        .is("rows", "1")
        .is("placeholder", field.placeholder)
        .flag("disabled", field.unused.is_some())
        .flag("readonly", field.shown.from == Some(FIXED))
        .value(field.shown.text.clone())
        .on(
            ListenerKind::oninput,
            browser::types(view.link.clone(), field.enters),
        )
        .on(
            ListenerKind::onchange,
            view.link.reform(move |_| Msg::LeftSetting(which)),
        );
    if field.problem.is_some() {
        area = area.is("aria-invalid", "true");
    }
    if has_note {
        area = area.set("aria-describedby", note.clone().into());
    }
    let said = match (&field.problem, field.unused) {
        (Some(words), _) => Some(problem(note, words)),
        (None, Some(why)) => Some(el("p", "hint").set("id", note.into()).with(why)),
        (None, None) => None,
    };
    let is_used = field.unused.is_none();
    let found = is_used.then(|| fields::place(field.label, view.facts));
    let title = el("label", "").is("for", field.id).with(field.label);
    el("div", "field")
        .with(
            el("div", "field-title")
                .with(
                    el("span", "")
                        .with(title)
                        .with(term(field.id, field.label, found)),
                )
                .with(field.shown.from.map(origin)),
        )
        .with(area)
        .with(said)
}
