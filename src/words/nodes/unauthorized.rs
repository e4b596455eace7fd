//! The questions under 401: who are you?

use super::{NodeWords, Source, ends, on};
use crate::diagnosis::NodeId;

pub(super) const BEARER_SENT: NodeWords = NodeWords {
    question: "Did a bearer token reach the service?",
    short: "Did a bearer token arrive?",
    hint: "Redirects and proxies drop it",
    passes: "Yes, [{was-read?}and the service read it|{said-sent?}you said|there is one]",
    fails: "No, [{by-service?}the service saw none|{header-in-short}|you said]",
    why: "The service reads one header, `Authorization: Bearer …`, and nothing else. Without it \
          the answer is a 401 that names no `error`.",
    leads: &[
        on("Yes", "on to who answered", NodeId::AnsweredBy),
        ends("No", "401: send the header, or find out who drops it"),
    ],
    source: RFC_6750,
};

pub(super) const ANSWERED_BY: NodeWords = NodeWords {
    question: "Was it the FHIR service that answered, or a gateway in front of it?",
    short: "Did the FHIR service answer?",
    hint: "API Management may refuse first",
    passes: "Yes, [{outcome?}with an OperationOutcome|{challenge?}with a `Bearer` challenge|in its own words]",
    fails: "No, a gateway answered",
    why: "The FHIR service answers 401 and 403 with an OperationOutcome. Another body, or another \
          challenge than `Bearer`, comes from something in front of it, which has rules and tokens \
          of its own.",
    leads: &[
        on("Yes, at 401", "on to the token itself", NodeId::WellFormed),
        on(
            "Yes, at 403",
            "on to whether the token is accepted",
            NodeId::Accepted,
        ),
        ends(
            "No, a gateway",
            "its own rules come first; the token may be fine",
        ),
    ],
    source: Source {
        title: "The validate-jwt policy of API Management",
        url: "https://learn.microsoft.com/azure/api-management/validate-jwt-policy",
    },
};

pub(super) const WELL_FORMED: NodeWords = NodeWords {
    question: "Is it a JWT at all?",
    short: "Is it a JWT?",
    hint: "Az 14 sends the text “SecureString”",
    passes: "Yes, three parts[, {algorithm}]",
    fails: "No, the service could not read it",
    why: "A token is three base64url segments: header, payload, signature. Anything else cannot be \
          read, and the service answers `invalid_token` without saying more.",
    leads: &[
        on("Yes", "on to its kind", NodeId::TokenKind),
        ends("No", "401: nothing behind it can be told"),
    ],
    source: Source {
        title: "RFC 7519: JSON Web Token",
        url: "https://www.rfc-editor.org/rfc/rfc7519",
    },
};

pub(super) const TOKEN_KIND: NodeWords = NodeWords {
    question: "Is it an access token for this API, or some other token?",
    short: "Is it an access token for this API?",
    hint: "`az` alone asks for another API",
    passes: "Yes, an access token",
    fails: "No",
    why: "A token names the one API it is meant for. Every API refuses the others, so that a token \
          lost at one opens nothing at another.",
    leads: &[
        on("Yes", "on to the signature", NodeId::Signature),
        on(
            "No",
            "401, reported at the audience, or at the signature of a Graph token",
            NodeId::Audience,
        ),
    ],
    source: Source {
        title: "Get an access token for Azure Health Data Services",
        url: "https://learn.microsoft.com/azure/healthcare-apis/get-access-token",
    },
};

pub(super) const SIGNATURE: NodeWords = NodeWords {
    question: "Is it signed by a key of the authority?",
    short: "Signed by a key of the authority?",
    hint: "A Graph token never verifies here",
    passes: "Yes, by [key {verifying-key}|one of the keys]",
    fails: "[{by-service}|No]",
    why: "The signature proves that the authority wrote the token and nobody changed it. A known \
          key is tried first of all; an unknown one is reported last.",
    leads: &[
        on("Yes", "on to the lifetime", NodeId::Lifetime),
        ends(
            "No",
            "401: “The signature is invalid”, or the key was not found",
        ),
    ],
    source: Source {
        title: "Access tokens in the Microsoft identity platform: validate the signature",
        url: "https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-signature",
    },
};

pub(super) const LIFETIME: NodeWords = NodeWords {
    question: "Is it inside its lifetime?",
    short: "Inside its lifetime?",
    hint: "60 to 90 minutes, and 5 of skew",
    passes: "Yes[, for {until-exp}]",
    fails: "[{by-service}|No]",
    why: "A token runs out, so that a stolen one is of use for minutes only. The service allows 5 \
          minutes of difference between clocks, at both ends.",
    leads: &[
        on("Yes", "on to the audience", NodeId::Audience),
        ends("No", "401: get a new token, or set the clock"),
    ],
    source: Source {
        title: "Configurable token lifetimes in the Microsoft identity platform",
        url: "https://learn.microsoft.com/entra/identity-platform/configurable-token-lifetimes",
    },
};

pub(super) const AUDIENCE: NodeWords = NodeWords {
    question: "Is it meant for this API?",
    short: "Meant for this API?",
    hint: "Compared letter by letter",
    passes: "Yes, letter by letter",
    fails: "No, [{follows-from?}for the same cause|{by-service?}says the service|for another API]",
    why: "`aud` must equal the API's Audience letter by letter. Only one slash at the end may \
          differ.",
    leads: &[
        on("Yes", "on to the issuer", NodeId::Issuer),
        ends("No", "401: “The audience is invalid”"),
    ],
    source: Source {
        title: "Access token validation in Azure API for FHIR",
        url: "https://learn.microsoft.com/azure/healthcare-apis/azure-api-for-fhir/azure-api-fhir-access-token-validation",
    },
};

pub(super) const ISSUER: NodeWords = NodeWords {
    question: "Does it come from the configured authority?",
    short: "From the configured authority?",
    hint: "Versions 1.0 and 2.0 differ",
    passes: "Yes, [{v1?}same tenant, version 1.0|{v2?}same tenant, version 2.0|its own issuer]",
    fails: "[{by-service}|No, another issuer]",
    why: "`iss` must equal the issuer that the authority's discovery document names: the same \
          tenant, cloud and token version.",
    leads: &[
        ends(
            "Yes",
            "the token is accepted: a 401 then has another reason",
        ),
        ends("No", "401: “The issuer is invalid”"),
    ],
    source: Source {
        title: "Access tokens in the Microsoft identity platform: validate the issuer",
        url: "https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer",
    },
};

const RFC_6750: Source = Source {
    title: "RFC 6750: Bearer token usage",
    url: "https://www.rfc-editor.org/rfc/rfc6750",
};
