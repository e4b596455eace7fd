//! Does the role cover this operation?

use super::{
    CauseId, Check, Facts, Finding, GrantSource, Input, Sent, Verdict, grant_source, without_token,
};
use crate::{
    diagnosis::{Comparison, DataRoleAnswer, Field},
    service::{Action, Actions, FHIR_SMART_USER, Operation, Role, Service, is_control_plane_role},
};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    match grant_source(facts) {
        GrantSource::AzureRbac => by_assigned_role(facts),
        GrantSource::RolesClaim => by_roles_claim(facts),
        // Every listed id has all permissions [domain 1.4].
        GrantSource::AllowList => without_token(facts).unwrap_or_else(Check::pass),
        // `smart` has judged the operation with the scopes.
        GrantSource::Smart => Check::not_applicable(),
    }
}

fn by_assigned_role(facts: &Facts<'_>) -> Check {
    if matches!(facts.sent(), Sent::Unreadable | Sent::No) {
        return Check::plain(Verdict::NotReached);
    }
    let name = match &facts.data_role {
        None => {
            return without_token(facts).unwrap_or_else(|| Check::cannot_tell(Input::DataRole));
        }
        Some(DataRoleAnswer::None | DataRoleAnswer::OwnerOrContributor) => {
            return Check::plain(Verdict::NotReached);
        }
        Some(DataRoleAnswer::Named(name)) if is_control_plane_role(name) => {
            return Check::plain(Verdict::NotReached);
        }
        Some(DataRoleAnswer::Named(name)) => name,
    };
    let Some(role) = Role::data_role(name) else {
        return Check::cannot_tell(Input::DataRole);
    };
    let actions = role.actions_at(facts.service());
    if actions == Actions::NONE {
        return Check::fail(lacking(role.name, facts));
    }
    // Documents disagree on what the role of SMART users may write [domain 2.2]: `smart` has judged that with the
    // scopes, and no paste could tell more.
    let is_smart_user = role.name == FHIR_SMART_USER;
    match action(facts) {
        Needed::Nothing => Check::pass(),
        Needed::Unknown => Check::cannot_tell(Input::Request),
        Needed::Action(action) if actions.allow(action) => Check::pass(),
        Needed::Action(_) if is_smart_user && facts.service() == Service::AhdsFhir => {
            Check::not_applicable()
        }
        Needed::Action(_) => Check::fail(lacking(role.name, facts)),
    }
}

fn by_roles_claim(facts: &Facts<'_>) -> Check {
    if let Some(check) = without_token(facts) {
        return check;
    }
    let known = facts.roles().into_iter().filter_map(Role::server_role);
    let actions = known
        .map(|role| role.actions)
        .fold(Actions::NONE, Actions::and);
    if actions == Actions::NONE {
        return Check::plain(Verdict::NotReached);
    }
    match action(facts) {
        Needed::Nothing => Check::pass(),
        Needed::Unknown => Check::cannot_tell(Input::Request),
        Needed::Action(action) if actions.allow(action) => Check::pass(),
        Needed::Action(_) => Check::fail(lacking(&facts.roles().join(", "), facts)),
    }
}

/// What the operation needs of a role.
enum Needed {
    Nothing,
    Action(Action),
    Unknown,
}

fn action(facts: &Facts<'_>) -> Needed {
    match &facts.operation {
        Some(Operation::Anonymous) => Needed::Nothing,
        Some(operation) => operation.action().map_or(Needed::Unknown, Needed::Action),
        None => Needed::Unknown,
    }
}

fn lacking(held: &str, facts: &Facts<'_>) -> Finding {
    let needed = facts
        .operation
        .as_ref()
        .and_then(Operation::action)
        .map_or("", Action::name);
    Finding::certain(CauseId::RoleLacksAction).comparing(Comparison {
        found_in: Field::Role,
        found: held.to_owned(),
        expected_in: Field::Action,
        expected: needed.to_owned(),
    })
}
