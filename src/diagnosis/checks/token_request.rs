//! Did the identity provider refuse to issue a token?
//!
//! Its refusal (an `AADSTS…` code, or an OAuth 2.0 error, RFC 6749 section 5.2) settles everything: no
//! token exists that the service could judge.

use super::{CauseId, Check, Facts, Finding, Input, Sent};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    if facts.case.token_refusal.is_some() {
        return Check::fail(Finding::certain(CauseId::TokenRequestFailed));
    }
    match (facts.sent(), facts.status) {
        (Sent::Readable | Sent::Unreadable, _) => Check::pass(),
        (_, Some(_)) => Check::not_applicable(),
        (_, None) => Check::cannot_tell(Input::Token),
    }
}
