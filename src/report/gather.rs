//! What a report says, before anything is masked.

use super::{Entry, Redaction, SCHEMA, Value, request};
use crate::{
    diagnosis::{Case, Diagnosis, Facts, Finding, Verdict},
    entra::Identity,
    http::{Body, Challenge, Response},
    jose::{Claim, Claims, hard_look},
    words::{self, CauseWords, Remedy, Way, comparison, report},
};

/// As much of one value is looked at: more than is shown, so that what is cut off is no part of a value that
/// is to be masked.
const LONGEST: usize = 4_000;

/// As many challenges are told.
const MOST_CHALLENGES: usize = 10;

/// All entries, in the order in which they are read.
pub(super) fn gather(case: &Case, diagnosis: &Diagnosis, redaction: Redaction) -> Vec<Entry> {
    let facts = &Facts::of(case);
    let headline = diagnosis.headline.as_ref();
    let words = headline.map(|finding| words::cause(finding, facts));
    let remarks = case.token.as_ref().map(hard_look).unwrap_or_default();
    let own_date = case.response.as_ref().and_then(|response| response.date);
    vec![
        entry(
            "headline",
            prose(
                words
                    .as_ref()
                    .map_or(report::NOTHING, |words| &words.headline),
            ),
        ),
        entry(
            "explanation",
            words
                .as_ref()
                .map_or(Value::Unknown, |words| prose(&words.explanation)),
        ),
        entry("cause", id(headline.map(|finding| finding.cause.id()))),
        entry(
            "certainty",
            id(headline.map(|finding| finding.certainty.id())),
        ),
        entry("question", id(headline.map(|finding| finding.node.id()))),
        entry(
            "service_reports",
            id(diagnosis.would_report.map(crate::diagnosis::NodeId::id)),
        ),
        entry("service", Value::Id(case.service.id())),
        entry("status", facts.status.map_or(Value::Unknown, Value::Number)),
        entry(
            "request",
            request::line(case.request.as_ref(), redaction)
                .map_or(Value::Unknown, |line| exact(&line)),
        ),
        entry("evidence", headline.map_or(Value::Unknown, evidence)),
        entry(
            "fixes",
            Value::List(words.as_ref().map(fixes).unwrap_or_default()),
        ),
        entry(
            "judged",
            diagnosis.judged.as_ref().map_or(Value::Unknown, judged),
        ),
        entry("said", Value::List(said(case))),
        entry("settings", settings(facts)),
        entry("claims", Value::List(claims(facts))),
        entry(
            "also",
            Value::List(
                diagnosis
                    .also
                    .iter()
                    .map(|finding| also(finding, facts))
                    .collect(),
            ),
        ),
        entry(
            "remarks",
            Value::List(
                remarks
                    .iter()
                    .map(|remark| prose(&words::remark(remark)))
                    .collect(),
            ),
        ),
        entry("not_checked", Value::List(not_checked(diagnosis))),
        entry("correlation", Value::List(correlation(facts))),
        entry(
            "judged_at",
            exact(
                &words::utc(case.now)
                    .replacen(' ', "T", 1)
                    .replace(" UTC", "Z"),
            ),
        ),
        entry(
            "clock",
            Value::Id(if own_date == Some(case.now) {
                "answer"
            } else {
                "own"
            }),
        ),
        entry("redaction", Value::Id(redaction.id())),
        entry("version", Value::Id(env!("CARGO_PKG_VERSION"))),
        entry("schema", Value::Number(SCHEMA)),
    ]
}

const fn entry(key: &'static str, value: Value) -> Entry {
    Entry { key, value }
}

fn id(id: Option<&'static str>) -> Value {
    id.map_or(Value::Unknown, Value::Id)
}

fn prose(text: &str) -> Value {
    Value::Prose(text.to_owned())
}

/// A value, as long as it can be of use; nothing where it is empty.
fn exact(text: &str) -> Value {
    if text.is_empty() {
        return Value::Unknown;
    }
    let end = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    Value::Exact(text.get(..end).unwrap_or_default().to_owned())
}

fn maybe(text: Option<&str>) -> Value {
    exact(text.unwrap_or_default())
}

fn evidence(finding: &Finding) -> Value {
    let Some(compared) = &finding.evidence else {
        return Value::Unknown;
    };
    Value::Group(vec![
        entry(
            "found_in",
            Value::Id(comparison::place(compared.found_in, true)),
        ),
        entry("found", exact(&compared.found)),
        entry(
            "expected_in",
            Value::Id(comparison::place(compared.expected_in, false)),
        ),
        entry("expected", exact(&compared.expected)),
    ])
}

fn fixes(words: &CauseWords) -> Vec<Value> {
    words.remedies.iter().map(fix).collect()
}

fn fix(remedy: &Remedy) -> Value {
    Value::Group(vec![
        entry("whose", Value::Id(remedy.mover.label())),
        entry("step", prose(&remedy.step)),
        entry("ways", Value::List(remedy.ways.iter().map(way).collect())),
    ])
}

fn way(way: &Way) -> Value {
    let command = way.command.as_ref();
    let note = (!way.note.is_empty()).then(|| prose(&way.note));
    Value::Group(vec![
        entry("tool", Value::Id(way.tool.label())),
        entry(
            "command",
            command.map_or(Value::Unknown, |command| {
                Value::Command(command.to_string())
            }),
        ),
        entry("note", note.unwrap_or(Value::Unknown)),
    ])
}

