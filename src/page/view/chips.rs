//! Chips: one for each recognised thing. Each opens, tells what was read from where, and can be left out.

use whydenied::{
    intake::{Item, Kind},
    words::{given as words, intake::kind},
};
use yew::virtual_dom::ListenerKind;

use super::{
    View,
    el::{El, el},
    icon::{FAIL, PASS, icon},
    line,
    prose::{prose, value},
    readout::readout,
};
use crate::page::{
    browser,
    message::Msg,
    part::{Aspect, Part},
    source::{Chip, Source},
};

/// Of more chips than this, only so many are shown at first.
const MANY: usize = 12;

/// The chips of one text; none of one in which nothing was recognised.
pub(super) fn chips(view: &View<'_>, source: &Source) -> Option<El> {
    let chips = source.chips();
    if chips.is_empty() {
        return None;
    }
    let names = names(source, &chips);
    let is_many = chips.len() > MANY;
    let shown = if is_many && !view.model.shows_all {
        MANY
    } else {
        chips.len()
    };
    let mut list = el("ul", "chips").on(
        ListenerKind::onkeydown,
        browser::presses(view.link.clone(), |name| {
            (name == "Escape").then_some(Msg::LeftChip)
        }),
    );
    for (chip, name) in chips.iter().zip(&names).take(shown) {
        if let Some(part) = source.parts.get(chip.part) {
            list = list.with(item(view, source, part, *chip, name));
        }
    }
    if is_many {
        let words = if view.model.shows_all {
            "Show fewer".to_owned()
        } else {
            ["Show all ", &chips.len().to_string()].concat()
        };
        let more = view
            .button("link", Msg::ToggledChips)
            .state("aria-expanded", view.model.shows_all)
            .with(words);
        list = list.with(el("li", "more").with(more));
    }
    Some(list)
}

/// What stands on each chip; where several would say the same, the line too.
fn names(source: &Source, chips: &[Chip]) -> Vec<String> {
    let mut names = Vec::new();
    let mut lines = Vec::new();
    for chip in chips {
        if let Some(part) = source.parts.get(chip.part) {
            names.push(name(part, chip.aspect));
            lines.push(part.lines.0);
        }
    }
    let plain = names.clone();
    for (name, line) in names.iter_mut().zip(lines) {
        if plain.iter().filter(|other| *other == name).count() > 1 {
            name.push_str(", line ");
            name.push_str(&line.to_string());
        }
    }
    names
}

/// What stands on a chip.
fn name(part: &Part, aspect: Aspect) -> String {
    let request = part.evidence.request.as_ref();
    let status = part
        .evidence
        .response
        .as_ref()
        .and_then(|response| response.status);
    match aspect {
        Aspect::Whole => part.kind().map_or_else(|| several(part), kind).to_owned(),
        Aspect::Request => request.and_then(line::request_line).unwrap_or_default(),
        Aspect::Status => status.unwrap_or_default().to_string(),
        Aspect::Token | Aspect::Challenge | Aspect::Outcome => {
            aspect.kind().map_or("", kind).to_owned()
        }
    }
}

/// Headers that stand together, or all that comes behind the first many things.
fn several(part: &Part) -> &'static str {
    let is_header = |item: &Item| {
        use Kind::{AuthorizationHeader, Headers, WwwAuthenticate};
        matches!(item.kind, AuthorizationHeader | Headers | WwwAuthenticate)
    };
    if part.evidence.items.iter().all(is_header) {
        kind(Kind::Headers)
    } else {
        words::THE_REST
    }
}

fn item(view: &View<'_>, source: &Source, part: &Part, chip: Chip, name: &str) -> El {
    let id = chip.id();
    if part.is_removed(chip.aspect) {
        let back = view
            .button("back", Msg::PutBack(chip))
            .set("id", id.clone().into())
            .with("Put back")
            .with(el("span", "spoken").with(" ").with(value(name)));
        return el("li", "")
            .flag("data-removed", true)
            .with(el("span", "spoken").with("Left out: "))
            .with(el("s", "").with(value(name)))
            .with(back)
            .keyed([&id, "-out"].concat());
    }
    let is_open = view.model.open == Some(chip);
    let panel = [&id, "-panel"].concat();
    let mut button = view
        .button("chip", Msg::ClickedChip(chip))
        .set("id", id.clone().into())
        .state("aria-expanded", is_open)
        .with(icon(PASS))
        .with(value(name));
    if is_open {
        button = button.set("aria-controls", panel.clone().into());
    }
    let thing = match (chip.aspect, part.kind()) {
        (Aspect::Whole, Some(kind)) => words::thing(kind),
        _ => name,
    };
    let opened = || {
        let remove = view
            .button("button", Msg::RemovedChip(chip))
            .with(icon(FAIL))
            .with(el("span", "").with(prose(&words::remove(thing))));
        el("div", "readout")
            .set("id", panel.into())
            .with(readout(view, source, part, chip.aspect))
            .with(remove)
    };
    el("li", "")
        .with(button)
        .with(is_open.then(opened))
        .keyed(id)
}
