//! Tokens to paste: those of the scenarios, and others made on the spot.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};

/// A compact token of this header and these claims, with a signature that nobody made.
#[must_use]
pub fn token(header: &Value, claims: &Value) -> String {
    compact(header, claims, "c2lnbmF0dXJl")
}

/// The token of a scenario of `tests/scenarios`.
///
/// # Errors
/// When there is no such scenario, or it has no token of three parts.
pub fn scenario_token(name: &str) -> Result<String> {
    let package = std::env::var("CARGO_MANIFEST_DIR").context("these tests run by `cargo test`")?;
    let file = Path::new(&package)
        .join("../scenarios")
        .join(format!("{name}.json"));
    let text =
        fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let scenario: Value = serde_json::from_str(&text)?;
    let part = |part| {
        scenario
            .get("token")
            .and_then(|token| token.get(part))
            .with_context(|| format!("the token of {name} has no {part}"))
    };
    let signature = part("signature")?.as_str().unwrap_or_default();
    Ok(compact(part("header")?, part("payload")?, signature))
}

/// An access token that fits [`AUTHORITY`] and [`AUDIENCE`], issued to a user a minute ago.
///
/// # Errors
/// When the clock stands before 1970.
pub fn fitting_token() -> Result<String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let claims = json!({
        "aud": AUDIENCE,
        "iss": format!("https://sts.windows.net/{TENANT}/"),
        "iat": now - 60,
        "nbf": now - 60,
        "exp": now + 3600,
        "appid": "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
        "appidacr": "0",
        "oid": "1d00aadf-780b-4d06-ad19-bd08344d9565",
        "scp": "user_impersonation",
        "sub": "2HXEVdXFqBN36ji1W2l9K8kouogNcb-Z9i5UmtCX4QE",
        "tid": TENANT,
        "ver": "1.0",
    });
    Ok(token(
        &json!({"typ": "JWT", "alg": "RS256", "kid": "k1"}),
        &claims,
    ))
}

const TENANT: &str = "9d4ef8e3-9029-4e5b-985d-d45dd69a178b";

/// The authority of the FHIR service of the tests.
pub const AUTHORITY: &str =
    "https://login.microsoftonline.com/9d4ef8e3-9029-4e5b-985d-d45dd69a178b";

/// The audience of the FHIR service of the tests.
pub const AUDIENCE: &str = "https://contosows-fhir.fhir.azurehealthcareapis.com";

fn compact(header: &Value, claims: &Value, signature: &str) -> String {
    let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    [&part(header), &part(claims), signature].join(".")
}
