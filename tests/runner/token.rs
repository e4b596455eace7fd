//! A token put together from the parts that a scenario gives.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value};

use super::file::{Parts, Token};

/// The token's text.
pub(crate) fn text(token: &Token) -> Result<String, String> {
    match token {
        Token::Text(text) => Ok(text.clone()),
        Token::Parts(parts) => assembled(parts),
    }
}

fn assembled(parts: &Parts) -> Result<String, String> {
    let header = part(
        "header",
        parts.header.as_ref(),
        parts.header_text.as_deref(),
    )?;
    let payload = part(
        "payload",
        parts.payload.as_ref(),
        parts.payload_text.as_deref(),
    )?;
    let signature = parts.signature.as_deref().unwrap_or("c2ln");
    Ok(format!(
        "{}.{}.{signature}",
        URL_SAFE_NO_PAD.encode(header),
        URL_SAFE_NO_PAD.encode(payload)
    ))
}

fn part(
    name: &str,
    object: Option<&Map<String, Value>>,
    text: Option<&str>,
) -> Result<String, String> {
    match (object, text) {
        (Some(object), None) => serde_json::to_string(object).map_err(|error| error.to_string()),
        (None, Some(text)) => Ok(text.to_owned()),
        (Some(_), Some(_)) => Err(format!(
            "token: `{name}` and `{name}_text` exclude each other"
        )),
        (None, None) => Err(format!("token: neither `{name}` nor `{name}_text`")),
    }
}
