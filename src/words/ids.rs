//! The IDs that are mistaken for each other: where the portal shows them, and which one is judged [domain 4.5].

use crate::{
    diagnosis::{Facts, GrantSource, grant_source},
    entra::IdentityKind,
    service::Service,
};

/// Above the picture.
pub const TITLE: &str = "Three IDs of one app, and the user's own";
/// Beside it.
pub const HINT: &str = "Mixing these up is a common cause of 403.";

/// An ID in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdWords {
    /// Where the portal shows it.
    pub portal: &'static str,
    /// What it is called there.
    pub name: &'static str,
    /// In place of a value that the token has not.
    pub absent: &'static str,
    /// What is never to be done with it, or when it is judged.
    pub rule: &'static str,
}

/// The client ID: `appid` in tokens of version 1.0, `azp` in those of version 2.0.
pub const CLIENT: IdWords = IdWords {
    portal: "App registrations › Overview",
    name: "Application (client) ID",
    absent: "not in this token",
    rule: "Never grant it",
};
/// The Object ID of the registration.
pub const REGISTRATION: IdWords = IdWords {
    portal: "App registrations › Overview",
    name: "Object ID",
    absent: "never in any token",
    rule: "Never grant it",
};
/// The Object ID of the service principal.
pub const ENTERPRISE_APPLICATION: IdWords = IdWords {
    portal: "Enterprise applications › Overview",
    name: "Object ID",
    absent: "not in this token",
    rule: "Judged only without a user",
};
/// The Object ID of the user.
pub const USER: IdWords = IdWords {
    portal: "Users › Overview",
    name: "Object ID",
    absent: "no user in this token",
    rule: "Judged only with a user",
};

/// The rule of an Object ID where the service compares none with anything.
pub const NOT_LOOKED_UP: &str = "Not looked up";

/// What the service does with the judged ID.
pub fn looked_up(facts: &Facts<'_>, kind: IdentityKind) -> &'static str {
    let is_dicom = facts.service() == Service::AhdsDicom;
    match (grant_source(facts), kind) {
        (GrantSource::RolesClaim, _) => "No ID is looked up: the `roles` in the token decide",
        (GrantSource::Smart, _) => "No ID is looked up: `fhirUser` and the SMART scopes decide",
        (GrantSource::AllowList, _) => "The allow list must hold this very `oid`",
        (GrantSource::AzureRbac, IdentityKind::Undetermined) => {
            "The token does not tell whether its `oid` is a user or an application"
        }
        (GrantSource::AzureRbac, kind) => match (is_dicom, kind.is_app_only()) {
            (true, true) => "A DICOM data role is looked up for this application",
            (true, false) => "A DICOM data role is looked up for this user",
            (false, true) => "A FHIR data role is looked up for this application",
            (false, false) => "A FHIR data role is looked up for this user",
        },
    }
}
