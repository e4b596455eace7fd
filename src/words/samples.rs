//! A cause that is only suspected: what it would look like.

use super::texts;
use crate::diagnosis::{CauseId, Comparison, Field, NodeId};

/// Where else the certainty stands.
pub const IF_SO: &str = "If this is the cause";

/// The button that takes the choice back.
pub const NOT_THIS: &str = "Not this cause";

/// Above two values that no one gave.
pub const FOR_EXAMPLE: &str = "For example";

/// Two values as the cause sets them apart; none where it is not of two values.
pub fn sample(cause: CauseId) -> Option<Comparison> {
    let (found, expected) = texts::line("samples", cause.id()).split_once(' ')?;
    let (claim, expected_in) = if cause.node() == NodeId::Audience {
        ("aud", Field::Audience)
    } else {
        ("iss", Field::Issuer)
    };
    Some(Comparison {
        found_in: Field::Claim(claim),
        found: found.to_owned(),
        expected_in,
        expected: expected.to_owned(),
    })
}
