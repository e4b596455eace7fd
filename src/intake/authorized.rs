//! What a request and a response give, whatever they were written down in.

use super::{Evidence, Kind, http_message, json, refusal, url, wrapped};
use crate::{
    http::{Authorization, Headers, Request, Response},
    jose::{Members, Raw, Token},
};

/// What a request's header carried, and its token, as sent.
pub(super) type Carried = (Authorization, Option<String>);

/// What these headers carried, all of them being seen.
pub(super) fn carried(headers: &Headers) -> Carried {
    headers
        .first("authorization")
        .map_or((Authorization::Missing, None), carried_in)
}

/// What a header value carried that a command or a program writes down. Where a variable is put into it or
/// something is joined on to it, the token that was sent is not the text that stands here.
pub(super) fn written(value: &str, is_variable: bool) -> Carried {
    if is_variable {
        (carried_in(&[value, "?"].concat()).0, None)
    } else {
        carried_in(&wrapped::header_value(value))
    }
}

/// What is known where no `Authorization` header stands: that there is none, or, where some headers are
/// hidden in a variable or a file, nothing.
pub(super) fn unseen(is_hidden: bool) -> Authorization {
    if is_hidden {
        Authorization::NotSeen
    } else {
        Authorization::Missing
    }
}

/// What this header value carried.
pub(super) fn carried_in(value: &str) -> Carried {
    let (authorization, token) = Authorization::read(value);
    (authorization, token.map(str::to_owned))
}

/// A request.
///
/// One that went to a token endpoint is not the request that was refused, and what it carried is a secret
/// that nobody asked for: it gives nothing.
pub(super) fn request(
    kind: Kind,
    method: &str,
    url: &str,
    (authorization, token): Carried,
) -> Evidence {
    let mut evidence = Evidence::of(kind);
    if !url::is_token_endpoint(url) {
        let token = token.or_else(|| url::token_in(url));
        evidence.service = url::service(url);
        evidence.token = token.as_deref().map(Token::read);
        evidence.request = Some(Request {
            method: method.to_ascii_uppercase(),
            url: url.to_owned(),
            authorization,
        });
    }
    evidence
}

/// A response, as far as it was seen.
///
/// A token endpoint's answer is not the API's: it gives the token, or the refusal, and no response. A sign-in page
/// refuses in the address that it leads to (RFC 6749 section 4.1.2.1).
pub(super) fn response(kind: Kind, status: u16, headers: &Headers, body: Option<&str>) -> Evidence {
    let json = body.and_then(Raw::of);
    let is_success = (200..300).contains(&status);
    let other = json.and_then(|json| {
        if is_success {
            json::evidence(json)
        } else {
            refusal::in_json(&Members::of(json)?, Some(status))
        }
    });
    let location = headers.first("location");
    let refused = || url::refusal_in(location.filter(|_| http_message::is_redirect(status))?);
    other
        .or_else(refused)
        .unwrap_or_else(|| Evidence::of_response(kind, Response::of(Some(status), headers, body)))
}
