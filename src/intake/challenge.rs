//! The value of a `WWW-Authenticate` header without its name.

use super::{Evidence, Kind, place, place::Found};
use crate::http::{Response, challenges};

/// The parameters by which a challenge is told from a token behind `Bearer`.
const PARAMETERS: [&str; 5] = [
    "authorization_uri",
    "resource_id",
    "realm",
    "error",
    "error_description",
];

/// A challenge that begins with `Bearer` and a parameter, or with the parameter.
pub(super) fn read(text: &str, _line: &str) -> Found {
    let rest = text.trim_start_matches(['"', '\'', '[', '{']);
    let parameters = if place::begins(rest, "Bearer ") {
        rest.get("Bearer ".len()..).unwrap_or_default()
    } else {
        rest
    };
    if !is_parameter(parameters) {
        return Found::Nothing;
    }
    let length = text.len() - parameters.len() + length(parameters);
    let value = parameters
        .get(..length.saturating_sub(text.len() - parameters.len()))
        .unwrap_or_default();
    // A challenge in JSON or a program has its quotation marks escaped.
    let value = if value.contains("=\\\"") {
        value.replace("\\\"", "\"")
    } else {
        value.to_owned()
    };
    let response = Response {
        challenges: challenges(&["Bearer ", &value].concat()),
        ..Response::default()
    };
    Found::of(
        Evidence::of_response(Kind::WwwAuthenticate, response),
        length,
    )
}

/// The challenge that stands in loose text, as programs print a response's headers.
pub(super) fn within(text: &str) -> Option<Evidence> {
    let mut rest = text;
    loop {
        rest = rest.get(place::position_of(rest, "bearer ")?..)?;
        if let Found::Evidence(mut found, _) = read(rest, "") {
            // What stands behind it in the line is no challenge of its own.
            if let Some(response) = &mut found.response {
                response.challenges.truncate(1);
            }
            return Some(*found);
        }
        rest = rest.get(1..)?;
    }
}

fn is_parameter(text: &str) -> bool {
    let is_of = |name: &&&str| {
        let value = text.get(name.len()..).filter(|_| place::begins(text, name));
        value.is_some_and(|value| value.starts_with("=\"") || value.starts_with("=\\\""))
    };
    PARAMETERS.iter().find(is_of).is_some()
}

/// How long the parameters are: to the end of a line at which no quoted text is open and none is announced
/// by a comma.
fn length(text: &str) -> usize {
    let mut is_open = false;
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        let is_more = length == 0 || is_open || is_parameter(line.trim_start());
        if !is_more {
            break;
        }
        length += line.len();
        is_open ^= place::turns_quote(line);
    }
    length
}
