//! The decision tree: one nested list for all widths, a WAI-ARIA tree with one tab stop.

use whydenied::{
    diagnosis::{Branch, Input, NodeId, OnPath, Place, Verdict},
    words::{self, nodes},
};
use yew::prelude::*;

use super::{
    View,
    icon::{Fill, Tone, mark, number},
    prose::prose,
};
use crate::page::{
    browser,
    message::Msg,
    model::Model,
    walk::{self, BRANCHES, Item, Key, ROOT, branch_id, choices, steps},
};

/// The panel "The decision tree". `keys` marks the hint that the style sheet hides where the panel is
/// narrow: by it the page learns that it is.
pub(super) fn map(view: &View<'_>, keys: &NodeRef) -> Html {
    html! {
        <section class="panel map" aria-labelledby="h-tree">
            <div class="panel-title">
                <h2 id="h-tree">{ "The decision tree" }</h2>
                <p class="keys" ref={keys.clone()}>
                    <kbd>{ "↑" }</kbd>{ " " }<kbd>{ "↓" }</kbd>{ " move · " }<kbd>{ "Enter" }</kbd>{ " opens" }
                </p>
            </div>
            <ul class="tree" role="tree" aria-label="Why a request is denied" onclick={clicks(view)} onkeydown={keydowns(view)}>
                { root(view) }
            </ul>
            { legend(view) }
        </section>
    }
}

/// One listener for all items: which one was clicked is read from the page.
fn clicks(view: &View<'_>) -> Callback<MouseEvent> {
    let link = view.link.clone();
    Callback::from(move |event: MouseEvent| {
        let item = browser::item_id(&event).and_then(|id| Item::from_id(&id));
        if let Some(item) = item {
            link.emit(Msg::ClickedItem(item));
        }
    })
}

fn keydowns(view: &View<'_>) -> Callback<KeyboardEvent> {
    let link = view.link.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if let Some(key) = key(&event.key()) {
            event.prevent_default();
            link.emit(Msg::PressedKey(key));
        }
    })
}

fn key(name: &str) -> Option<Key> {
    Some(match name {
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowRight" => Key::Right,
        "ArrowLeft" => Key::Left,
        "Home" => Key::Home,
        "End" => Key::End,
        "Enter" | " " => Key::Enter,
        "*" => Key::Star,
        _ => {
            let mut letters = name.chars();
            let letter = letters.next().filter(|letter| letter.is_alphanumeric())?;
            letters.next().is_none().then_some(Key::Letter(letter))?
        }
    })
}

/// Where an item stands among its siblings, for its ARIA attributes.
struct Standing {
    item: Item,
    level: &'static str,
    position: usize,
    siblings: usize,
    /// Whether what hangs below it is open; none where nothing does.
    is_open: Option<bool>,
}

/// The item's element.
fn tree_item(view: &View<'_>, class: &'static str, standing: &Standing, content: Html) -> Html {
    let model = view.model;
    let word = |is: bool| if is { "true" } else { "false" };
    let is_head = matches!(standing.item, Item::Head(_));
    html! {
        <div class={class} role="treeitem" id={standing.item.id()}
            aria-level={standing.level} aria-posinset={standing.position.to_string()} aria-setsize={standing.siblings.to_string()}
            aria-expanded={standing.is_open.map(word)}
            aria-selected={word(!is_head && model.shown() == standing.item)}
            tabindex={if model.tab_stop() == standing.item { "0" } else { "-1" }}>
            { content }
        </div>
    }
}

