//! How what was given comes in, is left out, and goes.

use std::{mem, rc::Rc};

use whydenied::{
    examples::Example,
    intake::{self, Encoding},
};
use yew::AttrValue;

use super::{
    effect::{Effect, Spot},
    linked,
    model::{Model, Other},
    replaced::{Before, Said, replaced},
    session::{self, Session, SessionMsg},
    source::{Chip, Origin, Trouble},
    sources::Sources,
};

/// A longer paste is taken as a file, and not put into the box: 1 MB.
pub(crate) const LONGEST_PASTE: usize = 1024 * 1024;

/// A larger file is not read at all: 16 MB.
pub(crate) const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// The box has another text: typed by hand, or else pasted.
pub(super) fn paste(model: &mut Model, text: AttrValue, is_typed: bool) {
    if text.len() > LONGEST_PASTE {
        return take(model, None, &text, Encoding::Utf8, text.len());
    }
    if let Some(session) = Session::of(None, &text).filter(|session| session.count() != 1) {
        session::open(&mut model.session, session);
    }
    let before = before(model);
    model.sources.put_in_box(text, is_typed);
    if model
        .open
        .is_some_and(|chip| chip.source == model.sources.pasted.number)
    {
        model.open = None;
    }
    take_in(model, before, (!is_typed).then_some(Origin::Box));
}

/// An example takes the place of all that was given, typed and answered; that can be undone.
pub(super) fn example(model: &mut Model, example: Example) -> Effect {
    let mut before = before(model);
    before.own = Some((mem::take(&mut model.typed), mem::take(&mut model.answers)));
    model.answered = None;
    model.sources = Sources::default();
    model.sources.put_in_box(example.paste().into(), false);
    if let Some(session) = &mut model.session {
        session.pick_again(None);
    }
    model.open = None;
    model.other = Other::default();
    take_in(model, before, Some(Origin::Box));
    Effect::FocusGiven(Spot::Verdict)
}

/// A file was read, or a paste too long for the box; the latter has no name.
pub(super) fn take(
    model: &mut Model,
    name: Option<String>,
    text: &str,
    encoding: Encoding,
    size: usize,
) {
    let trouble = match text.len() {
        0 => Some(Trouble::Empty),
        length => (length > LARGEST_FILE).then_some(Trouble::TooLarge),
    };
    let origin = match (name, trouble) {
        (None, None) => Origin::LongPaste { size },
        (name, Some(trouble)) => {
            return refuse(model, name.unwrap_or_default(), Some(size), trouble);
        }
        (Some(name), None) => Origin::File {
            name,
            size: Some(size),
            encoding,
            trouble,
        },
    };
    model.is_dragged_over = false;
    if let Some(session) = Session::of(name_of(&origin), text) {
        session::open(&mut model.session, session);
        return take_picked(model);
    }
    let before = before(model);
    model.sources.add(origin.clone(), text);
    take_in(model, before, Some(origin));
}

/// The name of a file; none of a paste.
fn name_of(origin: &Origin) -> Option<String> {
    match origin {
        Origin::File { name, .. } => Some(name.clone()),
        _ => None,
    }
}

/// Something happened to the recorded session.
pub(super) fn session(model: &mut Model, msg: SessionMsg) -> Option<Effect> {
    if let SessionMsg::Compared(index) = msg {
        let session = model.session.as_ref()?;
        let text = session.token(index)?;
        compare(model, text.into());
        return Some(Effect::FocusGiven(Spot::Other));
    }
    if session::update(&mut model.session, msg) {
        take_picked(model);
    }
    // The button that removes a session goes with it.
    model
        .session
        .is_none()
        .then_some(Effect::FocusGiven(Spot::Box))
}

/// Another token is put beside the first.
pub(super) fn compare(model: &mut Model, text: AttrValue) {
    model.other = Other {
        is_open: true,
        token: intake::read(&text).token.map(Rc::new),
        text,
    };
}

