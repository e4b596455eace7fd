//! Who decides: Azure RBAC, the allow list, the token's roles, SMART scopes?

use super::{CauseId, Check, Detail, Facts, Finding, Input, Sent, Verdict};
use crate::service::Service;

/// Who decides what an accepted caller may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantSource {
    /// Role assignments in Azure.
    AzureRbac,
    /// The Allowed object IDs list.
    AllowList,
    /// The token's `roles`.
    RolesClaim,
    /// `fhirUser` and SMART scopes.
    Smart,
}

/// Who decides for this service, these settings and this token. A list that is not empty switches
/// Azure RBAC off [domain 1.4].
pub fn grant_source(facts: &Facts<'_>) -> GrantSource {
    match facts.service() {
        Service::FhirServer => GrantSource::RolesClaim,
        Service::AzureApiForFhir
            if facts.case.answers.home_tenant == Some(false) || has_list(facts) =>
        {
            GrantSource::AllowList
        }
        _ if facts.smart_provider().is_some() => GrantSource::Smart,
        _ => GrantSource::AzureRbac,
    }
}

pub(super) fn check(facts: &Facts<'_>) -> Check {
    if is_foreign_authority(facts) {
        return Check::fail(Finding::certain(CauseId::ForeignAuthority));
    }
    if matches!(facts.sent(), Sent::Unreadable | Sent::No) {
        return Check::plain(Verdict::NotReached);
    }
    let source = grant_source(facts);
    let is_open = facts.service() == Service::AzureApiForFhir
        && source == GrantSource::AzureRbac
        && facts.case.answers.home_tenant.is_none();
    let check = if is_open {
        Check::cannot_tell(Input::HomeTenant)
    } else {
        Check::pass()
    };
    check.with(match source {
        GrantSource::AzureRbac => Detail::ByAzureRbac,
        GrantSource::AllowList => Detail::ByAllowList,
        GrantSource::RolesClaim => Detail::ByRolesClaim,
        GrantSource::Smart => Detail::BySmart,
    })
}

/// Azure Health Data Services accept only their own tenant, and SMART identity providers [domain 1.3].
fn is_foreign_authority(facts: &Facts<'_>) -> bool {
    facts.service() == Service::AhdsFhir
        && facts.case.answers.home_tenant == Some(false)
        && facts.smart_provider().is_none()
}

fn has_list(facts: &Facts<'_>) -> bool {
    facts
        .settings
        .allowed_object_ids
        .as_ref()
        .is_some_and(|list| !list.is_empty())
}
