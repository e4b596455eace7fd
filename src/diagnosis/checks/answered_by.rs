//! Was it the FHIR service that answered, or a gateway in front of it?
//!
//! The FHIR service answers with an OperationOutcome [domain 2.6] and, at 401, a `Bearer` challenge. Any
//! other body, another scheme, or a challenge beside a 403 comes from something in front.

use super::{CauseId, Certainty, Check, Doubt, Facts, Finding, Input, Verdict};
use crate::http::{Body, Form};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    let Some(status @ (401 | 403)) = facts.status else {
        return Check::cannot_tell(Input::Response);
    };
    let response = facts.case.response.as_ref();
    let challenges = response
        .map(|response| response.challenges.as_slice())
        .unwrap_or_default();
    let is_own_body = matches!(
        response.and_then(|response| response.body.as_ref()),
        Some(Body::OperationOutcome { .. })
    );
    let is_foreign_challenge = if status == 401 {
        !challenges.is_empty() && facts.challenge.is_none()
    } else {
        !challenges.is_empty()
    };
    if facts.is_gateway_body() || (is_foreign_challenge && !is_own_body) {
        if status == 403 && !is_foreign_challenge && is_of_private_link(facts) {
            return Check::plain(Verdict::NotReached);
        }
        return Check::fail(gateway(facts, status));
    }
    if is_own_body || facts.challenge.is_some() || !facts.reasons.is_empty() {
        return Check::pass();
    }
    Check::cannot_tell(Input::Response)
}

/// Whether a text that no gateway is known by is the network's own: the anonymous call is refused as well, and a
/// private link answers so [domain 2.5]. A page comes from something else.
fn is_of_private_link(facts: &Facts<'_>) -> bool {
    let body = facts
        .case
        .response
        .as_ref()
        .and_then(|response| response.body.as_ref());
    let is_text = matches!(
        body,
        Some(Body::Foreign {
            form: Form::Text | Form::Json,
            gateway: None,
            ..
        })
    );
    is_text && facts.metadata_status() == Some(403)
}

/// A private link also answers 403 with text of its own, so that one needs the anonymous call too.
fn gateway(facts: &Facts<'_>, status: u16) -> Finding {
    if status == 403 && facts.metadata_status().is_none() {
        return Finding::new(CauseId::GatewayAnswered, Certainty::Likely)
            .doubting(Doubt::Needs(Input::MetadataStatus));
    }
    Finding::certain(CauseId::GatewayAnswered)
}
