//! A diagnosis in plain text: nothing of the token but the claims that were compared.

use crate::{
    diagnosis::{Case, Diagnosis, Facts, Finding, Verdict},
    jose::hard_look,
    words,
};

/// The diagnosis in plain text, as a person would read it to another.
pub fn text(case: &Case, diagnosis: &Diagnosis) -> String {
    let facts = Facts::of(case);
    let mut page = String::new();
    match &diagnosis.headline {
        Some(headline) => write_headline(&mut page, headline, &facts),
        None => line(&mut page, &["There is nothing to judge yet."]),
    }
    if let Some(node) = diagnosis.would_report {
        line(&mut page, &["The service reports: ", node.id(), "."]);
    }
    if let Some(identity) = &diagnosis.judged {
        line(&mut page, &["Who is judged: ", &words::identity(identity)]);
        if let Some(oid) = &identity.oid {
            line(&mut page, &["  oid ", oid]);
        }
    }
    write_beside(&mut page, &diagnosis.also, &facts);
    write_remarks(&mut page, case);
    write_open(&mut page, diagnosis);
    page
}

fn write_headline(page: &mut String, headline: &Finding, facts: &Facts<'_>) {
    let words = words::cause(headline, facts);
    line(page, &[&words.headline]);
    line(
        page,
        &[
            "Cause: ",
            headline.cause.id(),
            " (",
            headline.certainty.id(),
            ")",
        ],
    );
    line(page, &[&words.explanation]);
    if let Some(evidence) = &headline.evidence {
        line(page, &["  found    ", &evidence.found]);
        line(page, &["  expected ", &evidence.expected]);
    }
    for remedy in &words.remedies {
        line(page, &["Fix: ", &remedy.step]);
        for way in &remedy.ways {
            if let Some(command) = &way.command {
                line(page, &["  ", &command.to_string()]);
            }
            if !way.note.is_empty() {
                line(page, &["  ", &way.note]);
            }
        }
    }
}

fn write_beside(page: &mut String, also: &[Finding], facts: &Facts<'_>) {
    if also.is_empty() {
        return;
    }
    line(page, &["Also found:"]);
    for finding in also {
        line(
            page,
            &[
                "- ",
                &words::cause(finding, facts).headline,
                " (",
                finding.cause.id(),
                ")",
            ],
        );
    }
}

/// The remarks of a hard look at the token: names of claims, never their values.
fn write_remarks(page: &mut String, case: &Case) {
    let remarks = case.token.as_ref().map(hard_look).unwrap_or_default();
    if !remarks.is_empty() {
        line(page, &["A hard look at the token:"]);
    }
    for remark in &remarks {
        line(page, &["- ", &words::remark(remark)]);
    }
}

fn write_open(page: &mut String, diagnosis: &Diagnosis) {
    let mut is_first = true;
    for state in &diagnosis.nodes {
        if let Verdict::CannotTell(input) = state.verdict {
            if is_first {
                line(page, &["Not checked:"]);
                is_first = false;
            }
            line(page, &["- ", state.node.id(), ": ", words::input(input)]);
        }
    }
}

fn line(page: &mut String, parts: &[&str]) {
    for part in parts {
        page.push_str(part);
    }
    page.push('\n');
}
