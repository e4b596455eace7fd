//! A command line split into words, by the rules of the shell that it was written for.

use super::{
    place, powershell,
    shell::{self, Word},
};

/// The words of the command that begins here, and how long it is.
pub(super) fn words(text: &str) -> (Vec<Word>, usize) {
    let line = place::first_line(text).trim_end();
    if line.ends_with('`') {
        powershell::words(text)
    } else if line.ends_with('^') || line.contains("^\"") {
        shell::command_prompt(text)
    } else {
        shell::posix(text)
    }
}
