//! What the service's own words change: they decide the question, and the token's evidence refines the
//! cause.

use super::{
    cause::{CauseId, Weight},
    checks::has_foreign_nonce,
    facts::{Facts, Sent},
    node::NodeId,
    outcome::{Certainty, Detail, Doubt, Finding, Verdict},
    sheet::Sheet,
};
use crate::http::Reason;

/// The questions of a 401 that look inside the token.
const INSIDE: [NodeId; 5] = [
    NodeId::TokenKind,
    NodeId::Signature,
    NodeId::Lifetime,
    NodeId::Audience,
    NodeId::Issuer,
];

impl Reason {
    /// The question that the reason names.
    pub(super) const fn node(self) -> NodeId {
        match self {
            Self::Audience => NodeId::Audience,
            Self::Issuer => NodeId::Issuer,
            Self::NoExpiration | Self::Lifetime | Self::NotYetValid | Self::Expired => {
                NodeId::Lifetime
            }
            Self::KeyNotFound | Self::Signature | Self::Unsigned => NodeId::Signature,
            Self::Encrypted | Self::Unreadable => NodeId::WellFormed,
        }
    }

    /// The cause where nothing more is known than the reason itself.
    const fn generic_cause(self) -> CauseId {
        match self {
            Self::Audience => CauseId::AudienceMismatch,
            Self::Issuer => CauseId::IssuerMismatch,
            Self::NoExpiration => CauseId::NoExpiration,
            Self::Lifetime => CauseId::LifetimeInverted,
            Self::NotYetValid => CauseId::NotYetValid,
            Self::Expired => CauseId::Expired,
            Self::KeyNotFound => CauseId::SigningKeyNotFound,
            Self::Signature => CauseId::SignatureInvalid,
            Self::Unsigned => CauseId::UnsignedToken,
            Self::Encrypted => CauseId::EncryptedToken,
            Self::Unreadable => CauseId::MalformedToken,
        }
    }
}

/// Lets the service's words answer the questions that they name.
pub(super) fn apply(facts: &Facts<'_>, sheet: &mut Sheet) {
    for reason in &facts.reasons {
        let node = reason.node();
        if !sheet.fails(node) {
            hear(facts, sheet, *reason);
            sheet.mark(node, Verdict::Fail, Detail::ServiceSaid);
        }
    }
}

/// The service names a failure that the token, as far as it is in hand, does not show.
fn hear(facts: &Facts<'_>, sheet: &mut Sheet, reason: Reason) {
    let node = reason.node();
    let is_explained = reason == Reason::Unreadable
        && (INSIDE.iter().any(|node| sheet.fails(*node))
            || sheet.has(CauseId::SmartClientNotRegistered));
    if is_explained {
        return;
    }
    if let Some(findings) = sheet.findings_mut(node)
        && let Some(warning) = findings
            .iter_mut()
            .find(|finding| finding.cause.weight() == Weight::Warns)
    {
        warning.certainty = Certainty::Likely;
        return;
    }
    let is_untold = matches!(sheet.verdict(node), Verdict::CannotTell(_));
    let is_graphs_own = node == NodeId::Signature && facts.jws.is_some_and(has_foreign_nonce);
    let cause = reason.generic_cause();
    let finding = match (reason, facts.sent()) {
        (Reason::Unreadable, Sent::Unknown) => Finding::new(cause, Certainty::Likely),
        (_, Sent::Unknown) => Finding::certain(cause),
        _ if is_untold || is_graphs_own => Finding::certain(cause),
        _ => Finding::new(cause, Certainty::Likely).doubting(Doubt::OtherTokenSent),
    };
    sheet.add(finding.at(node));
}
