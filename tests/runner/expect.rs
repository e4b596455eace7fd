//! What a scenario expects, held against the diagnosis.

use whydenied::{
    diagnosis::{self, Case, CauseId, Certainty, Diagnosis, Input, NodeId, Verdict, diagnose},
    entra::IdentityKind,
    report,
};

use super::{
    case::{settings, unknown},
    file::{Expect, Scenario},
};

const VERDICTS: [Verdict; 6] = [
    Verdict::Pass,
    Verdict::Warn,
    Verdict::Fail,
    Verdict::CannotTell(Input::Status),
    Verdict::NotApplicable,
    Verdict::NotReached,
];
const CERTAINTIES: [Certainty; 3] = [Certainty::Possible, Certainty::Likely, Certainty::Certain];
const IDENTITIES: [IdentityKind; 5] = [
    IdentityKind::User,
    IdentityKind::Guest,
    IdentityKind::ServicePrincipal,
    IdentityKind::ManagedIdentity,
    IdentityKind::Undetermined,
];

/// What differs; an error where the file names an id that nothing has.
pub(crate) fn failures(scenario: &Scenario, case: &Case) -> Result<Vec<String>, String> {
    let expect = &scenario.expect;
    check_ids(expect)?;
    let diagnosis = diagnose(case);
    let mut failures = Vec::new();
    check_causes(&mut failures, expect, &diagnosis);
    check_nodes(&mut failures, expect, &diagnosis);
    if expect.judged.is_given() {
        let got = diagnosis.judged.as_ref().map(|identity| identity.kind.id());
        differs(&mut failures, "judged", expect.judged.id(), got);
    }
    check_settings(&mut failures, expect, case);
    if !expect.mentions.is_empty() {
        let text = report::text(case, &diagnosis);
        for mention in expect
            .mentions
            .iter()
            .filter(|mention| !text.contains(mention.as_str()))
        {
            failures.push(format!(
                "mentions: expected `{mention}` in the report\n{}",
                indented(&text)
            ));
        }
    }
    Ok(failures)
}

fn check_ids(expect: &Expect) -> Result<(), String> {
    let named = expect.also.iter().chain(&expect.never).map(String::as_str);
    for cause in named.chain(expect.cause.id()) {
        CauseId::from_id(cause).ok_or_else(|| unknown("cause", cause))?;
    }
    let nodes = expect.verdicts.keys().map(String::as_str);
    for node in nodes.chain(expect.would_report.id()) {
        NodeId::from_id(node).ok_or_else(|| unknown("node", node))?;
    }
    for verdict in expect.verdicts.values() {
        known("verdict", verdict, VERDICTS.map(Verdict::id))?;
    }
    if let Some(certainty) = &expect.certainty {
        known("certainty", certainty, CERTAINTIES.map(Certainty::id))?;
    }
    if let Some(judged) = expect.judged.id() {
        known("judged", judged, IDENTITIES.map(IdentityKind::id))?;
    }
    Ok(())
}

fn known<const N: usize>(what: &str, id: &str, ids: [&str; N]) -> Result<(), String> {
    ids.contains(&id)
        .then_some(())
        .ok_or_else(|| unknown(what, id))
}

fn check_causes(failures: &mut Vec<String>, expect: &Expect, diagnosis: &Diagnosis) {
    let headline = diagnosis.headline.as_ref();
    if expect.cause.is_given() {
        differs(
            failures,
            "cause",
            expect.cause.id(),
            headline.map(|finding| finding.cause.id()),
        );
    }
    if let Some(certainty) = &expect.certainty {
        differs(
            failures,
            "certainty",
            Some(certainty),
            headline.map(|finding| finding.certainty.id()),
        );
    }
    let beside: Vec<_> = diagnosis
        .also
        .iter()
        .map(|finding| finding.cause.id())
        .collect();
    for cause in expect
        .also
        .iter()
        .filter(|cause| !beside.contains(&cause.as_str()))
    {
        failures.push(format!("also: expected `{cause}`, got {beside:?}"));
    }
    for cause in expect.never.iter().filter(|cause| {
        diagnosis
            .findings()
            .any(|finding| finding.cause.id() == **cause)
    }) {
        failures.push(format!("never: got `{cause}`"));
    }
}

fn check_nodes(failures: &mut Vec<String>, expect: &Expect, diagnosis: &Diagnosis) {
    for (node, verdict) in &expect.verdicts {
        let state = NodeId::from_id(node).and_then(|node| diagnosis.node(node));
        let got = state.map(|state| state.verdict.id());
        differs(failures, &format!("verdict of {node}"), Some(verdict), got);
    }
    if expect.would_report.is_given() {
        differs(
            failures,
            "would_report",
            expect.would_report.id(),
            diagnosis.would_report.map(NodeId::id),
        );
    }
}

/// Only what the file gives is compared.
fn check_settings(failures: &mut Vec<String>, expect: &Expect, case: &Case) {
    let (expected, got) = (settings(&expect.settings), diagnosis::settings(case));
    let texts = [
        ("authority", &expected.authority, &got.authority),
        ("audience", &expected.audience, &got.audience),
        ("issuer", &expected.issuer, &got.issuer),
        ("resource_id", &expected.resource_id, &got.resource_id),
    ];
    for (name, expected, got) in texts {
        if expected.is_some() {
            differs(
                failures,
                &format!("settings.{name}"),
                expected.as_deref(),
                got.as_deref(),
            );
        }
    }
    if expected.allowed_object_ids.is_some()
        && expected.allowed_object_ids != got.allowed_object_ids
    {
        failures.push(format!(
            "settings.allowed_object_ids: got {:?}",
            got.allowed_object_ids
        ));
    }
    if expected.smart_identity_providers.is_some()
        && expected.smart_identity_providers != got.smart_identity_providers
    {
        failures.push(format!(
            "settings.smart_identity_providers: got {:?}",
            got.smart_identity_providers
        ));
    }
}

fn differs(failures: &mut Vec<String>, what: &str, expected: Option<&str>, got: Option<&str>) {
    if expected != got {
        let shown = |value: Option<&str>| {
            value.map_or_else(|| "none".to_owned(), |value| format!("`{value}`"))
        };
        failures.push(format!(
            "{what}: expected {}, got {}",
            shown(expected),
            shown(got)
        ));
    }
}

fn indented(text: &str) -> String {
    ["        | ", &text.trim_end().replace('\n', "\n        | ")].concat()
}
