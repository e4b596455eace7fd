//! What verifying a signature gave, of what was asked of each key.

use super::case::SignatureCheck;
use crate::jose::{JsonWebKeySet, Plan};

impl SignatureCheck {
    /// The outcome of a plan: for each candidate, whether it verifies the signature; nothing where it could
    /// not be used after all.
    pub fn of(plan: &Plan, outcomes: &[Option<bool>], keys: &JsonWebKeySet) -> Self {
        let verifying = outcomes.iter().position(|outcome| *outcome == Some(true));
        let candidate = verifying.and_then(|at| plan.candidates.get(at));
        if let Some(candidate) = candidate {
            let key = keys.name(candidate.place);
            return Self::Valid { key };
        }
        let is_tried = outcomes.contains(&Some(false));
        // A key of another kind is no failed attempt; one that must not be used leaves the question open.
        let is_open = plan
            .refused
            .iter()
            .any(|(_, refusal)| plan.is_named || !refusal.is_other_kind())
            || outcomes.contains(&None);
        match (plan.is_named, is_tried) {
            (true, true) => Self::Invalid,
            (_, false) if is_open => Self::Unsupported,
            _ => Self::NoKey,
        }
    }
}
