//! What fixes it: one tab a tool, the command with the person's own values, and a button that copies it.

use whydenied::words::{Argument, Command, Remedy, Tool, Way};
use yew::{prelude::*, virtual_dom::ListenerKind};

use super::{
    View,
    el::{Child, El, all, el},
    icon::{COPY, icon},
    prose::{prose, shown},
};
use crate::page::{browser, message::Msg, model::Copyable};

/// The ways of the first remedy as tabs.
pub(super) fn fix(view: &View<'_>, remedies: &[Remedy]) -> Option<El> {
    remedies
        .first()
        .filter(|first| !first.ways.is_empty())
        .map(|first| ways(view, &first.ways))
}

/// What can be done instead, in short.
pub(super) fn instead(remedies: &[Remedy]) -> Option<El> {
    (remedies.len() > 1).then(|| el("ul", "then").each(remedies.iter().skip(1).map(alternative)))
}

fn alternative(remedy: &Remedy) -> El {
    let whose = el("strong", "")
        .with("Or, ")
        .with(lower(remedy.mover.label()))
        .with(":");
    let how = remedy.ways.first().map(|way| match &way.command {
        Some(command) => el("code", "line").with(shown(&command.to_string())),
        None => el("span", "").with(prose(&way.note)),
    });
    el("li", "")
        .with(whose)
        .with(" ")
        .with(prose(&remedy.step))
        .with(" ")
        .with(how)
}

/// A label inside a sentence.
fn lower(label: &str) -> String {
    let mut label = label.to_owned();
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    label
}

fn ways(view: &View<'_>, ways: &[Way]) -> El {
    let chosen = view.model.way.min(ways.len() - 1);
    let tabs = ways.iter().enumerate().map(|(index, way)| {
        let is_chosen = index == chosen;
        view.button("", Msg::ChoseWay(index))
            .is("role", "tab")
            .set("id", way_id(index).into())
            .is("aria-controls", "way")
            .state("aria-selected", is_chosen)
            .is("tabindex", if is_chosen { "0" } else { "-1" })
            .with(way.tool.label())
    });
    let keys = browser::presses(view.link.clone(), |name| match name {
        "ArrowRight" => Some(Msg::SteppedWay(1)),
        "ArrowLeft" => Some(Msg::SteppedWay(-1)),
        _ => None,
    });
    let tabs = el("div", "tabs")
        .is("role", "tablist")
        .is("aria-label", "Ways to fix it")
        .on(ListenerKind::onkeydown, keys)
        .each(tabs);
    let body = el("div", "")
        .is("role", "tabpanel")
        .is("id", "way")
        .set("aria-labelledby", way_id(chosen).into());
    el("div", "fix")
        .with(
            el("div", "fix-title")
                .with(el("h3", "").with("Fix"))
                .with(tabs),
        )
        .with(body.with(ways.get(chosen).map(|way| way_body(view, way))))
}

/// The id of a tab.
pub(crate) fn way_id(index: usize) -> String {
    ["way-", &index.to_string()].concat()
}

fn way_body(view: &View<'_>, way: &Way) -> Html {
    all([
        way.command
            .as_ref()
            .map(|line| {
                command(view, line, Copyable::Fix)
                    .flag("data-powershell", way.tool == Tool::PowerShell)
            })
            .node(),
        (!way.note.is_empty())
            .then(|| el("p", "said").with(prose(&way.note)))
            .node(),
    ])
}

/// A command: one argument a line when shown, one line when copied.
pub(super) fn command(view: &View<'_>, line: &Command, what: Copyable) -> El {
    el("div", "command")
        .flag("data-slim", what == Copyable::Ask)
        .with(
            el("code", "")
                .is("id", what.id())
                .on(ListenerKind::oncopy, browser::copies(line.to_string()))
                .each(line.arguments.iter().map(argument)),
        )
        .with(copy_button(view, what))
}

fn argument(argument: &Argument) -> El {
    let gap = if argument.flag.is_empty() || argument.value.is_none() {
        ""
    } else {
        " "
    };
    let value = argument.value.as_deref().map(|value| {
        // A long path breaks between its parts.
        let parts = value.split_inclusive('/');
        let value: Html = parts
            .map(|part| all([shown(part), el("wbr", "").node()]))
            .collect();
        if argument.is_own {
            el("b", "").with(value).node()
        } else {
            value
        }
    });
    el("span", "").with(argument.flag).with(gap).with(value)
}

/// What is said of a copy that was just made.
pub(super) fn copied(view: &View<'_>, what: Copyable) -> Option<&'static str> {
    let made = view.model.copied.filter(|made| made.what == what)?;
    Some(if made.took {
        "Copied"
    } else {
        "Selected: press Ctrl+C"
    })
}

/// The button that copies a command or a snippet.
pub(super) fn copy_button(view: &View<'_>, what: Copyable) -> El {
    let word = copied(view, what).unwrap_or("Copy");
    let is_brief = what == Copyable::Ask && word == "Copy";
    let word = el("span", if is_brief { "spoken" } else { "" })
        .is("role", "status")
        .with(word);
    view.button("button", Msg::ClickedCopy(what))
        .maybe("data-look", is_brief.then_some("icon"))
        .with(icon(COPY))
        .with(word)
}
