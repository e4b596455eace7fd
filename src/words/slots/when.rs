//! What can hold in a case, so that something is said of it.

use super::{Holds, dates, given, made, sides};
use crate::{
    diagnosis::{Certainty, Doubt, Input, SignatureCheck, Verdict},
    entra::{Authority, IdentityKind, TokenVersion},
    http::{Body, Form, Reason},
    jose::NumericDate,
    service::{Actions, DEFAULT_SCOPE, Role, Service, is_fhir, is_shared_default},
    words::{identity::AZURE_CLI, template::Said},
};

/// Names of conditions, and when they hold.
pub(super) const CONDITIONS: &[(&str, Holds)] = &[
    // The service and its settings.
    ("self-hosted", |said| {
        said.facts.service() == Service::FhirServer
    }),
    ("dicom", |said| said.facts.service() == Service::AhdsDicom),
    ("ahds-fhir", |said| {
        said.facts.service() == Service::AhdsFhir
    }),
    ("azure-api", |said| {
        said.facts.service() == Service::AzureApiForFhir
    }),
    ("own-app", is_own_app),
    ("assumes-audience", |said| {
        given::assumed_audience(said).is_some()
    }),
    ("smart-provider", |said| {
        said.facts.smart_provider().is_some()
    }),
    ("is-outside-entra", |said| {
        !matches!(said.authority(), None | Some(Authority::Entra { .. }))
    }),
    ("keys", |said| said.facts.case.keys.is_some()),
    // Who is judged.
    ("guest", |said| said.kind() == IdentityKind::Guest),
    ("user", |said| said.kind().is_delegated()),
    ("app", |said| said.kind().is_app_only()),
    ("is-azure-cli", |said| {
        let named = given::named(said).and_then(|named| named.client_id.as_deref());
        named.is_none_or(|id| id.eq_ignore_ascii_case(AZURE_CLI))
    }),
    ("managed-identity", |said| {
        said.kind() == IdentityKind::ManagedIdentity
    }),
    // The token.
    ("pasted-token", |said| said.facts.case.token.is_some()),
    ("jws", |said| said.facts.jws.is_some()),
    ("alg-is-none", |said| {
        let algorithm = said.facts.jws.and_then(|jws| jws.algorithm());
        algorithm.is_some_and(|algorithm| algorithm.eq_ignore_ascii_case("none"))
    }),
    ("nonce", |said| {
        said.facts
            .jws
            .is_some_and(|jws| jws.header_text("nonce").is_some())
    }),
    ("is-unverified", |said| {
        said.facts.case.signature_check == Some(SignatureCheck::Invalid)
    }),
    ("v1", |said| said.version() == Some(TokenVersion::V1)),
    ("v2", |said| said.version() == Some(TokenVersion::V2)),
    ("exp-is-beyond", |said| is_beyond_year_9999(said, "exp")),
    ("nbf-is-beyond", |said| is_beyond_year_9999(said, "nbf")),
    ("ends-first", |said| {
        let (nbf, exp) = (dates::date(said, "nbf"), dates::date(said, "exp"));
        exp.is_some() && nbf > exp
    }),
    ("has-fhir-user", |said| {
        has(said, "fhirUser") || has(said, "extension_fhirUser")
    }),
    ("has-extn-fhir-user", |said| has(said, "extn.fhirUser")),
    ("scopes-in-scp", |said| {
        said.facts.service() == Service::FhirServer && has(said, "scp")
    }),
    // What the service answered.
    ("challenge", |said| said.facts.challenge.is_some()),
    ("outcome", |said| {
        matches!(body(said), Some(Body::OperationOutcome { .. }))
    }),
    ("html", |said| is_foreign(said, Form::Html)),
    ("json", |said| is_foreign(said, Form::Json)),
    ("text", |said| is_foreign(said, Form::Text)),
    ("redirected", |said| said.facts.is_lost_on_redirect()),
    ("status-is-400", |said| said.facts.status == Some(400)),
    ("was-read", |said| {
        said.facts
            .reasons
            .iter()
            .any(|reason| *reason != Reason::Unreadable)
    }),
    ("audience-refused", |said| {
        is_reported(said, Reason::Audience)
    }),
    ("says-expired", |said| is_reported(said, Reason::Expired)),
    ("says-not-yet", |said| {
        is_reported(said, Reason::NotYetValid)
    }),
    ("says-unreadable", |said| {
        is_reported(said, Reason::Unreadable)
    }),
    // What was compared.
    ("is-shared", |said| {
        sides::found(said).is_some_and(is_shared_default)
    }),
    ("expects-shared", |said| {
        sides::expected(said).is_some_and(is_shared_default)
    }),
    ("expects-address", |said| {
        sides::expected(said).is_some_and(is_fhir)
    }),
    ("expected-is-shorter", |said| {
        length(sides::found(said)) > length(sides::expected(said))
    }),
    ("expected-is-longer", |said| {
        length(sides::found(said)) < length(sides::expected(said))
    }),
    ("is-scope", |said| is_scope(sides::found(said))),
    // The setting alone is wrong, where there is one.
    ("expects-scope", |said| {
        is_scope(sides::expected(said))
            && !is_scope(sides::found(said))
            && said.facts.service() != Service::AhdsDicom
    }),
    ("is-own-client", |said| {
        let found = sides::found(said);
        found.is_some() && found == given::client_id(said)
    }),
    // Roles.
    ("held-is-foreign", |said| {
        let role = made::held_role(said).and_then(|role| Role::data_role(&role));
        role.is_some_and(|role| role.actions_at(said.facts.service()) == Actions::NONE)
    }),
    ("held-are-several", |said| {
        said.facts.service() == Service::FhirServer && said.facts.roles().len() > 1
    }),
    // How sure it is.
    ("certain", |said| {
        said.finding
            .is_some_and(|finding| finding.certainty == Certainty::Certain)
    }),
    ("needs-settings", |said| {
        matches!(
            said.finding.and_then(|finding| finding.doubt),
            Some(Doubt::Needs(
                Input::Audience | Input::Authority | Input::DiscoveryDocument
            ))
        )
    }),
    // The state of a question.
    ("warns", |said| {
        said.state
            .is_some_and(|state| state.verdict == Verdict::Warn)
    }),
    ("said-sent", |said| {
        said.facts.case.answers.token_sent == Some(true) && said.facts.case.token.is_none()
    }),
    ("said-metadata", |said| {
        said.facts.case.answers.metadata_status.is_some()
    }),
];

