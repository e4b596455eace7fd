//! The answers of the root and of the short branches.

use super::Asked;
use crate::diagnosis::CauseId;

pub(super) fn status(asked: &Asked<'_>) -> String {
    let Some(status) = asked.facts.status else {
        return "Click the answer you got".to_owned();
    };
    let name = match status {
        400 => " Bad request",
        401 => " Unauthorized",
        403 => " Forbidden",
        404 => " Not found",
        429 => " Too many requests",
        500 => " Internal server error",
        502 => " Bad gateway",
        503 => " Service unavailable",
        _ => "",
    };
    [status.to_string().as_str(), name].concat()
}

pub(super) fn token_request(asked: &Asked<'_>) -> String {
    if asked.passes() {
        return "No, there is a token".to_owned();
    }
    match asked
        .facts
        .case
        .token_refusal
        .as_ref()
        .and_then(|refusal| refusal.aadsts)
    {
        Some(code) => ["Yes, AADSTS", &code.to_string()].concat(),
        None => "Yes, it issued none".to_owned(),
    }
}

pub(super) fn bad_request(asked: &Asked<'_>) -> String {
    let words = match asked.cause() {
        _ if asked.passes() => "None of the three",
        Some(CauseId::TokenInUrl) => "Yes, a token in the URL",
        Some(CauseId::SmartFhirUserMissing) => "A missing `fhirUser`",
        Some(CauseId::SmartScopesMalformed) => "Scopes that cannot be read",
        _ => "Yes",
    };
    words.to_owned()
}

pub(super) fn not_auth(asked: &Asked<'_>) -> String {
    match asked.facts.status {
        Some(status) => [&status.to_string(), " has other causes"].concat(),
        None => "Other causes".to_owned(),
    }
}
