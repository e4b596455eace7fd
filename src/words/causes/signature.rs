//! The signature is missing, wrong, or by an unknown key.

use super::words;
use crate::{
    diagnosis::{Facts, SignatureCheck},
    entra::Authority,
    words::{
        CauseWords, moves,
        remedy::{Mover, Remedy, Tool},
        values::{self, term},
    },
};

pub(super) fn unsigned(facts: &Facts<'_>) -> CauseWords {
    let algorithm = facts.jws.and_then(|jws| jws.algorithm());
    let explanation = if algorithm.is_some_and(|algorithm| algorithm.eq_ignore_ascii_case("none")) {
        "Its `alg` is `none`: anyone could have written it. The service reports the signature, or \
         its key."
    } else if facts.jws.is_some() {
        "Its third segment is empty: it was cut off, or anyone could have written it. The service \
         reports the signature, or its key."
    } else {
        "Its `alg` is `none`, or its third segment is empty. The service reports the signature, or \
         its key."
    };
    words(
        "The token is not signed.",
        explanation,
        vec![moves::get_token_as(
            "Ask Entra ID for a signed token.",
            facts,
        )],
    )
}

pub(super) fn invalid(facts: &Facts<'_>) -> CauseWords {
    let headline = if facts.case.signature_check == Some(SignatureCheck::Invalid) {
        "The signature does not fit the token: none of the pasted keys verifies it."
    } else {
        "The signature does not fit the token."
    };
    let nonce = if facts
        .jws
        .is_some_and(|jws| jws.header_text("nonce").is_some())
    {
        " Its header has a `nonce`: such a token can be verified only by the Microsoft API that it \
         is meant for."
    } else {
        ""
    };
    words(
        headline,
        [
            "A token that was edited, cut off or put together anew no longer fits its signature. \
             The service checks that first and reports `The signature is invalid`.",
            nonce,
        ]
        .concat(),
        vec![moves::get_token_as(
            "Ask for a new token, and send it unchanged.",
            facts,
        )],
    )
}

pub(super) fn key_not_found(facts: &Facts<'_>) -> CauseWords {
    let headline = match facts.jws.and_then(|jws| jws.key_id()) {
        Some(kid) => [
            "The token's key, `kid` ",
            &term(kid),
            ", is not among the authority's keys.",
        ]
        .concat(),
        None => "The token's key is not among the authority's keys.".to_owned(),
    };
    let fresh = Remedy::new(
        Mover::You,
        "Take the keys once more: they change from time to time.",
    )
    .told(
        Tool::Rest,
        ["Open ", &keys_page(facts), " and paste what it shows."].concat(),
    );
    words(
        headline,
        "It was signed in another cloud, by another issuer, or the keys in hand are old. In this \
         case the service checks lifetime, issuer and audience first, and only then reports `The \
         signature key was not found`.",
        vec![
            fresh,
            moves::get_token_as("Ask the API's own authority for a token.", facts),
            moves::change_setting(
                "If the token is right, correct the API's Authority.",
                facts,
                "Authority",
            ),
        ],
    )
}

/// Where the authority's keys are.
fn keys_page(facts: &Facts<'_>) -> String {
    if !matches!(
        values::authority(facts),
        None | Some(Authority::Entra { .. })
    ) {
        return "the `jwks_uri` of the authority's discovery document".to_owned();
    }
    let tenant = values::tenant(facts);
    let tenant = tenant.own.as_deref().unwrap_or(tenant.placeholder);
    let page = [
        "https://",
        values::login_host(facts),
        "/",
        tenant,
        "/discovery/keys",
    ];
    term(&page.concat())
}
