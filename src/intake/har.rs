//! A recorded session (HTTP Archive 1.2, as browsers save it): the request that was refused.

use base64::{Engine, engine::general_purpose::STANDARD};

use super::{
    Evidence, Kind,
    authorized::{self, Carried},
    http_message, refusal,
};
use crate::{
    http::{Authorization, Header, Headers},
    jose::{Members, Raw},
};

/// The session's one refused request; of several, nobody knows which is meant.
pub(super) fn read(json: &Members<'_>) -> Option<Evidence> {
    let entries = json
        .get("log")?
        .get("entries")
        .filter(|entries| entries.is_array())?;
    let mut refused = entries
        .items()
        .filter(|entry| matches!(status(*entry), Some(400 | 401 | 403)));
    let (Some(only), None) = (refused.next(), refused.next()) else {
        return Some(Evidence::of(Kind::Har));
    };
    let is_sanitized = !entries
        .items()
        .any(|entry| headers(entry, "request").first("authorization").is_some());
    Some(http_message::as_one(
        Kind::Har,
        exchange(only, is_sanitized),
    ))
}

fn status(entry: Raw<'_>) -> Option<u16> {
    entry.at(&["response", "status"])?.text().parse().ok()
}

fn headers(entry: Raw<'_>, side: &str) -> Headers {
    let mut headers = Headers::default();
    if let Some(list) = entry.at(&[side, "headers"]) {
        for header in list.items() {
            if let (Some(name), Some(value)) = (header.string_at("name"), header.string_at("value"))
            {
                headers.0.push(Header { name, value });
            }
        }
    }
    headers
}

/// The text of a body; what is no text is recorded as base64.
fn text(content: Raw<'_>) -> Option<String> {
    let text = content.string_at("text")?;
    match content.string_at("encoding") {
        Some(encoding) if encoding == "base64" => {
            String::from_utf8(STANDARD.decode(text).ok()?).ok()
        }
        _ => Some(text),
    }
}

/// What one entry gives.
fn exchange(entry: Raw<'_>, is_sanitized: bool) -> Evidence {
    let mut evidence = Evidence::default();
    let content = entry.at(&["response", "content"]);
    let body = content.and_then(text);
    let refused = body
        .as_deref()
        .and_then(|body| refusal::in_json(&Members::of(Raw::of(body)?)?, status(entry)));
    if let Some(refused) = refused {
        return refused;
    }
    let sent = headers(entry, "request");
    let carried: Carried = match authorized::carried(&sent) {
        // Browsers leave `Authorization` out of what they save, unless asked for it.
        (Authorization::Missing, _) if is_sanitized => (Authorization::Redacted, None),
        carried => carried,
    };
    if let Some(request) = entry.get("request") {
        let url = request.string_at("url").unwrap_or_default();
        let method = request.string_at("method").unwrap_or_default();
        evidence.join(authorized::request(
            Kind::HttpRequest,
            &method,
            &url,
            carried,
        ));
    }
    let body = body.filter(|_| {
        content
            .and_then(|content| content.get("encoding"))
            .is_none()
    });
    if let Some(status) = status(entry) {
        evidence.join(authorized::response(
            Kind::HttpResponse,
            status,
            &headers(entry, "response"),
            body.as_deref(),
        ));
    }
    evidence
}
