//! What did the service answer?

use super::{Check, Facts, Input};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    match facts.status {
        Some(_) => Check::pass(),
        None => Check::cannot_tell(Input::Status),
    }
}
