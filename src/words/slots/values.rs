//! The person's own values, as sentences and commands use them.

use std::borrow::Cow;

use super::{Value, dates, sides, tenants};
use crate::{
    diagnosis::{DataRoleAnswer, SignatureCheck},
    entra::{Guid, IdentityKind},
    http::{Authorization, Url},
    jose::Token,
    service::{Role, Service, is_shared_default},
    words::{client_name, problems, template::Said, time::number},
};

/// A value's name in templates, what stands for it while it is not known, and where it comes from.
pub(super) const VALUES: &[(&str, &str, Value)] = &[
    // The API and the service.
    ("audience", "<AUDIENCE>", |said| {
        said.facts.settings.audience.as_deref().map(Cow::Borrowed)
    }),
    ("authority", "", |said| {
        said.facts.settings.authority.as_deref().map(Cow::Borrowed)
    }),
    ("base-url", "<BASE-URL>", base_url),
    (
        "scope",
        "/subscriptions/<SUBSCRIPTION>/resourceGroups/<RG>/providers/Microsoft.HealthcareApis/\
         {arm-path}",
        |said| {
            said.facts
                .settings
                .resource_id
                .as_deref()
                .map(Cow::Borrowed)
        },
    ),
    // Tenants and clouds.
    ("tenant", "<TENANT-ID>", tenants::either),
    ("api-tenant", "", tenants::of_api),
    ("token-tenant", "", tenants::of_token),
    // Who is judged.
    ("oid", "<OBJECT-ID>", |said| said.claim("oid")),
    ("client-id", "<CLIENT-ID>", client_id),
    ("own-client-id", "<CLIENT-ID>", |said| {
        client_id(said).filter(|id| client_name(id).is_none())
    }),
    ("principal-type", "<PRINCIPAL-TYPE>", |said| {
        match said.kind() {
            IdentityKind::User | IdentityKind::Guest => Some("User".into()),
            IdentityKind::ServicePrincipal | IdentityKind::ManagedIdentity => {
                Some("ServicePrincipal".into())
            }
            IdentityKind::Undetermined => None,
        }
    }),
    ("listed-group", "", listed_group),
    // The token.
    ("iss", "", |said| said.claim("iss")),
    ("kid", "", |said| {
        said.facts.jws?.key_id().map(Cow::Borrowed)
    }),
    ("algorithm", "", |said| {
        said.facts
            .jws?
            .algorithm()
            .filter(|it| it.len() <= 8)
            .map(Cow::Borrowed)
    }),
    ("verifying-key", "", |said| {
        match &said.facts.case.signature_check {
            Some(SignatureCheck::Valid { key }) if key.len() <= 12 => Some(key.into()),
            _ => None,
        }
    }),
    ("broken-place", "", |said| match &said.facts.case.token {
        Some(Token::Malformed(malformed)) => Some(problems::malformed(malformed).into()),
        _ => None,
    }),
    // What was compared.
    ("found", "", sides::found),
    ("expected", "", sides::expected),
    // Times.
    ("exp-utc", "", |said| dates::utc(said, "exp")),
    ("nbf-utc", "", |said| dates::utc(said, "nbf")),
    ("exp-time", "", |said| dates::time(said, "exp")),
    ("nbf-time", "", |said| dates::time(said, "nbf")),
    ("since-exp", "", dates::since_exp),
    ("until-exp", "", dates::until_exp),
    ("until-nbf", "", dates::until_nbf),
    ("skew-left", "", dates::skew_left),
    ("broken-claim", "", |said| {
        dates::broken(said).map(|(name, _)| name.into())
    }),
    ("broken-time", "", |said| {
        dates::broken(said).map(|(_, found)| found.into())
    }),
    // The request and the answer.
    ("operation", "", |said| {
        said.facts.operation.as_ref().map(|it| it.label().into())
    }),
    ("scheme", "", scheme),
    ("other-challenge", "", other_challenge),
    ("status", "", |said| {
        Some(number(said.facts.status?.into()).into())
    }),
    ("metadata-status", "", |said| {
        Some(number(said.facts.metadata_status()?.into()).into())
    }),
    ("aadsts", "", |said| {
        let code = said.facts.case.token_refusal.as_ref()?.aadsts?;
        Some(number(code.into()).into())
    }),
    ("error", "", |said| {
        let refusal = said.facts.case.token_refusal.as_ref()?;
        refusal.error.as_deref().map(Cow::Borrowed)
    }),
    // Roles.
    ("held-role", "", held_role),
    ("token-roles", "", |said| {
        Some(said.facts.roles().join(", ").into())
    }),
    ("known-role", "", |said| {
        match &said.facts.case.answers.data_role {
            Some(DataRoleAnswer::Named(role)) => Some(
                Role::data_role(role)
                    .map_or("another role", |role| role.name)
                    .into(),
            ),
            _ => None,
        }
    }),
    ("known-server-role", "", |said| {
        let role = said.facts.roles().into_iter().find_map(Role::server_role);
        role.map(|role| role.name.into())
    }),
];

