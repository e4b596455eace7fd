//! The remarks of a hard look, in words.

use super::texts;
use crate::jose::{Concern, Remark};

/// A remark as a sentence without a full stop: "`jku`: the token says where its own key is …".
pub fn remark(remark: &Remark) -> String {
    /// A longer name is cut off: the table of claims shows it whole.
    const LONGEST: usize = 40;
    let name = remark.name.replace('`', "'");
    let end = name.floor_char_boundary(LONGEST);
    let (shown, rest) = name.split_at_checked(end).unwrap_or((&name, ""));
    let cut = if rest.is_empty() { "" } else { "…" };
    [
        "`",
        shown,
        cut,
        "`: ",
        texts::line("hard-look", key(remark.concern)),
    ]
    .concat()
}

const fn key(concern: Concern) -> &'static str {
    match concern {
        Concern::Unsigned => "unsigned",
        Concern::Hmac => "hmac",
        Concern::Critical => "critical",
        Concern::KeyAddress => "key-address",
        Concern::KeyInside => "key-inside",
        Concern::Compressed => "compressed",
        Concern::NoType => "no-type",
        Concern::LongLife => "long-life",
        Concern::SeveralAudiences => "several-audiences",
        Concern::Repeated => "repeated",
        Concern::Rounded => "rounded",
        Concern::Hidden => "hidden",
        Concern::StrangeKeyId => "strange-key-id",
        Concern::Nested => "nested",
    }
}
