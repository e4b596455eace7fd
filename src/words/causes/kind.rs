//! It is a token, but not an access token for this API.

use super::words;
use crate::{
    diagnosis::Facts,
    words::{
        CauseWords, moves,
        remedy::{Mover, Remedy, Tool},
        values,
    },
};

/// Why every wrong token is refused alike.
const NAMES_ONE_API: &str = "A token names the one API it is meant for, and every other API \
                             refuses it. ";

pub(super) fn arm(facts: &Facts<'_>) -> CauseWords {
    words(
        [
            "The token is for Azure Resource Manager, not for ",
            values::your_service(facts),
            ".",
        ]
        .concat(),
        [
            NAMES_ONE_API,
            "`az` without `--resource`, and `Get-AzAccessToken` without `-ResourceUrl`, ask for \
             Azure Resource Manager.",
        ]
        .concat(),
        vec![moves::get_token(facts)],
    )
}

pub(super) fn graph(facts: &Facts<'_>) -> CauseWords {
    let has_nonce = facts
        .jws
        .is_some_and(|jws| jws.header_text("nonce").is_some());
    let reported = if has_nonce {
        "Its header has a `nonce`, so nobody but Microsoft Graph can verify its signature: the \
         service reports the signature, not the audience."
    } else {
        "The service refuses its audience."
    };
    words(
        [
            "The token is for Microsoft Graph, not for ",
            values::your_service(facts),
            ".",
        ]
        .concat(),
        [
            NAMES_ONE_API,
            "Scopes such as `User.Read` or `openid` alone give a Graph token. ",
            reported,
        ]
        .concat(),
        vec![moves::get_token(facts)],
    )
}

pub(super) fn dicom(facts: &Facts<'_>) -> CauseWords {
    words(
        [
            "The token is for the DICOM service, not for ",
            values::your_service(facts),
            ".",
        ]
        .concat(),
        [
            NAMES_ONE_API,
            "DICOM services share one audience; each FHIR service has its own.",
        ]
        .concat(),
        vec![moves::get_token(facts)],
    )
}

pub(super) fn fhir(facts: &Facts<'_>) -> CauseWords {
    words(
        [
            "The token is for a FHIR service, not for ",
            values::your_service(facts),
            ".",
        ]
        .concat(),
        [
            NAMES_ONE_API,
            "All DICOM services share one audience, `https://dicom.healthcareapis.azure.com`.",
        ]
        .concat(),
        vec![moves::get_token(facts)],
    )
}

pub(super) fn id_token(facts: &Facts<'_>) -> CauseWords {
    let scope = values::audience(facts).term_with("/.default");
    let remedy = Remedy::new(
        Mover::You,
        "Send the `access_token`, not the `id_token`, and ask for the API's scope.",
    )
    .told(
        Tool::Code,
        [
            "Ask for the scope ",
            &scope,
            " beside `openid`. With MSAL, send `accessToken`.",
        ]
        .concat(),
    )
    .told(
        Tool::Rest,
        [
            "In Postman, set Scope to ",
            &scope,
            " and use the access token.",
        ]
        .concat(),
    );
    words(
        "This is an ID token, not an access token.",
        "An ID token tells the client who signed in; its audience is the client, so the service \
         refuses it.",
        vec![
            remedy,
            moves::get_token_as("Or ask for an access token by command.", facts),
        ],
    )
}

pub(super) fn client_assertion(facts: &Facts<'_>) -> CauseWords {
    let scope = values::audience(facts).term_with("/.default");
    let remedy = Remedy::new(
        Mover::You,
        "Send it to the token endpoint as `client_assertion`, and use the `access_token` of the \
         answer.",
    )
    .told(
        Tool::Rest,
        [
            "With `grant_type=client_credentials`, the scope ",
            &scope,
            " and `client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.",
        ]
        .concat(),
    );
    words(
        "This is a client assertion, not an access token.",
        "A client writes it to prove itself: `iss` and `sub` are the client, `aud` is a token \
         endpoint. No API accepts it, and it must reach nobody else.",
        vec![remedy],
    )
}
