//! The path taken through the tree: which branch, and how far the service got.

use super::{
    facts::Facts,
    node::{Branch, NodeId, Place, TREE},
    outcome::{Diagnosis, OnPath, Verdict},
};

/// How each place of [`TREE`] stands to the path taken, in its order.
///
/// Without a status there is no branch taken yet: the path ends at the root, and what was judged lies
/// behind it.
pub fn path(facts: &Facts<'_>, diagnosis: &Diagnosis) -> Vec<OnPath> {
    let branch = facts.status.map(Branch::of_status);
    let refused_at = refusing_node(facts, diagnosis);
    let end = refused_at.and_then(|node| {
        TREE.iter()
            .rposition(|place| Some(place.branch) == branch && place.node == node)
    });
    TREE.iter()
        .enumerate()
        .map(|(index, place)| match branch {
            _ if place.branch == Branch::Root => OnPath::Taken,
            Some(branch) if place.branch == branch => match end {
                _ if is_passed_over(*place, diagnosis) => OnPath::Off,
                Some(end) if index > end => OnPath::After,
                _ => OnPath::Taken,
            },
            Some(_) => OnPath::Off,
            None if is_predicted(place.branch) && diagnosis.judged.is_some() => {
                if is_passed_over(*place, diagnosis) {
                    OnPath::Off
                } else {
                    OnPath::After
                }
            }
            None => OnPath::Off,
        })
        .collect()
}

impl Branch {
    /// The branch that hangs below this status.
    pub const fn of_status(status: u16) -> Self {
        match status {
            400 => Self::BadRequest,
            401 => Self::Unauthorized,
            403 => Self::Forbidden,
            _ => Self::Other,
        }
    }
}

/// The question at which the service refused, or at which the path waits for an answer.
fn refusing_node(facts: &Facts<'_>, diagnosis: &Diagnosis) -> Option<NodeId> {
    let headline = diagnosis.headline.as_ref()?;
    let is_of_the_token = matches!(
        headline.node,
        NodeId::BearerSent
            | NodeId::WellFormed
            | NodeId::TokenKind
            | NodeId::Signature
            | NodeId::Lifetime
            | NodeId::Audience
            | NodeId::Issuer
    );
    if facts.status == Some(403) && is_of_the_token {
        Some(NodeId::Accepted)
    } else {
        Some(headline.node)
    }
}

/// A choice that this service does not offer.
fn is_passed_over(place: Place, diagnosis: &Diagnosis) -> bool {
    let verdict = diagnosis.node(place.node).map(|state| state.verdict);
    place.under.is_some() && matches!(verdict, Some(Verdict::NotApplicable))
}

const fn is_predicted(branch: Branch) -> bool {
    matches!(branch, Branch::Unauthorized | Branch::Forbidden)
}
