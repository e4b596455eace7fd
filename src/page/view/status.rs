//! The status that the service answered with.

use yew::virtual_dom::ListenerKind;

use super::{
    View,
    el::{El, el},
    field::{origin, private, problem},
    problems,
};
use crate::page::{browser, entries, message::Msg, model::Answered};

/// One of five answers.
pub(super) fn status(view: &View<'_>) -> El {
    let reading = &view.model.reading;
    let picked = view.model.answered;
    let shown = picked.or_else(|| reading.status.map(Answered::of_status));
    let from = entries::status(view.model);
    let segments = Answered::ALL
        .iter()
        .map(|answered| segment(view, *answered, shown == Some(*answered)));
    el("fieldset", "field")
        .flag("disabled", view.model.linked.fixes_status())
        .with(
            el("legend", "field-title")
                .with(el("span", "").with("Answered"))
                .with(from.map(origin)),
        )
        .with(el("div", "segments").each(segments))
        .with((picked == Some(Answered::Other)).then(|| other(view)))
}

fn segment(view: &View<'_>, answered: Answered, is_chosen: bool) -> El {
    let label = match answered {
        Answered::Unauthorized => "401",
        Answered::Forbidden => "403",
        Answered::BadRequest => "400",
        Answered::Other => "other",
        Answered::Nothing => "no answer",
    };
    let radio = el("input", "spoken")
        .is("type", "radio")
        .is("name", "answered")
        .is("value", answered.value())
        .checked(is_chosen)
        .on(
            ListenerKind::onchange,
            view.link.reform(move |_| Msg::ChoseStatus(answered)),
        );
    el("label", "").with(radio).with(label)
}

/// Which other status it was.
fn other(view: &View<'_>) -> El {
    let text = view.model.typed.status.clone().unwrap_or_default();
    let said = problems::status(&text).map(|words| problem("other-status-note".to_owned(), words));
    let number = private("input", "other-status")
        .is("type", "text")
        .is("inputmode", "numeric")
        .is("placeholder", "404")
        .maybe(
            "aria-describedby",
            said.is_some().then_some("other-status-note"),
        )
        .value(text)
        .on(
            ListenerKind::oninput,
            browser::types(view.link.clone(), Msg::EnteredStatus),
        );
    el("div", "field")
        .with(
            el("div", "field-title").with(
                el("label", "")
                    .is("for", "other-status")
                    .with("Which status?"),
            ),
        )
        .with(number)
        .with(said)
}
