//! The person's own values as they stand in the case.

use super::{Given, dates, sides};
use crate::{
    diagnosis::{DataRoleAnswer, NodeId, SignatureCheck},
    entra::{Guid, IdentityKind},
    http::{Authorization, Named, Reason, Url},
    service::{Role, Service, is_fhir, is_instance},
    words::{client_name, template::Said},
};

/// A value's name in templates, what stands for it while it is not known, and where it comes from.
pub(super) const GIVEN: &[(&str, &str, Given)] = &[
    // The API and the service.
    ("audience", "<AUDIENCE>", audience),
    ("authority", "", |said| {
        said.facts.settings.authority.as_deref()
    }),
    ("base-url", "<BASE-URL>", base_url),
    (
        "scope",
        "/subscriptions/<SUBSCRIPTION>/resourceGroups/<RG>/providers/{arm-path}",
        |said| said.facts.settings.resource_id.as_deref(),
    ),
    // Who is judged.
    ("oid", "<OBJECT-ID>", |said| said.facts.claim("oid")),
    ("client-id", "<CLIENT-ID>", client_id),
    ("own-client-id", "<CLIENT-ID>", |said| {
        client_id(said).filter(|id| client_name(id).is_none())
    }),
    ("principal-type", "<PRINCIPAL-TYPE>", |said| {
        match said.kind() {
            IdentityKind::User | IdentityKind::Guest => Some("User"),
            IdentityKind::ServicePrincipal | IdentityKind::ManagedIdentity => {
                Some("ServicePrincipal")
            }
            IdentityKind::Undetermined => None,
        }
    }),
    ("listed-group", "", listed_group),
    // The token.
    ("iss", "", |said| said.facts.claim("iss")),
    ("kid", "", |said| said.facts.jws?.key_id()),
    ("algorithm", "", |said| {
        said.facts.jws?.algorithm().filter(|it| it.len() <= 8)
    }),
    ("verifying-key", "", |said| {
        match &said.facts.case.signature_check {
            Some(SignatureCheck::Valid { key }) if key.len() <= 12 => Some(key),
            _ => None,
        }
    }),
    ("broken-claim", "", |said| Some(dates::broken(said)?.0)),
    // What was compared.
    ("found", "", sides::found),
    ("expected", "", sides::expected),
    // The request and the answer.
    ("operation", "", |said| {
        Some(said.facts.operation.as_ref()?.label())
    }),
    ("scheme", "", scheme),
    ("other-challenge", "", other_challenge),
    ("error", "", |said| {
        said.facts.case.token_refusal.as_ref()?.error.as_deref()
    }),
    // The refusal of a token.
    ("refused-client", "", |said| {
        named(said)?.client_id.as_deref()
    }),
    ("client-name", "", |said| named(said)?.client.as_deref()),
    ("refused-resource", "", |said| {
        named(said)?.resource.as_deref()
    }),
    ("login-scope", "", |said| named(said)?.scope.as_deref()),
    // Roles.
    ("known-role", "", |said| match &said.facts.data_role {
        Some(DataRoleAnswer::Named(role)) => {
            Some(Role::data_role(role).map_or("another role", |role| role.name))
        }
        _ => None,
    }),
    ("known-server-role", "", |said| {
        let role = said.facts.roles().into_iter().find_map(Role::server_role);
        role.map(|role| role.name)
    }),
];

impl Said<'_> {
    /// What kind of identity is judged.
    pub(super) fn kind(&self) -> IdentityKind {
        let identity = self.facts.identity.as_ref();
        identity.map_or(IdentityKind::Undetermined, |identity| identity.kind)
    }
}

/// What the message of a refusal names.
pub(super) fn named<'a>(said: &Said<'a>) -> Option<&'a Named> {
    Some(&said.facts.case.token_refusal.as_ref()?.named)
}

/// The client ID of the application that got the token.
pub(super) fn client_id<'a>(said: &Said<'a>) -> Option<&'a str> {
    said.facts.identity.as_ref()?.client_id.as_deref()
}

/// A group of the token that stands on the allow list.
fn listed_group<'a>(said: &Said<'a>) -> Option<&'a str> {
    let listed = said.facts.settings.allowed_object_ids.as_deref()?;
    let groups = said.facts.claims?.texts("groups");
    let is_listed = |group: &&str| listed.iter().any(|id| is_same(id.trim(), group));
    groups.into_iter().find(is_listed)
}

fn is_same(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right)
        || Guid::parse(left).is_some_and(|id| Guid::parse(right) == Some(id))
}

/// The scheme that was sent in place of `Bearer`, unless it is a token that lacks its scheme.
fn scheme<'a>(said: &Said<'a>) -> Option<&'a str> {
    const LONGEST: usize = 24;
    let Authorization::OtherScheme(scheme) = &said.facts.case.request.as_ref()?.authorization
    else {
        return None;
    };
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (scheme.len() <= LONGEST && scheme.bytes().all(is_letter)).then_some(scheme)
}

/// What the answer asks for in place of a bearer token.
fn other_challenge<'a>(said: &Said<'a>) -> Option<&'a str> {
    let challenge = said.facts.case.response.as_ref()?.challenges.first()?;
    (!challenge.is_bearer()).then_some(&challenge.scheme)
}

/// The API's Audience. Where nobody gave it: the token's, unless it is what is wrong; or the address that was
/// called, which is a service's Audience unless somebody changed it [domain 2.1].
fn audience<'a>(said: &Said<'a>) -> Option<&'a str> {
    let given = said.facts.settings.audience.as_deref();
    given.or_else(|| assumed_audience(said))
}

/// The Audience that nobody gave.
pub(super) fn assumed_audience<'a>(said: &Said<'a>) -> Option<&'a str> {
    let facts = said.facts;
    if facts.settings.audience.is_some() || facts.service() == Service::FhirServer {
        return None;
    }
    let is_wrong = facts.reasons.contains(&Reason::Audience)
        || said.finding.is_some_and(|finding| {
            matches!(finding.cause.node(), NodeId::TokenKind | NodeId::Audience)
        });
    let of_token = || facts.claims?.texts("aud").into_iter().find_map(instance);
    // Only in an address letter case does not count.
    let is_small = |address: &&str| !address.bytes().any(|byte| byte.is_ascii_uppercase());
    let of_request = || instance(&facts.case.request.as_ref()?.url).filter(is_small);
    if is_wrong {
        return of_request().filter(|address| of_token() != Some(address));
    }
    of_token().or_else(of_request)
}

/// The URL that the service's paths begin with.
pub(super) fn base_url<'a>(said: &Said<'a>) -> Option<&'a str> {
    let request = said.facts.case.request.as_ref();
    if let Some(origin) = request.and_then(|request| origin(&request.url)) {
        return Some(origin);
    }
    let audience = audience(said).filter(|_| said.facts.service() != Service::AhdsDicom);
    instance(audience?)
}

/// The address of one FHIR service, as far as this one begins with it.
fn instance(url: &str) -> Option<&str> {
    let address = origin(url)?;
    let is_bare = address.strip_prefix("https://") == Some(Url::parse(address)?.host);
    (is_bare && is_fhir(address) && is_instance(address)).then_some(address)
}

/// Scheme and host of a web address.
fn origin(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest.get(..end)?;
    let is_host = is_web && !host.is_empty() && !host.contains('@');
    is_host.then(|| url.get(..url.len() - rest.len() + end))?
}
