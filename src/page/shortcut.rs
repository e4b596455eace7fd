//! Single keys that work everywhere on the page but in fields. They can be switched off (WCAG 2.2, 2.1.4).

use super::{
    dialog::{self, Dialog, DialogMsg},
    effect::{Effect, Spot},
    message::Msg,
    model::{Copyable, Model},
    update::update,
};

/// What a single key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shortcut {
    /// To the paste box.
    PasteBox,
    /// To the verdict.
    Verdict,
    /// To the tree.
    Tree,
    /// Copies the fix.
    CopyFix,
    /// Blurs names and addresses.
    Blur,
    /// Opens the list of the keys.
    Keys,
}

impl Shortcut {
    /// The shortcut on the key that the browser gives this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "/" => Self::PasteBox,
            "v" => Self::Verdict,
            "t" => Self::Tree,
            "c" => Self::CopyFix,
            "b" => Self::Blur,
            "?" => Self::Keys,
            _ => return None,
        })
    }
}

/// Does what the key does, unless a dialog is open or such keys are switched off.
pub(crate) fn press(model: &mut Model, shortcut: Shortcut) -> Option<Effect> {
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
