//! What is to be done outside the model, as data: `perform` does it.

use super::{model::Copyable, source::Chip, walk::Item};

/// Something to be done outside the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Puts the keyboard's focus on an item of the tree.
    Focus(Item),
    /// Puts the keyboard's focus on a tab of the fix.
    FocusWay(usize),
    /// Puts the keyboard's focus on a place outside the tree.
    FocusGiven(Spot),
    /// Shows the question that was chosen, where it is out of sight.
    ShowDetail,
    /// The same by a key in the tree: the focus goes along where the question was out of sight, and else stays on
    /// this item.
    GoToDetail(Item),
    /// Shows the dialog that was opened.
    ShowDialog,
    /// Closes it; the browser puts the focus back.
    CloseDialog,
    /// Saves the running file.
    SaveFile,
    /// Saves a text: the file's name, its media type, the text.
    SaveText(&'static str, &'static str, String),
    /// Prints the page.
    Print,
    /// Copies a command, on one line, or a link.
    Copy(Copyable, String),
    /// Takes the word about a copy away after a while.
    SaidCopied,
}

/// A place that takes the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// The paste box.
    Box,
    /// The verdict.
    Verdict,
    /// A chip, or the button that puts back what it stood for.
    Chip(Chip),
    /// The box of the other token.
    Other,
    /// The button that brings that box.
    Compare,
    /// The field of a setting, or the choice of the service.
    Setting(&'static str),
    /// The button that removes the file of this number.
    File(usize),
}

/// The id of a file's button.
pub(crate) fn file_id(number: usize) -> String {
    ["file-", &number.to_string()].concat()
}
