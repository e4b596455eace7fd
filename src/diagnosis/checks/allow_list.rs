//! Is the token's `oid` on the Allowed object IDs list?
//!
//! Only Azure API for FHIR has such a list [domain 1.4]. It takes the Object ID of a user, or of an
//! Enterprise application; the other ids of an application are the usual mix-up [domain 4.7].

use super::{
    CauseId, Certainty, Check, Facts, Finding, GrantSource, Input, NodeId, grant_source,
    without_token,
};
use crate::{
    diagnosis::{Comparison, DataRoleAnswer, Field},
    service::{Service, is_control_plane_role},
};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    let list = facts.settings.allowed_object_ids.as_deref();
    let is_ahds = matches!(facts.service(), Service::AhdsFhir | Service::AhdsDicom);
    if is_ahds && list.is_some_and(|list| !list.is_empty()) {
        return Check::warn(Finding::certain(CauseId::AllowListNotSupported));
    }
    if grant_source(facts) != GrantSource::AllowList {
        return Check::not_applicable();
    }
    if let Some(check) = without_token(facts) {
        return check;
    }
    let Some(oid) = facts.claim("oid") else {
        return with_disabled_roles(
            facts,
            Check::fail(Finding::certain(CauseId::OidMissing).at(NodeId::AllowList)),
        );
    };
    let Some(list) = list else {
        return Check::cannot_tell(Input::AllowedObjectIds);
    };
    if is_listed(list, oid) {
        return Check::pass();
    }
    with_disabled_roles(facts, Check::fail(cause(facts, list, oid)))
}

fn cause(facts: &Facts<'_>, list: &[String], oid: &str) -> Finding {
    if list.is_empty() {
        return Finding::certain(CauseId::AllowListEmpty);
    }
    let mixed_up = |cause: CauseId, certainty, id: &str| {
        is_listed(list, id).then(|| {
            Finding::new(cause, certainty).comparing(Comparison {
                found_in: Field::AllowList,
                found: id.to_owned(),
                expected_in: Field::Claim("oid"),
                expected: oid.to_owned(),
            })
        })
    };
    let claims = |name: &'static str| {
        facts
            .claims
            .map(|claims| claims.texts(name))
            .unwrap_or_default()
    };
    let client = ["azp", "appid"].into_iter().flat_map(claims);
    let audience = claims("aud")
        .into_iter()
        .map(|audience| audience.strip_prefix("api://").unwrap_or(audience));
    client
        .map(|id| mixed_up(CauseId::ClientIdListed, Certainty::Certain, id))
        .chain(
            claims("tid")
                .into_iter()
                .map(|id| mixed_up(CauseId::TenantIdListed, Certainty::Certain, id)),
        )
        .chain(audience.map(|id| mixed_up(CauseId::AudienceIdListed, Certainty::Certain, id)))
        .chain(
            claims("groups")
                .into_iter()
                .map(|id| mixed_up(CauseId::GroupListed, Certainty::Likely, id)),
        )
        .flatten()
        .next()
        .unwrap_or_else(|| {
            Finding::certain(CauseId::OidNotListed).comparing(Comparison {
                found_in: Field::Claim("oid"),
                found: oid.to_owned(),
                expected_in: Field::AllowList,
                expected: list.join(", "),
            })
        })
}

/// A role that was assigned counts for nothing while the list is not empty.
fn with_disabled_roles(facts: &Facts<'_>, check: Check) -> Check {
    let has_role = matches!(
        &facts.data_role,
        Some(DataRoleAnswer::Named(name)) if !is_control_plane_role(name)
    );
    let has_list = facts
        .settings
        .allowed_object_ids
        .as_ref()
        .is_some_and(|list| !list.is_empty());
    if has_role && has_list {
        check.beside(Finding::certain(CauseId::AllowListDisablesRbac))
    } else {
        check
    }
}

fn is_listed(list: &[String], id: &str) -> bool {
    list.iter()
        .any(|entry| entry.trim().eq_ignore_ascii_case(id))
}
