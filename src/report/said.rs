//! What the service, a log or the identity provider said, in a report.

use super::{Value, fields::Fields};
use crate::{diagnosis::Case, http::Body, words};

/// As many challenges are told.
const MOST_CHALLENGES: usize = 10;

/// What the service, a log or the identity provider said.
pub(super) fn said(case: &Case) -> Vec<Value> {
    let mut said = Vec::new();
    if let Some(response) = &case.response {
        for challenge in response.challenges.iter().take(MOST_CHALLENGES) {
            let parts = [
                &*challenge.scheme,
                challenge.error.as_deref().unwrap_or_default(),
                challenge.error_description.as_deref().unwrap_or_default(),
            ];
            push_words("WWW-Authenticate", &parts, &mut said);
        }
        match response.body.as_ref() {
            None | Some(Body::Empty) => {}
            Some(Body::OperationOutcome { code, diagnostics }) => {
                push_words("OperationOutcome", &[code, diagnostics], &mut said);
            }
            Some(Body::Foreign { excerpt, .. }) => push_words("body", &[excerpt], &mut said),
        }
    }
    if let Some(reason) = case.logged {
        push_words("log", &[words::given::reason(reason)], &mut said);
    }
    if let Some(refusal) = &case.token_refusal {
        let code = refusal
            .aadsts
            .map(|code| ["AADSTS", &code.to_string()].concat());
        let parts = [
            code.as_deref().unwrap_or_default(),
            refusal.error.as_deref().unwrap_or_default(),
        ];
        push_words("identity provider", &parts, &mut said);
    }
    said
}

/// The parts that are there, with colons between them.
fn push_words(by: &'static str, parts: &[&str], said: &mut Vec<Value>) {
    let mut words = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !words.is_empty() {
            words.push_str(": ");
        }
        words.push_str(part);
    }
    let mut fields = Fields::new();
    fields.id("by", Some(by));
    fields.exact("words", &words);
    said.push(fields.group());
}
