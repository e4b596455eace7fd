//! The decision tree: one nested list for all widths, a WAI-ARIA tree with one tab stop.

use whydenied::{
    diagnosis::{Branch, NodeId, Place},
    words::nodes,
};
use yew::{prelude::*, virtual_dom::ListenerKind};

use super::{
    View,
    el::{El, el},
    icon::Tone,
    legend, line,
    look::{Look, look, path},
    prose::prose,
};
use crate::page::{
    browser,
    message::Msg,
    walk::{self, BRANCHES, Item, Key, ROOT, branch_id, choices, steps},
};

/// The panel "The decision tree". `keys` marks the hint that the style sheet hides where the panel is
/// narrow: by it the page learns that it is.
#[inline(never)]
pub(super) fn map(view: &View<'_>, keys: &NodeRef) -> El {
    let hint = el("p", "keys")
        .known_as(keys)
        .with(el("kbd", "").with("↑"))
        .with(" ")
        .with(el("kbd", "").with("↓"))
        .with(" move · ")
        .with(el("kbd", "").with("Enter"))
        .with(" opens");
    // One listener for all items: which one was clicked is read from the page.
    let tree = el("ul", "tree")
        .is("role", "tree")
        .is("aria-label", "Why a request is denied")
        .on(ListenerKind::onclick, browser::picks(view.link.clone()))
        .on(
            ListenerKind::onkeydown,
            browser::presses(view.link.clone(), |name| {
                Key::named(name).map(Msg::PressedKey)
            }),
        )
        .with(root(view));
    el("section", "panel map")
        .is("aria-labelledby", "h-tree")
        .with(
            el("div", "panel-title")
                .with(el("h2", "").is("id", "h-tree").with("The decision tree"))
                .with(hint),
        )
        .with(tree)
        .with(legend::legend(view))
}

/// Where an item stands among its siblings.
struct Standing {
    item: Item,
    level: &'static str,
    /// Its place, from 0.
    index: usize,
    siblings: usize,
    /// Whether what hangs below it is open; none where nothing does.
    is_open: Option<bool>,
}

/// The item's element.
fn tree_item(view: &View<'_>, class: &'static str, standing: &Standing) -> El {
    let model = view.model;
    let is_selected = matches!(standing.item, Item::Node(_)) && model.shown() == standing.item;
    let element = el("div", class)
        .is("role", "treeitem")
        .set("id", standing.item.id().into())
        .is("aria-level", standing.level)
        .set("aria-posinset", (standing.index + 1).to_string().into())
        .set("aria-setsize", standing.siblings.to_string().into())
        .state("aria-selected", is_selected)
        .is(
            "tabindex",
            if model.tab_stop() == standing.item {
                "0"
            } else {
                "-1"
            },
        );
    match standing.is_open {
        Some(is_open) => element.state("aria-expanded", is_open),
        None => element,
    }
}

fn group(class: &'static str) -> El {
    el("ul", class).is("role", "group")
}

fn place_in_list(
    class: &'static str,
    verdict: Option<&'static str>,
    path: Option<&'static str>,
) -> El {
    el("li", class)
        .is("role", "none")
        .maybe("data-verdict", verdict)
        .maybe("data-path", path)
}

fn root(view: &View<'_>) -> El {
    let reading = &view.model.reading;
    let answer = match (reading.status, reading.taken) {
        (Some(0), _) => "Another status".to_owned(),
        (Some(status), _) => line::status_line(status),
        (None, Some(_)) => "No answer yet".to_owned(),
        (None, None) => "Click the answer you got".to_owned(),
    };
    let verdict = if reading.taken.is_none() {
        Tone::Ask
    } else {
        Tone::Pass
    };
    let standing = Standing {
        item: ROOT,
        level: "1",
        index: 0,
        siblings: 1,
        is_open: Some(true),
    };
    let card = el("div", "card")
        .with(el("span", "question").with(prose(nodes::node(NodeId::Status).short)))
        .with(" ")
        .with(el("span", "reply").with(answer));
    let is_on_bus = matches!(
        reading.taken,
        Some(Branch::NoAnswer | Branch::BadRequest | Branch::Other)
    );
    let branches = BRANCHES
        .iter()
        .enumerate()
        .map(|(index, branch)| self::branch(view, index, *branch));
    place_in_list("root", Some(verdict.word()), Some("on"))
        .with(tree_item(view, "node", &standing).with(card))
        .with(
            group("branches")
                .maybe("data-rail", is_on_bus.then_some("on"))
                .each(branches),
        )
}

