//! Another token beside the first: what differs, and what follows from it.

use whydenied::{
    diagnosis::{Beside, Effect, Row, RowPart, Verdict, beside},
    jose::{Jws, Token},
    words::{self, DECIDING, comparison::NOT_THERE, two_tokens},
};
use yew::{prelude::*, virtual_dom::ListenerKind};

use super::{
    View, blur,
    claims::{self, group, marked, meaning},
    comparison::{laid, side},
    el::{Child, El, all, el, hint, subtitle},
    field::private,
    icon::{TWO, Tone, icon, trouble},
};
use crate::page::{browser, message::Msg};

/// The button that brings the box for the other token, and puts it away again.
pub(super) fn opener(view: &View<'_>) -> El {
    view.button("button", Msg::ToggledCompare)
        .is("id", "compare")
        .state("aria-expanded", view.model.other.is_open)
        .with(icon(TWO))
        .with(two_tokens::OPEN)
}

/// The box for the other token, and the differences.
pub(super) fn compare(view: &View<'_>, jws: &Jws) -> Option<El> {
    let other = &view.model.other;
    if !other.is_open {
        return None;
    }
    let second = match other.token.as_deref() {
        Some(Token::Jws(second)) => Some(second),
        _ => None,
    };
    let field = private("textarea", "other")
        .is("rows", "2")
        .flag("data-read", second.is_some())
        .is("aria-labelledby", "h-compare")
        .is("placeholder", two_tokens::PLACEHOLDER)
        .value(other.text.clone())
        .on(
            ListenerKind::oninput,
            browser::types(view.link.clone(), Msg::PastedOther),
        );
    let found = match second {
        Some(second) => differences(view, jws, second),
        None if other.text.trim().is_empty() => Html::default(),
        None => trouble(Tone::Warn)
            .with(el("span", "").with(two_tokens::UNREADABLE))
            .node(),
    };
    let leaves = |name: &str| (name == "Escape").then_some(Msg::ToggledCompare);
    Some(
        el("div", "stack compare")
            .on(
                ListenerKind::onkeydown,
                browser::presses(view.link.clone(), leaves),
            )
            .with(subtitle(
                "h-compare",
                two_tokens::TITLE,
                hint(two_tokens::HINT),
            ))
            .with(field)
            .with(found),
    )
}

fn differences(view: &View<'_>, first: &Jws, second: &Jws) -> Html {
    const EFFECTS: [Effect; 4] = [
        Effect::Decides,
        Effect::Tells,
        Effect::DiffersAlways,
        Effect::Ignored,
    ];
    // Of any two tokens the times differ; they decide only where the clock has passed them.
    let decides = |name: &str| {
        words::decides(name, view.facts)
            && (!matches!(name, "exp" | "nbf")
                || claims::verdict(view, name) == Some(Verdict::Fail))
    };
    let Beside { rows, alike } = beside(first, second, &decides);
    let line = el("p", "hint");
    if rows.is_empty() {
        return line.with(two_tokens::ALL_ALIKE).node();
    }
    let mut table = claims::table("h-compare", two_tokens::COLUMNS);
    for effect in EFFECTS {
        table = table.with(of_effect(view, effect, &rows, [first, second]));
    }
    let line = line
        .with(words::comparison::UNDERLINED)
        .with(two_tokens::alike(alike));
    all([table.node(), line.node()])
}

/// The differences with which the service does the same: those first that can decide, in their order.
fn of_effect(view: &View<'_>, effect: Effect, rows: &[Row<'_>], tokens: [&Jws; 2]) -> Option<El> {
    let mut body = group(two_tokens::group(effect));
    let mut is_empty = true;
    for rank in 0..=DECIDING.len() {
        for row in rows {
            let own = DECIDING.iter().position(|name| *name == row.name);
            if row.effect == effect && own.unwrap_or(DECIDING.len()) == rank {
                body = body.with(difference(view, row, tokens));
                is_empty = false;
            }
        }
    }
    (!is_empty).then_some(body)
}

fn difference(view: &View<'_>, row: &Row<'_>, tokens: [&Jws; 2]) -> El {
    let hides = tokens
        .iter()
        .any(|jws| blur::hides(view, row.name, jws.payload.root.get(row.name)));
    let is_compared = matches!(row.effect, Effect::Decides | Effect::Tells);
    let is_decided = row.part == RowPart::Claims && row.effect == Effect::Decides;
    let verdict = is_decided
        .then(|| claims::verdict(view, row.name))
        .flatten();
    let exact = [row.first, row.second].map(Option::unwrap_or_default);
    let mut values = exact.map(plain);
    // Of a string and a number with the same digits, the quotation marks are what differs.
    if let [first, second] = values
        && first == second
    {
        values = exact;
    }
    let [first, second] = values;
    let runs = laid(first, second).filter(|_| is_compared && !hides);
    let mut values = el("dl", "comparison");
    for (title, text, is_first) in [
        (two_tokens::SIDES[0], first, true),
        (two_tokens::SIDES[1], second, false),
    ] {
        let drawn = if text.is_empty() {
            el("dd", "words").with(NOT_THERE)
        } else {
            side(text, runs.as_deref(), is_first, hides)
        };
        values = values.with(el("dt", "").with(title)).with(drawn);
    }
    let words = words::claim(row.name).map(|words| meaning(&words, verdict));
    marked(verdict, &two_tokens::name(row))
        .with(el("td", "value").with(values))
        .with(el("td", "meaning").with(words))
}

/// A string without its quotation marks; anything else as it stands.
fn plain(text: &str) -> &str {
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    inner.unwrap_or(text)
}
