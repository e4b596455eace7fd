//! A JSON document: told apart by its members.

use super::{
    Evidence, Kind, bare_token, har, header_block, place::Found, refusal, role_list,
    service_settings, token_response,
};
use crate::{
    http::{self, Body, Header, Headers, Response},
    jose::{JsonWebKeySet, Members, Raw},
    service::Settings,
};

/// As many places are looked at in loose text where a document could begin, and so far from there.
const PLACES: usize = 1_000;
const FAR: usize = 256 * 1024;

/// A document that begins here; also one that is escaped in a quoted text.
pub(super) fn read(text: &str, _line: &str) -> Found {
    if !text.starts_with(['{', '[']) && !text.starts_with("\"{") {
        return Found::Nothing;
    }
    let json = match Raw::accept_prefix(text) {
        Ok(json) => json,
        Err(read) => return Found::NothingUpTo(read),
    };
    let found = match json.string() {
        Some(escaped) => Raw::of(&escaped).and_then(evidence),
        None => evidence(json),
    };
    match found {
        Some(evidence) => Found::of(evidence, json.span().end),
        None => Found::NothingUpTo(json.span().end),
    }
}

/// The first document of a known kind that stands behind other words: `Response body: {…}`.
pub(super) fn within(text: &str) -> Option<Evidence> {
    let mut rest = text;
    for _ in 0..PLACES {
        let brace = rest.find('{')?;
        // Escaped, it begins with the quotation mark before it.
        let is_escaped = rest.get(brace..)?.starts_with("{\\\"") && brace > 0;
        let before = usize::from(is_escaped);
        let from = rest.get(rest.floor_char_boundary(brace - before)..)?;
        let near = from.get(..from.floor_char_boundary(FAR))?;
        let length = match read(near, "") {
            Found::Evidence(found, _) => return Some(*found),
            Found::NothingUpTo(length) => length,
            Found::Nothing => 0,
        };
        rest = from.get(from.ceil_char_boundary(length.max(before + 1))..)?;
    }
    None
}

/// An `OperationOutcome` in XML, or one in JSON that was cut off.
pub(super) fn outcome_in_text(text: &str) -> Option<Evidence> {
    if let Some(at) = text.find("<OperationOutcome") {
        let outcome = text.get(at..)?;
        let end = outcome.find("</OperationOutcome>");
        let outcome = outcome.get(..end.unwrap_or(outcome.len()))?;
        return Some(outcome_alone(outcome));
    }
    let at = text.get(..text.find("\"OperationOutcome\"")?)?.rfind('{')?;
    let outcome = outcome_alone(text.get(at..)?);
    let body = outcome.response.as_ref()?.body.as_ref();
    matches!(body, Some(Body::OperationOutcome { .. })).then_some(outcome)
}

/// Every kind of document, each before those that it could be taken for.
const DOCUMENTS: [fn(&Members<'_>) -> Option<Evidence>; 10] = [
    operation_outcome,
    har::read,
    token_response::read,
    refused,
    service_settings::read,
    discovery_document,
    keys,
    jws_json,
    gateway_error,
    recorded_headers,
];

/// What a document gives; none where it is of no known kind.
pub(super) fn evidence(json: Raw<'_>) -> Option<Evidence> {
    if let Some(roles) = role_list::in_json(json) {
        return Some(roles);
    }
    // A list of one, as `az … list` and ARM print it. Of several, nobody knows which is meant.
    let list = if json.is_array() {
        Some(json)
    } else {
        json.get("value").filter(|value| value.is_array())
    };
    let document = match list {
        Some(list) => {
            let mut items = list.items();
            items.next().filter(|_| items.next().is_none())?
        }
        None => json,
    };
    let members = Members::of(document)?;
    DOCUMENTS.iter().find_map(|read| read(&members))
}

/// An `OperationOutcome` without its response.
fn operation_outcome(json: &Members<'_>) -> Option<Evidence> {
    http::is_operation_outcome(json).then(|| outcome_alone(json.object().text()))
}

fn outcome_alone(text: &str) -> Evidence {
    let response = Response::of(None, &Headers::default(), Some(text));
    Evidence::of_response(Kind::OperationOutcome, response)
}

fn refused(json: &Members<'_>) -> Option<Evidence> {
    refusal::in_json(json, None)
}

/// A JWS in the JSON serialisation, general or flattened (RFC 7515 sections 7.2.1 and 7.2.2).
fn jws_json(json: &Members<'_>) -> Option<Evidence> {
    json.string_at("payload")?;
    json.get("signatures").or(json.get("signature"))?;
    Some(Evidence::of(Kind::JwsJson))
}

/// A discovery document (OpenID Connect Discovery 1.0, section 3).
fn discovery_document(json: &Members<'_>) -> Option<Evidence> {
    json.get("jwks_uri")?;
    let issuer = json.string_at("issuer")?;
    let settings = Settings {
        issuer: Some(issuer),
        ..Settings::default()
    };
    Some(Evidence::of_settings(Kind::DiscoveryDocument, settings))
}

fn keys(json: &Members<'_>) -> Option<Evidence> {
    JsonWebKeySet::of(json).map(Evidence::of_keys)
}

/// API Management's `{"statusCode": 401, "message": …}`: a body without its response.
fn gateway_error(json: &Members<'_>) -> Option<Evidence> {
    let status = json
        .get("statusCode")?
        .text()
        .parse()
        .ok()
        .filter(|status| (400..600).contains(status))?;
    json.string_at("message")?;
    let response = Response::of(
        Some(status),
        &Headers::default(),
        Some(json.object().text()),
    );
    Some(Evidence::of_response(Kind::HttpResponse, response))
}

/// A request or its headers as JSON: `{"authorization": "Bearer …"}`, alone or as `headers`.
fn recorded_headers(json: &Members<'_>) -> Option<Evidence> {
    let object = json
        .get("headers")
        .filter(|headers| headers.is_object())
        .unwrap_or(json.object());
    let mut headers = Headers::default();
    for (name, value) in object.members() {
        if let Some(value) = value.owned_string() {
            let name = name.into_owned();
            headers.0.push(Header { name, value });
        }
    }
    let is_carried = headers.first("authorization").is_some();
    if !is_carried && headers.first("www-authenticate").is_none() {
        return None;
    }
    for (name, member) in [("request url", "url"), ("request method", "method")] {
        if let Some(value) = json.string_at(member).filter(|_| is_carried) {
            let name = name.to_owned();
            headers.0.push(Header { name, value });
        }
    }
    header_block::evidence(&headers)
}

/// The token that a member holds, whatever stands around it.
pub(super) fn token_at(json: &Members<'_>, name: &str) -> Option<Evidence> {
    bare_token::announced(&json.string_at(name)?)
}
