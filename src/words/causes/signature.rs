//! The signature is missing, wrong, or by an unknown key.

use crate::words::{
    moves::{change_authority, get_token},
    remedy::Tool::Rest,
    text::{CauseText, told, you},
};

pub(super) const UNSIGNED: CauseText = CauseText {
    answer: "No, it is not signed",
    headline: "The token is not signed.",
    explanation: "Its [{alg-is-none?}`alg` is `none`: anyone could have written it|{jws?}third \
                  segment is empty: it was cut off, or anyone could have written it|`alg` is \
                  `none`, or its third segment is empty]. The service reports the signature, or \
                  its key.",
    remedies: &[get_token("Ask Entra ID for a signed token.")],
};

pub(super) const INVALID: CauseText = CauseText {
    answer: "[{by-service}|No, it does not fit]",
    headline: "The signature does not fit the token[{is-unverified?}: none of the pasted keys \
               verifies it].",
    explanation: "A token that was edited, cut off or put together anew no longer fits its \
                  signature. The service checks that first and reports `The signature is \
                  invalid`.[{nonce?} Its header has a `nonce`: such a token can be verified only \
                  by the Microsoft API that it is meant for.]",
    remedies: &[get_token("Ask for a new token, and send it unchanged.")],
};

pub(super) const KEY_NOT_FOUND: CauseText = CauseText {
    answer: "No, by an unknown key",
    headline: "The token's key[, `kid` `{kid}`,] is not among the authority's keys.",
    explanation: "It was signed in another cloud, by another issuer, or the keys in hand are old. \
                  In this case the service checks lifetime, issuer and audience first, and only \
                  then reports `The signature key was not found`.",
    remedies: &[
        you(
            "Take the keys once more: they change from time to time.",
            &[told(
                Rest,
                "Open [{is-outside-entra?}the `jwks_uri` of the authority's discovery document|\
                 `https://{login-host}/{tenant}/discovery/keys`] and paste what it shows.",
            )],
        ),
        get_token("Ask the API's own authority for a token."),
        change_authority("If the token is right, correct the API's Authority."),
    ],
};
