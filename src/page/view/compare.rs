//! Another token beside the first: what differs, and what follows from it.

use whydenied::{
    diagnosis::{Difference, Effect, Row, beside},
    jose::{Jws, Token},
    words::{self, two_tokens},
};
use yew::{prelude::*, virtual_dom::ListenerKind};

use super::{
    View,
    blur::{self, blurred},
    el::{Child, El, all, el},
    field::private,
    icon::Tone,
    paste::trouble,
    prose::{prose, value},
};
use crate::page::{browser, message::Msg};

/// The box for the other token, and the differences.
pub(super) fn compare(view: &View<'_>, jws: &Jws) -> El {
    let other = &view.model.other;
    let field = private("textarea", "other")
        .is("rows", "2")
        .is("aria-labelledby", "h-compare")
        .is("placeholder", two_tokens::PLACEHOLDER)
        .value(other.text.clone())
        .on(
            ListenerKind::oninput,
            browser::types(view.link.clone(), Msg::PastedOther),
        );
    let found = match other.token.as_deref() {
        Some(Token::Jws(second)) => differences(view, jws, second),
        _ if other.text.trim().is_empty() => Html::default(),
        _ => trouble(Tone::Warn)
            .with(el("span", "").with(two_tokens::UNREADABLE))
            .node(),
    };
    el("div", "stack compare")
        .with(
            el("div", "subtitle")
                .with(el("h3", "").is("id", "h-compare").with(two_tokens::TITLE))
                .with(el("span", "hint").with(two_tokens::HINT)),
        )
        .with(field)
        .with(found)
}

fn differences(view: &View<'_>, first: &Jws, second: &Jws) -> Html {
    let rows = beside(first, second, &|name| words::decides(name, view.facts));
    let is_alike = |row: &&Row| matches!(row.difference, Difference::Same | Difference::Written);
    let alike = rows.iter().filter(is_alike).count();
    let columns = two_tokens::COLUMNS.map(|title| el("th", "").is("scope", "col").with(title));
    let table = (alike < rows.len()).then(|| {
        el("table", "")
            .is("aria-labelledby", "h-compare")
            .with(el("thead", "").with(el("tr", "").each(columns)))
            .with(
                el("tbody", "").each(
                    rows.iter()
                        .filter(|row| !is_alike(row))
                        .map(|row| difference(view, row, [first, second])),
                ),
            )
    });
    all([
        table.node(),
        el("p", "hint")
            .with(two_tokens::alike(alike, alike == rows.len()))
            .node(),
    ])
}

fn difference(view: &View<'_>, row: &Row, tokens: [&Jws; 2]) -> El {
    let hides = tokens
        .iter()
        .any(|jws| blur::hides(view, &row.name, jws.payload.root.get(&row.name)));
    let side = |text: &Option<String>| {
        let text = text.as_deref().map_or("", |text| {
            let inner = text
                .strip_prefix('"')
                .and_then(|text| text.strip_suffix('"'));
            inner.unwrap_or(text)
        });
        el("td", "value").with(if hides {
            blurred(value(text))
        } else {
            value(text).node()
        })
    };
    el("tr", "")
        .flag("data-decides", row.effect == Effect::Decides)
        .with(
            el("th", "")
                .is("scope", "row")
                .with(value(&two_tokens::name(row))),
        )
        .with(side(&row.first))
        .with(side(&row.second))
        .with(el("td", "meaning").with(prose(&words::difference(row))))
}
