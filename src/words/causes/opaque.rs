//! What was sent is no JWT by design.

use crate::{
    jose::Opaque,
    words::{
        moves::GET_TOKEN,
        text::{CauseText, RemedyText, you},
    },
};

/// What is said of a kind of text that is no JWT.
pub(super) const fn text(kind: Opaque) -> &'static CauseText {
    match kind {
        Opaque::RefreshToken => &REFRESH_TOKEN,
        Opaque::CompactTicket => &COMPACT_TICKET,
        Opaque::AuthorizationCode => &AUTHORIZATION_CODE,
        Opaque::Saml => &SAML,
        Opaque::Other => &OTHER,
    }
}

const REFRESH_TOKEN: CauseText = opaque(
    "No, a refresh token",
    "This is a refresh token, not an access token.",
    &[
        you(
            "Send it to the token endpoint, and use the `access_token` of the answer. Keep the \
             refresh token secret.",
            &[],
        ),
        GET_TOKEN,
    ],
);

const COMPACT_TICKET: CauseText = opaque(
    "No, a Microsoft account's ticket",
    "This is a Microsoft account's ticket, not an access token for your API.",
    &[
        you(
            "Sign in with an account of the API's tenant, or as a guest there, and ask for a \
             token for this API.",
            &[],
        ),
        GET_TOKEN,
    ],
);

const AUTHORIZATION_CODE: CauseText = opaque(
    "No, an authorization code",
    "This is an authorization code, not an access token.",
    &[
        you(
            "Send it to the token endpoint as `code`, and use the `access_token` of the answer.",
            &[],
        ),
        GET_TOKEN,
    ],
);

const SAML: CauseText = opaque(
    "No, a SAML assertion",
    "This is a SAML assertion, not an access token.",
    &[
        you(
            "Ask the token endpoint for an access token: FHIR services read JWTs only.",
            &[],
        ),
        GET_TOKEN,
    ],
);

pub(super) const OTHER: CauseText = opaque(
    "No, no JWT at all",
    "This is no JWT: an API key or another secret, not an access token.",
    &[
        you(
            "Use the `access_token` of a token endpoint's answer. It starts with `eyJ` and has \
             two dots.",
            &[],
        ),
        GET_TOKEN,
    ],
);

const fn opaque(
    answer: &'static str,
    headline: &'static str,
    remedies: &'static [RemedyText],
) -> CauseText {
    CauseText {
        answer,
        headline,
        explanation: "The service reads only JWTs of three segments. It answers 401, \
                      `invalid_token`, and says no more.",
        remedies,
    }
}
