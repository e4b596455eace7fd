//! Was it changed only minutes ago?
//!
//! The service remembers its last decision for up to five minutes, and an assignment takes up to ten
//! [domain 1.7]. The delay explains a refusal only of someone who holds what it takes.

use super::{CauseId, Certainty, Check, Detail, Facts, Finding, Input};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    match facts.case.answers.role_recent {
        None => Check::cannot_tell(Input::RoleRecent),
        Some(false) => Check::pass().with(Detail::PersonSaid),
        Some(true) => Check::fail(Finding::new(CauseId::PropagationDelay, Certainty::Likely)),
    }
}
