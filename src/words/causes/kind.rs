//! It is a token, but not an access token for this API.

use crate::words::{
    moves::{GET_TOKEN, get_token},
    remedy::Tool::{Code, Rest},
    text::{CauseText, told, you},
};

pub(super) const ARM: CauseText = CauseText {
    answer: "No, for Azure Resource Manager",
    headline: "The token is for Azure Resource Manager, not for {your-service}.",
    explanation: "{one-api} `az` without `--resource`, and `Get-AzAccessToken` without \
                  `-ResourceUrl`, ask for Azure Resource Manager.",
    remedies: &[GET_TOKEN],
};

pub(super) const GRAPH: CauseText = CauseText {
    answer: "No, for Microsoft Graph",
    headline: "The token is for Microsoft Graph, not for {your-service}.",
    explanation: "{one-api} Scopes such as `User.Read` or `openid` alone give a Graph token. \
                  [{nonce?}Its header has a `nonce`, so nobody but Microsoft Graph can verify its \
                  signature: the service reports the signature, not the audience.|The service \
                  refuses its audience.]",
    remedies: &[GET_TOKEN],
};

pub(super) const DICOM: CauseText = CauseText {
    answer: "No, for the DICOM service",
    headline: "The token is for the DICOM service, not for {your-service}.",
    explanation: "{one-api} DICOM services share one audience; each FHIR service has its own.",
    remedies: &[GET_TOKEN],
};

pub(super) const FHIR: CauseText = CauseText {
    answer: "No, for a FHIR service",
    headline: "The token is for a FHIR service, not for {your-service}.",
    explanation: "{one-api} All DICOM services share one audience, \
                  `https://dicom.healthcareapis.azure.com`.",
    remedies: &[GET_TOKEN],
};

pub(super) const ID_TOKEN: CauseText = CauseText {
    answer: "No, an ID token",
    headline: "This is an ID token, not an access token.",
    explanation: "An ID token tells the client who signed in; its audience is the client, so the \
                  service refuses it.",
    remedies: &[
        you(
            "Send the `access_token`, not the `id_token`, and ask for the API's scope.",
            &[
                told(
                    Code,
                    "Ask for the scope `{audience}/.default` beside `openid`. With MSAL, send \
                     `accessToken`.",
                ),
                told(
                    Rest,
                    "In Postman, set Scope to `{audience}/.default` and use the access token.",
                ),
            ],
        ),
        get_token("Or ask for an access token by command."),
    ],
};

pub(super) const CLIENT_ASSERTION: CauseText = CauseText {
    answer: "No, a client assertion",
    headline: "This is a client assertion, not an access token.",
    explanation: "A client writes it to prove itself: `iss` and `sub` are the client, `aud` is a \
                  token endpoint. No API accepts it, and it must reach nobody else.",
    remedies: &[you(
        "Send it to the token endpoint as `client_assertion`, and use the `access_token` of the \
         answer.",
        &[told(
            Rest,
            "With `grant_type=client_credentials`, the scope `{audience}/.default` and \
             `client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.",
        )],
    )],
};