/// Whether an audience was taken from a scope: none ends so.
fn is_scope(audience: Option<&str>) -> bool {
    audience.is_some_and(|audience| audience.ends_with(DEFAULT_SCOPE))
}

/// Whether the audience is an app of the person's own.
fn is_own_app(said: &Said<'_>) -> bool {
    let audience = said.facts.settings.audience.as_deref();
    match said.facts.service() {
        Service::FhirServer => true,
        Service::AhdsDicom => false,
        Service::AhdsFhir | Service::AzureApiForFhir => {
            audience.is_some_and(|audience| !audience.contains("azurehealthcareapis"))
        }
    }
}

fn is_beyond_year_9999(said: &Said<'_>, name: &str) -> bool {
    dates::date(said, name).is_some_and(|date| NumericDate(date).is_beyond_year_9999())
}

/// Whether the token has a claim.
fn has(said: &Said<'_>, name: &str) -> bool {
    said.facts.claims.is_some_and(|claims| claims.has(name))
}

/// Whether the body is not the service's, and of this form.
fn is_foreign(said: &Said<'_>, wanted: Form) -> bool {
    matches!(body(said), Some(Body::Foreign { form, .. }) if *form == wanted)
}

fn body<'a>(said: &Said<'a>) -> Option<&'a Body> {
    said.facts.case.response.as_ref()?.body.as_ref()
}

/// Whether the service named this failure.
fn is_reported(said: &Said<'_>, reason: Reason) -> bool {
    said.facts.reasons.contains(&reason)
}

/// How long a side of a comparison is.
fn length(side: Option<&str>) -> usize {
    side.map_or(0, str::len)
}
