//! What reports are called, and what is in them.

pub use super::commands::is_plain;
use super::texts;

/// The headline where there is none.
pub const NOTHING: &str = "There is nothing to judge yet.";

/// The label of a key of a report.
pub fn label(key: &str) -> &str {
    let mut labels = texts::section("report").filter_map(|line| line.split_once(": "));
    let label = labels.find(|(of, _)| *of == key);
    label.map_or(key, |(_, label)| label)
}

/// A way to redact, by its id in reports: its name, and what it does.
pub fn redaction(id: &str) -> (&'static str, &'static str) {
    let words = texts::line("redaction", id);
    words.split_once(": ").unwrap_or_default()
}

/// What is called personal, and what is in no report.
pub const PERSONAL: &str = "Names, user names, mail and IP addresses, the Object ID of a user, and in the URL record ids and \
     search values. No part of the token is in a report, whatever you choose.";

/// What is printed.
pub const PRINT: &str = "Print takes the page as it stands, with nothing masked: verdict, fix, the path taken, who is judged.";

/// In a frame, which may forbid to save and to print without a word.
pub const CANNOT_SAVE: &str = "This page is in a frame, which may forbid to save and to print. Then copy the text: it can be selected above.";
