//! The person's own values, as sentences and commands use them.

use super::identity::client_name;
use crate::{
    diagnosis::Facts,
    entra::{Authority, Cloud, Guid, IdentityKind, Issuer, Tenant},
    http::Url,
    service::{DICOM_AUDIENCE, Service, is_shared_default},
};

/// A place for a value: the person's own, or the placeholder that stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// The value, where it is known.
    pub(super) own: Option<String>,
    /// What stands there while it is not.
    pub(super) placeholder: &'static str,
}

impl Slot {
    fn new(own: Option<&str>, placeholder: &'static str) -> Self {
        Self {
            own: own
                .map(str::trim)
                .filter(|own| !own.is_empty())
                .map(str::to_owned),
            placeholder,
        }
    }

    /// A value that is the same for everyone.
    pub(super) fn fixed(value: &'static str) -> Self {
        Self::new(Some(value), value)
    }

    /// As a code term of a sentence.
    pub(super) fn term(&self) -> String {
        term(self.own.as_deref().unwrap_or(self.placeholder))
    }

    /// As a code term with fixed text behind it: `…/.default`.
    pub(super) fn term_with(&self, after: &str) -> String {
        term(&[self.own.as_deref().unwrap_or(self.placeholder), after].concat())
    }
}

/// A value as a code term of a sentence, in backticks. A long one is cut off: evidence shows it
/// whole.
pub(super) fn term(value: &str) -> String {
    const LONGEST: usize = 200;
    let cut = value
        .char_indices()
        .nth(LONGEST)
        .and_then(|(end, _)| value.get(..end));
    let shown = cut.unwrap_or(value).replace('`', "'");
    ["`", &shown, if cut.is_some() { "…`" } else { "`" }].concat()
}

/// A list of code terms: "`a`, `b` and `c`".
pub(super) fn terms(values: &[&str]) -> String {
    const MOST: usize = 8;
    let mut text = String::new();
    let last = values.len().min(MOST).saturating_sub(1);
    for (index, value) in values.iter().take(MOST).enumerate() {
        text.push_str(match index {
            0 => "",
            _ if index == last && values.len() <= MOST => " and ",
            _ => ", ",
        });
        text.push_str(&term(value));
    }
    if values.len() > MOST {
        text.push_str(" and more");
    }
    text
}

/// The audience to ask for.
pub(super) fn audience(facts: &Facts<'_>) -> Slot {
    let fixed = (facts.case.service == Service::AhdsDicom).then_some(DICOM_AUDIENCE);
    Slot::new(facts.settings.audience.as_deref().or(fixed), "<AUDIENCE>")
}

/// The Object ID that is judged.
pub(super) fn oid(facts: &Facts<'_>) -> Slot {
    Slot::new(claim(facts, "oid"), "<OBJECT-ID>")
}

/// The client ID of the application that got the token.
pub(super) fn client_id(facts: &Facts<'_>) -> Slot {
    let own = facts
        .identity
        .as_ref()
        .and_then(|identity| identity.client_id.as_deref());
    Slot::new(
        own.or_else(|| claim(facts, "appid"))
            .or_else(|| claim(facts, "azp")),
        "<CLIENT-ID>",
    )
}

/// The client ID, unless it is one of Microsoft's own clients, which nobody else holds a secret of.
pub(super) fn own_client_id(facts: &Facts<'_>) -> Slot {
    let client = client_id(facts);
    let own = client.own.filter(|id| client_name(id).is_none());
    Slot { own, ..client }
}

/// The service's ARM id: the scope of its role assignments.
pub(super) fn scope(facts: &Facts<'_>) -> Slot {
    let placeholder = match facts.case.service {
        Service::AhdsFhir | Service::FhirServer => concat!(
            "/subscriptions/<SUBSCRIPTION>/resourceGroups/<RG>/providers",
            "/Microsoft.HealthcareApis/workspaces/<WORKSPACE>/fhirservices/<FHIR-SERVICE>"
        ),
        Service::AhdsDicom => concat!(
            "/subscriptions/<SUBSCRIPTION>/resourceGroups/<RG>/providers",
            "/Microsoft.HealthcareApis/workspaces/<WORKSPACE>/dicomservices/<DICOM-SERVICE>"
        ),
        Service::AzureApiForFhir => {
            concat!(
                "/subscriptions/<SUBSCRIPTION>/resourceGroups/<RG>/providers",
                "/Microsoft.HealthcareApis/services/<NAME>"
            )
        }
    };
    Slot::new(facts.settings.resource_id.as_deref(), placeholder)
}

