//! Command lines, and how a value that came from a paste is put into one.
//!
//! Values are hostile until they stand quoted: a claim may hold `'; rm -rf ~`, a line break, or a
//! `@file` that the Azure CLI would open. What no quoting can make harmless gives way to a
//! placeholder.

use std::ops::RangeInclusive;

use super::{
    remedy::{Argument, Command},
    template::{Said, Style},
    texts,
};

/// A shell whose rules of quoting a command line follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// `sh`, `bash`, `zsh`.
    Posix,
    /// PowerShell.
    PowerShell,
}

/// The value as it stands on a command line: bare where it is harmless, else quoted; none where
/// nothing makes it harmless, so that a placeholder must stand for it.
pub fn quoted(value: &str, shell: Shell) -> Option<String> {
    const LONGEST: usize = 2_048;
    if value.is_empty()
        || value.len() > LONGEST
        || value.starts_with(['-', '@'])
        || !value.chars().all(is_plain)
    {
        return None;
    }
    let is_bare = !value.starts_with(['~', '=']) && value.bytes().all(|byte| is_bare(byte, shell));
    if is_bare {
        return Some(value.to_owned());
    }
    let mut quoted = String::from("'");
    for character in value.chars() {
        match (shell, character) {
            (Shell::Posix, '\'') => quoted.push_str(r"'\'"),
            // PowerShell takes the typographic quotes for single ones too; each is doubled.
            (Shell::PowerShell, '\'' | '\u{2018}'..='\u{201b}') => quoted.push(character),
            _ => {}
        }
        quoted.push(character);
    }
    quoted.push('\'');
    Some(quoted)
}

/// Characters that are not seen, that change how others are seen, or that mean nothing by themselves.
const INVISIBLE: [RangeInclusive<char>; 16] = [
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{61c}'..='\u{61c}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{200b}'..='\u{200f}',
    '\u{2028}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{e000}'..='\u{f8ff}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{ffff}',
    '\u{e0000}'..='\u{10ffff}',
];

/// Whether a character is seen as what it is: no control, no formatting, no invisible one.
pub fn is_plain(character: char) -> bool {
    !character.is_control() && !INVISIBLE.iter().any(|range| range.contains(&character))
}

/// Whether a byte needs no quotes. PowerShell reads a comma as a list and `@`, `%` as operators.
fn is_bare(byte: u8, shell: Shell) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b':' | b'/' | b'.' | b'_' | b'~' | b'+' | b'=' | b'-')
        || (shell == Shell::Posix && matches!(byte, b'@' | b'%' | b','))
}

/// The command of a section, in which each line is an argument.
pub(super) fn command(section: &str, shell: Shell, said: &Said<'_>) -> Command {
    let mut arguments = Vec::new();
    for line in texts::section(section) {
        arguments.push(argument(line.trim_start(), shell, said));
    }
    Command { arguments }
}

/// One argument: fixed words, or a flag and behind it a word in which a value stands.
pub(super) fn argument(line: &'static str, shell: Shell, said: &Said<'_>) -> Argument {
    let Some(slot) = line.find('{') else {
        return Argument {
            flag: line,
            value: None,
            is_own: false,
        };
    };
    let before = line.get(..slot).unwrap_or_default();
    let (flag, _) = before.rsplit_once(' ').unwrap_or_default();
    let word = line.get(flag.len()..).unwrap_or_default().trim_start();
    let mut value = String::new();
    let is_known = said.fill(word, Style::Exact, &mut value);
    // What the text itself quotes has slots only for what needs no more.
    let own = if word.starts_with('"') {
        Some(value.clone())
    } else {
        quoted(&value, shell)
    };
    Argument {
        flag,
        is_own: is_known && own.is_some(),
        value: Some(own.unwrap_or_else(|| {
            // Nothing but placeholders; unquoted, `<` would have a shell look for a file.
            value.clear();
            said.fill(word, Style::Placeholders, &mut value);
            quoted(&value, shell).unwrap_or(value)
        })),
    }
}
