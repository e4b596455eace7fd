//! SMART on FHIR: the client, the user and the scopes.

use super::words;
use crate::{
    diagnosis::{Facts, Finding},
    service::{Operation, Service},
    words::{
        CauseWords, moves,
        remedy::{Mover, Remedy, Tool},
        values::{self, term},
    },
};

pub(super) fn client_not_registered(facts: &Facts<'_>) -> CauseWords {
    let client = values::client_id(facts);
    let headline = match &client.own {
        Some(id) => [
            "The service does not know the client ",
            &term(id),
            " of this identity provider.",
        ]
        .concat(),
        None => "The service does not know this client of the identity provider.".to_owned(),
    };
    let step = [
        "Add ",
        &client.term(),
        " to the identity provider's applications, with its audience.",
    ]
    .concat();
    words(
        headline,
        "Each SMART identity provider is entered with its applications. `azp` or `appid` must be \
         one of them, and `aud` its audience; otherwise the service answers 401.",
        vec![Remedy::new(Mover::ServiceAdministrator, step).told(
            Tool::Code,
            "In the service's template: `smartIdentityProviders`, `applications`, each with \
             `clientId` and `audience`.",
        )],
    )
}

pub(super) fn fhir_user_missing(facts: &Facts<'_>) -> CauseWords {
    let has = |name: &str| facts.claims.is_some_and(|claims| claims.has(name));
    let is_prefixed = has("extn.fhirUser") && !has("fhirUser") && !has("extension_fhirUser");
    let headline = if is_prefixed {
        "The token names the SMART user as `extn.fhirUser`, which the service does not read."
    } else if has("fhirUser") || has("extension_fhirUser") {
        "The token's `fhirUser` is not the full URL of a record."
    } else {
        "The token does not say whose records it opens: it has no `fhirUser`."
    };
    words(
        headline,
        "A SMART user sees only the records around `fhirUser`, written as a full URL such as \
         `https://…/Patient/123`. Without it the service refuses: older versions with 403, newer \
         ones with 400.",
        vec![
            Remedy::new(
                Mover::TenantAdministrator,
                "Let the identity provider write `fhirUser`, or `extension_fhirUser`, with the \
                 full URL of the user's record.",
            )
            .told(
                Tool::Portal,
                "Entra ID: Enterprise applications › the app › Single sign-on › Attributes & \
                 Claims › Add new claim, `fhirUser`.",
            ),
        ],
    )
}

pub(super) fn scopes_missing(facts: &Facts<'_>) -> CauseWords {
    let only_scp = facts.case.service == Service::FhirServer
        && facts.claims.is_some_and(|claims| claims.has("scp"));
    let headline = if only_scp {
        "The token has its scopes in `scp`, and a self-hosted server reads `scope`."
    } else {
        "The token has no SMART scopes."
    };
    let scope = values::audience(facts).term_with("/patient.Patient.read");
    let remedy = Remedy::new(
        Mover::You,
        ["Ask for the scopes in full, such as ", &scope, "."].concat(),
    )
    .told(
        Tool::Code,
        "Entra ID knows no `/` in the name of a scope: `patient.Patient.read`, `patient.all.read`.",
    );
    let mut remedies = vec![remedy];
    if only_scp {
        remedies.push(Remedy::new(
            Mover::ServiceAdministrator,
            "Or let the server read `scp`: `FhirServer__Security__Authorization__ScopesClaim__0`.",
        ));
    }
    words(
        headline,
        "For a SMART user the scopes decide: without one, nothing is open. The service answers \
         403.",
        remedies,
    )
}

pub(super) fn scope_insufficient(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let label = facts
        .operation
        .as_ref()
        .map_or("this request", Operation::label);
    let scopes = finding
        .evidence
        .as_ref()
        .map(|evidence| evidence.found.as_str())
        .filter(|found| !found.is_empty());
    let explanation = match scopes {
        Some(scopes) => ["The token has ", &term(scopes), ". "].concat(),
        None => String::new(),
    };
    words(
        ["The SMART scopes do not cover ", &term(label), "."].concat(),
        [
            &explanation,
            "A scope names a type of record and what may be done: `read` reads and searches, `r` \
             alone reads but does not search.",
        ]
        .concat(),
        vec![
            Remedy::new(
                Mover::You,
                "Ask for a scope that names this type and this action, then get a new token.",
            ),
            Remedy::new(
                Mover::TenantAdministrator,
                "If it was asked for and is not in the token: consent to it. An administrator's \
                 consent overrides the user's choice.",
            ),
        ],
    )
}

pub(super) fn read_only(facts: &Facts<'_>) -> CauseWords {
    let label = facts
        .operation
        .as_ref()
        .map_or("this request", Operation::label);
    words(
        [
            "A SMART identity provider may only read, and ",
            &term(label),
            " writes.",
        ]
        .concat(),
        "For third-party identity providers the service allows the data action `Read` and no \
         other, whatever the scopes say.",
        vec![
            Remedy::new(
                Mover::You,
                "Write with a token of the service's own tenant, for an identity that holds `FHIR \
                 Data Writer`.",
            )
            .by(
                Tool::AzureCli,
                moves::az_token(&values::audience(facts)).done(),
                "Log in to the service's own tenant first.",
            ),
        ],
    )
}

pub(super) fn scopes_malformed(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let scopes = finding
        .evidence
        .as_ref()
        .map(|evidence| evidence.found.as_str())
        .filter(|found| !found.is_empty());
    let headline = match scopes {
        Some(scopes) => [
            "The service cannot read the SMART scopes ",
            &term(scopes),
            ".",
        ]
        .concat(),
        None => "The service cannot read the SMART scopes.".to_owned(),
    };
    let answer = if facts.status == Some(400) {
        "It answers 400."
    } else {
        "It answers 400, older versions 403."
    };
    words(
        headline,
        [
            "It refuses scopes of both versions side by side (`read` and `rs`), of several \
             contexts (`patient` and `user`), and ones with an unknown type or with anything \
             behind them. ",
            answer,
        ]
        .concat(),
        vec![Remedy::new(
            Mover::You,
            "Ask for scopes of one version and one context, such as `patient/Patient.rs \
             patient/Observation.rs`.",
        )],
    )
}