fn branch(view: &View<'_>, index: usize, branch: Branch) -> El {
    let model = view.model;
    let path = model
        .reading
        .taken
        .map(|taken| if taken == branch { "on" } else { "off" });
    let (status, meaning) = nodes::branch(branch);
    let item = Item::Head(branch);
    let standing = Standing {
        item,
        level: "2",
        index,
        siblings: BRANCHES.len(),
        is_open: Some(!model.is_folded(branch)),
    };
    let count = match walk::places(branch) {
        1 => "1 question".to_owned(),
        count => [&count.to_string(), " questions"].concat(),
    };
    let head = tree_item(view, "head", &standing)
        .with(el("b", "").with(status))
        .with(" ")
        .with(el("span", "").with(meaning))
        .with(" ")
        .with(el("span", "count").with(count));
    let siblings = steps(branch).count();
    let later = BRANCHES.get(index + 1..).unwrap_or_default();
    let leads_on = model.reading.taken.is_some_and(|it| later.contains(&it));
    place_in_list("branch", None, path)
        .is("data-branch", branch_id(branch))
        .maybe("data-rail", leads_on.then_some("on"))
        .maybe(
            "data-fold",
            model.folds_when_narrow(branch).then_some("narrow"),
        )
        .with(head)
        .with(
            group("").each(
                steps(branch)
                    .enumerate()
                    .map(|(index, place)| step(view, place, index, siblings)),
            ),
        )
}

/// A question of a branch, and the choices below it.
fn step(view: &View<'_>, place: Place, index: usize, siblings: usize) -> El {
    const NUMBERS: [&str; 8] = ["1", "2", "3", "4", "5", "6", "7", "8"];
    let twigs = choices(place.node).count();
    let is_open = (twigs > 0).then_some(true);
    let standing = Standing {
        item: Item::Node(place),
        level: "3",
        index,
        siblings,
        is_open,
    };
    let fork = || {
        group("fork").each(
            choices(place.node)
                .enumerate()
                .map(|(index, place)| twig(view, place, index, twigs)),
        )
    };
    let next = steps(place.branch).nth(index + 1);
    let rail = next
        .filter(|_| path(view, place) == Some("on"))
        .and_then(|next| path(view, next).filter(|path| *path != "off"));
    question(
        view,
        "step",
        place,
        &standing,
        NUMBERS.get(index).copied().unwrap_or_default(),
    )
    .maybe("data-rail", rail)
    .with(is_open.map(|_| fork()))
}

fn twig(view: &View<'_>, place: Place, index: usize, siblings: usize) -> El {
    let letter = ["a", "b", "c", "d"].get(index).copied().unwrap_or_default();
    let leads_on = place.under.is_some_and(|above| {
        choices(above)
            .skip(index + 1)
            .any(|later| path(view, later) == Some("on"))
    });
    question(
        view,
        "twig",
        place,
        &Standing {
            item: Item::Node(place),
            level: "4",
            index,
            siblings,
            is_open: None,
        },
        letter,
    )
    .maybe("data-rail", leads_on.then_some("on"))
}

fn question(
    view: &View<'_>,
    class: &'static str,
    place: Place,
    standing: &Standing,
    label: &'static str,
) -> El {
    let Look {
        verdict,
        mark,
        reply,
        tag,
        spoken,
    } = look(view, place, label);
    let mut card =
        el("div", "card").with(el("span", "question").with(prose(nodes::node(place.node).short)));
    if let Some(reply) = reply {
        card = card.with(" ").with(el("span", "reply").with(prose(&reply)));
    }
    if let Some(tag) = tag {
        card = card.with(" ").with(el("span", "tag").with(tag));
    }
    if !spoken.is_empty() {
        card = card.with(el("span", "spoken").with([", ", &spoken].concat()));
    }
    place_in_list(class, verdict, path(view, place))
        .with(tree_item(view, "node", standing).with(mark).with(card))
}
