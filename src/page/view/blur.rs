//! Names and addresses that someone who shares the screen does not show.

use whydenied::{jose::Value, words};

use super::{
    View,
    el::{Child, El, all, el},
    icon::{EYE, icon},
};
use crate::page::{message::Msg, model::Sight};

/// Whether they are blurred.
pub(super) fn is_on(view: &View<'_>) -> bool {
    view.model.sight == Sight::Blurred
}

/// The button that blurs them.
pub(super) fn toggle(view: &View<'_>) -> El {
    view.button("button", Msg::ToggledBlur)
        .state("aria-pressed", is_on(view))
        .with(icon(EYE))
        .with("Blur names and addresses")
}

/// The button below the box that shows all again: the other one stands far from it, or nowhere without a token.
pub(super) fn show_again(view: &View<'_>) -> Option<El> {
    is_on(view).then(|| {
        view.button("button", Msg::ShowedAgain)
            .with(icon(EYE))
            .with("Show what is blurred")
    })
}

/// Whether a claim is to be hidden: it tells something of a person, or a member inside it does.
pub(super) fn hides(view: &View<'_>, name: &str, value: Option<&Value>) -> bool {
    is_on(view) && (is_personal(name) || value.is_some_and(holds_personal))
}

fn holds_personal(value: &Value) -> bool {
    match value {
        Value::Object { members, .. } => members
            .iter()
            .any(|member| is_personal(&member.name) || holds_personal(&member.value)),
        Value::Array { items, .. } => items.iter().any(holds_personal),
        _ => false,
    }
}

/// Whether a claim of this name tells something of a person.
pub(super) fn is_personal(name: &str) -> bool {
    words::claim(name).is_some_and(|words| words.personal)
}

/// A value that keeps its place and is neither seen nor read out.
pub(super) fn blurred(value: impl Child) -> yew::Html {
    all([
        el("span", "blur")
            .is("aria-hidden", "true")
            .with(value)
            .node(),
        el("span", "spoken").with("blurred").node(),
    ])
}
