//! Does this `oid` hold a FHIR data role at the service's scope?
//!
//! No token shows it: only the person can tell. Owner, Contributor and Reader have no data actions
//! [domain 1.2 e].

use super::{CauseId, Check, Detail, Facts, Finding, GrantSource, Input, Sent, grant_source};
use crate::{diagnosis::DataRoleAnswer, service::is_control_plane_role};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    if grant_source(facts) != GrantSource::AzureRbac {
        return Check::not_applicable();
    }
    match &facts.data_role {
        Some(DataRoleAnswer::None) => Check::fail(Finding::certain(CauseId::NoDataRole)),
        Some(DataRoleAnswer::OwnerOrContributor) => control_plane_only(),
        Some(DataRoleAnswer::Named(name)) if is_control_plane_role(name) => control_plane_only(),
        _ if lacks_oid(facts) => {
            Check::fail(Finding::certain(CauseId::OidMissing).at(super::NodeId::AzureRbac))
        }
        Some(DataRoleAnswer::Named(_)) => Check::pass().with(Detail::PersonSaid),
        None => Check::cannot_tell(Input::DataRole),
    }
}

fn control_plane_only() -> Check {
    Check::fail(Finding::certain(CauseId::ControlPlaneRoleOnly))
}

fn lacks_oid(facts: &Facts<'_>) -> bool {
    facts.sent() == Sent::Readable && facts.claim("oid").is_none()
}
