//! Claims in words: what each one means here [domain 4.2].

use super::texts;
use crate::{
    diagnosis::{DataRoleAnswer, Facts},
    jose::Value,
    service::{FHIR_SMART_USER, SMART_USER, Service},
};

/// A claim in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimWords {
    /// What it means here, in a sentence without a full stop.
    pub meaning: &'static str,
    /// Where it stands in the table.
    pub group: ClaimGroup,
    /// The type that its definition gives it (RFC 7519 section 2; Microsoft's claims references); none of those
    /// that only Microsoft reads.
    pub kind: Option<&'static str>,
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
    let held = match &facts.data_role {
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

/// The sections of the claims' texts.
const GROUPS: [(&str, ClaimGroup); 3] = [
    ("claims-that-decide", ClaimGroup::Decides),
    ("claims-of-the-caller", ClaimGroup::WhoAndThrough),
    ("claims-of-the-rest", ClaimGroup::Rest),
];

/// The mark of a claim that tells something of a person.
const PERSONAL: &str = "(personal) ";

/// What a claim means here; none for one that is not known.
pub fn claim(name: &str) -> Option<ClaimWords> {
    GROUPS.into_iter().find_map(|(section, group)| {
        let mut claims = texts::section(section).filter_map(|line| line.split_once(": "));
        let (names, meaning) = claims.find(|(names, _)| {
            let names = names.split(" = ").next().unwrap_or_default();
            names.split(' ').any(|known| known == name)
        })?;
        let personal = meaning.strip_prefix(PERSONAL);
        Some(ClaimWords {
            meaning: personal.unwrap_or(meaning),
            group,
            kind: names.split_once(" = ").map(|(_, kind)| kind),
            personal: personal.is_some(),
        })
    })
}

/// The names of the claims whose values tell of a person.
pub fn personal_claims() -> Vec<&'static str> {
    let mut personal = Vec::new();
    for (section, _) in GROUPS {
        for line in texts::section(section) {
            if let Some((names, meaning)) = line.split_once(": ")
                && meaning.starts_with(PERSONAL)
            {
                personal.extend(names.split(" = ").next().unwrap_or_default().split(' '));
            }
        }
    }
    personal
}

/// What a value is instead of the type that the claim's definition gives it: `a number`. None where it fits.
pub fn instead(kind: &str, value: &Value) -> Option<&'static str> {
    let found = match value {
        Value::String { .. } => "a string",
        Value::Number { .. } => "a number",
        Value::Array { .. } => "an array",
        Value::Object { .. } => "an object",
        Value::Bool { .. } => "a boolean",
        Value::Null { .. } => "null",
    };
    // A type begins with JSON's own word: "string (GUID)", "string or array".
    let word = found.rsplit(' ').next().unwrap_or_default();
    let fits = kind.split(" or ").any(|kind| kind.starts_with(word));
    (!fits).then_some(found)
}
