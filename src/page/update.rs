//! How the model changes. Pure: what is to be done outside the model is handed back.

use std::rc::Rc;

use whydenied::{
    diagnosis::Facts,
    intake::{self, Evidence},
    words::{self, Way, nodes},
};
use yew::AttrValue;

use super::{
    answers,
    message::Msg,
    model::{Answered, Copied, Copyable, Field, Model, RefusedFile, TakenFile},
    session::{self, Session, SessionMsg},
    walk::{self, BRANCHES, Item, Step},
};

/// A longer paste is taken as a file, and not put into the box: 1 MB.
pub(crate) const LONGEST_PASTE: usize = 1024 * 1024;

/// A larger file is not read at all: 16 MB.
pub(crate) const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// Something to be done outside the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Puts the keyboard's focus on an item of the tree.
    Focus(Item),
    /// Puts the keyboard's focus on a tab of the fix.
    FocusWay(usize),
    /// Shows the question that was chosen, where it is out of sight.
    ShowDetail,
    /// Copies a command, on one line.
    Copy(Copyable, String),
    /// Takes the word about a copy away after a while.
    SaidCopied,
}

/// Takes in what happened.
pub(crate) fn update(model: &mut Model, msg: Msg) -> Option<Effect> {
    match msg {
        Msg::PastedEvidence(text) => paste(model, text),
        Msg::ReadFile { name, text } => take(model, name, &text),
        Msg::RefusedFile { name, size } => model.refused = Some(RefusedFile { name, size }),
        Msg::RemovedFile(index) => {
            if index < model.files.len() {
                model.files.remove(index);
            }
            model.judge();
        }
        Msg::DraggedFile { over } => model.is_dragged_over = over,
        Msg::Session(msg) => {
            if session::update(&mut model.session, msg) {
                take_in(model);
            }
        }
        Msg::ForgotEverything => forget(model),
        Msg::ChoseService(service) => {
            model.typed.service = Some(service);
            model.judge();
        }
        Msg::EnteredAuthority(text) => enter(model, Field::Authority, text),
        Msg::EnteredAudience(text) => enter(model, Field::Audience, text),
        Msg::EnteredAllowList(text) => enter(model, Field::AllowList, text),
        Msg::EnteredStatus(text) => enter(model, Field::Status, text),
        Msg::LeftSetting(field) => {
            // An emptied field is filled from the paste again, but not while it is being typed in.
            let entry = model.typed.entry(field);
            if entry.as_ref().is_some_and(|text| text.trim().is_empty()) {
                *entry = None;
                model.judge();
            }
        }
        Msg::ChoseStatus(answered) => {
            model.answered = Some(answered);
            model.selected = None;
            model.focused = None;
            model.judge();
        }
        Msg::ClickedItem(item) => return Some(choose(model, item)),
        Msg::ClickedNode(node) => return Some(choose(model, model.reading.item_of(node))),
        Msg::PressedKey(key) => {
            let step = walk::step(
                key,
                model.tab_stop(),
                |branch| model.is_folded(branch),
                model.is_narrow,
                name,
            );
            return go(model, step);
        }
        Msg::MeasuredTree { narrow } => model.is_narrow = narrow,
        Msg::Answered(answer) => {
            answers::take(model, answer);
            return Some(Effect::ShowDetail);
        }
        Msg::Suspected(node, cause) => answers::suspect(model, node, cause),
        Msg::ChoseWay(way) => model.way = way,
        Msg::SteppedWay(by) => {
            let count = ways(model).len().max(1);
            model.way = model
                .way
                .min(count - 1)
                .wrapping_add_signed(by)
                .wrapping_add(count)
                % count;
            return Some(Effect::FocusWay(model.way));
        }
        Msg::ClickedCopy(what) => return command(model, what).map(|line| Effect::Copy(what, line)),
        Msg::Copied { what, took } => {
            model.copied = Some(Copied { what, took });
            return Some(Effect::SaidCopied);
        }
        Msg::SaidCopied => model.copied = None,
        Msg::Ticked(clock) => {
            model.clock = clock;
            model.judge();
        }
    }
    None
}

