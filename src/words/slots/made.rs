//! Values that are written for the sentence: times, numbers, tenants, lists.

use super::{Made, dates, given, tenants};
use crate::{
    diagnosis::DataRoleAnswer,
    http::Url,
    jose::Token,
    service::{Operation, Service, is_instance},
    words::{problems, template::Said, time::number},
};

/// A value's name in templates, what stands for it while it is not known, and what writes it.
pub(super) const MADE: &[(&str, &str, Made)] = &[
    // Tenants.
    ("tenant", "<TENANT-ID>", tenants::either),
    ("api-tenant", "", tenants::of_api),
    ("token-tenant", "", tenants::of_token),
    // The request.
    ("call-path", "/Patient", call_path),
    // The service.
    ("service-query", "", service_query),
    ("workspace", "<WORKSPACE>", |said| {
        Some(resource(said)?.0?.to_owned())
    }),
    ("service-name", "<SERVICE>", |said| {
        Some(resource(said)?.1.to_owned())
    }),
    // The token.
    ("broken-place", "", |said| match &said.facts.case.token {
        Some(Token::Malformed(malformed)) => Some(problems::malformed(malformed)),
        _ => None,
    }),
    // Times.
    ("exp-utc", "", |said| dates::utc(said, "exp")),
    ("nbf-utc", "", |said| dates::utc(said, "nbf")),
    ("exp-time", "", |said| dates::time(said, "exp")),
    ("nbf-time", "", |said| dates::time(said, "nbf")),
    ("since-exp", "", dates::since_exp),
    ("until-exp", "", dates::until_exp),
    ("until-nbf", "", dates::until_nbf),
    ("skew-left", "", dates::skew_left),
    ("broken-time", "", |said| Some(dates::broken(said)?.1)),
    // Numbers.
    // A status whose number nobody gave is 0.
    ("status", "", |said| {
        let status = said.facts.status.filter(|status| *status != 0)?;
        Some(number(status.into()))
    }),
    ("metadata-status", "", |said| {
        Some(number(said.facts.metadata_status()?.into()))
    }),
    ("aadsts", "", |said| {
        let code = said.facts.case.token_refusal.as_ref()?.aadsts?;
        Some(number(code.into()))
    }),
    // Roles.
    ("held-role", "", held_role),
    ("token-roles", "", |said| Some(token_roles(said))),
];

/// The path of the call that was made, where making it once more shows something: a read of records.
fn call_path(said: &Said<'_>) -> Option<String> {
    let request = said.facts.case.request.as_ref()?;
    let path = Url::parse_reference(&request.url).path;
    let is_read = request.method == "GET" && said.facts.operation != Some(Operation::Anonymous);
    // A token in it, or a variable in its place, stays out.
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.$~".contains(&byte);
    let is_own = path.len() > 1 && path.bytes().all(is_part) && !path.contains("eyJ");
    (is_read && is_own).then(|| path.to_owned())
}

/// What chooses the service among all, in `JMESPath`: by its name in Azure, `WORKSPACE/SERVICE` or `ACCOUNT`.
fn service_query(said: &Said<'_>) -> Option<String> {
    let name = match resource(said)? {
        (Some(workspace), service) => [workspace, "/", service].concat(),
        (None, account) => account.to_owned(),
    };
    Some(["[?name=='", &name, "'].id"].concat())
}

/// The service's workspace, where it has one, and its name in Azure, as its host has them [domain 0, 2.1]. A
/// workspace's name has no hyphen.
fn resource<'a>(said: &Said<'a>) -> Option<(Option<&'a str>, &'a str)> {
    let address = given::base_url(said).filter(|address| is_instance(address))?;
    let name = Url::parse(address)?.host.split('.').next()?;
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if !name.bytes().all(is_letter) {
        return None;
    }
    match said.facts.service() {
        Service::AzureApiForFhir => Some((None, name)),
        Service::AhdsFhir | Service::AhdsDicom => {
            let (workspace, service) = name.split_once('-')?;
            Some((Some(workspace), service))
        }
        Service::FhirServer => None,
    }
}

/// The role, or roles, that are held.
pub(super) fn held_role(said: &Said<'_>) -> Option<String> {
    if said.facts.service() == Service::FhirServer {
        return Some(token_roles(said));
    }
    match &said.facts.data_role {
        Some(DataRoleAnswer::Named(role)) => Some(role.clone()),
        _ => Some(said.finding?.evidence.as_ref()?.found.clone()),
    }
}

fn token_roles(said: &Said<'_>) -> String {
    said.facts.roles().join(", ")
}
