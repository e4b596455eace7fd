//! What fixes it: one tab a tool, the command with the person's own values, and a button that copies it.

use whydenied::words::{self, Argument, Blank, Command, Remedy, Tool, Way};
use yew::{prelude::*, virtual_dom::ListenerKind};

use super::{
    View,
    copying::copy_button,
    el::{Child, El, all, el},
    links::leads_out,
    prose::{code, prose, shown},
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
pub(super) fn instead(view: &View<'_>, remedies: &[Remedy]) -> Option<El> {
    let (first, others) = remedies.split_first()?;
    let command = chosen(view, &first.ways).and_then(|way| way.command.as_ref());
    // What the fix leaves to be filled in is explained with it.
    let mut explained = command
        .map(|line| words::blanks(line, view.facts))
        .unwrap_or_default();
    let mut list = el("ul", "then");
    for (index, remedy) in others.iter().enumerate() {
        list = list.with(alternative(view, index + 1, remedy, &mut explained));
    }
    (!others.is_empty()).then_some(list)
}

fn alternative(view: &View<'_>, place: usize, remedy: &Remedy, explained: &mut Vec<Blank>) -> El {
    let whose = el("strong", "")
        .with("Or, ")
        .with(lower(remedy.mover.label()))
        .with(":");
    let told = el("li", "")
        .with(whose)
        .with(" ")
        .with(prose(&remedy.step))
        .with(" ");
    let Some(way) = remedy.ways.first() else {
        return told;
    };
    let Some(line) = &way.command else {
        return told.with(prose(&way.note)).with(consent(view, way));
    };
    let mut new = words::blanks(line, view.facts);
    new.retain(|blank| !explained.contains(blank));
    // Of a value alone nobody knows where it belongs.
    let is_value = way.tool == Tool::Portal;
    let told = told
        .with(is_value.then(|| prose(&way.note)))
        .with(command(view, line, Copyable::Instead(place)).flag("data-value", is_value))
        .with(rows(view, &new, Copyable::LookUp));
    explained.append(&mut new);
    told
}

/// A label inside a sentence.
fn lower(label: &str) -> String {
    let mut label = label.to_owned();
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    label
}

/// The place of the way whose tab is open.
fn place_of_chosen(view: &View<'_>, ways: &[Way]) -> usize {
    view.model.way.min(ways.len().saturating_sub(1))
}

fn chosen<'a>(view: &View<'_>, ways: &'a [Way]) -> Option<&'a Way> {
    ways.get(place_of_chosen(view, ways))
}

fn ways(view: &View<'_>, ways: &[Way]) -> El {
    let chosen = place_of_chosen(view, ways);
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
                    .flag("data-value", way.tool == Tool::Portal)
            })
            .node(),
        way.command
            .as_ref()
            .and_then(|line| blanks(view, line, Copyable::LookUp))
            .node(),
        (!way.note.is_empty())
            .then(|| {
                el("p", "said")
                    .with(prose(&way.note))
                    .with(consent(view, way))
            })
            .node(),
    ])
}

/// The link to the page on which an administrator consents.
fn consent(view: &View<'_>, way: &Way) -> Option<Html> {
    let consent_page = way.consent_page.clone()?;
    let link = leads_out(view, consent_page.into(), "Open the page that asks for it");
    Some(all([" ".node(), link.node()]))
}

/// A command: one argument a line when shown, one line when copied.
pub(super) fn command(view: &View<'_>, line: &Command, what: Copyable) -> El {
    el("div", "command")
        .flag("data-slim", what != Copyable::Fix)
        .with(
            el("code", "")
                .is("id", what.id())
                .on(ListenerKind::oncopy, browser::copies(line.to_string()))
                .each(line.arguments.iter().map(argument)),
        )
        .with(copy_button(view, what))
}

/// What is still to be filled in, and what to run to find it, which is copied as that.
pub(super) fn blanks(view: &View<'_>, line: &Command, what: Copyable) -> Option<El> {
    rows(view, &words::blanks(line, view.facts), what)
}

fn rows(view: &View<'_>, blanks: &[Blank], what: Copyable) -> Option<El> {
    let rows = blanks.iter().map(|blank| self::blank(view, blank, what));
    (!blanks.is_empty()).then(|| el("ul", "blanks").each(rows))
}

fn blank(view: &View<'_>, blank: &Blank, what: Copyable) -> El {
    let line = blank.look_up.as_ref();
    el("li", "")
        .with(code(&blank.name))
        .with(" ")
        .with(prose(&blank.meaning))
        .with(line.map(|line| command(view, line, what)))
}

/// A part of a value: what is still to be filled in stands out.
fn part(part: &str, is_own: bool) -> Html {
    let start = part.find('<').filter(|_| !is_own);
    let blank = start.and_then(|start| {
        let (before, blank) = part.split_at_checked(start)?;
        let (blank, behind) = blank.split_at_checked(blank.find('>')? + 1)?;
        let blank = el("mark", "").with(shown(blank)).node();
        Some(all([shown(before), blank, shown(behind)]))
    });
    blank.unwrap_or_else(|| shown(part))
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
            .map(|part| all([self::part(part, argument.is_own), el("wbr", "").node()]))
            .collect();
        if argument.is_own {
            el("b", "").with(value).node()
        } else {
            value
        }
    });
    el("span", "").with(argument.flag).with(gap).with(value)
}
