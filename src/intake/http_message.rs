//! Raw HTTP messages (RFC 9112 section 2.1), as `curl -i`, proxies and editors show them.

use super::{
    Evidence, Item, Kind, authorized, bare_token, header_block, json, place, place::Found, url,
};
use crate::{
    http::{Authorization, Headers, Response},
    jose::Raw,
};

/// The methods that are known by their names at the beginning of a line.
const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// A response: status line, headers, body. Of several behind redirects the last counts, and where they led; one
/// that only announces the next, as a proxy's to `CONNECT`, is passed over (RFC 9110 sections 9.3.6 and 15.2).
pub(super) fn read_response(text: &str, line: &str) -> Found {
    let Some(mut last) = status(line) else {
        return Found::Nothing;
    };
    let mut redirect = None;
    let mut at = 0;
    loop {
        let line = place::first_line(text.get(at..).unwrap_or_default());
        let is_announcing =
            last < 200 || line.to_ascii_lowercase().contains("connection established");
        let (headers, body, length) = response(text.get(at..).unwrap_or_default());
        let next = text.get(at + length..).unwrap_or_default();
        let behind = next.trim_start();
        let location = headers
            .first("location")
            .filter(|_| is_redirect(last))
            .map(str::to_owned);
        let leads_on = is_announcing || location.is_some();
        let Some(status) = status(place::first_line(behind)).filter(|_| leads_on) else {
            let mut evidence = authorized::response(Kind::HttpResponse, last, &headers, body);
            if let Some(response) = &mut evidence.response {
                evidence.service = redirect.as_deref().and_then(url::service);
                response.redirect = redirect;
            }
            return Found::of(evidence, at + length);
        };
        redirect = location.or(redirect);
        last = status;
        at += length + next.len() - behind.len();
    }
}

/// Whether a client goes on to another address (RFC 9110 section 15.4).
pub(super) fn is_redirect(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

/// The headers and the body of the response that begins here, and how long it is.
fn response(text: &str) -> (Headers, Option<&str>, usize) {
    let is_success = status(place::first_line(text)).is_none_or(|status| status < 300);
    let head = place::line_end(text, 0);
    let behind_line = text.get(head..).unwrap_or_default();
    let (headers, headers_length) = header_block::block(behind_line);
    let is_complete = behind_line
        .get(..headers_length)
        .is_some_and(|block| block.ends_with("\n\n") || block.ends_with("\n\r\n"))
        || headers.0.is_empty() && headers_length > 0;
    let behind_headers = behind_line.get(headers_length..).unwrap_or_default();
    let (body, body_length) = match headers.first("content-length") {
        _ if !is_complete => (None, 0),
        Some("0") => (Some(""), 0),
        _ => {
            let (body, length) = body(behind_headers);
            if is_announced(body, &headers) && (is_success || !is_document(body)) {
                (Some(body), length)
            } else {
                (None, 0)
            }
        }
    };
    (headers, body, head + headers_length + body_length)
}

/// Whether it is a document that nobody answers a refusal with, pasted behind one.
fn is_document(body: &str) -> bool {
    let found = Raw::of(body).and_then(json::evidence);
    let kind = found.and_then(|found| Some(found.items.first()?.kind));
    matches!(
        kind,
        Some(Kind::JsonWebKeySet | Kind::DiscoveryDocument | Kind::ServiceSettings)
    )
}

/// Whether a text behind the headers is the body that they announce. Prose that was pasted behind a response
/// looks like plain text.
fn is_announced(body: &str, headers: &Headers) -> bool {
    if body.is_empty() || body.starts_with(['{', '<']) || body.starts_with("[{") {
        return true;
    }
    let length = headers.first("content-length");
    match headers.first("content-type") {
        Some(given) if place::begins(given, "text/") => true,
        None if length.is_none() => headers.first("www-authenticate").is_none(),
        _ => length.is_some_and(|length| *length == body.len().to_string()),
    }
}

/// The status of a status line: `HTTP/1.1 401 Unauthorized`.
pub(super) fn status(line: &str) -> Option<u16> {
    let mut words = line.strip_prefix("HTTP/")?.split_ascii_whitespace();
    let version = words.next()?;
    let status = words.next()?;
    (version.len() <= 3 && status.len() == 3).then(|| status.parse().ok())?
}

/// A request: request line, headers, and a body that is passed over.
pub(super) fn read_request(text: &str, line: &str) -> Found {
    let Some(start) = RequestLine::read(line) else {
        return Found::Nothing;
    };
    let head = place::line_end(text, 0);
    let behind_line = text.get(head..).unwrap_or_default();
    let (headers, mut length) = header_block::block(behind_line);
    let is_absolute = start.target.contains("://");
    let has_headers = !headers.0.is_empty();
    if !(start.has_version || is_absolute || has_headers) {
        return Found::Nothing;
    }
    let carried = if start.has_version || has_headers {
        authorized::carried(&headers)
    } else {
        length = 0;
        (Authorization::NotSeen, None)
    };
    let target = if is_absolute {
        start.target.to_owned()
    } else {
        url::on_host(headers.first("host"), start.target)
    };
    let mut evidence = authorized::request(Kind::HttpRequest, start.method, &target, carried);
    if let Some(status) = start.status {
        evidence.response = Some(Response {
            status: Some(status),
            ..Response::default()
        });
    }
    if headers
        .first("content-type")
        .or_else(|| headers.first("content-length"))
        .is_some_and(|value| value != "0")
    {
        length += body(behind_line.get(length..).unwrap_or_default()).1;
    }
    Found::of(evidence, head + length)
}

/// A request line; also `GET https://… 401 (Unauthorized)`, as the browsers' consoles write.
pub(super) struct RequestLine<'a> {
    pub(super) method: &'a str,
    pub(super) target: &'a str,
    has_version: bool,
    status: Option<u16>,
}

