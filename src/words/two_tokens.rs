//! Two tokens beside each other in words: what is compared, and what the service does with it.

use crate::diagnosis::{Effect, Row, RowPart};

/// The button that opens the comparison.
pub const OPEN: &str = "Compare…";

/// Its title.
pub const TITLE: &str = "Compare with another token";

/// What it is good for.
pub const HINT: &str = "such as that of a colleague for whom it works; it stays in this tab, too";

/// What the box for it takes.
pub const PLACEHOLDER: &str = "Paste the other token here";

/// The columns behind that of the marks.
pub const COLUMNS: [&str; 3] = ["Claim", "What differs", "What it means for this token"];

/// The two values of a claim.
pub const SIDES: [&str; 2] = ["This token", "The other"];

/// Where the other text is no token that can be read.
pub const UNREADABLE: &str = "There is no signed token in it that can be read.";

/// What the service does with the claims that differ, said once for all of them.
pub const fn group(effect: Effect) -> &'static str {
    match effect {
        Effect::Decides => "The service decides by these",
        Effect::Tells => "These tell who calls, and through what",
        Effect::DiffersAlways => "Any two tokens differ in these",
        Effect::Ignored => "The service does not read these",
    }
}

/// All of the two is alike.
pub const ALL_ALIKE: &str = "The two tokens say the same.";

/// How much of the two is alike, behind what differs.
pub fn alike(count: usize) -> String {
    match count {
        0 => " They have nothing in common.".to_owned(),
        1 => " One more claim is the same in both.".to_owned(),
        _ => [" ", &count.to_string(), " more are the same in both."].concat(),
    }
}

/// The name of a member, and of a header's that it is one.
pub fn name(row: &Row<'_>) -> String {
    match row.part {
        RowPart::Header => ["header ", row.name].concat(),
        RowPart::Claims => row.name.to_owned(),
    }
}
