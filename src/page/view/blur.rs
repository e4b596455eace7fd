//! Names and addresses that someone who shares the screen does not show.

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
