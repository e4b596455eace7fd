//! A token put together from the parts that a scenario gives.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::value::RawValue;

use super::file::Parts;

/// The token's text: a string is the exact text, an object gives the parts.
pub(crate) fn text(token: &RawValue) -> Result<String, String> {
    let problem = |error: serde_json::Error| format!("token: {error}");
    if token.get().starts_with('"') {
        return serde_json::from_str(token.get()).map_err(problem);
    }
    assembled(&serde_json::from_str(token.get()).map_err(problem)?)
}

fn assembled(parts: &Parts) -> Result<String, String> {
    let header = part(
        "header",
        parts.header.as_deref(),
        parts.header_text.as_deref(),
    )?;
    let payload = part(
        "payload",
        parts.payload.as_deref(),
        parts.payload_text.as_deref(),
    )?;
    let signature = parts.signature.as_deref().unwrap_or("c2ln");
    Ok(format!(
        "{}.{}.{signature}",
        URL_SAFE_NO_PAD.encode(header),
        URL_SAFE_NO_PAD.encode(payload)
    ))
}

fn part(name: &str, object: Option<&RawValue>, text: Option<&str>) -> Result<String, String> {
    match (object, text) {
        (Some(object), None) if object.get().starts_with('{') => Ok(compact(object.get())),
        (Some(_), None) => Err(format!("token: `{name}` is not an object")),
        (None, Some(text)) => Ok(text.to_owned()),
        (Some(_), Some(_)) => Err(format!(
            "token: `{name}` and `{name}_text` exclude each other"
        )),
        (None, None) => Err(format!("token: neither `{name}` nor `{name}_text`")),
    }
}

/// JSON without the white space between its tokens.
fn compact(json: &str) -> String {
    let mut is_in_string = false;
    let mut is_escaped = false;
    json.chars()
        .filter(|character| {
            let is_kept = is_in_string || !character.is_ascii_whitespace();
            is_in_string ^= *character == '"' && !is_escaped;
            is_escaped = is_in_string && *character == '\\' && !is_escaped;
            is_kept
        })
        .collect()
}
