//! What the terms of the page mean, in Microsoft's own words for them.

use super::texts;

/// Each term with its meaning, in the order of the alphabet.
pub fn terms() -> impl Iterator<Item = (&'static str, &'static str)> {
    texts::section("terms").filter_map(|line| line.split_once(": "))
}

/// What a term means; nothing for one that is not explained.
pub fn term(name: &str) -> &'static str {
    texts::line("terms", name)
}
