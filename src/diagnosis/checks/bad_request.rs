//! Why the service answered 400: a token in the URL, malformed or mixed SMART scopes, no `fhirUser`?
//!
//! The body says it in its own words [domain 3.3, 3.8]; the request's URL and the token confirm it.

use super::{CauseId, Certainty, Check, Detail, Doubt, Facts, Finding, Input, NodeId, smart};
use crate::{
    diagnosis::DataRoleAnswer,
    http::{Body, Form, Url},
    service::Scopes,
};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    if facts.status != Some(400) {
        return Check::not_applicable();
    }
    let said = said(facts);
    let by_token = || smart::check(facts).findings.into_iter().next();
    let is_of_smart = |cause: &CauseId| {
        matches!(
            cause,
            CauseId::SmartFhirUserMissing | CauseId::SmartScopesMalformed
        )
    };
    let cause = said
        .or_else(|| is_token_in_url(facts).then_some(CauseId::TokenInUrl))
        .or_else(|| by_token().map(|finding| finding.cause).filter(is_of_smart));
    match cause {
        Some(cause) => {
            let finding = Finding::certain(cause).at(NodeId::BadRequest);
            let evidence = by_token()
                .filter(|other| other.cause == cause)
                .and_then(|other| other.evidence);
            let detail = if said.is_some() {
                Detail::ServiceSaid
            } else {
                Detail::Because(cause)
            };
            Check::fail(Finding {
                evidence,
                ..finding
            })
            .with(detail)
        }
        None if is_perhaps_malformed(facts) => Check::fail(
            Finding::new(CauseId::SmartScopesMalformed, Certainty::Likely)
                .at(NodeId::BadRequest)
                .doubting(Doubt::Needs(Input::Response)),
        ),
        None if is_unseen(facts) => Check::cannot_tell(Input::Request),
        None => Check::pass(),
    }
}

/// The scopes are malformed, and nothing tells whether they are read: they are only for a caller with the
/// `smart` data action [domain 3.8]. The answer's body would say so.
fn is_perhaps_malformed(facts: &Facts<'_>) -> bool {
    let response = facts.case.response.as_ref();
    let is_body_open =
        response.is_none_or(|response| matches!(response.body, None | Some(Body::Empty)));
    let is_role_open = !matches!(facts.data_role, Some(DataRoleAnswer::Named(_)));
    is_body_open && is_role_open && facts.clinical_scopes() == Scopes::Malformed
}

/// Neither the request nor what it was answered with is in hand.
fn is_unseen(facts: &Facts<'_>) -> bool {
    let response = facts.case.response.as_ref();
    facts.case.request.is_none() && response.is_none_or(|response| response.body.is_none())
}

/// The reason that the body names.
fn said(facts: &Facts<'_>) -> Option<CauseId> {
    let text = match facts.case.response.as_ref()?.body.as_ref()? {
        Body::OperationOutcome { diagnostics, .. } => diagnostics,
        Body::Foreign {
            form: Form::Text | Form::Json,
            excerpt,
            ..
        } => excerpt,
        Body::Empty | Body::Foreign { .. } => return None,
    };
    if text.contains("tokens must not be passed in the URL") {
        Some(CauseId::TokenInUrl)
    } else if text.contains("fhirUser") {
        Some(CauseId::SmartFhirUserMissing)
    } else if text.contains("clinical scope") || text.contains("SMART") && text.contains("scope") {
        Some(CauseId::SmartScopesMalformed)
    } else {
        None
    }
}

/// The URL carries a token: as a parameter, or something that looks like a JWT.
fn is_token_in_url(facts: &Facts<'_>) -> bool {
    let Some(request) = &facts.case.request else {
        return false;
    };
    let url = Url::parse_reference(&request.url);
    let query = url.query.unwrap_or_default();
    let is_parameter = query.split('&').any(|parameter| {
        parameter.split_once('=').is_some_and(|(name, value)| {
            name.eq_ignore_ascii_case("access_token") && !value.is_empty()
        })
    });
    let looks_like_jwt = |text: &str| {
        text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')))
            .any(|word| word.starts_with("eyJ") && word.contains(".eyJ"))
    };
    is_parameter || looks_like_jwt(url.path) || looks_like_jwt(query)
}
