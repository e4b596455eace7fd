//! Dialogs, and what they show of the page itself. None opens unasked.

use whydenied::diagnosis::CauseId;
use yew::AttrValue;

use super::{answers, effect::Effect, model::Model, report};

/// A dialog of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// The report to hand on.
    Report,
    /// What was sent, what stops it, and how to check that oneself.
    Privacy,
    /// The file, to keep.
    Offline,
    /// Every cause.
    Causes,
    /// What the terms mean.
    Terms,
    /// The frame for another page.
    Embed,
    /// The keys.
    Keys,
}

/// Something that happened to a dialog, or to what it shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DialogMsg {
    /// One is to be opened.
    Opened(Dialog),
    /// Its button to close it was pressed.
    ClickedClose,
    /// It was closed, in whatever way.
    Closed,
    /// The browser counted requests.
    Counted(Traffic),
    /// The running file was looked at.
    Found(Shipped),
    /// The running file is to be saved.
    ClickedSave,
    /// A cause is to be shown in the tree, as one that is suspected.
    ChoseCause(CauseId),
    /// Single keys are to work, or no longer.
    SwitchedShortcuts,
}

/// The open dialog, and what is known for it.
#[derive(Clone, Default)]
pub(crate) struct Dialogs {
    /// The one that is open.
    pub(crate) open: Option<Dialog>,
    /// What the browser counted.
    pub(crate) traffic: Traffic,
    /// The running file; none until someone asks.
    pub(crate) shipped: Option<Shipped>,
    /// Whether single keys do nothing.
    pub(crate) shortcuts_are_off: bool,
}

/// What the browser reports of requests since the page was loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traffic {
    /// Requests that were made.
    pub(crate) sent: u32,
    /// What the page's policy stopped.
    pub(crate) blocked: u32,
}

/// The running file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shipped {
    /// Its Content-Security-Policy.
    pub(crate) policy: AttrValue,
    /// Its SHA-256 in hexadecimal digits; none in a page over plain http, which has no cryptography.
    pub(crate) sha256: Option<AttrValue>,
}

/// Takes in what happened.
pub(crate) fn update(model: &mut Model, msg: DialogMsg) -> Option<Effect> {
    let dialogs = &mut model.dialogs;
    match msg {
        DialogMsg::Opened(dialog) => {
            dialogs.open = Some(dialog);
            report::write(model);
            return Some(Effect::ShowDialog);
        }
        DialogMsg::ClickedClose => return Some(Effect::CloseDialog),
        DialogMsg::Closed => {
            dialogs.open = None;
            report::write(model);
        }
        DialogMsg::Counted(traffic) => dialogs.traffic = traffic,
        DialogMsg::Found(shipped) => dialogs.shipped = Some(shipped),
        DialogMsg::ChoseCause(cause) => {
            show(model, cause);
            return Some(Effect::CloseDialog);
        }
        DialogMsg::ClickedSave => return Some(Effect::SaveFile),
        DialogMsg::SwitchedShortcuts => dialogs.shortcuts_are_off = !dialogs.shortcuts_are_off,
    }
    None
}

/// Shows a cause in the tree, as the person who chose it would suspect it.
fn show(model: &mut Model, cause: CauseId) {
    let node = cause.node();
    if !model.answers.suspects.contains(&(node, cause)) {
        answers::suspect(model, node, cause);
    }
    model.selected = Some(model.reading.item_of(node));
}
