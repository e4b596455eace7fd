//! The answers under 403.

use super::Asked;
use crate::{
    diagnosis::{CauseId, DataRoleAnswer, Detail, NodeId, Verdict},
    service::Role,
};

pub(super) fn network(asked: &Asked<'_>) -> String {
    if !asked.passes() {
        return "Yes, 403 for everyone".to_owned();
    }
    let status = asked.facts.metadata_status().unwrap_or_default();
    let is_told = asked.facts.case.answers.metadata_status.is_some();
    match status {
        404 if is_told => "No, you said".to_owned(),
        _ => [
            if is_told {
                "No, you said: "
            } else {
                "No, it answered "
            },
            &status.to_string(),
        ]
        .concat(),
    }
}

pub(super) fn accepted(asked: &Asked<'_>) -> String {
    let words = match asked.state.detail {
        _ if asked.passes() => "Yes: lifetime, audience and issuer fit",
        Detail::FollowsFrom(NodeId::BearerSent) => "No: no token was sent",
        Detail::FollowsFrom(NodeId::WellFormed) => "No: it cannot be read",
        Detail::FollowsFrom(NodeId::Signature) => "No: the signature fails",
        Detail::FollowsFrom(NodeId::Lifetime) => "No: it is outside its lifetime",
        Detail::FollowsFrom(NodeId::Audience) => "No: it is for another API",
        Detail::FollowsFrom(NodeId::Issuer) => "No: it is another issuer's",
        _ => "No",
    };
    words.to_owned()
}

pub(super) fn grant_source(asked: &Asked<'_>) -> String {
    let words = match asked.state.detail {
        Detail::ByAzureRbac => "Azure RBAC, for this service",
        Detail::ByAllowList => "The allow list, for this service",
        Detail::ByRolesClaim => "The token's roles, for this server",
        Detail::BySmart => "SMART: user and scopes",
        Detail::Because(CauseId::ForeignAuthority) => "Nobody: another tenant's authority",
        _ => "Nobody",
    };
    words.to_owned()
}

pub(super) fn azure_rbac(asked: &Asked<'_>) -> String {
    let words = match (&asked.facts.case.answers.data_role, asked.cause()) {
        (Some(DataRoleAnswer::Named(role)), _) if asked.passes() => {
            return match Role::data_role(role) {
                Some(role) => ["Yes, you said: ", role.name].concat(),
                None => "Yes, you said: another role".to_owned(),
            };
        }
        _ if asked.passes() => "Yes, you said",
        (_, Some(CauseId::ControlPlaneRoleOnly)) => "No, only to manage the service",
        (_, Some(CauseId::OidMissing)) => "No, there is no `oid`",
        _ => "No, you said",
    };
    words.to_owned()
}

pub(super) fn allow_list(asked: &Asked<'_>) -> String {
    let words = match asked.cause() {
        _ if asked.passes() => "Yes, it is listed",
        _ if asked.state.verdict == Verdict::Warn => "Ignored by this service",
        Some(CauseId::ClientIdListed) => "No, the client ID is",
        Some(CauseId::TenantIdListed) => "No, the tenant's ID is",
        Some(CauseId::AudienceIdListed) => "No, the API's own ID is",
        Some(CauseId::GroupListed) => "No, a group is",
        Some(CauseId::AllowListEmpty) => "No, the list is empty",
        Some(CauseId::OidMissing) => "No, there is no `oid`",
        _ => "No, it is not listed",
    };
    words.to_owned()
}

pub(super) fn roles_claim(asked: &Asked<'_>) -> String {
    let known = || asked.facts.roles().into_iter().find_map(Role::server_role);
    match asked.cause() {
        _ if asked.passes() => known().map_or_else(
            || "Yes".to_owned(),
            |role| ["Yes, `", role.name, "`"].concat(),
        ),
        Some(CauseId::RolesClaimUnknown) => "No, none that it knows".to_owned(),
        Some(CauseId::RolesClaimMissing) => "No, it has no roles".to_owned(),
        _ => "No".to_owned(),
    }
}

pub(super) fn smart(asked: &Asked<'_>) -> String {
    let words = match asked.cause() {
        _ if asked.passes() => "Yes, user and scopes fit",
        _ if asked.state.verdict == Verdict::Warn => "Yes, but `scope` is read, not `scp`",
        Some(CauseId::SmartClientNotRegistered) => "No, the client is unknown",
        Some(CauseId::SmartFhirUserMissing) => "No, without `fhirUser`",
        Some(CauseId::SmartScopesMissing) => "No, without scopes",
        Some(CauseId::SmartScopesMalformed) => "No, scopes cannot be read",
        Some(CauseId::SmartScopeInsufficient) => "No, the scopes do not cover it",
        Some(CauseId::SmartReadOnly) => "No, it may only read",
        _ => "No",
    };
    words.to_owned()
}

pub(super) fn operation(asked: &Asked<'_>) -> String {
    let needed = asked
        .finding
        .and_then(|finding| finding.evidence.as_ref())
        .map(|evidence| evidence.expected.as_str());
    match needed.filter(|needed| !needed.is_empty()) {
        _ if asked.passes() => "Yes, it does".to_owned(),
        Some(needed) => ["No, it needs `", needed, "`"].concat(),
        None => "No, it does not".to_owned(),
    }
}

pub(super) fn propagation(asked: &Asked<'_>) -> String {
    if asked.passes() {
        "No, you said"
    } else {
        "Yes, you said: wait"
    }
    .to_owned()
}
