//! Values that are written for the sentence: times, numbers, tenants, lists.

use super::{Made, dates, tenants};
use crate::{
    diagnosis::DataRoleAnswer,
    jose::Token,
    service::Service,
    words::{problems, template::Said, time::number},
};

/// A value's name in templates, what stands for it while it is not known, and what writes it.
pub(super) const MADE: &[(&str, &str, Made)] = &[
    // Tenants.
    ("tenant", "<TENANT-ID>", tenants::either),
    ("api-tenant", "", tenants::of_api),
    ("token-tenant", "", tenants::of_token),
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

/// The role, or roles, that are held.
pub(super) fn held_role(said: &Said<'_>) -> Option<String> {
    if said.facts.service() == Service::FhirServer {
        return Some(token_roles(said));
    }
    match &said.facts.case.answers.data_role {
        Some(DataRoleAnswer::Named(role)) => Some(role.clone()),
        _ => Some(said.finding?.evidence.as_ref()?.found.clone()),
    }
}

fn token_roles(said: &Said<'_>) -> String {
    said.facts.roles().join(", ")
}
