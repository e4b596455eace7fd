//! How the model changes. Pure: what is to be done outside the model is handed back.

use whydenied::{
    diagnosis::Facts,
    words::{self, Way, nodes},
};
use yew::AttrValue;

use super::{
    answers,
    dialog::{self, Dialog, DialogMsg},
    effect::{Effect, Spot},
    embedding, linked, memory,
    message::Msg,
    model::{Answered, Copied, Copyable, Drawn, Field, Model, Sight},
    report,
    shortcut::Shortcut,
    taking,
    walk::{self, BRANCHES, Item, Step},
};

/// Takes in what happened.
pub(crate) fn update(model: &mut Model, msg: Msg) -> Option<Effect> {
    match msg {
        Msg::PastedEvidence(text) => taking::paste(model, text, false),
        Msg::TypedEvidence(text) => taking::paste(model, text, true),
        Msg::ReadFile {
            name,
            text,
            encoding,
            size,
        } => {
            taking::take(model, name, &text, encoding, size);
            report::write(model);
        }
        Msg::RefusedFile {
            name,
            size,
            trouble,
        } => taking::refuse(model, name, size, trouble),
        Msg::RemovedFile(number) => return Some(taking::remove(model, number)),
        Msg::ClickedChip(chip) => model.open = Some(chip).filter(|_| model.open != Some(chip)),
        Msg::LeftChip => {
            return model
                .open
                .take()
                .map(|chip| Effect::FocusGiven(Spot::Chip(chip)));
        }
        Msg::RemovedChip(chip) => return Some(taking::leave_out(model, chip, true)),
        Msg::PutBack(chip) => return Some(taking::leave_out(model, chip, false)),
        Msg::ToggledChips => model.shows_all = !model.shows_all,
        Msg::Undid => return Some(taking::undo(model)),
        Msg::DraggedFile { over } => model.is_dragged_over = over,
        Msg::ToggledCompare => return Some(taking::toggle_compare(model)),
        Msg::PastedOther(text) => taking::compare(model, text),
        Msg::Session(msg) => return taking::session(model, msg),
        Msg::Dialog(msg) => return dialog::update(model, msg),
        Msg::Report(msg) => return report::update(model, &msg),
        Msg::PressedShortcut(shortcut) => return press_shortcut(model, shortcut),
        Msg::ToggledBlur => toggle_blur(model),
        Msg::OpenedExample(example) => return Some(taking::example(model, example)),
        Msg::ForgotEverything => return Some(taking::forget(model)),
        Msg::Embed(msg) => embedding::update(&mut model.embedding, msg),
        Msg::Link(msg) => return linked::update(model, msg),
        Msg::ChoseService(service) => memory::choose(model, service),
        Msg::EnteredAuthority(text) => enter(model, Field::Authority, text),
        Msg::EnteredAudience(text) => enter(model, Field::Audience, text),
        Msg::EnteredAllowList(text) => enter(model, Field::AllowList, text),
        Msg::EnteredStatus(text) => enter(model, Field::Status, text),
        Msg::LeftSetting(field) => leave(model, field),
        Msg::ChoseStatus(_) if model.linked.fixes_status() => {}
        Msg::ChoseStatus(answered) => choose_status(model, answered),
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
        Msg::PressedAnswer(place) => return press_answer(model, place),
        Msg::LeftDetail => return Some(leave_detail(model)),
        Msg::Answered(answer) => {
            answers::take(model, answer);
            return Some(Effect::ShowDetail);
        }
        Msg::AnsweredAtVerdict(answer) => {
            answers::take(model, answer);
            return Some(Effect::FocusGiven(Spot::Verdict));
        }
        Msg::WentTo(spot) => return Some(Effect::FocusGiven(spot)),
        Msg::Suspected(node, cause) => answers::suspect(model, node, cause),
        Msg::TookBack(node) => {
            answers::take_back(model, node);
            return Some(Effect::FocusGiven(Spot::Verdict));
        }
        Msg::ChoseWay(way) => model.way = way,
        Msg::SteppedWay(by) => return Some(step_way(model, by)),
        Msg::ClickedCopy(what) => return text(model, what).map(|text| Effect::Copy(what, text)),
        Msg::Copied { what, took } => {
            model.linked.shows = Some(what).filter(|_| !took);
            model.copied = Some(Copied { what, took });
            return Some(Effect::SaidCopied);
        }
        Msg::SaidCopied => model.copied = None,
        Msg::DrewVerdict => model.drawn = Drawn::Whole,
        // The answer is with its question, whichever that is.
        Msg::VerifiedSignature(_) => {
            model.judge();
            report::write(model);
        }
        Msg::Ticked(clock) => {
            model.clock = clock;
            model.judge();
        }
    }
    None
}

