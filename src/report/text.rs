//! A report in plain text, as a person would read it to another.

use super::{Entry, Redaction, Report, Value};
use crate::{
    diagnosis::{Case, Diagnosis},
    words::report::label,
};

/// The diagnosis in plain text, with all values as they are but the token.
pub fn text(case: &Case, diagnosis: &Diagnosis) -> String {
    let report = Report::of(case, diagnosis, Redaction::AsTheyAre);
    let mut text = String::new();
    for Entry { key, value } in &report.0 {
        match value {
            Value::Unknown => {}
            Value::List(items) if items.is_empty() => {}
            Value::List(items) => {
                write_line(&[label(key), ":"], &mut text);
                for item in items {
                    write_item(item, "", &mut text);
                }
            }
            Value::Group(entries) => {
                write_line(&[label(key), ":"], &mut text);
                for entry in entries.iter().filter(|entry| entry.value != Value::Unknown) {
                    write_line(
                        &["  ", label(entry.key), ": ", &words(&entry.value)],
                        &mut text,
                    );
                }
            }
            _ => write_line(&[label(key), ": ", &words(value)], &mut text),
        }
    }
    text
}

/// An item of a list: what is short on one line, and what it holds itself below.
fn write_item(value: &Value, indent: &str, text: &mut String) {
    let Value::Group(entries) = value else {
        return write_line(&[indent, "- ", &words(value)], text);
    };
    let mut line = String::new();
    for entry in entries {
        let words = words(&entry.value);
        if !words.is_empty() && !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(&words);
    }
    write_line(&[indent, "- ", &line], text);
    for entry in entries {
        if let Value::List(items) = &entry.value {
            for item in items {
                write_item(item, &[indent, "  "].concat(), text);
            }
        }
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::Id(id) => (*id).to_owned(),
        Value::Prose(text) | Value::Exact(text) | Value::Command(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Group(_) | Value::List(_) | Value::Unknown => String::new(),
    }
}

fn write_line(parts: &[&str], text: &mut String) {
    for part in parts {
        text.push_str(part);
    }
    text.push('\n');
}
