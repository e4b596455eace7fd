//! A report as Markdown (`CommonMark`, and GitHub's additions to it).
//!
//! Values are hostile: a claim may hold a link, an image, or a line break. So a value stands in a code span
//! with more backticks than it holds itself, and of a sentence every word that could mean something in
//! Markdown does.

use super::{Entry, Report, Value};
use crate::words::report::{is_plain, label};

/// The report for a ticket.
pub fn markdown(report: &Report) -> String {
    let mut text = String::new();
    let mut sections = String::new();
    let mut about = String::new();
    for Entry { key, value } in &report.0 {
        match (*key, value) {
            // The schema is JSON's.
            ("schema", _) | (_, Value::Unknown) => {}
            ("headline", value) => {
                text.push_str("# ");
                write_inline(value, &mut text);
                text.push_str("\n\n");
            }
            ("explanation", Value::Prose(_)) => {
                write_inline(value, &mut text);
                text.push_str("\n\n");
            }
            (key, Value::Group(entries)) => {
                let mut lines = String::new();
                for entry in entries {
                    write_line(entry, &mut lines);
                }
                write_section(key, &lines, &mut sections);
            }
            (key, Value::List(items)) => {
                let mut lines = String::new();
                for item in items {
                    write_item(item, "", &mut lines);
                }
                write_section(key, &lines, &mut sections);
            }
            // What is asked first stands above the sections, the rest below them.
            _ if sections.is_empty() => write_line_of(key, value, &mut text),
            _ => write_line_of(key, value, &mut about),
        }
    }
    write_section("about", &about, &mut sections);
    text.push_str(&sections);
    text
}

fn write_section(key: &str, lines: &str, text: &mut String) {
    if lines.is_empty() {
        return;
    }
    text.push_str("\n## ");
    text.push_str(label(key));
    text.push_str("\n\n");
    text.push_str(lines);
}

fn write_line(entry: &Entry, text: &mut String) {
    if entry.value != Value::Unknown {
        write_line_of(entry.key, &entry.value, text);
    }
}

fn write_line_of(key: &str, value: &Value, text: &mut String) {
    text.push_str("- **");
    text.push_str(label(key));
    text.push_str(":** ");
    write_inline(value, text);
    text.push('\n');
}

/// An item of a list: what is short on one line, commands below it, and what it holds itself below that.
fn write_item(value: &Value, indent: &str, text: &mut String) {
    text.push_str(indent);
    text.push_str("- ");
    let Value::Group(entries) = value else {
        write_inline(value, text);
        text.push('\n');
        return;
    };
    let mut is_first = true;
    for entry in entries {
        if !matches!(
            entry.value,
            Value::Command(_) | Value::List(_) | Value::Unknown
        ) {
            if !is_first {
                text.push_str(" · ");
            }
            is_first = false;
            write_inline(&entry.value, text);
        }
    }
    text.push('\n');
    let indent = [indent, "  "].concat();
    for entry in entries {
        match &entry.value {
            Value::Command(command) => write_block(command, &indent, text),
            Value::List(items) => {
                for item in items {
                    write_item(item, &indent, text);
                }
            }
            _ => {}
        }
    }
}

/// A command between fences.
fn write_block(command: &str, indent: &str, text: &mut String) {
    let fence = "`".repeat(longest_run(command).max(2) + 1);
    for line in [&fence, &visible(command), &fence] {
        text.push_str(indent);
        text.push_str(line);
        text.push('\n');
    }
}

fn write_inline(value: &Value, text: &mut String) {
    match value {
        Value::Id(id) => write_word(id, text),
        Value::Prose(prose) => write_prose(prose, text),
        Value::Exact(value) | Value::Command(value) => write_code(value, text),
        Value::Number(number) => text.push_str(&number.to_string()),
        Value::Group(_) | Value::List(_) | Value::Unknown => {}
    }
}

/// Our own sentences: code terms in backticks, and each other word that is not plain in some too.
fn write_prose(prose: &str, text: &mut String) {
    for (index, part) in prose.split('`').enumerate() {
        if index % 2 == 1 {
            write_code(part, text);
            continue;
        }
        for (index, word) in part.split(' ').enumerate() {
            if index > 0 {
                text.push(' ');
            }
            write_word(word, text);
        }
    }
}

/// A word; in backticks where Markdown could make something else of it.
fn write_word(word: &str, text: &mut String) {
    let is_sign = |character| "…·“”’›".contains(character);
    let is_name = |character: char| {
        character.is_ascii_alphanumeric()
            || character == '-'
            || !character.is_ascii() && !is_sign(character)
    };
    // A dot inside makes a host's name of it.
    let has_dot = word
        .split('.')
        .filter(|part| part.starts_with(is_name))
        .count()
        > 1;
    // Only ASCII means anything in Markdown.
    let is_harmless = |character: char| {
        is_plain(character)
            && (!character.is_ascii()
                || character.is_ascii_alphanumeric()
                || " .,;:!?'\"()-/%".contains(character))
    };
    if has_dot || word.contains("//") || !word.chars().all(is_harmless) {
        // The full stop of the sentence stays outside.
        let core = word.trim_end_matches(['.', ',', ';', ':', ')']);
        write_code(core, text);
        text.push_str(word.get(core.len()..).unwrap_or_default());
    } else {
        text.push_str(word);
    }
}

/// A code span with more backticks than it holds (`CommonMark` section 6.1).
fn write_code(value: &str, text: &mut String) {
    if value.is_empty() {
        return;
    }
    let fence = "`".repeat(longest_run(value) + 1);
    let space = if value.starts_with(['`', ' ']) || value.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    for part in [&fence, space, &visible(value), space, &fence] {
        text.push_str(part);
    }
}

/// The longest run of backticks.
fn longest_run(value: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for byte in value.bytes() {
        run = if byte == b'`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// The value on one line, and with what cannot be seen written out.
fn visible(value: &str) -> String {
    let mut visible = String::new();
    for character in value.chars() {
        if is_plain(character) {
            visible.push(character);
        } else {
            visible.extend(character.escape_unicode());
        }
    }
    visible
}