fn judged(identity: &Identity) -> Value {
    Value::Group(vec![
        entry("kind", Value::Id(identity.kind.id())),
        entry("because", prose(&words::identity(identity))),
        entry("oid", maybe(identity.oid.as_deref())),
        entry("client_id", maybe(identity.client_id.as_deref())),
    ])
}

/// What the service, a log or the identity provider said.
fn said(case: &Case) -> Vec<Value> {
    let mut said = Vec::new();
    if let Some(response) = &case.response {
        said.extend(
            response
                .challenges
                .iter()
                .take(MOST_CHALLENGES)
                .map(challenge),
        );
        said.extend(body(response));
    }
    if let Some(reason) = case.logged {
        said.push(words_of("log", exact(words::given::reason(reason))));
    }
    if let Some(refusal) = &case.token_refusal {
        let code = refusal
            .aadsts
            .map(|code| ["AADSTS", &code.to_string()].concat());
        let parts = [
            code.as_deref().unwrap_or_default(),
            refusal.error.as_deref().unwrap_or_default(),
        ];
        said.push(words_of("identity provider", exact(&joined(&parts))));
    }
    said
}

fn challenge(challenge: &Challenge) -> Value {
    let parts = [
        &*challenge.scheme,
        challenge.error.as_deref().unwrap_or_default(),
        challenge.error_description.as_deref().unwrap_or_default(),
    ];
    words_of("WWW-Authenticate", exact(&joined(&parts)))
}

fn body(response: &Response) -> Option<Value> {
    Some(match response.body.as_ref()? {
        Body::Empty => return None,
        Body::OperationOutcome { code, diagnostics } => {
            words_of("OperationOutcome", exact(&joined(&[code, diagnostics])))
        }
        Body::Foreign { excerpt, .. } => words_of("body", exact(excerpt)),
    })
}

fn words_of(by: &'static str, words: Value) -> Value {
    Value::Group(vec![entry("by", Value::Id(by)), entry("words", words)])
}

/// The parts that are there, with colons between them.
fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text.push_str(": ");
        }
        text.push_str(part);
    }
    text
}

fn settings(facts: &Facts<'_>) -> Value {
    Value::Group(vec![
        entry("authority", maybe(facts.settings.authority.as_deref())),
        entry("audience", maybe(facts.settings.audience.as_deref())),
    ])
}

/// The claims that decide, and what they hold.
fn claims(facts: &Facts<'_>) -> Vec<Value> {
    let mut claims = Vec::new();
    let Some(jws) = facts.jws else { return claims };
    for name in words::DECIDING {
        let value = jws.payload.root.get(name);
        let Some(value) = value.filter(|_| words::decides(name, facts)) else {
            continue;
        };
        let time = match jws.claims().time(name) {
            Claim::Present(time)
                if matches!(name, "exp" | "nbf") && !time.is_beyond_year_9999() =>
            {
                exact(&words::utc(time.0))
            }
            _ => Value::Unknown,
        };
        let text = value
            .as_str()
            .unwrap_or_else(|| jws.payload.source_of(value));
        claims.push(Value::Group(vec![
            entry("name", Value::Id(name)),
            entry("value", exact(text)),
            entry("time", time),
        ]));
    }
    claims
}

fn named(name: &'static str, value: Value) -> Value {
    Value::Group(vec![entry("name", Value::Id(name)), entry("value", value)])
}

fn also(finding: &Finding, facts: &Facts<'_>) -> Value {
    Value::Group(vec![
        entry("headline", prose(&words::cause(finding, facts).headline)),
        entry("cause", Value::Id(finding.cause.id())),
        entry("certainty", Value::Id(finding.certainty.id())),
    ])
}

/// What is missing, each with the first question that waits for it.
fn not_checked(diagnosis: &Diagnosis) -> Vec<Value> {
    let mut missing = Vec::new();
    let mut open = Vec::new();
    for state in &diagnosis.nodes {
        if let Verdict::CannotTell(input) = state.verdict
            && !missing.contains(&input)
        {
            missing.push(input);
            open.push(Value::Group(vec![
                entry("question", Value::Id(state.node.id())),
                entry("settled_by", prose(words::input(input))),
            ]));
        }
    }
    open
}

/// The ids that support asks for.
fn correlation(facts: &Facts<'_>) -> Vec<Value> {
    let response = facts.case.response.as_ref();
    let refusal = facts.case.token_refusal.as_ref();
    let uti = facts
        .claims
        .and_then(|claims: Claims<'_>| claims.text("uti"));
    let ids = [
        (
            "correlation-id",
            response.and_then(|response| response.correlation_id.as_deref()),
        ),
        (
            "correlation-id of the token request",
            refusal.and_then(|refusal| refusal.correlation_id.as_deref()),
        ),
        (
            "trace-id of the token request",
            refusal.and_then(|refusal| refusal.trace_id.as_deref()),
        ),
        ("uti", uti),
    ];
    let known = ids
        .into_iter()
        .filter_map(|(name, id)| Some(named(name, exact(id?))));
    known.collect()
}
