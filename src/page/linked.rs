//! The link that the page was opened with, or that was followed in it, what the device remembers, and
//! links to the page.

use whydenied::{
    diagnosis::CauseId,
    link::{Ignored, Link},
};
use yew::AttrValue;

use super::{
    effect::Effect,
    entries,
    memory::{self, Memory},
    model::{Answered, Copyable, Model},
    taking,
};

/// How the page was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Opening {
    /// Its address, without the fragment.
    pub(crate) address: String,
    /// What the fragment says.
    pub(crate) followed: Followed,
    /// Whether it is a part of another page.
    pub(crate) is_framed: bool,
    /// What the device remembers.
    pub(crate) memory: Memory,
}

/// What a fragment says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Followed {
    /// The fragment, without what was taken out of it.
    pub(crate) fragment: String,
    /// The token that was taken out of it.
    pub(crate) token: Option<String>,
}

/// What happened to the page's link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LinkMsg {
    /// The page was opened.
    Opened(Box<Opening>),
    /// A link was followed in the open page.
    Followed(Followed),
    /// The note about a token in the address was read.
    ReadTokenNote,
    /// The note about ignored parameters was read.
    ReadNote,
    /// The device is to remember the settings, or to forget them.
    ToggledMemory,
    /// It could not.
    FailedToRemember,
}

/// The link, and what belongs to it.
#[derive(Clone, Default)]
pub(crate) struct Linked {
    /// The address of the page, without its fragment.
    pub(crate) address: AttrValue,
    /// Whether the page is a part of another page.
    pub(crate) is_framed: bool,
    /// What the link says.
    pub(crate) link: Link,
    /// What was ignored of it, until that was read.
    pub(crate) ignored: Vec<Ignored>,
    /// Whether there was a token in the address, until that was read.
    pub(crate) had_token: bool,
    /// Whether the link was followed after the settings were pasted: what was given later counts.
    is_later: bool,
    /// What the device remembers.
    pub(crate) memory: Memory,
    /// The link that is shown, for the clipboard did not take it.
    pub(crate) shows: Option<Copyable>,
}

/// Places in the page, to which its own links lead: a fragment that names one says nothing else.
const PLACES: [&str; 3] = ["evidence", "verdict", "detail"];

impl Linked {
    /// Whether the link counts before what was pasted.
    pub(crate) const fn is_first(&self) -> bool {
        self.is_later || self.link.lock
    }

    /// Whether the status is fixed.
    pub(crate) const fn fixes_status(&self) -> bool {
        self.link.lock && self.link.status.is_some()
    }

    /// Settings were pasted.
    pub(crate) const fn settings_came(&mut self) {
        self.is_later = false;
    }
}

/// Takes in what happened to the link.
pub(super) fn update(model: &mut Model, msg: LinkMsg) -> Option<Effect> {
    match msg {
        LinkMsg::Opened(opening) => {
            model.linked = Linked {
                address: opening.address.into(),
                is_framed: opening.is_framed,
                memory: opening.memory,
                ..Linked::default()
            };
            follow(model, opening.followed, false)
        }
        LinkMsg::Followed(followed) => follow(model, followed, true),
        LinkMsg::ReadTokenNote => {
            model.linked.had_token = false;
            None
        }
        LinkMsg::ReadNote => {
            model.linked.ignored.clear();
            None
        }
        LinkMsg::ToggledMemory => {
            memory::toggle(model);
            None
        }
        LinkMsg::FailedToRemember => {
            memory::fail(model);
            None
        }
    }
}

/// Fills the fields, picks the answer, shows the question. What was pasted stays.
fn follow(model: &mut Model, followed: Followed, is_later: bool) -> Option<Effect> {
    let fragment = followed.fragment.trim_start_matches('#');
    if !PLACES.contains(&fragment) {
        let (link, ignored) = Link::read(fragment);
        model.linked.link = link;
        model.linked.ignored = ignored;
        model.linked.is_later = is_later;
        apply(model);
    }
    if let Some(token) = followed.token {
        model.linked.had_token = true;
        let text = model.sources.text.trim_end();
        let gap = if text.is_empty() { "" } else { "\n\n" };
        let text = [text, gap, &token].concat();
        taking::paste(model, text.into(), false);
    }
    let is_shown = model.linked.link.node.is_some() && model.selected.is_some();
    is_shown.then_some(Effect::ShowDetail)
}

/// What the link gives takes the place of what was typed.
fn apply(model: &mut Model) {
    let Model { linked, typed, .. } = model;
    let link = &linked.link;
    let settings = &link.settings;
    if link.service.is_some() {
        typed.service = None;
    }
    for (is_given, entry) in [
        (settings.authority.is_some(), &mut typed.authority),
        (settings.audience.is_some(), &mut typed.audience),
        (settings.allowed_object_ids.is_some(), &mut typed.allow),
    ] {
        if is_given {
            *entry = None;
        }
    }
    if let Some(cause) = link.cause {
        let suspects = &mut model.answers.suspects;
        suspects.retain(|(node, _)| *node != cause.node());
        suspects.push((cause.node(), cause));
    }
    let node = link.node.or(link.cause.map(CauseId::node));
    answer(model);
    model.selected = node.map(|node| model.reading.item_of(node));
    model.focused = None;
}

/// Picks the status of the link, and judges.
fn answer(model: &mut Model) {
    if let Some(status) = model.linked.link.status {
        let answered = Answered::of_status(status);
        model.answered = Some(answered);
        let is_other = answered == Answered::Other;
        model.typed.status = is_other.then(|| status.to_string().into());
    }
    model.judge();
}

/// Everything was forgotten: the page is as its link opened it, less the case that the link told of, and
/// the device remembers nothing.
pub(super) fn forget(model: &mut Model, before: Linked) {
    let is_fixed = before.fixes_status();
    model.linked = Linked {
        address: before.address,
        is_framed: before.is_framed,
        memory: before.memory.forgotten(),
        link: Link {
            status: before.link.status.filter(|_| is_fixed),
            node: None,
            cause: None,
            ..before.link
        },
        ..Linked::default()
    };
    answer(model);
}

/// The address of the page with what this link carries.
pub(super) fn address(model: &Model, what: Copyable) -> Option<String> {
    let is_status = |status: &u16| (100..600).contains(status);
    let link = Link {
        status: model.reading.status.filter(is_status),
        node: match what {
            Copyable::Settings => None,
            Copyable::Question => Some(model.shown().node()),
            _ => return None,
        },
        ..entries::link(model)
    };
    Some([&model.linked.address, "#", &link.write()].concat())
}
