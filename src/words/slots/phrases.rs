//! Words that depend on the case, and sentences that more than one cause says.

use super::{Words, sides, statuses, tenants};
use crate::{
    diagnosis::{Detail, Doubt, NodeId, SignatureCheck, Verdict},
    entra::{Guid, IdentityKind},
    http::Authorization,
    jose::Token,
    service::{self, Action, HEALTHCARE_APIS_ID, Operation, Service},
    words::{aadsts, inputs, problems, template::Said},
};

/// Names of words, and what chooses them.
pub(super) const PHRASES: &[(&str, Words)] = &[
    // The same in every case.
    ("azure-cli", |_| crate::words::identity::AZURE_CLI),
    ("healthcare-apis", |_| HEALTHCARE_APIS_ID),
    (
        "audience-reported",
        |_| "The service compares letter by letter, and reports `The audience is invalid`.",
    ),
    (
        "issuer-reported",
        |_| "The service reports `The issuer is invalid`.",
    ),
    (
        "one-api",
        |_| "A token names the one API it is meant for, and every other API refuses it.",
    ),
    (
        "give-app-role",
        |_| "Give {caller} the app role `{least-role}`, then get a new token.",
    ),
    (
        "fitting-authority",
        |_| "https://{fitting-host}/[{token-tenant}|{tenant}][{v2?}/v2.0]",
    ),
    (
        "not-checked",
        |_| "Not checked: [{pasted-token?}{unchecked}|the token itself, which was not pasted].",
    ),
    ("unchecked", unchecked),
    // By the service.
    ("your-service", your_service),
    ("settings-place", settings_place),
    ("data-role", data_role),
    ("arm-path", arm_path),
    ("example-path", |said| match said.facts.service() {
        Service::AhdsDicom => "/v2/studies",
        _ => "/Patient",
    }),
    ("open-path", |said| match said.facts.service() {
        Service::AhdsDicom => "/health/check",
        _ => "/metadata",
    }),
    // By the tenants.
    ("login-host", tenants::login_host),
    ("authority-host", tenants::authority_host),
    ("fitting-host", tenants::fitting_host),
    ("tenant-template", tenants::template),
    // By who is judged.
    ("caller", caller),
    ("who-is-judged", who_is_judged),
    ("what-counts", |_| {
        "[{app?}What counts is the Object ID of the Enterprise application.|{user?}What counts is \
         the user's Object ID: the app and its Enterprise application are not judged.|For an app \
         the Object ID of the Enterprise application counts, for a user the user's own.]"
    }),
    // By the request.
    ("action", |said| action(said).map_or("", Action::name)),
    ("least-role", |said| {
        service::least_role(action(said).unwrap_or(Action::Read), said.facts.service())
    }),
    ("header", |said| match authorization(said) {
        Some(Authorization::Missing) => "the request has no `Authorization` header",
        Some(Authorization::Empty) => "nothing stands behind `Bearer`",
        Some(Authorization::OtherScheme(_)) => {
            "[the header says `{scheme}`, not `Bearer`|`Bearer` is missing before the token]"
        }
        _ => "",
    }),
    ("header-in-short", |said| match authorization(said) {
        Some(Authorization::Missing) => "the header is missing",
        Some(Authorization::Empty) => "nothing behind `Bearer`",
        Some(Authorization::OtherScheme(_)) => "another scheme was sent",
        _ => "",
    }),
    // By the answer.
    ("status-name", |said| status(said).name),
    ("status-means", |said| status(said).means),
    ("status-step", |said| status(said).step),
    ("aadsts-meaning", |said| {
        let refusal = said.facts.case.token_refusal.as_ref();
        let code = refusal.and_then(|refusal| aadsts::code(refusal.aadsts?));
        code.map_or("", |code| code.meaning)
    }),
    ("error-meaning", |said| {
        let refusal = said.facts.case.token_refusal.as_ref();
        let error = refusal.and_then(|refusal| refusal.error.as_deref());
        aadsts::oauth_meaning(error.unwrap_or_default())
    }),
    // By the finding.
    ("doubt", doubt),
    ("needed-input", |said| match doubt_of(said) {
        Some(Doubt::Needs(needed)) => inputs::input(needed),
        _ => "",
    }),
    ("found-form", |said| form(sides::found(said).as_deref())),
    ("expected-form", |said| {
        form(sides::expected(said).as_deref())
    }),
    ("broken-segment", |said| match &said.facts.case.token {
        Some(Token::Malformed(malformed)) => problems::place(malformed.segment),
        _ => "",
    }),
    // By the state of a question.
    ("by-service", |said| match detail(said) {
        Some(Detail::ServiceSaid) => "No, the service says",
        _ => "",
    }),
    ("decider", |said| match detail(said) {
        Some(Detail::ByAzureRbac) => "Azure RBAC, for this service",
        Some(Detail::ByAllowList) => "The allow list, for this service",
        Some(Detail::ByRolesClaim) => "The token's roles, for this server",
        Some(Detail::BySmart) => "SMART: user and scopes",
        _ => "",
    }),
    ("follows-from", |said| match detail(said) {
        Some(Detail::FollowsFrom(node)) => follows_from(node),
        _ => "",
    }),
    ("open-input", |said| {
        match said.state.map(|state| state.verdict) {
            Some(Verdict::CannotTell(input)) => inputs::short(input),
            _ => "",
        }
    }),
];

