//! What a report says, before anything is masked.

use super::{
    Entry, Redaction, SCHEMA, Value,
    fields::{Fields, prose},
    request,
    said::said,
};
use crate::{
    diagnosis::{Case, Diagnosis, Facts, Finding, NodeId, Verdict},
    entra::Identity,
    jose::{Claim, Claims, NumericDate, hard_look},
    words::{self, CauseWords, comparison, report},
};

/// All entries, in the order in which they are read.
pub(super) fn gather(case: &Case, diagnosis: &Diagnosis, redaction: Redaction) -> Vec<Entry> {
    let facts = &Facts::of(case);
    let mut fields = Fields::new();
    let words = (diagnosis.headline.as_ref()).map(|finding| words::cause(finding, facts));
    verdict(diagnosis, words.as_ref(), &mut fields);
    fields.id("service", Some(case.service.id()));
    fields.put("status", facts.status.map_or(Value::Unknown, Value::Number));
    let request = request::line(case.request.as_ref(), redaction);
    fields.exact("request", &request.unwrap_or_default());
    let headline = diagnosis.headline.as_ref();
    fields.put("evidence", headline.map_or(Value::Unknown, evidence));
    fields.list("fixes", words.as_ref().map(fixes).unwrap_or_default());
    fields.put(
        "judged",
        diagnosis.judged.as_ref().map_or(Value::Unknown, judged),
    );
    fields.list("said", said(case));
    fields.put("settings", settings(facts));
    fields.list("claims", claims(facts));
    fields.list("also", also(diagnosis, facts));
    fields.list("remarks", remarks(case));
    fields.list("not_checked", not_checked(diagnosis));
    fields.list("correlation", correlation(facts));
    fields.exact(
        "judged_at",
        &words::utc(case.now)
            .replacen(' ', "T", 1)
            .replace(" UTC", "Z"),
    );
    let own_date = case.response.as_ref().and_then(|response| response.date);
    let is_time = |name| {
        let time = facts.claims.map(|claims| claims.time(name));
        matches!(time, Some(Claim::Present(NumericDate(time))) if time == case.now)
    };
    let clock = match own_date {
        Some(date) if date == case.now => "answer",
        None if is_time("nbf") || is_time("iat") => "token",
        _ => "own",
    };
    fields.id("clock", Some(clock));
    fields.id("redaction", Some(redaction.id()));
    fields.id("version", Some(env!("CARGO_PKG_VERSION")));
    fields.put("schema", Value::Number(SCHEMA));
    fields.entries()
}

fn verdict(diagnosis: &Diagnosis, words: Option<&CauseWords>, fields: &mut Fields) {
    let reported = diagnosis.would_report.map(NodeId::id);
    let (Some(finding), Some(words)) = (&diagnosis.headline, words) else {
        fields.prose("headline", report::NOTHING);
        fields.prose("explanation", "");
        for key in ["cause", "certainty", "question"] {
            fields.id(key, None);
        }
        return fields.id("service_reports", reported);
    };
    fields.prose("headline", &words.headline);
    fields.prose("explanation", &words.explanation);
    fields.id("cause", Some(finding.cause.id()));
    fields.id("certainty", Some(finding.certainty.id()));
    fields.id("question", Some(finding.node.id()));
    fields.id("service_reports", reported);
}

fn evidence(finding: &Finding) -> Value {
    let Some(compared) = &finding.evidence else {
        return Value::Unknown;
    };
    let mut fields = Fields::new();
    fields.id("found_in", Some(comparison::place(compared.found_in, true)));
    fields.exact("found", &compared.found);
    fields.id(
        "expected_in",
        Some(comparison::place(compared.expected_in, false)),
    );
    fields.exact("expected", &compared.expected);
    fields.group()
}

fn fixes(words: &CauseWords) -> Vec<Value> {
    let mut fixes = Vec::new();
    for remedy in &words.remedies {
        let mut ways = Vec::new();
        for way in &remedy.ways {
            let mut fields = Fields::new();
            fields.id("tool", Some(way.tool.label()));
            let command = way.command.as_ref();
            fields.put(
                "command",
                command.map_or(Value::Unknown, |command| {
                    Value::Command(command.to_string())
                }),
            );
            fields.prose("note", &way.note);
            fields.exact(
                "consent_page",
                way.consent_page.as_deref().unwrap_or_default(),
            );
            ways.push(fields.group());
        }
        let mut fields = Fields::new();
        fields.id("whose", Some(remedy.mover.label()));
        fields.prose("step", &remedy.step);
        fields.list("ways", ways);
        fixes.push(fields.group());
    }
    fixes
}

fn judged(identity: &Identity) -> Value {
    let mut fields = Fields::new();
    fields.id("kind", Some(identity.kind.id()));
    fields.prose("because", &words::identity(identity));
    fields.exact("oid", identity.oid.as_deref().unwrap_or_default());
    fields.exact(
        "client_id",
        identity.client_id.as_deref().unwrap_or_default(),
    );
    fields.group()
}

fn settings(facts: &Facts<'_>) -> Value {
    let settings = &facts.settings;
    let mut fields = Fields::new();
    fields.exact(
        "authority",
        settings.authority.as_deref().unwrap_or_default(),
    );
    fields.exact("audience", settings.audience.as_deref().unwrap_or_default());
    fields.group()
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
                words::utc(time.0)
            }
            _ => String::new(),
        };
        let text = value
            .as_str()
            .unwrap_or_else(|| jws.payload.source_of(value));
        let mut fields = Fields::new();
        fields.id("name", Some(name));
        fields.exact("value", text);
        fields.exact("time", &time);
        claims.push(fields.group());
    }
    claims
}

fn also(diagnosis: &Diagnosis, facts: &Facts<'_>) -> Vec<Value> {
    let mut also = Vec::new();
    for finding in &diagnosis.also {
        let mut fields = Fields::new();
        fields.prose("headline", &words::cause(finding, facts).headline);
        fields.id("cause", Some(finding.cause.id()));
        fields.id("certainty", Some(finding.certainty.id()));
        also.push(fields.group());
    }
    also
}

fn remarks(case: &Case) -> Vec<Value> {
    let mut remarks = Vec::new();
    for remark in case.token.as_ref().map(hard_look).unwrap_or_default() {
        remarks.push(prose(&words::remark(&remark)));
    }
    remarks
}

/// What is missing, each with the first question that waits for it.
fn not_checked(diagnosis: &Diagnosis) -> Vec<Value> {
    if diagnosis.is_before_sending() {
        return Vec::new();
    }
    let mut missing = Vec::new();
    let mut open = Vec::new();
    for state in &diagnosis.nodes {
        if let Verdict::CannotTell(input) = state.verdict
            && !missing.contains(&input)
        {
            missing.push(input);
            let mut fields = Fields::new();
            fields.id("question", Some(state.node.id()));
            fields.prose("settled_by", words::input(input));
            open.push(fields.group());
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
    let mut known = Vec::new();
    for (name, id) in ids {
        if let Some(id) = id {
            let mut fields = Fields::new();
            fields.id("name", Some(name));
            fields.exact("value", id);
            known.push(fields.group());
        }
    }
    known
}