impl<'a> RequestLine<'a> {
    pub(super) fn read(line: &'a str) -> Option<Self> {
        let method = METHODS.iter().find(|method| line.starts_with(**method))?;
        let mut words = line.split_ascii_whitespace();
        let method = words.next().filter(|word| word == method)?;
        let target = words
            .next()
            .filter(|target| target.starts_with(['/', '{']) || target.contains("://"))?;
        let third = words.next();
        let has_version = third.is_some_and(|third| third.starts_with("HTTP/"));
        let status = third
            .filter(|third| third.len() == 3)
            .and_then(|third| third.parse().ok());
        (has_version || status.is_some() || third.is_none()).then_some(Self {
            method,
            target,
            has_version,
            status,
        })
    }
}

/// The body that stands here, and how long it is with the white space before it.
///
/// What it is decides how far it goes: a JSON value and an HTML page know their end, other text ends at an
/// empty line. What begins another thing is no body.
pub(super) fn body(text: &str) -> (&str, usize) {
    let body = without_chunk_size(text.trim_start());
    let before = text.len() - body.len();
    let line = place::first_line(body);
    let is_other_thing = status(line).is_some()
        || RequestLine::read(line).is_some()
        || ["curl ", "Bearer ", "Authorization:"]
            .iter()
            .any(|beginning| place::begins(line, beginning))
        || bare_token::is_token(line.trim_end());
    let length = if is_other_thing {
        return ("", 0);
    } else if body.starts_with(['{', '[']) {
        Raw::accept_prefix(body).map_or_else(|_| paragraph(body), |json| json.span().end)
    } else if body.starts_with('<') {
        markup(body).unwrap_or_else(|| paragraph(body))
    } else {
        paragraph(body)
    };
    (body.get(..length).unwrap_or_default(), before + length)
}

/// How long a page or an XML document is, where its end stands before the next message.
fn markup(text: &str) -> Option<usize> {
    for (start, line) in place::lines(text) {
        let message = line.trim_start_matches(is_before_line);
        if status(message).is_some() || RequestLine::read(message).is_some() {
            break;
        }
        for end in ["</html>", "</OperationOutcome>"] {
            if let Some(at) = place::position_of(line, end) {
                return Some(start + at + end.len());
            }
        }
    }
    None
}

/// What may stand before a message's first line, in a transcript too.
fn is_before_line(character: char) -> bool {
    matches!(character, '<' | '>') || character.is_whitespace() || place::is_indentation(character)
}

/// How long the text is up to the next empty line or the next message.
fn paragraph(text: &str) -> usize {
    place::lines(text)
        .find(|(_, line)| line.trim().is_empty() || status(line).is_some())
        .map_or(text.len(), |(start, _)| start)
}

/// Without the size of a chunk (RFC 9112 section 7.1), which a dump of the connection shows.
fn without_chunk_size(text: &str) -> &str {
    let line = place::first_line(text);
    let is_size =
        (1..=8).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_hexdigit());
    let rest = text.get(place::line_end(text, 0)..).unwrap_or_default();
    if is_size && rest.starts_with(['{', '[', '<']) {
        rest
    } else {
        text
    }
}

/// A request or a response that a transcript holds, as one thing.
pub(super) fn as_one(kind: Kind, mut evidence: Evidence) -> Evidence {
    evidence
        .items
        .retain(|item| !matches!(item.kind, Kind::HttpRequest | Kind::HttpResponse));
    evidence.items.insert(0, Item::of(kind));
    evidence
}
