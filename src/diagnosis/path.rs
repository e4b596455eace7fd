//! The path taken through the tree: which branch, and how far the service got.

use super::{
    facts::{Facts, Sent},
    node::{Branch, NodeId, Place, TREE},
    outcome::{Diagnosis, OnPath, Verdict},
};

/// How each place of [`TREE`] stands to the path taken, in its order.
///
/// Without a status there is no branch taken yet: the path ends at the root, and what was judged lies
/// behind it.
pub fn path(facts: &Facts<'_>, diagnosis: &Diagnosis) -> Vec<OnPath> {
    let taken = branch_taken(facts, diagnosis);
    let refused_at = refusing_node(facts, diagnosis);
    let end = TREE
        .iter()
        .rposition(|place| Some(place.branch) == taken && Some(place.node) == refused_at);
    let stand = |(index, place): (usize, &Place)| {
        if place.branch == Branch::Root {
            return OnPath::Taken;
        }
        let is_lit = match taken {
            Some(branch) => place.branch == branch,
            None => is_predicted(place.branch) && facts.sent() != Sent::Unknown,
        };
        if !is_lit || is_passed_over(*place, diagnosis) {
            return OnPath::Off;
        }
        let is_behind = taken.is_none() || end.is_some_and(|end| index > end);
        if is_behind {
            OnPath::After
        } else {
            OnPath::Taken
        }
    };
    TREE.iter().enumerate().map(stand).collect()
}

/// The branch of the status; without one, that of a refused token request.
fn branch_taken(facts: &Facts<'_>, diagnosis: &Diagnosis) -> Option<Branch> {
    let is_refused = diagnosis
        .headline
        .as_ref()
        .is_some_and(|headline| headline.node == NodeId::TokenRequest);
    facts
        .status
        .map(Branch::of_status)
        .or(is_refused.then_some(Branch::NoAnswer))
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
