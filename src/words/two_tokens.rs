//! The differences of two tokens in words: each by what the service does with the claim.

use super::claims::claim;
use crate::diagnosis::{Difference, Effect, Row, RowPart};

/// The title of the comparison.
pub const TITLE: &str = "Compare with another token";

/// What it is good for.
pub const HINT: &str = "such as that of a colleague for whom it works; it stays in this tab, too";

/// What the box for it takes.
pub const PLACEHOLDER: &str = "Paste the other token here";

/// The columns.
pub const COLUMNS: [&str; 4] = ["Claim", "This token", "The other", "What follows"];

/// Where the other text is no token that can be read.
pub const UNREADABLE: &str = "There is no signed token in it that can be read.";

/// How much of the two is alike; and whether anything is not.
pub fn alike(count: usize, is_all: bool) -> String {
    match (count, is_all) {
        (_, true) => "The two tokens say the same.".to_owned(),
        (0, false) => "They have nothing in common.".to_owned(),
        (1, false) => "One more claim is the same in both.".to_owned(),
        (_, false) => [&*count.to_string(), " more are the same in both."].concat(),
    }
}

/// The name of a member, and of a header's that it is one.
pub fn name(row: &Row) -> String {
    match row.part {
        RowPart::Header => ["header ", &row.name].concat(),
        RowPart::Claims => row.name.clone(),
    }
}

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
