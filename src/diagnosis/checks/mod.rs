//! The checks: one file for each question of the tree.
//!
//! A check looks at the facts alone and answers its own question. What the service's words change, and
//! what lies behind a failure, is decided afterwards.

mod accepted;
mod allow_list;
mod answered_by;
mod audience;
mod azure_rbac;
mod bad_request;
mod bearer_sent;
mod expected_audience;
mod grant_source;
mod issuer;
mod lifetime;
mod network;
mod not_auth;
mod operation;
mod propagation;
mod roles_claim;
mod signature;
mod smart;
mod status;
mod token_kind;
mod token_request;
mod well_formed;

pub(super) use accepted::accepted;
pub use grant_source::{GrantSource, grant_source};
pub use lifetime::CLOCK_SKEW;
pub(super) use signature::is_key_unknown;
pub(super) use token_kind::has_foreign_nonce;

use super::{
    cause::CauseId,
    facts::{Facts, Sent},
    node::NodeId,
    outcome::{Certainty, Comparison, Detail, Doubt, Finding, Input, Verdict},
};

/// What a check found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Check {
    pub(super) verdict: Verdict,
    pub(super) detail: Detail,
    pub(super) findings: Vec<Finding>,
}

impl Check {
    #[inline(never)]
    pub(super) fn plain(verdict: Verdict) -> Self {
        Self {
            verdict,
            detail: Detail::Plain,
            findings: Vec::new(),
        }
    }

    pub(super) fn pass() -> Self {
        Self::plain(Verdict::Pass)
    }

    pub(super) fn not_applicable() -> Self {
        Self::plain(Verdict::NotApplicable)
    }

    pub(super) fn cannot_tell(input: Input) -> Self {
        Self::plain(Verdict::CannotTell(input))
    }

    #[inline(never)]
    pub(super) fn fail(finding: Finding) -> Self {
        Self {
            verdict: Verdict::Fail,
            detail: Detail::Because(finding.cause),
            findings: vec![finding],
        }
    }

    #[inline(never)]
    pub(super) fn warn(finding: Finding) -> Self {
        Self {
            verdict: Verdict::Warn,
            detail: Detail::Because(finding.cause),
            findings: vec![finding],
        }
    }

    pub(super) fn with(mut self, detail: Detail) -> Self {
        self.detail = detail;
        self
    }

    pub(super) fn beside(mut self, finding: Finding) -> Self {
        self.findings.push(finding);
        self
    }
}

impl Finding {
    #[inline(never)]
    pub(super) fn new(cause: CauseId, certainty: Certainty) -> Self {
        Self {
            cause,
            node: cause.node(),
            certainty,
            evidence: None,
            doubt: None,
        }
    }

    #[inline(never)]
    pub(super) fn certain(cause: CauseId) -> Self {
        Self::new(cause, Certainty::Certain)
    }

    pub(super) fn at(mut self, node: NodeId) -> Self {
        self.node = node;
        self
    }

    #[inline(never)]
    pub(super) fn comparing(mut self, evidence: Comparison) -> Self {
        self.evidence = Some(evidence);
        self
    }

    pub(super) fn doubting(mut self, doubt: Doubt) -> Self {
        self.doubt = Some(doubt);
        self
    }
}

/// The answer to one question, from the facts alone. `accepted` sums up others and comes later.
pub(super) fn check(node: NodeId, facts: &Facts<'_>) -> Check {
    match node {
        NodeId::Status => status::check(facts),
        NodeId::TokenRequest => token_request::check(facts),
        NodeId::BearerSent => bearer_sent::check(facts),
        NodeId::AnsweredBy => answered_by::check(facts),
        NodeId::WellFormed => well_formed::check(facts),
        NodeId::TokenKind => with_token(facts, token_kind::check),
        NodeId::Signature => with_token(facts, signature::check),
        NodeId::Lifetime => with_token(facts, lifetime::check),
        NodeId::Audience => with_token(facts, audience::check),
        NodeId::Issuer => with_token(facts, issuer::check),
        NodeId::Network => network::check(facts),
        NodeId::Accepted => Check::cannot_tell(Input::Token),
        NodeId::GrantSource => grant_source::check(facts),
        NodeId::AzureRbac => azure_rbac::check(facts),
        NodeId::AllowList => allow_list::check(facts),
        NodeId::RolesClaim => roles_claim::check(facts),
        NodeId::Smart => smart::check(facts),
        NodeId::Operation => operation::check(facts),
        NodeId::Propagation => propagation::check(facts),
        NodeId::BadRequest => bad_request::check(facts),
        NodeId::NotAuth => not_auth::check(facts),
    }
}

/// A question about the inside of a token: without one in hand it cannot be told, and behind one that
/// cannot be read, or was never sent, it is not reached.
fn with_token(
    facts: &Facts<'_>,
    check: fn(&Facts<'_>, super::facts::Inside<'_>) -> Check,
) -> Check {
    match facts.inside() {
        Some(inside) => check(facts, inside),
        None => without_token(facts).unwrap_or_else(|| Check::plain(Verdict::NotReached)),
    }
}

/// What is said of a question that needs a token where no readable one was sent; nothing where one was.
#[inline(never)]
fn without_token(facts: &Facts<'_>) -> Option<Check> {
    match facts.sent() {
        Sent::Unreadable | Sent::No => Some(Check::plain(Verdict::NotReached)),
        Sent::Unknown => Some(Check::cannot_tell(Input::Token)),
        Sent::Readable => None,
    }
}
