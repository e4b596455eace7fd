//! A report as JSON (RFC 8259).

use super::{Entry, Report, Value};
use crate::words::report::is_plain;

/// The report as one JSON object: its keys are documented at [`crate::report`].
pub fn json(report: &Report) -> String {
    let mut text = String::new();
    write_group(&report.0, 0, &mut text);
    text.push('\n');
    text
}

fn write(value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::Id(id) => write_string(id, text),
        Value::Prose(string) | Value::Exact(string) | Value::Command(string) => {
            write_string(string, text);
        }
        Value::Number(number) => text.push_str(&number.to_string()),
        Value::Group(entries) => write_group(entries, depth, text),
        Value::List(items) => write_list(items, depth, text),
        Value::Unknown => text.push_str("null"),
    }
}

fn write_group(entries: &[Entry], depth: usize, text: &mut String) {
    text.push('{');
    for (index, entry) in entries.iter().enumerate() {
        begin(index, depth + 1, text);
        write_string(entry.key, text);
        text.push_str(": ");
        write(&entry.value, depth + 1, text);
    }
    end(entries.is_empty(), depth, text);
    text.push('}');
}

fn write_list(items: &[Value], depth: usize, text: &mut String) {
    text.push('[');
    for (index, item) in items.iter().enumerate() {
        begin(index, depth + 1, text);
        write(item, depth + 1, text);
    }
    end(items.is_empty(), depth, text);
    text.push(']');
}

fn begin(index: usize, depth: usize, text: &mut String) {
    if index > 0 {
        text.push(',');
    }
    break_line(depth, text);
}

fn end(is_empty: bool, depth: usize, text: &mut String) {
    if !is_empty {
        break_line(depth, text);
    }
}

fn break_line(depth: usize, text: &mut String) {
    text.push('\n');
    for _ in 0..depth {
        text.push_str("  ");
    }
}

/// A string. What cannot be seen is escaped, so that it shows.
fn write_string(string: &str, text: &mut String) {
    text.push('"');
    for character in string.chars() {
        match character {
            '"' | '\\' => {
                text.push('\\');
                text.push(character);
            }
            _ if is_plain(character) => text.push(character),
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    text.push_str("\\u");
                    for shift in [12, 8, 4, 0] {
                        let digit = char::from_digit(u32::from(*unit >> shift & 15), 16);
                        text.extend(digit);
                    }
                }
            }
        }
    }
    text.push('"');
}