fn choose_status(model: &mut Model, answered: Answered) {
    model.answered = Some(answered);
    model.selected = None;
    model.focused = None;
    model.judge();
}

fn leave_detail(model: &mut Model) -> Effect {
    model.focused = Some(model.shown());
    Effect::Focus(model.tab_stop())
}

fn press_answer(model: &mut Model, place: usize) -> Option<Effect> {
    let ask = words::asks(model.shown().node(), &Facts::of(&model.reading.case))?;
    let choice = ask.choices.into_iter().nth(place.checked_sub(1)?)?;
    update(model, Msg::Answered(choice.answer))
}

/// Does what the key does, unless a dialog is open or such keys are switched off.
fn press_shortcut(model: &mut Model, shortcut: Shortcut) -> Option<Effect> {
    if model.dialogs.shortcuts_are_off || model.dialogs.open.is_some() {
        return None;
    }
    match shortcut {
        Shortcut::PasteBox => Some(Effect::FocusGiven(Spot::Box)),
        Shortcut::Verdict => Some(Effect::FocusGiven(Spot::Verdict)),
        Shortcut::Tree => Some(Effect::Focus(model.tab_stop())),
        Shortcut::CopyFix => update(model, Msg::ClickedCopy(Copyable::Fix)),
        Shortcut::Blur => update(model, Msg::ToggledBlur),
        Shortcut::Keys => dialog::update(model, DialogMsg::Opened(Dialog::Keys)),
    }
}

fn enter(model: &mut Model, field: Field, text: AttrValue) {
    *model.typed.entry(field) = Some(text);
    memory::enter(model, field);
}

/// An emptied field is filled from the paste again, but not while it is being typed in.
fn leave(model: &mut Model, field: Field) {
    let entry = model.typed.entry(field);
    if entry.as_ref().is_some_and(|text| text.trim().is_empty()) {
        *entry = None;
        memory::keep(model);
    }
}

fn toggle_blur(model: &mut Model) {
    model.sight = match model.sight {
        Sight::Plain => Sight::Blurred,
        Sight::Blurred => Sight::Plain,
    };
}

/// The tabs of the fix go round.
fn step_way(model: &mut Model, by: isize) -> Effect {
    let count = ways(model).len().max(1);
    model.way = model
        .way
        .min(count - 1)
        .wrapping_add_signed(by)
        .wrapping_add(count)
        % count;
    Effect::FocusWay(model.way)
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

/// What is copied: a command on one line, or a link.
fn text(model: &Model, what: Copyable) -> Option<String> {
    let command = match what {
        Copyable::Settings | Copyable::Question => linked::address(model, what)?,
        Copyable::Snippet => embedding::snippet(model),
        Copyable::Fix => {
            let ways = ways(model);
            ways.get(model.way.min(ways.len().saturating_sub(1)))?
                .command
                .as_ref()?
                .to_string()
        }
        Copyable::Instead(place) => {
            let words = model.reading.words.as_ref()?;
            let way = words.remedies.get(place)?.ways.first()?;
            way.command.as_ref()?.to_string()
        }
        Copyable::LookUp | Copyable::AskLookUp => {
            words::look_up(&Facts::of(&model.reading.case))?.to_string()
        }
        Copyable::Report => model.report.text.to_string(),
        Copyable::Ask => words::asks(model.shown().node(), &Facts::of(&model.reading.case))?
            .command?
            .to_string(),
    };
    Some(command)
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
            return Some(match choose(model, item) {
                Effect::ShowDetail => Effect::GoToDetail(item),
                other => other,
            });
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
