//! Any other status: not an authentication or authorization problem.

use super::{CauseId, Check, Facts, Finding};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    match facts.status {
        None | Some(400 | 401 | 403) => Check::not_applicable(),
        Some(_) => Check::fail(Finding::certain(CauseId::NotAuth)),
    }
}
