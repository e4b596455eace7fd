//! The short answers on the cards.

use super::inputs;
use crate::diagnosis::{Diagnosis, Facts, NodeState, Verdict};

/// A verdict as one word or two.
pub const fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "passed",
        Verdict::Warn => "fragile",
        Verdict::Fail => "failed",
        Verdict::CannotTell(_) => "asks you",
        Verdict::NotApplicable => "does not apply",
        Verdict::NotReached => "not reached",
    }
}

/// The short answer to a question, as it stands on its card.
pub fn answer(state: &NodeState, _diagnosis: &Diagnosis, _facts: &Facts<'_>) -> String {
    match state.verdict {
        Verdict::Pass => "Yes".to_owned(),
        Verdict::Warn => "Yes, but fragile".to_owned(),
        Verdict::Fail => "No".to_owned(),
        Verdict::CannotTell(input) => ["Not known: ", inputs::short(input)].concat(),
        Verdict::NotApplicable => "Does not apply".to_owned(),
        Verdict::NotReached => "Not reached".to_owned(),
    }
}
