//! Azure roles: none, the wrong one, or one that has not arrived yet.

use super::words;
use crate::{
    diagnosis::{Certainty, DataRoleAnswer, Facts, Finding},
    entra::IdentityKind,
    service::{self, Action, Operation, Service},
    words::{
        CauseWords, asks,
        commands::Line,
        moves,
        remedy::{Mover, Remedy, Tool},
        values::{self, term, terms},
    },
};

pub(super) fn no_data_role(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let has = if finding.certainty == Certainty::Certain { " has no " } else { " most likely has no " };
    let headline = ["Accepted, but ", values::caller(facts), has, data_role(facts), "."].concat();
    let explanation = [
        "The token proves who calls; what the caller may do is kept in Azure and looked up for `oid`. ",
        who_is_judged(facts),
        " The service answers 403, `Authorization failed.`, and never says why.",
    ]
    .concat();
    words(headline, explanation, vec![grant(facts), look(facts), who(facts)])
}

pub(super) fn control_plane_only(facts: &Facts<'_>) -> CauseWords {
    words(
        ["Accepted, but Owner, Contributor or Reader is no ", data_role(facts), "."].concat(),
        ["These roles manage the service and have no data actions: they open no data, not even to who made the service. ", who_is_judged(facts)]
            .concat(),
        vec![grant(facts), look(facts)],
    )
}

pub(super) fn lacks_action(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let held = held(finding, facts);
    let label = facts.operation.as_ref().map_or("this request", Operation::label);
    let needed = moves::least_role(facts);
    let action = facts.operation.as_ref().and_then(Operation::action).map(Action::name);
    let headline = match &held {
        Some(held) => [held.as_str(), " does not cover ", &term(label), "."].concat(),
        None => ["The role does not cover ", &term(label), "."].concat(),
    };
    let headline = [headline.as_str()].concat();
    let explanation = match action {
        Some(action) => ["It needs the action `", action, "`. The least role that has it is `", needed, "`."].concat(),
        None => ["The least role for it is `", needed, "`."].concat(),
    };
    let extra = if facts.case.service == Service::FhirServer {
        " The roles of a token add up; names that the server does not know are ignored."
    } else {
        " Roles add up: the one that is held can stay."
    };
    words(headline, [&explanation, extra].concat(), vec![grant(facts)])
}

/// The role, or roles, that are held, as a subject: "`FHIR Data Reader`", "Neither of the roles `a` and `b`".
fn held(finding: &Finding, facts: &Facts<'_>) -> Option<String> {
    if facts.case.service == Service::FhirServer {
        let roles = facts.claims.map(|claims| claims.texts("roles")).unwrap_or_default();
        return (!roles.is_empty()).then(|| terms(&roles));
    }
    if let Some(DataRoleAnswer::Named(role)) = &facts.case.answers.data_role {
        return Some(term(role));
    }
    finding.evidence.as_ref().map(|evidence| evidence.found.as_str()).filter(|found| !found.is_empty()).map(term)
}

pub(super) fn foreign_authority(_facts: &Facts<'_>) -> CauseWords {
    words(
        "The authority is another tenant, and this service trusts only its own.",
        "Azure Health Data Services take tokens of the tenant of their subscription, or of a SMART identity provider that is \
         entered for them. Another tenant worked with Azure API for FHIR only.",
        vec![
            Remedy::new(Mover::TenantAdministrator, "Invite the users of the other tenant as guests, then assign roles to them.")
                .told(Tool::Portal, "Users › New user › Invite external user."),
            Remedy::new(Mover::ServiceAdministrator, "Set the Authority to the service's own tenant.")
                .told(Tool::Portal, "Your workspace › FHIR service › Authentication › Authority."),
        ],
    )
}

pub(super) fn propagation_delay(facts: &Facts<'_>) -> CauseWords {
    let is_managed = values::kind(facts) == IdentityKind::ManagedIdentity;
    let group = if is_managed {
        " If the role came by a group, a managed identity's tokens keep the old membership for about 24 hours."
    } else {
        " A role at a management group takes hours; a managed identity's new group membership about 24 hours."
    };
    words(
        "The role is right and new: the service does not know it yet.",
        ["A role assignment takes up to 10 minutes to arrive, and the service remembers its last answer for up to 5.", group]
            .concat(),
        vec![Remedy::new(
            Mover::Nobody,
            "Wait 15 minutes, then try again. Get a new token where the token itself carries the role or a group.",
        )],
    )
}

