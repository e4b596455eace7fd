//! Reports: what three stories say, and what no report ever holds.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a story that is not as it is told is a failed test"
)]

#[path = "../runner/case.rs"]
mod case;
#[allow(dead_code, reason = "a report expects nothing of a scenario")]
#[path = "../runner/file.rs"]
mod file;
mod hostile;
mod secrets;
mod stories;
#[path = "../support/mod.rs"]
mod support;
#[path = "../runner/token.rs"]
mod token;
#[path = "../runner/verify.rs"]
mod verify;

use whydenied::{
    diagnosis::{Case, diagnose},
    report::{Redaction, Report, json, markdown},
};

/// A report as Markdown.
pub(crate) fn markdown_of(case: &Case, redaction: Redaction) -> String {
    markdown(&Report::of(case, &diagnose(case), redaction))
}

/// A report as JSON.
pub(crate) fn json_of(case: &Case, redaction: Redaction) -> serde_json::Value {
    let text = json(&Report::of(case, &diagnose(case), redaction));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
