//! Is it signed by a key of the authority?
//!
//! Without the authority's keys this cannot be told, and is never said to pass. Unsigned tokens (RFC 7518
//! section 3.6) fail by themselves.

use super::{CauseId, Certainty, Check, Doubt, Facts, Finding, Input};
use crate::{
    diagnosis::{SignatureCheck, facts::Inside},
    jose::{JsonWebKeySet, Jws},
};

pub(super) fn check(facts: &Facts<'_>, inside: Inside<'_>) -> Check {
    if inside.jws.is_unsigned() {
        return Check::fail(Finding::certain(CauseId::UnsignedToken));
    }
    match &facts.case.signature_check {
        Some(SignatureCheck::Valid { .. }) => return Check::pass(),
        Some(SignatureCheck::Invalid) => {
            return Check::fail(Finding::certain(CauseId::SignatureInvalid));
        }
        Some(SignatureCheck::NoKey) if inside.jws.key_id().is_none() => {
            return Check::fail(Finding::certain(CauseId::SignatureInvalid));
        }
        Some(SignatureCheck::NoKey) => return Check::fail(by_unknown_key(facts)),
        Some(SignatureCheck::Unsupported) | None => {}
    }
    if is_key_unknown(facts, inside.jws) {
        return Check::fail(Finding::certain(CauseId::SigningKeyNotFound));
    }
    Check::cannot_tell(Input::Keys)
}

/// Keys without an id, such as a certificate's, need not be all that the authority has.
fn by_unknown_key(facts: &Facts<'_>) -> Finding {
    let keys = facts.case.keys.as_ref();
    if keys.is_some_and(JsonWebKeySet::has_nameless) {
        return Finding::new(CauseId::SigningKeyNotFound, Certainty::Likely)
            .doubting(Doubt::Needs(Input::Keys));
    }
    Finding::certain(CauseId::SigningKeyNotFound)
}

/// Whether keys are in hand and the token's `kid` is not among them. An empty list is no keys, and what was
/// verified with a key that nothing names, such as a certificate, was signed by a known one.
pub(in crate::diagnosis) fn is_key_unknown(facts: &Facts<'_>, jws: &Jws) -> bool {
    let Some(set) = &facts.case.keys else {
        return false;
    };
    let names_a_key = jws.key_id().is_some() || jws.thumbprint().is_some();
    let is_told = match facts.case.signature_check {
        Some(SignatureCheck::Valid { .. } | SignatureCheck::Invalid) => false,
        Some(SignatureCheck::NoKey) => true,
        _ => !set.has_nameless(),
    };
    let is_there = set.keys.is_empty() || set.contains(jws.key_id(), jws.thumbprint());
    names_a_key && is_told && !is_there
}