/// The box for another token is to be there, or out of sight: it keeps what is in it.
pub(super) fn toggle_compare(model: &mut Model) -> Effect {
    let is_open = &mut model.other.is_open;
    *is_open = !*is_open;
    Effect::FocusGiven(if *is_open { Spot::Other } else { Spot::Compare })
}

/// The request that is picked in the recorded session is another, or there is none any more.
fn take_picked(model: &mut Model) {
    let before = before(model);
    let picked = model.session.as_ref().and_then(Session::picked);
    let by = picked.as_ref().map(|(origin, _)| origin.clone());
    model.sources.pick(picked);
    take_in(model, before, by);
}

/// Nothing of a file was read. What was given before stays as it is.
pub(super) fn refuse(model: &mut Model, name: String, size: Option<usize>, trouble: Trouble) {
    model.is_dragged_over = false;
    let origin = Origin::File {
        name,
        size,
        encoding: Encoding::Utf8,
        trouble: Some(trouble),
    };
    model.sources.add(origin, "");
}

fn before(model: &Model) -> Before {
    Before {
        sources: model.sources.clone(),
        answered: model.answered,
        own: None,
    }
}

/// Something new was given: a status that it brings counts before one that was picked earlier, the page
/// shows what it explains, and says what it replaced.
fn take_in(model: &mut Model, before: Before, by: Option<Origin>) {
    let earlier = Rc::clone(&model.reading);
    judge(model);
    let after = model.reading.pasted_status;
    if model.reading.pasted != earlier.pasted && model.linked.is_first() {
        model.linked.settings_came();
        model.judge();
    }
    let is_fixed = model.linked.fixes_status();
    if after.is_some() && after != earlier.pasted_status && model.answered.is_some() && !is_fixed {
        model.answered = None;
        model.judge();
    }
    model.said = by
        .and_then(|by| replaced(before, &earlier, model, by))
        .map(|replaced| Said::Replaced(Box::new(replaced)));
}

/// What was given is another, and so may the question be that the page shows.
fn judge(model: &mut Model) {
    model.judge();
    model.selected = None;
    model.focused = None;
    model.way = 0;
}

/// Removes a file; the focus goes to the next one's button, or else to the box.
pub(super) fn remove(model: &mut Model, number: usize) -> Effect {
    let neighbour = model.sources.remove(number);
    model.said = None;
    model.open = model.open.filter(|chip| chip.source != number);
    judge(model);
    Effect::FocusGiven(neighbour.map_or(Spot::Box, Spot::File))
}

/// Leaves out what a chip stands for, or takes it in again. The button for that takes the chip's place.
pub(super) fn leave_out(model: &mut Model, chip: Chip, is_removed: bool) -> Effect {
    model.sources.leave_out(chip, is_removed);
    model.said = None;
    model.open = None;
    judge(model);
    Effect::FocusGiven(Spot::Chip(chip))
}

/// Takes the last thing back that replaced another.
pub(super) fn undo(model: &mut Model) -> Effect {
    if let Some(Said::Replaced(replaced)) = model.said.take() {
        model.sources = replaced.before.sources;
        if let Some(session) = &mut model.session {
            session.pick_again(model.sources.picked());
        }
        model.answered = replaced.before.answered;
        if let Some((typed, answers)) = replaced.before.own {
            model.typed = typed;
            model.answers = answers;
        }
        model.open = None;
        model.said = Some(Said::Undone);
        judge(model);
    }
    Effect::FocusGiven(Spot::Box)
}

/// Nothing is kept but the width of the window, how the page was opened, and what the browser counted.
pub(super) fn forget(model: &mut Model) -> Effect {
    let (is_narrow, sight) = (model.is_narrow, model.sight);
    session::update(&mut model.session, SessionMsg::Removed);
    let linked = mem::take(&mut model.linked);
    let dialogs = mem::take(&mut model.dialogs);
    *model = Model::at(model.clock);
    model.is_narrow = is_narrow;
    model.sight = sight;
    model.dialogs = dialogs;
    linked::forget(model, linked);
    Effect::FocusGiven(Spot::Box)
}