fn root(view: &View<'_>) -> Html {
    let model = view.model;
    let answer = match (model.reading.status, model.reading.taken) {
        (Some(0), _) => "Another status".to_owned(),
        (Some(status), _) => super::verdict::status_line(status),
        (None, Some(_)) => "No answer yet".to_owned(),
        (None, None) => "Click the answer you got".to_owned(),
    };
    let is_asking = model.reading.taken.is_none();
    let standing = Standing { item: ROOT, level: "1", position: 1, siblings: 1, is_open: Some(true) };
    let card = html! {
        <div class="card">
            <span class="question">{ nodes::node(NodeId::Status).short }</span>{ " " }<span class="reply">{ answer }</span>
        </div>
    };
    html! {
        <li role="none" class="root" data-verdict={if is_asking { "ask" } else { "pass" }} data-path="on">
            { tree_item(view, "node", &standing, card) }
            <ul role="group" class="branches">
                { for BRANCHES.iter().enumerate().map(|(index, branch)| self::branch(view, index, *branch)) }
            </ul>
        </li>
    }
}

fn branch(view: &View<'_>, index: usize, branch: Branch) -> Html {
    let model = view.model;
    let path = match model.reading.taken {
        None => None,
        Some(taken) if taken == branch => Some("on"),
        Some(_) => Some("off"),
    };
    let (status, meaning) = nodes::branch(branch);
    let is_open = !model.is_folded(branch);
    let standing =
        Standing { item: Item::Head(branch), level: "2", position: index + 1, siblings: BRANCHES.len(), is_open: Some(is_open) };
    let count = walk::places(branch);
    let count = if count == 1 { "1 question".to_owned() } else { format!("{count} questions") };
    let head = html! {
        <><b>{ status }</b>{ " " }<span>{ meaning }</span>{ " " }<span class="count">{ count }</span></>
    };
    let siblings = steps(branch).count();
    html! {
        <li role="none" class="branch" data-branch={branch_id(branch)} data-path={path}
            data-fold={model.folds_when_narrow(branch).then_some("narrow")}>
            { tree_item(view, "head", &standing, head) }
            <ul role="group">
                { for steps(branch).enumerate().map(|(index, place)| step(view, place, index, siblings)) }
            </ul>
        </li>
    }
}

fn step(view: &View<'_>, place: Place, index: usize, siblings: usize) -> Html {
    let twigs = choices(place.node).count();
    let standing = Standing {
        item: Item::Node(place),
        level: "3",
        position: index + 1,
        siblings,
        is_open: (twigs > 0).then_some(true),
    };
    let label = (index + 1).to_string();
    let fork = if twigs == 0 {
        Html::default()
    } else {
        html! {
            <ul role="group" class="fork">
                { for choices(place.node).enumerate().map(|(index, place)| twig(view, place, index, twigs)) }
            </ul>
        }
    };
    question(view, "step", place, &standing, label, fork)
}

fn twig(view: &View<'_>, place: Place, index: usize, siblings: usize) -> Html {
    let standing = Standing { item: Item::Node(place), level: "4", position: index + 1, siblings, is_open: None };
    let label = ["a", "b", "c", "d"].get(index).copied().unwrap_or_default().to_owned();
    question(view, "twig", place, &standing, label, Html::default())
}

/// How a question is drawn.
struct Look {
    verdict: Option<&'static str>,
    path: Option<&'static str>,
    mark: Html,
    reply: Option<String>,
    spoken: &'static str,
}

