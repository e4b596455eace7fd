//! The questions of the tree in words, one table.

mod forbidden;
mod others;
mod unauthorized;

use crate::diagnosis::{Branch, NodeId};

/// A question in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeWords {
    /// The question in full.
    pub question: &'static str,
    /// The question on its card.
    pub short: &'static str,
    /// The card's second line before anything is pasted.
    pub hint: &'static str,
    /// The answer where it passes, a template.
    pub(super) passes: &'static str,
    /// The answer where it fails and the cause has none of its own, a template.
    pub(super) fails: &'static str,
    /// Why the service asks it.
    pub why: &'static str,
    /// Where each answer leads.
    pub leads: &'static [Lead],
    /// Where it is documented.
    pub source: Source,
}

/// An answer and where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The answer: "Yes".
    pub answer: &'static str,
    /// Where it leads: "on to the signature".
    pub leads_to: &'static str,
    /// The question it leads to, where it leads to one.
    pub node: Option<NodeId>,
}

/// A page that documents a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

/// A question's words.
pub const fn node(node: NodeId) -> &'static NodeWords {
    match node {
        NodeId::Status => &others::STATUS,
        NodeId::TokenRequest => &others::TOKEN_REQUEST,
        NodeId::BearerSent => &unauthorized::BEARER_SENT,
        NodeId::AnsweredBy => &unauthorized::ANSWERED_BY,
        NodeId::WellFormed => &unauthorized::WELL_FORMED,
        NodeId::TokenKind => &unauthorized::TOKEN_KIND,
        NodeId::Signature => &unauthorized::SIGNATURE,
        NodeId::Lifetime => &unauthorized::LIFETIME,
        NodeId::Audience => &unauthorized::AUDIENCE,
        NodeId::Issuer => &unauthorized::ISSUER,
        NodeId::Network => &forbidden::NETWORK,
        NodeId::Accepted => &forbidden::ACCEPTED,
        NodeId::GrantSource => &forbidden::GRANT_SOURCE,
        NodeId::AzureRbac => &forbidden::AZURE_RBAC,
        NodeId::AllowList => &forbidden::ALLOW_LIST,
        NodeId::RolesClaim => &forbidden::ROLES_CLAIM,
        NodeId::Smart => &forbidden::SMART,
        NodeId::Operation => &forbidden::OPERATION,
        NodeId::Propagation => &forbidden::PROPAGATION,
        NodeId::BadRequest => &others::BAD_REQUEST,
        NodeId::NotAuth => &others::NOT_AUTH,
    }
}

/// The head of a branch in words: the status it stands for, and what it means.
pub const fn branch(branch: Branch) -> (&'static str, &'static str) {
    match branch {
        Branch::Root => ("", "What did the service answer?"),
        Branch::Unauthorized => ("401", "Unauthorized: who are you?"),
        Branch::Forbidden => ("403", "Forbidden: may you do this?"),
        Branch::NoAnswer => ("—", "No answer yet"),
        Branch::BadRequest => ("400", "Bad request"),
        Branch::Other => ("…", "Anything else"),
    }
}

const fn on(answer: &'static str, leads_to: &'static str, node: NodeId) -> Lead {
    Lead {
        answer,
        leads_to,
        node: Some(node),
    }
}

const fn ends(answer: &'static str, leads_to: &'static str) -> Lead {
    Lead {
        answer,
        leads_to,
        node: None,
    }
}
