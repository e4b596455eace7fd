//! Azure roles: none, the wrong one, or one that has not arrived yet.

use super::words;
use crate::{
    diagnosis::{Certainty, Facts, Finding},
    entra::IdentityKind,
    service::Service,
    words::{
        CauseWords, asks,
        commands::Line,
        moves,
        remedy::{Mover, Remedy, Tool},
        values,
    },
};

pub(super) fn no_data_role(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let has = if finding.certainty == Certainty::Certain {
        " has no "
    } else {
        " most likely has no "
    };
    let headline = [
        "Accepted, but ",
        values::caller(facts),
        has,
        data_role(facts),
        ".",
    ]
    .concat();
    let explanation = [
        "The token proves who calls; what the caller may do is kept in Azure and looked up for \
         `oid`. ",
        who_is_judged(facts),
        " The service answers 403, `Authorization failed.`, and never says why.",
    ]
    .concat();
    words(
        headline,
        explanation,
        vec![grant(facts), look(facts), who(facts)],
    )
}

pub(super) fn control_plane_only(facts: &Facts<'_>) -> CauseWords {
    words(
        [
            "Accepted, but Owner, Contributor or Reader is no ",
            data_role(facts),
            ".",
        ]
        .concat(),
        [
            "These roles manage the service and have no data actions: they open no data, not even \
             to who made the service. ",
            who_is_judged(facts),
        ]
        .concat(),
        vec![grant(facts), look(facts)],
    )
}

pub(super) fn foreign_authority(_facts: &Facts<'_>) -> CauseWords {
    words(
        "The authority is another tenant, and this service trusts only its own.",
        "Azure Health Data Services take tokens of the tenant of their subscription, or of a SMART \
         identity provider that is entered for them. Another tenant worked with Azure API for FHIR \
         only.",
        vec![
            Remedy::new(
                Mover::TenantAdministrator,
                "Invite the users of the other tenant as guests, then assign roles to them.",
            )
            .told(Tool::Portal, "Users › New user › Invite external user."),
            Remedy::new(
                Mover::ServiceAdministrator,
                "Set the Authority to the service's own tenant.",
            )
            .told(
                Tool::Portal,
                "Your workspace › FHIR service › Authentication › Authority.",
            ),
        ],
    )
}

pub(super) fn propagation_delay(facts: &Facts<'_>) -> CauseWords {
    let is_managed = values::kind(facts) == IdentityKind::ManagedIdentity;
    let group = if is_managed {
        " If the role came by a group, a managed identity's tokens keep the old membership for \
         about 24 hours."
    } else {
        " A role at a management group takes hours; a managed identity's new group membership \
         about 24 hours."
    };
    words(
        "The role is right and new: the service does not know it yet.",
        [
            "A role assignment takes up to 10 minutes to arrive, and the service remembers its \
             last answer for up to 5.",
            group,
        ]
        .concat(),
        vec![Remedy::new(
            Mover::Nobody,
            "Wait 15 minutes, then try again. Get a new token where the token itself carries the \
             role or a group.",
        )],
    )
}

/// Give the role that the operation needs, in the way of this service.
pub(super) fn grant(facts: &Facts<'_>) -> Remedy {
    if facts.case.service == Service::FhirServer {
        moves::give_app_role(facts)
    } else {
        moves::assign_role(facts)
    }
}

/// See which roles there are.
pub(super) fn look(facts: &Facts<'_>) -> Remedy {
    Remedy::new(
        Mover::Owner,
        "See which roles it holds, at this service and above.",
    )
    .by(
        Tool::AzureCli,
        asks::role_list(facts),
        "The scope must be this service, its workspace, resource group or subscription; a sibling \
         does not count.",
    )
}

/// See who the Object ID is.
fn who(facts: &Facts<'_>) -> Remedy {
    let oid = values::oid(facts);
    let command = if values::kind(facts).is_delegated() {
        Line::posix("az ad user show")
            .value("--id", &oid)
            .fixed("--query displayName")
            .fixed("-o tsv")
            .done()
    } else {
        Line::posix("az ad sp show")
            .value("--id", &oid)
            .fixed("--query \"{name:displayName,appId:appId,type:servicePrincipalType}\"")
            .done()
    };
    Remedy::new(
        Mover::You,
        "Make sure that the role goes to the one who is judged.",
    )
    .by(
        Tool::AzureCli,
        command,
        "An App registration's Object ID is in no token: only the Enterprise application's counts.",
    )
}

fn data_role(facts: &Facts<'_>) -> &'static str {
    match facts.case.service {
        Service::AhdsFhir | Service::AzureApiForFhir => "FHIR data role",
        Service::AhdsDicom => "DICOM data role",
        Service::FhirServer => "role of the server",
    }
}

fn who_is_judged(facts: &Facts<'_>) -> &'static str {
    match values::kind(facts) {
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
