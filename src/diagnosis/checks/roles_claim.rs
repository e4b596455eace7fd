//! Does the token carry a role that the server knows?
//!
//! Only the self-hosted server reads `roles`; names of Azure's roles never appear in a token [domain 2.2].

use super::{CauseId, Check, Facts, Finding, GrantSource, grant_source, without_token};
use crate::{
    diagnosis::{Comparison, Field},
    service::Role,
};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    if grant_source(facts) != GrantSource::RolesClaim {
        return Check::not_applicable();
    }
    if let Some(check) = without_token(facts) {
        return check;
    }
    let roles = facts.roles();
    if roles.is_empty() {
        return Check::fail(Finding::certain(CauseId::RolesClaimMissing));
    }
    if roles.iter().any(|role| Role::server_role(role).is_some()) {
        return Check::pass();
    }
    Check::fail(
        Finding::certain(CauseId::RolesClaimUnknown).comparing(Comparison {
            found_in: Field::Claim("roles"),
            found: roles.join(", "),
            expected_in: Field::Role,
            expected: String::new(),
        }),
    )
}

impl<'a> Facts<'a> {
    /// The token's roles that are not empty.
    pub fn roles(&self) -> Vec<&'a str> {
        let mut roles = self
            .claims
            .map(|claims| claims.texts("roles"))
            .unwrap_or_default();
        roles.retain(|role| !role.trim().is_empty());
        roles
    }
}
