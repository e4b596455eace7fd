//! One refused request of a recording, and its response.

use crate::{
    http::{self, Authorization, Header, Headers},
    intake::{
        Evidence, Kind,
        authorized::{self, Carried},
        http_message, refusal,
    },
    jose::{Members, Raw, Token, decode_loosely},
};

/// A refused request, as a list of them shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// `request.method`.
    pub method: String,
    /// `request.url`.
    pub url: String,
    /// `response.status`.
    pub status: u16,
    /// `startedDateTime`, as it was written: RFC 3339.
    pub started: String,
    /// The first audience of its token, where it carried a token that can be read.
    pub audience: Option<String>,
    /// The entry itself, its long texts cut.
    entry: String,
}

impl Exchange {
    /// The exchange of an entry; none where the entry is not JSON.
    pub(super) fn of(entry: &str, status: u16) -> Option<Self> {
        let json = Raw::of(entry)?;
        let request = json.get("request");
        let say = |name| request?.string_at(name);
        let (_, token) = authorized::carried(&headers(request));
        let token = token.as_deref().map(Token::read);
        let claims = token.as_ref().and_then(Token::jws).map(|jws| jws.claims());
        let audience =
            claims.and_then(|claims| claims.texts("aud").first().map(|&aud| aud.to_owned()));
        Some(Self {
            method: say("method").unwrap_or_default(),
            url: say("url").unwrap_or_default(),
            status,
            started: json.string_at("startedDateTime").unwrap_or_default(),
            audience,
            entry: entry.to_owned(),
        })
    }

    /// What it gives. Of a session without any `Authorization` nobody knows whether one was sent.
    pub(super) fn evidence(&self, is_sanitized: bool) -> Evidence {
        let evidence = Raw::of(&self.entry).map(|entry| read(entry, self.status, is_sanitized));
        http_message::as_one(Kind::Har, evidence.unwrap_or_default())
    }
}

fn headers(side: Option<Raw<'_>>) -> Headers {
    let mut headers = Headers::default();
    if let Some(list) = side.and_then(|side| side.get("headers")) {
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
        Some(encoding) if encoding == "base64" => String::from_utf8(decode_loosely(&text)?).ok(),
        _ => Some(text),
    }
}

fn read(entry: Raw<'_>, status: u16, is_sanitized: bool) -> Evidence {
    let mut evidence = Evidence::default();
    let request = entry.get("request");
    let response = entry.get("response");
    let content = response.and_then(|response| response.get("content"));
    let body = content.and_then(text);
    let refused = body
        .as_deref()
        .and_then(|body| refusal::in_json(&Members::of(Raw::of(body)?)?, Some(status)));
    if let Some(refused) = refused {
        return refused;
    }
    let carried: Carried = match authorized::carried(&headers(request)) {
        // Browsers leave `Authorization` out of what they save, unless asked for it.
        (Authorization::Missing, _) if is_sanitized => (Authorization::Redacted, None),
        carried => carried,
    };
    if let Some(request) = request {
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
    evidence.join(authorized::response(
        Kind::HttpResponse,
        status,
        &headers(response),
        body.as_deref(),
    ));
    if let Some(response) = &mut evidence.response {
        let started = entry.get("startedDateTime").and_then(Raw::string);
        response.date = response.date.or_else(|| http::seconds(&started?));
    }
    evidence
}
