//! The differences of two tokens in words: each by what the service does with the claim.

use super::claims::claim;
use crate::diagnosis::{Difference, Effect, Row};

/// A difference as a sentence: "Only the first token has it. It decides: …".
pub fn difference(row: &Row) -> String {
    let differs = match row.difference {
        Difference::Same => "Both have the same.",
        Difference::Written => "Both say the same, written in another way.",
        Difference::Other => "They differ.",
        Difference::OnlyFirst => "Only the first token has it.",
        Difference::OnlySecond => "Only the second token has it.",
    };
    let effect = match row.effect {
        Effect::Decides => " The service decides by it",
        Effect::Tells => " It tells who calls, or what kind of token it is",
        Effect::DiffersAlways => " It differs in every token, and nothing follows from that",
        Effect::Ignored => " The service does not read it",
    };
    match claim(&row.name) {
        Some(words) => [differs, effect, ": ", words.meaning, "."].concat(),
        None => [differs, effect, "."].concat(),
    }
}
