//! A role that does not cover the operation, and the roles in a self-hosted server's tokens.

use super::{rbac, words};
use crate::{
    diagnosis::{DataRoleAnswer, Facts, Finding},
    service::{Actions, Operation, Role, SERVER_ROLES, Service},
    words::{
        CauseWords, moves,
        remedy::{Mover, Remedy},
        values::{term, terms},
    },
};

pub(super) fn lacks_action(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let operation = facts.operation.as_ref();
    let label = operation.map_or_else(|| "this request".to_owned(), |it| term(it.label()));
    let headline = match held(finding, facts).as_slice() {
        [] => ["The role does not cover ", &label, "."].concat(),
        [one] if is_foreign(one, facts) => [
            &term(one),
            " is a role of another service: it counts for nothing here.",
        ]
        .concat(),
        [one] => [&term(one), " does not cover ", &label, "."].concat(),
        several => [&terms(several), " do not cover ", &label, "."].concat(),
    };
    let needed = moves::least_role(facts);
    let explanation = match operation.and_then(Operation::action) {
        Some(action) => [
            "The request needs the action `",
            action.name(),
            "`. The least role that has it is `",
            needed,
            "`.",
        ]
        .concat(),
        None => ["The least role that reads is `", needed, "`."].concat(),
    };
    let rest = if facts.service() == Service::FhirServer {
        " The roles of a token add up; names that the server does not know are ignored."
    } else {
        " Roles add up: what is held can stay."
    };
    words(
        headline,
        [&explanation, rest].concat(),
        vec![rbac::grant(facts)],
    )
}

/// The role, or roles, that are held.
fn held<'a>(finding: &'a Finding, facts: &'a Facts<'_>) -> Vec<&'a str> {
    if facts.service() == Service::FhirServer {
        return facts.roles();
    }
    if let Some(DataRoleAnswer::Named(role)) = &facts.case.answers.data_role {
        return vec![role];
    }
    let found = finding
        .evidence
        .iter()
        .map(|evidence| evidence.found.as_str());
    found.filter(|found| !found.is_empty()).collect()
}

fn is_foreign(role: &str, facts: &Facts<'_>) -> bool {
    let role = Role::data_role(role);
    role.is_some_and(|role| role.actions_at(facts.service()) == Actions::NONE)
}

pub(super) fn roles_claim_missing(facts: &Facts<'_>) -> CauseWords {
    words(
        "The token has no `roles`, and the self-hosted server decides by them.",
        "The server keeps no role assignments. It reads the app roles in the token; without one it \
         accepts the token and answers 403.",
        vec![moves::give_app_role(facts)],
    )
}

pub(super) fn roles_claim_unknown(facts: &Facts<'_>) -> CauseWords {
    let roles = facts.roles();
    let known: Vec<&str> = SERVER_ROLES.iter().map(|role| role.name).collect();
    let headline = if roles.is_empty() {
        "The server knows none of the token's roles.".to_owned()
    } else {
        [
            "The server knows none of the token's roles: ",
            &terms(&roles),
            ".",
        ]
        .concat()
    };
    let own = Remedy::new(
        Mover::ServiceAdministrator,
        "Or add the role to the server's `roles.json`, with its data actions.",
    );
    words(
        headline,
        [
            "It knows ",
            &terms(&known),
            ", unless its `roles.json` was changed. Other names are ignored.",
        ]
        .concat(),
        vec![moves::give_app_role(facts), own],
    )
}
