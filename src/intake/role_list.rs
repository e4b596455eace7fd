//! Role assignments, as `az role assignment list` prints them, in a table or as JSON: which roles the caller
//! holds at the service [domain 5.5].

use super::{Evidence, Kind, place, place::Found};
use crate::jose::Raw;

/// As many are read: a list for one caller has a few.
const MOST: usize = 200;

/// The table: its header, a rule, and rows of principal, role and scope.
pub(super) fn read(text: &str, line: &str) -> Found {
    let mut header = line.split_whitespace();
    if [header.next(), header.next(), header.next()]
        != [Some("Principal"), Some("Role"), Some("Scope")]
    {
        return Found::Nothing;
    }
    let mut roles = Vec::new();
    let mut length = 0;
    for (start, row) in place::lines(text).skip(1) {
        if let Some(role) = role_of(row) {
            roles.push(role.to_owned());
        } else if !row.starts_with("--") {
            break;
        }
        length = start + row.len();
    }
    let evidence = evidence(roles);
    evidence.map_or(Found::Nothing, |evidence| {
        Found::of(evidence, place::line_end(text, length))
    })
}

/// The cell before the scope, which begins with a slash. The principal may be empty: not everybody may look it up.
fn role_of(row: &str) -> Option<&str> {
    let (before, _) = row.split_once("  /")?;
    let cells = before.split("  ").filter(|cell| !cell.trim().is_empty());
    Some(cells.last()?.trim())
}

/// The list as JSON, as `az` and `Get-AzRoleAssignment | ConvertTo-Json` print it; also of one.
pub(super) fn in_json(json: Raw<'_>) -> Option<Evidence> {
    let name = |item: Raw<'_>| {
        let name = item.string_at("roleDefinitionName");
        name.or_else(|| item.string_at("RoleDefinitionName"))
    };
    if json.is_array() {
        evidence(json.items().take(MOST).filter_map(name).collect())
    } else {
        evidence(name(json).into_iter().collect())
    }
}

fn evidence(mut roles: Vec<String>) -> Option<Evidence> {
    roles.truncate(MOST);
    (!roles.is_empty()).then(|| {
        let mut evidence = Evidence::of(Kind::RoleAssignments);
        evidence.held_roles = Some(roles);
        evidence
    })
}
