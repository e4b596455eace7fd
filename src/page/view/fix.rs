//! What fixes it: one tab a tool, the command with the person's own values, and a button that copies it.

use whydenied::words::{Argument, Command, Remedy, Way};
use yew::prelude::*;

use super::{
    View,
    icon::{COPY, icon},
    prose::{prose, shown},
};
use crate::page::{
    message::Msg,
    model::{Copied, Copyable},
};

/// The ways of the first remedy as tabs; what can be done instead below.
pub(super) fn fix(view: &View<'_>, remedies: &[Remedy]) -> Html {
    let Some((first, others)) = remedies.split_first() else { return Html::default() };
    html! {
        <>
            if !first.ways.is_empty() { { ways(view, &first.ways) } }
            if !others.is_empty() {
                <ul class="then">
                    { for others.iter().map(|remedy| html! {
                        <li><strong>{ "Or, " }{ lower(remedy.mover.label()) }{ ": " }</strong>{ prose(&remedy.step) }{ for remedy.ways.first().map(in_short) }</li>
                    }) }
                </ul>
            }
        </>
    }
}

fn lower(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn in_short(way: &Way) -> Html {
    match &way.command {
        Some(command) => html! { <>{ " " }<code>{ shown(&command.to_string()) }</code></> },
        None => html! { <>{ " " }{ prose(&way.note) }</> },
    }
}

fn ways(view: &View<'_>, ways: &[Way]) -> Html {
    let chosen = view.model.way.min(ways.len() - 1);
    let tab = |(index, way): (usize, &Way)| {
        let is_chosen = index == chosen;
        html! {
            <button type="button" role="tab" id={format!("way-{index}")} aria-controls="way" aria-selected={if is_chosen { "true" } else { "false" }}
                tabindex={if is_chosen { "0" } else { "-1" }} onclick={view.click(Msg::ChoseWay(index))}>
                { way.tool.label() }
            </button>
        }
    };
    let last = ways.len() - 1;
    let arrows = view.link.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowRight" => if chosen == last { 0 } else { chosen + 1 },
            "ArrowLeft" => if chosen == 0 { last } else { chosen - 1 },
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        arrows.emit(Msg::MovedToWay(to));
    });
    html! {
        <div class="fix">
            <div class="fix-title">
                <h3>{ "Fix" }</h3>
                <div class="tabs" role="tablist" aria-label="Ways to fix it" {onkeydown}>
                    { for ways.iter().enumerate().map(tab) }
                </div>
            </div>
            <div role="tabpanel" id="way" aria-labelledby={format!("way-{chosen}")}>
                { for ways.get(chosen).map(|way| way_body(view, way)) }
            </div>
        </div>
    }
}

fn way_body(view: &View<'_>, way: &Way) -> Html {
    html! {
        <>
            { for way.command.as_ref().map(|line| command(view, line, Copyable::Fix)) }
            if !way.note.is_empty() { <p class="said">{ prose(&way.note) }</p> }
        </>
    }
}

/// A command: one argument a line when shown, one line when copied.
pub(super) fn command(view: &View<'_>, line: &Command, what: Copyable) -> Html {
    let is_slim = what == Copyable::Ask;
    html! {
        <div class="command" data-slim={is_slim.then_some("")}>
            <code id={what.id()}>{ for line.arguments.iter().map(argument) }</code>
            { copy_button(view, what) }
        </div>
    }
}

fn argument(argument: &Argument) -> Html {
    let value = argument.value.as_deref().map(|value| {
        let value = shown(value);
        if argument.is_own { html! { <b>{ value }</b> } } else { value }
    });
    html! {
        <span>
            { argument.flag }
            if !argument.flag.is_empty() && value.is_some() { { " " } }
            { for value }
        </span>
    }
}

fn copy_button(view: &View<'_>, what: Copyable) -> Html {
    let word = match view.model.copied {
        Some(Copied { what: copied, took: true }) if copied == what => "Copied",
        Some(Copied { what: copied, took: false }) if copied == what => "Selected: press Ctrl+C",
        _ => "Copy",
    };
    html! {
        <button type="button" class="button" onclick={view.click(Msg::ClickedCopy(what))}>
            { icon(COPY) }<span role="status">{ word }</span>
        </button>
    }
}