fn enter(model: &mut Model, field: Field, text: AttrValue) {
    *model.typed.entry(field) = Some(text);
    model.judge();
}

/// The ways to make the first move.
fn ways(model: &Model) -> &[Way] {
    let remedy = model
        .reading
        .words
        .as_ref()
        .and_then(|words| words.remedies.first());
    remedy.map_or(&[], |remedy| &remedy.ways)
}

/// The command that is shown, on one line.
fn command(model: &Model, what: Copyable) -> Option<String> {
    let command = match what {
        Copyable::Fix => {
            let ways = ways(model);
            ways.get(model.way.min(ways.len().saturating_sub(1)))?
                .command
                .as_ref()?
                .to_string()
        }
        Copyable::Ask => words::asks(model.shown().node(), &Facts::of(&model.reading.case))?
            .command?
            .to_string(),
    };
    Some(command)
}

fn paste(model: &mut Model, text: AttrValue) {
    if text.len() > LONGEST_PASTE {
        return take(model, None, &text);
    }
    model.read = Rc::new(read(&text));
    model.pasted = text;
    take_in(model);
}

fn take(model: &mut Model, name: Option<String>, text: &str) {
    model.is_dragged_over = false;
    if text.len() > LARGEST_FILE {
        model.refused = Some(RefusedFile {
            name: name.unwrap_or_default(),
            size: Some(text.len()),
        });
        return;
    }
    if let Some(session) = Session::of(name.clone(), text) {
        session::open(&mut model.session, session);
        return take_in(model);
    }
    model.files.push(TakenFile {
        name,
        size: text.len(),
        read: Rc::new(read(text)),
    });
    take_in(model);
}

fn read(text: &str) -> Evidence {
    if text.trim().is_empty() {
        Evidence::default()
    } else {
        intake::read(text)
    }
}

/// Something new was given: a status that it brings counts before one that was picked earlier, and the
/// page shows what it explains.
fn take_in(model: &mut Model) {
    let before = model.reading.pasted_status;
    model.refused = None;
    model.judge();
    let after = model.reading.pasted_status;
    if after.is_some() && after != before && model.answered.is_some() {
        model.answered = None;
        model.judge();
    }
    model.selected = None;
    model.focused = None;
    model.way = 0;
}

fn forget(model: &mut Model) {
    let is_narrow = model.is_narrow;
    session::update(&mut model.session, SessionMsg::Removed);
    *model = Model::at(model.clock);
    model.is_narrow = is_narrow;
}

/// A branch's head answers the root's question while that waits; else it opens and closes the branch
/// where the panel is narrow, or shows the root's question.
fn choose(model: &mut Model, item: Item) -> Effect {
    model.focused = Some(item);
    match item {
        Item::Head(branch) if model.reading.taken.is_none() => {
            let answered = Answered::of_branch(branch);
            update(model, Msg::ChoseStatus(answered));
            model.focused = Some(item);
            Effect::Focus(item)
        }
        Item::Head(branch) if model.is_narrow => {
            let is_folded = model.is_folded(branch);
            model.folds.push((branch, !is_folded));
            Effect::Focus(item)
        }
        _ => {
            model.selected = Some(if matches!(item, Item::Head(_)) {
                walk::ROOT
            } else {
                item
            });
            Effect::ShowDetail
        }
    }
}

fn go(model: &mut Model, step: Step) -> Option<Effect> {
    match step {
        Step::To(item) => {
            model.focused = Some(item);
            return Some(Effect::Focus(item));
        }
        Step::Fold(branch, is_folded) => model.folds.push((branch, is_folded)),
        Step::OpenAll => model.folds = BRANCHES.map(|branch| (branch, false)).to_vec(),
        Step::Choose => {
            let item = model.tab_stop();
            choose(model, item);
            return Some(Effect::Focus(item));
        }
    }
    None
}

/// What an item is called, for type-ahead.
fn name(item: Item) -> &'static str {
    match item {
        Item::Head(branch) => nodes::branch(branch).0,
        Item::Node(place) => nodes::node(place.node).short,
    }
}