/// What the assignee of a role is.
pub(super) fn principal_type(facts: &Facts<'_>) -> Slot {
    let own = match kind(facts) {
        IdentityKind::User | IdentityKind::Guest => Some("User"),
        IdentityKind::ServicePrincipal | IdentityKind::ManagedIdentity => Some("ServicePrincipal"),
        IdentityKind::Undetermined => None,
    };
    Slot::new(own, "<PRINCIPAL-TYPE>")
}

/// The tenant to log in to: the API's, or else the token's.
pub(super) fn tenant(facts: &Facts<'_>) -> Slot {
    let own = api_tenant(facts).or_else(|| token_tenant(facts));
    Slot::new(own.as_deref(), "<TENANT-ID>")
}

/// The tenant that the API trusts: that of its issuer, or the one that its authority names, by id
/// or domain.
pub(super) fn api_tenant(facts: &Facts<'_>) -> Option<String> {
    let of_issuer = facts
        .settings
        .issuer
        .as_deref()
        .and_then(Issuer::parse)
        .and_then(|issuer| issuer.tenant);
    if let Some(tenant) = of_issuer {
        return Some(tenant.to_string());
    }
    match authority(facts)? {
        Authority::Entra {
            tenant: Tenant::Id(id),
            ..
        } => Some(id.to_string()),
        Authority::Entra {
            tenant: Tenant::Domain(domain),
            ..
        } => Some(domain),
        _ => None,
    }
}

/// The tenant that issued the token.
pub(super) fn token_tenant(facts: &Facts<'_>) -> Option<String> {
    let of_issuer = claim(facts, "iss")
        .and_then(Issuer::parse)
        .and_then(|issuer| issuer.tenant);
    of_issuer
        .or_else(|| claim(facts, "tid").and_then(Guid::parse))
        .map(|tenant| tenant.to_string())
}

/// The API's authority, where it is one.
pub(super) fn authority(facts: &Facts<'_>) -> Option<Authority> {
    Authority::parse(facts.settings.authority.as_deref()?).ok()
}

/// The sign-in host of the API's cloud.
pub(super) fn login_host(facts: &Facts<'_>) -> &'static str {
    match authority(facts) {
        Some(Authority::Entra { cloud, .. }) => cloud.login_host(),
        _ => Cloud::Global.login_host(),
    }
}

/// The URL that the service's paths begin with.
pub(super) fn base_url(facts: &Facts<'_>) -> Slot {
    let of_request = facts
        .case
        .request
        .as_ref()
        .and_then(|request| origin(&request.url));
    let of_audience = facts
        .settings
        .audience
        .as_deref()
        .filter(|_| facts.case.service != Service::AhdsDicom);
    let is_instance = |origin: &String| {
        Url::parse(origin).is_some_and(|url| {
            !is_shared_default(origin)
                && (url.is_in("azurehealthcareapis.com") || url.is_in("azurehealthcareapis.us"))
        })
    };
    let own = of_request.or_else(|| of_audience.and_then(origin).filter(is_instance));
    Slot::new(own.as_deref(), "<BASE-URL>")
}

/// Scheme and host of a web address.
fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest
        .split(['/', '?', '#'])
        .next()
        .filter(|host| !host.is_empty() && !host.contains('@'))?;
    is_web.then(|| [scheme, "://", host].concat())
}

/// A claim of the token, as text.
pub(super) fn claim<'a>(facts: &Facts<'a>, name: &str) -> Option<&'a str> {
    facts.claims.and_then(|claims| claims.text(name))
}

/// What kind of identity is judged.
pub(super) fn kind(facts: &Facts<'_>) -> IdentityKind {
    facts
        .identity
        .as_ref()
        .map_or(IdentityKind::Undetermined, |identity| identity.kind)
}

/// The caller in a sentence: "this user".
pub(super) fn caller(facts: &Facts<'_>) -> &'static str {
    match kind(facts) {
        IdentityKind::User => "this user",
        IdentityKind::Guest => "this guest",
        IdentityKind::ServicePrincipal => "this app",
        IdentityKind::ManagedIdentity => "this managed identity",
        IdentityKind::Undetermined => "the caller",
    }
}

/// The service in a sentence: "your FHIR service".
pub(super) fn your_service(facts: &Facts<'_>) -> &'static str {
    match facts.case.service {
        Service::AhdsFhir | Service::AzureApiForFhir => "your FHIR service",
        Service::AhdsDicom => "your DICOM service",
        Service::FhirServer => "your FHIR server",
    }
}

/// The service in the portal's words.
pub(super) fn your_service_place(facts: &Facts<'_>) -> &'static str {
    match facts.case.service {
        Service::AhdsFhir => "Your workspace › FHIR service",
        Service::AhdsDicom => "Your workspace › DICOM service",
        Service::AzureApiForFhir => "Azure API for FHIR › your account",
        Service::FhirServer => "The server's settings",
    }
}
