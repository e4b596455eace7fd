//! The identity provider's refusal to issue a token: an `AADSTS` code anywhere, or the error body of a
//! token endpoint (RFC 6749 section 5.2) [domain 5.8].

use super::{Evidence, Kind, place, refusal_names};
use crate::{entra::Guid, http::TokenRefusal, jose::Members};

/// The error codes of RFC 6749 sections 4.1.2.1 and 5.2, of OpenID Connect Core section 3.1.2.6, and
/// Entra ID's own.
const CODES: [&str; 16] = [
    "access_denied",
    "consent_required",
    "interaction_required",
    "invalid_client",
    "invalid_grant",
    "invalid_request",
    "invalid_resource",
    "invalid_scope",
    "login_required",
    "server_error",
    "temporarily_unavailable",
    "unauthorized_client",
    "unsupported_grant_type",
    "unsupported_response_type",
    "authorization_pending",
    "expired_token",
];

/// The refusal that a text speaks of.
pub(super) fn in_text(text: &str) -> Option<Evidence> {
    let aadsts = aadsts(text);
    let error = place::digits_behind(text, "AADB2C").map(|(digits, _)| ["AADB2C", digits].concat());
    (aadsts.is_some() || error.is_some()).then(|| {
        evidence(TokenRefusal {
            aadsts,
            error,
            correlation_id: id_behind(text, "Correlation ID: "),
            trace_id: id_behind(text, "Trace ID: "),
            named: refusal_names::read(text),
        })
    })
}

/// The id behind these words, as Entra ID writes it at the end of a description.
fn id_behind(text: &str, words: &str) -> Option<String> {
    const LENGTH: usize = 36;
    let (_, behind) = text.split_once(words)?;
    let id = behind.get(..LENGTH)?;
    Guid::parse(id).map(|_| id.to_owned())
}

/// The refusal that a token endpoint's JSON is.
///
/// Gateways in front of an API answer `{"error": …}` too. A code of Entra ID's settles it; without one the
/// error must be an OAuth code, and the status, where it is known, a token endpoint's.
pub(super) fn in_json(json: &Members<'_>, status: Option<u16>) -> Option<Evidence> {
    if is_without_identity(json) {
        return Some(evidence(TokenRefusal::default()));
    }
    let error = json.get("error")?;
    let described = json
        .string_at("error_description")
        .or_else(|| error.string_at("message"));
    let listed = || json.get("error_codes")?.items().next()?.text().parse().ok();
    let aadsts = described.as_deref().and_then(aadsts).or_else(listed);
    // A managed identity's endpoint: `{"error": {"code": "bad_request_102", "message": …}}`.
    let of_identity = error
        .string_at("code")
        .filter(|code| code.starts_with("bad_request_"));
    if of_identity.is_some() {
        return Some(evidence(TokenRefusal {
            aadsts,
            error: of_identity,
            ..TokenRefusal::default()
        }));
    }
    let error = error.owned_string();
    let is_oauth = matches!(status, None | Some(400))
        && error.as_deref().is_some_and(|error| CODES.contains(&error));
    (aadsts.is_some() || is_oauth).then(|| {
        evidence(TokenRefusal {
            aadsts,
            error,
            correlation_id: json.string_at("correlation_id"),
            trace_id: json.string_at("trace_id"),
            named: described
                .as_deref()
                .map(refusal_names::read)
                .unwrap_or_default(),
        })
    })
}

/// The refusal in a redirect's parameters.
pub(super) fn in_redirect(error: Option<&str>, description: Option<&str>) -> Option<Evidence> {
    let aadsts = description.and_then(aadsts);
    let error = error.map(str::to_owned);
    (aadsts.is_some() || error.as_deref().is_some_and(|error| CODES.contains(&error))).then(|| {
        evidence(TokenRefusal {
            aadsts,
            error,
            named: description.map(refusal_names::read).unwrap_or_default(),
            ..TokenRefusal::default()
        })
    })
}

/// The refusal that Microsoft's page of an error code is about: `https://login.microsoftonline.com/error?code=50011`.
pub(super) fn of_page(code: &str) -> Option<Evidence> {
    let aadsts = Some(code.parse().ok()?);
    Some(evidence(TokenRefusal {
        aadsts,
        ..TokenRefusal::default()
    }))
}

fn evidence(refusal: TokenRefusal) -> Evidence {
    let mut evidence = Evidence::of(Kind::TokenRefusal);
    evidence.token_refusal = Some(refusal);
    evidence
}

/// Whether App Service says that it has no managed identity to give a token of.
fn is_without_identity(json: &Members<'_>) -> bool {
    let status = json.any(&["statusCode", "StatusCode"]);
    let message = || json.any(&["message", "Message"])?.string();
    status.is_some_and(|status| status.text() == "400")
        && message().is_some_and(|message| message.contains("Managed Identity"))
}

/// The number of the first `AADSTS` code.
fn aadsts(text: &str) -> Option<u32> {
    place::digits_behind(text, "AADSTS")?.0.parse().ok()
}
