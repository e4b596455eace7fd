//! The identity provider's refusal to issue a token: an `AADSTS` code anywhere, or the error body of a
//! token endpoint (RFC 6749 section 5.2) [domain 5.8].

use super::{Evidence, Kind, TokenRefusal};
use crate::jose::Raw;

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
    aadsts(text).map(|aadsts| {
        evidence(TokenRefusal {
            aadsts: Some(aadsts),
            error: None,
        })
    })
}

/// The refusal that a token endpoint's JSON is.
///
/// Gateways in front of an API answer `{"error": …}` too. A code of Entra ID's settles it; without one the
/// error must be an OAuth code, and the status, where it is known, a token endpoint's.
pub(super) fn in_json(json: Raw<'_>, status: Option<u16>) -> Option<Evidence> {
    let error = json.get("error")?;
    let described = json
        .string_at("error_description")
        .or_else(|| error.string_at("message"));
    let listed = || json.get("error_codes")?.items().next()?.text().parse().ok();
    let aadsts = described.as_deref().and_then(aadsts).or_else(listed);
    let error = error.owned_string();
    let is_oauth = matches!(status, None | Some(400))
        && error.as_deref().is_some_and(|error| CODES.contains(&error));
    (aadsts.is_some() || is_oauth).then(|| evidence(TokenRefusal { aadsts, error }))
}

/// The refusal in a redirect's parameters.
pub(super) fn in_redirect(error: Option<&str>, description: Option<&str>) -> Option<Evidence> {
    let aadsts = description.and_then(aadsts);
    let error = error.map(str::to_owned);
    (aadsts.is_some() || error.as_deref().is_some_and(|error| CODES.contains(&error)))
        .then(|| evidence(TokenRefusal { aadsts, error }))
}

fn evidence(refusal: TokenRefusal) -> Evidence {
    Evidence {
        token_refusal: Some(refusal),
        ..Evidence::of(Kind::TokenRefusal)
    }
}

/// The number of the first `AADSTS` code.
fn aadsts(text: &str) -> Option<u32> {
    let mut rest = text;
    loop {
        rest = rest.get(rest.find("AADSTS")? + "AADSTS".len()..)?;
        let digits = rest.bytes().take(9).take_while(u8::is_ascii_digit).count();
        if let Some(code) = rest.get(..digits).and_then(|digits| digits.parse().ok()) {
            return Some(code);
        }
    }
}
