//! The call that needs no token, beside the one that was refused.
//!
//! It proves nothing about a token, but its status tells whether the network refuses [domain 2.5]: who asks for help
//! pastes both, in any order.

use super::Evidence;
use crate::{
    diagnosis::AnonymousCall,
    http::{Request, Response, Url},
    service::is_anonymous,
};

/// Of an anonymous call and another to the same service, the other is judged. A response that stands by itself
/// belongs to the call before it.
pub(super) fn set_aside(
    later: &mut Evidence,
    request: &mut Option<Request>,
    response: &mut Option<Response>,
    anonymous: &mut AnonymousCall,
    has_token: bool,
) {
    let is_unanswered = *anonymous == AnonymousCall::Asked;
    if is_unanswered {
        *anonymous = AnonymousCall::NotSeen;
    }
    let status = later.response.as_ref().and_then(|response| response.status);
    let new = url(later.request.as_ref());
    if new.is_none() && status.is_none() {
        return;
    }
    let old = url(request.as_ref());
    let is_judged = old.is_some_and(|old| !is_anonymous(old));
    let Some(new) = new else {
        if let Some(status) = status.filter(|_| is_unanswered || old.is_some() && !is_judged) {
            *anonymous = AnonymousCall::Answered(status);
            later.response.take_if(|_| is_judged);
        }
        return;
    };
    let is_same_service =
        old.is_none_or(|old| old.has_host(new.host) || old.host.is_empty() || new.host.is_empty());
    if is_anonymous(new) {
        *anonymous = status.map_or(AnonymousCall::Asked, AnonymousCall::Answered);
        if is_judged && is_same_service {
            later.request = None;
            later.response = None;
            later.token.take_if(|_| has_token);
        }
        return;
    }
    if old.is_some() && !is_judged {
        *request = None;
        response.take_if(|_| !is_unanswered);
    }
    if !is_same_service {
        *anonymous = AnonymousCall::NotSeen;
    }
}

/// As much of a URL is looked at, for it is looked at again with each thing that stands behind it.
const FAR: usize = 512;

/// The URL of a request of which more than a header was seen.
fn url(request: Option<&Request>) -> Option<Url<'_>> {
    let url = &*request?.url;
    let near = url.get(..url.floor_char_boundary(FAR))?;
    (!near.is_empty()).then(|| Url::parse_reference(near))
}
