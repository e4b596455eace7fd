//! Signatures: which key is asked, which is refused, and what the public vectors give.
//!
//! A test dependency verifies here what the browsers verify on the page; both are asked by the same plan.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

#[path = "../runner/verify.rs"]
mod verify;

mod choice;
mod documents;
mod forms;
mod refusals;
mod tampered;
mod vectors;

use serde::Deserialize;
use serde_json::Value;
use whydenied::{
    diagnosis::SignatureCheck,
    jose::{JsonWebKeySet, Plan, Signed, Unverifiable, plan},
};

/// A vector: `tests/vectors/jws.json` and the file that `WHYDENIED_JWS_VECTORS` names are lists of them.
#[derive(Deserialize)]
pub(crate) struct Vector {
    pub(crate) name: String,
    /// The token, in the compact serialisation. Its payload need not be JSON.
    pub(crate) token: String,
    /// A JWK set, or one JWK.
    pub(crate) jwks: Value,
    /// Whether one of the keys verifies the token.
    pub(crate) valid: bool,
}

/// The vectors of the RFCs, and one of every other algorithm.
pub(crate) fn vectors() -> Vec<Vector> {
    serde_json::from_str(include_str!("../vectors/jws.json")).unwrap()
}

/// The vector of this name.
pub(crate) fn vector(name: &str) -> Vector {
    let found = vectors().into_iter().find(|vector| vector.name == name);
    found.unwrap_or_else(|| panic!("no vector {name}"))
}

pub(crate) fn keys(json: &Value) -> JsonWebKeySet {
    JsonWebKeySet::read(&json.to_string()).unwrap_or_default()
}

pub(crate) fn planned(token: &str, keys: &JsonWebKeySet) -> Result<Plan, Unverifiable> {
    plan(&Signed::read(token)?, keys)
}

/// What the keys say of the signature.
pub(crate) fn checked(token: &str, keys: &JsonWebKeySet) -> Result<SignatureCheck, Unverifiable> {
    let signed = Signed::read(token)?;
    let plan = plan(&signed, keys)?;
    let outcomes = verify::outcomes(&plan, &signed);
    Ok(SignatureCheck::of(&plan, &outcomes, keys))
}

/// Whether a key verifies the signature.
pub(crate) fn verifies(token: &str, keys: &JsonWebKeySet) -> bool {
    matches!(checked(token, keys), Ok(SignatureCheck::Valid { .. }))
}