fn look(view: &View<'_>, place: Place, label: String) -> Look {
    let model = view.model;
    let reading = &model.reading;
    let verdict = model.verdict(place.node);
    let tone = Tone::of(verdict);
    let is_decided = !matches!(verdict, Verdict::CannotTell(_) | Verdict::NotApplicable | Verdict::NotReached);
    let answer = || {
        let state = reading.diagnosis.node(place.node)?;
        Some(words::answer(state, &reading.diagnosis, view.facts))
    };
    let word = words::verdict_word(verdict);
    let hint = || Some(nodes::node(place.node).hint.to_owned());
    match model.on_path(Item::Node(place)) {
        // Nothing is decided yet: each question says what it is about.
        OnPath::Off if reading.taken.is_none() && place.branch != Branch::Root => {
            Look { verdict: None, path: None, mark: number(label), reply: hint(), spoken: "" }
        }
        OnPath::After if reading.taken.is_none() && !is_decided => {
            Look { verdict: None, path: None, mark: number(label), reply: hint(), spoken: "" }
        }
        OnPath::Off if is_passed_over(model, place, verdict) => Look {
            verdict: Some(tone.word()),
            path: Some("off"),
            mark: mark(tone, Fill::Open, None),
            reply: None,
            spoken: word,
        },
        OnPath::Off => {
            Look { verdict: None, path: Some("off"), mark: mark(Tone::None, Fill::Open, None), reply: None, spoken: "not on the path" }
        }
        OnPath::Taken => Look {
            verdict: Some(tone.word()),
            path: Some("on"),
            mark: mark(tone, fill(verdict), None),
            reply: answer(),
            spoken: word,
        },
        OnPath::After => Look {
            verdict: Some(tone.word()),
            path: reading.taken.map(|_| "after"),
            mark: mark(tone, Fill::Open, None),
            reply: answer(),
            spoken: word,
        },
    }
}

/// A question that only a paste can answer waits less loudly than one that the person can.
const fn fill(verdict: Verdict) -> Fill {
    match verdict {
        Verdict::CannotTell(Input::Keys | Input::SettingsJson | Input::DiscoveryDocument) | Verdict::NotApplicable => Fill::Open,
        _ => Fill::Full,
    }
}

/// A choice on the branch taken that this service does not offer.
fn is_passed_over(model: &Model, place: Place, verdict: Verdict) -> bool {
    place.under.is_some() && model.reading.taken == Some(place.branch) && verdict == Verdict::NotApplicable
}

fn question(view: &View<'_>, class: &'static str, place: Place, standing: &Standing, label: String, below: Html) -> Html {
    let model = view.model;
    let look = look(view, place, label);
    let is_judged_here = look.path == Some("after") || look.path.is_none() && look.verdict.is_some();
    let tag = if look.path == Some("off") {
        None
    } else if model.is_cause(place.node) {
        Some("cause")
    } else {
        (model.reading.diagnosis.would_report == Some(place.node) && look.path.is_some()).then_some("reported")
    };
    let card = html! {
        <>
            { look.mark }
            <div class="card">
                <span class="question">{ prose(nodes::node(place.node).short) }</span>
                { for look.reply.map(|reply| html! { <>{ " " }<span class="reply">{ prose(&reply) }</span></> }) }
                { for tag.map(|tag| html! { <>{ " " }<span class="tag">{ tag }</span></> }) }
                if !look.spoken.is_empty() {
                    <span class="spoken">{ ", " }{ look.spoken }{ if is_judged_here { ", judged here only" } else { "" } }</span>
                }
            </div>
        </>
    };
    html! {
        <li role="none" class={class} data-verdict={look.verdict} data-path={look.path}>
            { tree_item(view, "node", standing, card) }
            { below }
        </li>
    }
}

/// What the marks mean; only those that can be seen just now, so that there is nothing to search for.
fn legend(view: &View<'_>) -> Html {
    let is_fresh = view.model.reading.taken.is_none();
    let always = [(Tone::Pass, Fill::Full, "passed"), (Tone::Fail, Fill::Full, "failed"), (Tone::Warn, Fill::Full, "fragile"), (Tone::Ask, Fill::Full, "asks you")];
    let on_a_path = [(Tone::Pass, Fill::Open, "judged here only"), (Tone::NotApplicable, Fill::Open, "does not apply"), (Tone::None, Fill::Open, "not reached")];
    let marks = always.iter().chain(on_a_path.iter().filter(|_| !is_fresh));
    html! {
        <ul class="legend" aria-label="What the marks mean">
            { for marks.map(|(tone, fill, meaning)| html! { <li>{ mark(*tone, *fill, Some("small")) }{ *meaning }</li> }) }
        </ul>
    }
}
