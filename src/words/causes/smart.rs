//! SMART on FHIR: the client, the user and the scopes.

use crate::words::{
    moves::AZ_TOKEN,
    remedy::Tool::{AzureCli, Code, Portal},
    text::{CauseText, service, tenant, told, typed, you},
};

pub(super) const CLIENT_NOT_REGISTERED: CauseText = CauseText {
    answer: "No, the client is unknown",
    headline: "The service does not know [the client `{client-id}` of this|this client of the] \
               identity provider.",
    explanation: "Each SMART identity provider is entered with its applications. `azp` or `appid` \
                  must be one of them, and `aud` its audience; otherwise the service answers 401.",
    remedies: &[service(
        "Add `{client-id}` to the identity provider's applications, with its audience.",
        &[told(
            Code,
            "In the service's template: `smartIdentityProviders`, `applications`, each with \
             `clientId` and `audience`.",
        )],
    )],
};

pub(super) const FHIR_USER_MISSING: CauseText = CauseText {
    answer: "`fhirUser` is missing",
    headline: "[{has-fhir-user?}The token's `fhirUser` is not the full URL of a \
               record|{has-extn-fhir-user?}The token names the SMART user as `extn.fhirUser`, \
               which the service does not read|The token does not say whose records it opens: it \
               has no `fhirUser`].",
    explanation: "A SMART user sees only the records around `fhirUser`, written as a full URL \
                  such as `https://…/Patient/123`. Without it the service refuses: older versions \
                  with 403, newer ones with 400.",
    remedies: &[tenant(
        "Let the identity provider write `fhirUser`, or `extension_fhirUser`, with the full URL \
         of the user's record.",
        &[told(
            Portal,
            "Entra ID: Enterprise applications › the app › Single sign-on › Attributes & Claims › \
             Add new claim, `fhirUser`.",
        )],
    )],
};

pub(super) const SCOPES_MISSING: CauseText = CauseText {
    answer: "No, without scopes",
    headline: "The token has [{scopes-in-scp?}its scopes in `scp`, and a self-hosted server reads \
               `scope`|no SMART scopes].",
    explanation: "For a SMART user the scopes decide: without one, nothing is open. The service \
                  answers 403.",
    remedies: &[
        you(
            "Ask for the scopes in full, such as `{audience}/patient.Patient.read`.",
            &[told(
                Code,
                "Entra ID knows no `/` in the name of a scope: `patient.Patient.read`, \
                 `patient.all.read`.",
            )],
        ),
        service(
            "[{scopes-in-scp?}Or let the server read `scp`: \
             `FhirServer__Security__Authorization__ScopesClaim__0`.]",
            &[],
        ),
    ],
};

pub(super) const SCOPE_INSUFFICIENT: CauseText = CauseText {
    answer: "No, the scopes do not cover it",
    headline: "The SMART scopes do not cover [`{operation}`|this request].",
    explanation: "[The token has `{found}`. ]A scope names a type of record and what may be done: \
                  `read` reads and searches, `r` alone reads but does not search.",
    remedies: &[
        you(
            "Ask for a scope that names this type and this action, then get a new token.",
            &[],
        ),
        tenant(
            "If it was asked for and is not in the token: consent to it. An administrator's \
             consent overrides the user's choice.",
            &[],
        ),
    ],
};

pub(super) const READ_ONLY: CauseText = CauseText {
    answer: "No, it may only read",
    headline: "A SMART identity provider may only read, and [`{operation}`|this request] writes.",
    explanation: "For third-party identity providers the service allows the data action `Read` \
                  and no other, whatever the scopes say.",
    remedies: &[you(
        "Write with a token of the service's own tenant, for an identity that holds `FHIR Data \
         Writer`.",
        &[typed(
            AzureCli,
            AZ_TOKEN,
            "Log in to the service's own tenant first.",
        )],
    )],
};

pub(super) const SCOPES_MALFORMED: CauseText = CauseText {
    answer: "Scopes cannot be read",
    headline: "The service cannot read the SMART scopes[ `{found}`].",
    explanation: "It refuses scopes of both versions side by side (`read` and `rs`), of several \
                  contexts (`patient` and `user`), and ones with an unknown type or with anything \
                  behind them. It answers 400[{status-is-400?}|, older versions 403].",
    remedies: &[you(
        "Ask for scopes of one version and one context, such as `patient/Patient.rs \
         patient/Observation.rs`.",
        &[],
    )],
};
