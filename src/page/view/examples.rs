//! Stories from life, to open without anything at hand.

use whydenied::examples::{Example, examples};

use super::{
    View,
    el::{Child, El, all, el},
    icon::{DOWN, icon},
};
use crate::page::{message::Msg, model::Drawn};

/// The menu beside the button that opens a file; none while they stand in the verdict's place. The browser opens
/// it, and closes it again.
pub(super) fn menu(view: &View<'_>) -> Option<yew::Html> {
    const LIST: &str = "examples";
    view.model.reading.diagnosis.headline.as_ref()?;
    let opener = el("button", "button")
        .is("type", "button")
        .is("popovertarget", LIST)
        .with("Examples")
        .with(icon(DOWN));
    let list = examples().map(|example| {
        let story = story(view, example)
            .is("popovertarget", LIST)
            .is("popovertargetaction", "hide");
        el("li", "").with(story)
    });
    let list = el("ul", "stories").is("aria-label", "Examples").each(list);
    let menu = el("div", "menu")
        .is("id", LIST)
        .is("popover", "auto")
        .with((view.model.drawn == Drawn::Whole).then_some(list));
    Some(all([opener.node(), menu.node()]))
}

/// In the verdict's place, before there is one.
pub(super) fn table(view: &View<'_>) -> El {
    let list = examples().map(|example| el("li", "").with(story(view, example)));
    el("div", "")
        .with(
            el("h3", "")
                .is("id", "h-examples")
                .with("Nothing at hand? Open a real case"),
        )
        .with(
            el("ul", "stories")
                .is("aria-labelledby", "h-examples")
                .flag("data-wide", true)
                .each(list),
        )
}

fn story(view: &View<'_>, example: Example) -> El {
    view.button("story", Msg::OpenedExample(example))
        .with(el("code", "").with(example.status))
        .with(el("span", "").with(example.title))
}
