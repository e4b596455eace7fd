//! Did a bearer token reach the service?
//!
//! The scheme must be `Bearer`, in any case, and a token must follow (RFC 6750 section 2.1). A 401 whose
//! challenge has no `error=` says that none arrived [domain 3.3].

use super::{CauseId, Certainty, Check, Detail, Doubt, Facts, Finding, Input, Sent, Verdict};
use crate::http::Authorization;

pub(super) fn check(facts: &Facts<'_>) -> Check {
    // At 400 and other statuses the service has not asked for one.
    let is_asked = matches!(facts.status, None | Some(401 | 403));
    if facts.says_no_token() {
        return Check {
            detail: Detail::ServiceSaid,
            ..Check::fail(said(facts))
        };
    }
    match facts.sent() {
        Sent::Readable | Sent::Unreadable => Check::pass(),
        Sent::No if facts.needs_no_token() => Check::plain(Verdict::NotApplicable),
        Sent::No if is_asked => Check::fail(Finding::certain(CauseId::NoBearerToken)),
        Sent::No => Check::plain(Verdict::Fail),
        Sent::Unknown => {
            if facts.case.answers.token_sent == Some(true) || facts.says_token_came() {
                Check::pass()
            } else {
                Check::cannot_tell(Input::Token)
            }
        }
    }
}

/// The service says that none arrived. Where the request did carry one, something dropped it.
fn said(facts: &Facts<'_>) -> Finding {
    let is_in_request = facts
        .case
        .request
        .as_ref()
        .is_some_and(|request| request.authorization == Authorization::Bearer);
    if is_in_request {
        return Finding::new(CauseId::NoBearerToken, Certainty::Likely)
            .doubting(Doubt::DroppedOnTheWay);
    }
    Finding::certain(CauseId::NoBearerToken)
}
