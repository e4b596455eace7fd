//! A JSON document: told apart by its members.

use super::{
    Evidence, Item, Kind, authorized, bare_token, har, place::Found, refusal, service_settings,
    token_response, url,
};
use crate::{
    http::{self, Authorization, Header, Headers, Request, Response},
    jose::{JsonWebKeySet, Raw, Token},
    service::Settings,
};

/// A document that begins here.
pub(super) fn read(text: &str, _line: &str) -> Found {
    if !text.starts_with(['{', '[']) {
        return Found::Nothing;
    }
    let json = match Raw::accept_prefix(text) {
        Ok(json) => json,
        Err(read) => return Found::NothingUpTo(read),
    };
    match evidence(json) {
        Some(evidence) => Found::of(evidence, json.span().end),
        None => Found::NothingUpTo(json.span().end),
    }
}

/// No document of a known kind has so many members at its top.
const MANY: usize = 1_000;

/// What a document gives; none where it is of no known kind.
pub(super) fn evidence(json: Raw<'_>) -> Option<Evidence> {
    if json.is_array() {
        // A list of one, as `az … list` prints it. Of several, nobody knows which is meant.
        let mut items = json.items();
        return match (items.next(), items.next()) {
            (Some(only), None) if only.is_object() => evidence(only),
            _ => None,
        };
    }
    if json.members().nth(MANY).is_some() {
        return None;
    }
    if http::is_operation_outcome(json) {
        let response = Response::of(None, &Headers::default(), Some(json.text()));
        return Some(with_response(Kind::OperationOutcome, response));
    }
    har::read(json)
        .or_else(|| token_response::read(json))
        .or_else(|| refusal::in_json(json, None))
        .or_else(|| service_settings::read(json))
        .or_else(|| discovery_document(json))
        .or_else(|| keys(json))
        .or_else(|| gateway_error(json))
        .or_else(|| recorded_headers(json))
        .or_else(|| listed(json))
}

fn with_response(kind: Kind, response: Response) -> Evidence {
    Evidence {
        items: vec![Item {
            kind,
            notes: Vec::new(),
        }],
        response: Some(response),
        ..Evidence::default()
    }
}

/// A discovery document (OpenID Connect Discovery 1.0, section 3).
fn discovery_document(json: Raw<'_>) -> Option<Evidence> {
    json.get("jwks_uri")?;
    let issuer = json.string_at("issuer")?;
    Some(Evidence {
        items: vec![Item {
            kind: Kind::DiscoveryDocument,
            notes: Vec::new(),
        }],
        settings: Settings {
            issuer: Some(issuer),
            ..Settings::default()
        },
        ..Evidence::default()
    })
}

fn keys(json: Raw<'_>) -> Option<Evidence> {
    Some(Evidence {
        items: vec![Item {
            kind: Kind::JsonWebKeySet,
            notes: Vec::new(),
        }],
        keys: Some(JsonWebKeySet::from_raw(json)?),
        ..Evidence::default()
    })
}

/// API Management's `{"statusCode": 401, "message": …}`: a body without its response.
fn gateway_error(json: Raw<'_>) -> Option<Evidence> {
    let status = json
        .get("statusCode")?
        .text()
        .parse()
        .ok()
        .filter(|status| (400..600).contains(status))?;
    json.string_at("message")?;
    let response = Response::of(Some(status), &Headers::default(), Some(json.text()));
    Some(with_response(Kind::HttpResponse, response))
}

/// A request or its headers as JSON: `{"authorization": "Bearer …"}`, alone or as `headers`.
fn recorded_headers(json: Raw<'_>) -> Option<Evidence> {
    let object = json
        .get("headers")
        .filter(|headers| headers.is_object())
        .unwrap_or(json);
    let headers = Headers(
        object
            .members()
            .filter_map(|(name, value)| {
                Some(Header {
                    name: name.into_owned(),
                    value: value.string()?.into_owned(),
                })
            })
            .collect(),
    );
    let mut evidence = Evidence::default();
    if headers.first("authorization").is_some() {
        let (authorization, token) = authorized::carried(&headers);
        let url = json.string_at("url").unwrap_or_default();
        evidence.items.push(Item {
            kind: Kind::AuthorizationHeader,
            notes: Vec::new(),
        });
        evidence.service = url::service(&url);
        evidence.token = token.as_deref().map(Token::read);
        let method = json.string_at("method").unwrap_or_default();
        evidence.request = Some(Request {
            method,
            url,
            authorization,
        });
    }
    if headers.first("www-authenticate").is_some() {
        evidence.join(with_response(
            Kind::WwwAuthenticate,
            Response::of(None, &headers, None),
        ));
    }
    let is_seen = |request: &Request| request.authorization != Authorization::NotSeen;
    (evidence.response.is_some() || evidence.request.as_ref().is_some_and(is_seen))
        .then_some(evidence)
}

/// ARM's list: `{"value": […]}`.
fn listed(json: Raw<'_>) -> Option<Evidence> {
    json.get("value")
        .filter(|value| value.is_array())
        .and_then(evidence)
}

/// The token that a member holds, whatever stands around it.
pub(super) fn token_at(json: Raw<'_>, name: &str) -> Option<Evidence> {
    bare_token::announced(&json.string_at(name)?)
}
