//! What verifying a signature gave, of what was asked of each key.

use super::case::SignatureCheck;
use crate::jose::{JsonWebKeySet, Plan};

impl SignatureCheck {
    /// The outcome of a plan: for each candidate, whether it verifies the signature; nothing where it could
    /// not be used after all.
    pub fn of(plan: &Plan, outcomes: &[Option<bool>], keys: &JsonWebKeySet) -> Self {
        let mut tried = plan.candidates.iter().zip(outcomes);
        let verifying =
            tried.find(|(candidate, outcome)| **outcome == Some(true) && candidate.fits);
        if let Some((candidate, _)) = verifying {
            let key = keys.name(candidate.place);
            return Self::Valid { key };
        }
        let is_tried = outcomes.iter().any(Option::is_some);
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
