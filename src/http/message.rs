//! Header fields, and the response that they and a body make (RFC 9110 section 5).

use super::{Body, Response, body, challenges};

/// A header field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its name, as it was written. Names compare without case.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// Header fields in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(pub Vec<Header>);

impl Headers {
    /// The values of the fields of this name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |header| header.name.eq_ignore_ascii_case(name))
            .map(|header| &*header.value)
    }

    /// The value of the first field of this name.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }
}

/// The header fields that name a request, the one that the FHIR service writes first.
const REQUEST_IDS: [&str; 4] = [
    "x-request-id",
    "x-ms-request-id",
    "x-correlation-id",
    "request-context",
];

impl Response {
    /// A response of these parts, as far as they were seen.
    pub fn of(status: Option<u16>, headers: &Headers, body: Option<&str>) -> Self {
        let mut all = Vec::new();
        for value in headers.all("www-authenticate") {
            all.append(&mut challenges(value));
        }
        let request_id = || REQUEST_IDS.iter().find_map(|name| headers.first(name));
        Self {
            status,
            challenges: all,
            body: body.map(|text| Body::read(text, headers)),
            redirect: None,
            date: headers
                .first("date")
                .and_then(super::seconds)
                .or_else(|| body.and_then(body::operation_outcome_time)),
            correlation_id: body
                .and_then(body::operation_outcome_id)
                .or_else(|| request_id().map(str::to_owned)),
        }
    }
}
