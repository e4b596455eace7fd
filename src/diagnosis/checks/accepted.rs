//! Would this token be accepted at all?
//!
//! A 403 needs a token that was accepted [domain 1.2 b], so a failure of the 401 questions contradicts
//! it. A signature that cannot be told does not lower the answer.

use super::{CauseId, Check, Detail, Facts, Finding, Input, NodeId, Sent, Verdict};
use crate::diagnosis::sheet::Sheet;

const SUMMED_UP: [NodeId; 3] = [NodeId::Lifetime, NodeId::Audience, NodeId::Issuer];

pub(in crate::diagnosis) fn accepted(facts: &Facts<'_>, sheet: &Sheet) -> Check {
    let failed = [NodeId::WellFormed, NodeId::TokenKind, NodeId::Signature]
        .iter()
        .chain(&SUMMED_UP)
        .find(|node| sheet.fails(**node));
    if let Some(node) = failed {
        return contradiction(facts, sheet).with(Detail::FollowsFrom(*node));
    }
    match facts.sent() {
        Sent::No if facts.needs_no_token() => return Check::plain(Verdict::NotApplicable),
        Sent::No => {
            return contradiction(facts, sheet).with(Detail::FollowsFrom(NodeId::BearerSent));
        }
        Sent::Unknown => return Check::cannot_tell(Input::Token),
        Sent::Readable | Sent::Unreadable => {}
    }
    match sheet.untold(&SUMMED_UP) {
        Some(input) => Check::cannot_tell(input),
        None => Check::pass(),
    }
}

/// Where the network or a gateway refused, the token was not asked, and nothing contradicts.
fn contradiction(facts: &Facts<'_>, sheet: &Sheet) -> Check {
    let was_asked = !sheet.fails(NodeId::Network) && !sheet.fails(NodeId::AnsweredBy);
    if facts.status == Some(403) && was_asked {
        return Check::plain(Verdict::Fail).beside(Finding::certain(CauseId::StatusContradiction));
    }
    Check::plain(Verdict::Fail)
}
