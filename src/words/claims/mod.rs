//! Claims in words: what each one means here [domain 4.2].

mod table;

use crate::{
    diagnosis::{DataRoleAnswer, Facts},
    service::{FHIR_SMART_USER, SMART_USER, Service},
};

/// A claim in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimWords {
    /// What it means here, in a sentence without a full stop.
    pub meaning: &'static str,
    /// Where it stands in the table.
    pub group: ClaimGroup,
    /// Whether it tells something of a person: then it can be blurred, and reports leave it out.
    pub personal: bool,
}

/// A group of the claims table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimGroup {
    /// These decide.
    Decides,
    /// Who calls, and through what.
    WhoAndThrough,
    /// The rest.
    Rest,
}

/// The claims that can decide, in the order in which they are shown.
pub const DECIDING: [&str; 11] = [
    "aud",
    "iss",
    "tid",
    "exp",
    "nbf",
    "oid",
    "roles",
    "fhirUser",
    "extension_fhirUser",
    "scp",
    "scope",
];

/// Whether a claim decides in this case: `roles` only at a self-hosted server, scopes and
/// `fhirUser` only for SMART users.
pub fn decides(name: &str, facts: &Facts<'_>) -> bool {
    match name {
        "roles" => facts.service() == Service::FhirServer,
        "fhirUser" | "extension_fhirUser" | "scp" | "scope" => is_smart(facts),
        _ => DECIDING.contains(&name),
    }
}

fn is_smart(facts: &Facts<'_>) -> bool {
    let held = match &facts.case.answers.data_role {
        Some(DataRoleAnswer::Named(role)) => Some(role.as_str()),
        _ => None,
    };
    let is_smart_user = |role: &&str| {
        role.eq_ignore_ascii_case(SMART_USER) || role.eq_ignore_ascii_case(FHIR_SMART_USER)
    };
    let roles = match facts.service() {
        Service::FhirServer => facts.roles(),
        _ => held.into_iter().collect(),
    };
    facts.smart_provider().is_some() || roles.iter().any(is_smart_user)
}

/// What a claim means here; none for one that is not known.
pub fn claim(name: &str) -> Option<ClaimWords> {
    let mut rows = table::CLAIMS.iter();
    rows.find(|(names, _)| names.contains(&name))
        .map(|(_, words)| *words)
}