impl<'a> Said<'a> {
    /// A claim of the token, as text.
    fn claim(&self, name: &str) -> Option<Cow<'a, str>> {
        self.facts.claim(name).map(Cow::Borrowed)
    }

    /// What kind of identity is judged.
    pub(super) fn kind(&self) -> IdentityKind {
        let identity = self.facts.identity.as_ref();
        identity.map_or(IdentityKind::Undetermined, |identity| identity.kind)
    }
}

/// The client ID of the application that got the token.
pub(super) fn client_id<'a>(said: &'a Said<'a>) -> Option<Cow<'a, str>> {
    let identity = said.facts.identity.as_ref()?;
    identity.client_id.as_deref().map(Cow::Borrowed)
}

/// A group of the token that stands on the allow list.
fn listed_group<'a>(said: &'a Said<'a>) -> Option<Cow<'a, str>> {
    let listed = said.facts.settings.allowed_object_ids.as_deref()?;
    let groups = said.facts.claims?.texts("groups");
    let is_listed = |group: &&str| listed.iter().any(|id| is_same(id.trim(), group));
    groups.into_iter().find(is_listed).map(Cow::Borrowed)
}

fn is_same(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right)
        || Guid::parse(left).is_some_and(|id| Guid::parse(right) == Some(id))
}

/// The scheme that was sent in place of `Bearer`, unless it is a token that lacks its scheme.
fn scheme<'a>(said: &'a Said<'a>) -> Option<Cow<'a, str>> {
    const LONGEST: usize = 24;
    let is_scheme = |text: &&String| {
        text.len() <= LONGEST
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    match &said.facts.case.request.as_ref()?.authorization {
        Authorization::OtherScheme(scheme) => Some(scheme).filter(is_scheme).map(Into::into),
        _ => None,
    }
}

/// What the answer asks for in place of a bearer token.
fn other_challenge<'a>(said: &'a Said<'a>) -> Option<Cow<'a, str>> {
    let challenge = said.facts.case.response.as_ref()?.challenges.first()?;
    (!challenge.is_bearer()).then(|| challenge.scheme.as_str().into())
}

/// The role, or roles, that are held.
pub(super) fn held_role<'a>(said: &'a Said<'a>) -> Option<Cow<'a, str>> {
    if said.facts.service() == Service::FhirServer {
        return Some(said.facts.roles().join(", ").into());
    }
    match &said.facts.case.answers.data_role {
        Some(DataRoleAnswer::Named(role)) => Some(role.into()),
        _ => said
            .finding?
            .evidence
            .as_ref()
            .map(|evidence| evidence.found.as_str().into()),
    }
}

/// The URL that the service's paths begin with.
fn base_url<'a>(said: &'a Said<'a>) -> Option<Cow<'a, str>> {
    let of_request = said
        .facts
        .case
        .request
        .as_ref()
        .and_then(|request| origin(&request.url));
    of_request
        .or_else(|| {
            let audience = origin(said.facts.settings.audience.as_deref()?)?;
            let url = Url::parse(audience)?;
            let is_instance = said.facts.service() != Service::AhdsDicom
                && !is_shared_default(audience)
                && (url.is_in("azurehealthcareapis.com") || url.is_in("azurehealthcareapis.us"));
            is_instance.then_some(audience)
        })
        .map(Cow::Borrowed)
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
