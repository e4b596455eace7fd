//! The two values that a finding compares.

use crate::{
    diagnosis::{CauseId, Comparison, NodeId},
    words::template::Said,
};

/// The value found: what the finding compared, or else the claim.
pub(super) fn found<'a>(said: &Said<'a>) -> Option<&'a str> {
    let facts = said.facts;
    match (evidence(said), setting(said)) {
        (Some(evidence), _) => Some(&evidence.found),
        (None, Some(NodeId::Audience)) => facts.claim("aud"),
        (None, Some(_)) => facts.claim("iss"),
        (None, None) => None,
    }
}

/// The value expected: what the finding compared, or else the API's setting.
pub(super) fn expected<'a>(said: &Said<'a>) -> Option<&'a str> {
    let settings = &said.facts.settings;
    match (evidence(said), setting(said)) {
        (Some(evidence), _) => Some(&evidence.expected),
        (None, Some(NodeId::Audience)) => settings.audience.as_deref(),
        (None, Some(_)) => settings.authority.as_deref(),
        (None, None) => None,
    }
}

fn evidence<'a>(said: &Said<'a>) -> Option<&'a Comparison> {
    said.finding?.evidence.as_ref()
}

/// The question whose claim and setting a finding without evidence is about.
fn setting(said: &Said<'_>) -> Option<NodeId> {
    let finding = said.finding?;
    let is_about_token = finding.cause != CauseId::SettingsDifferFromServer;
    let node = finding.cause.node();
    (is_about_token && matches!(node, NodeId::Audience | NodeId::Issuer)).then_some(node)
}