pub(super) fn unexplained(facts: &Facts<'_>) -> CauseWords {
    let remedies = if facts.case.service == Service::FhirServer {
        vec![
            Remedy::new(Mover::ServiceAdministrator, "Read the server's log at the time of the request, and its `roles.json`."),
            paste_whole(),
        ]
    } else {
        vec![
            look(facts),
            Remedy::new(Mover::Owner, "Look for deny assignments and for conditions on the role.").told(
                Tool::Portal,
                "The service › Access control (IAM) › Deny assignments, and Role assignments › Condition.",
            ),
            paste_whole(),
        ]
    };
    words(
        "Nothing in hand explains this 403: the token is accepted, and a role that would do was named.",
        "Not checked, for no paste shows it: deny assignments, conditions, whether the role stands at this very service, and \
         whether the service was moved, which drops its roles. The signature counts only where keys were pasted.",
        remedies,
    )
}

fn paste_whole() -> Remedy {
    Remedy::new(
        Mover::You,
        "Paste the refused call as a whole, as `curl -v` prints it, and quote the OperationOutcome's `id` to support.",
    )
}

/// Give the role that the operation needs, in the way of this service.
fn grant(facts: &Facts<'_>) -> Remedy {
    if facts.case.service == Service::FhirServer { moves::give_app_role(facts) } else { moves::assign_role(facts) }
}

/// See which roles there are.
fn look(facts: &Facts<'_>) -> Remedy {
    Remedy::new(Mover::Owner, "See which roles it holds, at this service and above.").by(
        Tool::AzureCli,
        asks::role_list(facts),
        "The scope must be this service, its workspace, resource group or subscription; a sibling does not count.",
    )
}

/// See who the Object ID is.
fn who(facts: &Facts<'_>) -> Remedy {
    let oid = values::oid(facts);
    let command = if values::kind(facts).is_delegated() {
        Line::posix("az ad user show").value("--id", &oid).fixed("--query displayName").fixed("-o tsv").done()
    } else {
        Line::posix("az ad sp show")
            .value("--id", &oid)
            .fixed("--query \"{name:displayName,appId:appId,type:servicePrincipalType}\"")
            .done()
    };
    Remedy::new(Mover::You, "Make sure that the role goes to the one who is judged.").by(
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
        IdentityKind::ServicePrincipal => "The app is judged, by the Object ID of its Enterprise application.",
        IdentityKind::ManagedIdentity => "The managed identity is judged, by its Object (principal) ID.",
        IdentityKind::Undetermined => "After a sign-in the user is judged, otherwise the app's Enterprise application.",
    }
}

pub(super) fn roles_claim_missing(facts: &Facts<'_>) -> CauseWords {
    words(
        "The token has no `roles`, and the self-hosted server decides by them.",
        "The server keeps no role assignments. It reads the app roles in the token; without one it accepts the token and \
         answers 403.",
        vec![moves::give_app_role(facts)],
    )
}

pub(super) fn roles_claim_unknown(facts: &Facts<'_>) -> CauseWords {
    let roles = facts.claims.map(|claims| claims.texts("roles")).unwrap_or_default();
    let known: Vec<&str> = service::SERVER_ROLES.iter().map(|role| role.name).collect();
    let headline = if roles.is_empty() {
        "The server knows none of the token's roles.".to_owned()
    } else {
        ["The server knows none of the token's roles: ", &terms(&roles), "."].concat()
    };
    words(
        headline,
        ["It knows ", &terms(&known), ", unless its `roles.json` was changed. Other names are ignored."].concat(),
        vec![
            moves::give_app_role(facts),
            Remedy::new(Mover::ServiceAdministrator, "Or add the role to the server's `roles.json`, with its data actions."),
        ],
    )
}