/// What the checks left out.
fn unchecked(said: &Said<'_>) -> &'static str {
    let settings = &said.facts.settings;
    let signature = matches!(
        said.facts.case.signature_check,
        Some(SignatureCheck::Valid { .. })
    );
    let issuer = settings.authority.is_some() || settings.issuer.is_some();
    match (signature, settings.audience.is_some(), issuer) {
        (false, false, false) => "the signature, the audience and the issuer",
        (false, false, true) => "the signature and the audience",
        (false, true, false) => "the signature and the issuer",
        (false, true, true) => "the signature",
        (true, false, false) => "the audience and the issuer",
        (true, false, true) => "the audience",
        (true, true, false) => "the issuer",
        (true, true, true) => "whether the token was withdrawn",
    }
}

/// The service in a sentence.
fn your_service(said: &Said<'_>) -> &'static str {
    match said.facts.service() {
        Service::AhdsFhir | Service::AzureApiForFhir => "your FHIR service",
        Service::AhdsDicom => "your DICOM service",
        Service::FhirServer => "your FHIR server",
    }
}

/// The service in the portal's words.
fn settings_place(said: &Said<'_>) -> &'static str {
    match said.facts.service() {
        Service::AhdsFhir => "Your workspace › FHIR service",
        Service::AhdsDicom => "Your workspace › DICOM service",
        Service::AzureApiForFhir => "Azure API for FHIR › your account",
        Service::FhirServer => "The server's settings",
    }
}

fn data_role(said: &Said<'_>) -> &'static str {
    match said.facts.service() {
        Service::AhdsFhir | Service::AzureApiForFhir => "FHIR data role",
        Service::AhdsDicom => "DICOM data role",
        Service::FhirServer => "role of the server",
    }
}

/// The end of the service's ARM id.
fn arm_path(said: &Said<'_>) -> &'static str {
    match said.facts.service() {
        Service::AhdsFhir | Service::FhirServer => {
            "workspaces/<WORKSPACE>/fhirservices/<FHIR-SERVICE>"
        }
        Service::AhdsDicom => "workspaces/<WORKSPACE>/dicomservices/<DICOM-SERVICE>",
        Service::AzureApiForFhir => "services/<NAME>",
    }
}

/// The caller in a sentence.
fn caller(said: &Said<'_>) -> &'static str {
    match said.kind() {
        IdentityKind::User => "this user",
        IdentityKind::Guest => "this guest",
        IdentityKind::ServicePrincipal => "this app",
        IdentityKind::ManagedIdentity => "this managed identity",
        IdentityKind::Undetermined => "the caller",
    }
}

fn who_is_judged(said: &Said<'_>) -> &'static str {
    match said.kind() {
        IdentityKind::User | IdentityKind::Guest => "The user is judged, not the app.",
        IdentityKind::ServicePrincipal => {
            "The app is judged, by the Object ID of its Enterprise application."
        }
        IdentityKind::ManagedIdentity => {
            "The managed identity is judged, by its Object (principal) ID."
        }
        IdentityKind::Undetermined => {
            "After a sign-in the user is judged, otherwise the app's Enterprise application."
        }
    }
}

/// The action that the request needs.
fn action(said: &Said<'_>) -> Option<Action> {
    said.facts.operation.as_ref().and_then(Operation::action)
}

fn authorization<'a>(said: &Said<'a>) -> Option<&'a Authorization> {
    let request = said.facts.case.request.as_ref();
    request.map(|request| &request.authorization)
}

fn status(said: &Said<'_>) -> &'static statuses::StatusText {
    statuses::status(said.facts.status.unwrap_or_default())
}

fn doubt_of(said: &Said<'_>) -> Option<Doubt> {
    said.finding?.doubt
}

/// What makes a finding less than certain, as a sentence.
fn doubt(said: &Said<'_>) -> &'static str {
    match doubt_of(said) {
        Some(Doubt::OtherTokenSent) => {
            "The pasted token shows no such fault: it may not be the one that was sent."
        }
        Some(Doubt::DroppedOnTheWay) => {
            "The pasted request does carry a token, so something between the client and the \
             service dropped it."
        }
        Some(Doubt::Needs(_)) => "To be sure, {needed-input}.",
        Some(Doubt::Suspected) => "You picked this; nothing in hand speaks for or against it.",
        Some(Doubt::ServiceVersion) => "How the service answers this depends on its version.",
        None => "",
    }
}

/// The form in which an audience names an API.
fn form(audience: Option<&str>) -> &'static str {
    match audience {
        None => "another name",
        Some(id) if Guid::parse(id).is_some() => "its client ID",
        Some(uri) if uri.starts_with("api://") => "its App ID URI, `api://…`",
        Some(_) => "its URL",
    }
}

fn detail(said: &Said<'_>) -> Option<Detail> {
    said.state.map(|state| state.detail)
}

/// What another question's failure means for the token.
const fn follows_from(node: NodeId) -> &'static str {
    match node {
        NodeId::BearerSent => "no token was sent",
        NodeId::WellFormed => "it cannot be read",
        NodeId::Signature => "the signature fails",
        NodeId::Lifetime => "it is outside its lifetime",
        NodeId::TokenKind | NodeId::Audience => "it is for another API",
        NodeId::Issuer => "it is another issuer's",
        _ => "",
    }
}
