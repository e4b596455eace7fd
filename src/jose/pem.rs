//! Keys as text that is no JSON: PEM blocks (RFC 7468), and the bare base64 of one document, as `x5c` and
//! metadata files have it (RFC 7517 section 4.7).

use super::{
    compact::decode_loosely,
    keys::{JsonWebKey, JsonWebKeySet},
};

const BEGIN: &str = "-----BEGIN ";
const END: &str = "END ";
const DASHES: &str = "-----";

/// No certificate, nor a chain of them, is as long.
const LONGEST: usize = 256 * 1024;

/// The shortest document that is a key: of Ed25519, in base64.
const SHORTEST: usize = 56;

impl JsonWebKeySet {
    /// The keys at the beginning of this text: the PEM blocks, one behind the other, or the lines of
    /// base64. And how many bytes were looked at for them. Of a private key nothing is taken, which the set
    /// tells.
    pub(crate) fn begins(text: &str) -> (Option<Self>, usize) {
        if text.starts_with(BEGIN) {
            return blocks(text);
        }
        // Every document is an ASN.1 sequence: its first byte is 0x30.
        if !text.starts_with('M') {
            return (None, 0);
        }
        let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=\r\n".contains(byte);
        let length = text.bytes().take(LONGEST).take_while(is_inside).count();
        let document = text.get(..length).unwrap_or_default();
        // A line in which something else stands is no part of it.
        let is_cut = text
            .as_bytes()
            .get(length)
            .is_some_and(u8::is_ascii_graphic);
        let end = if is_cut { document.rfind('\n') } else { None };
        let document = document.get(..end.unwrap_or(length)).unwrap_or_default();
        let document = document.trim_ascii_end();
        let mut set = Self::default();
        if document.len() >= SHORTEST {
            set.keys.extend(key(document));
        }
        (Some(set).filter(|set| !set.keys.is_empty()), document.len())
    }
}

/// The keys of PEM blocks, and how long these are.
fn blocks(text: &str) -> (Option<JsonWebKeySet>, usize) {
    let mut set = JsonWebKeySet::default();
    let mut rest = text;
    while let Some((label, body, behind)) = block(rest.trim_ascii_start()) {
        let is_private = label.ends_with("PRIVATE KEY");
        set.was_private |= is_private;
        if !is_private {
            set.keys.extend(key(body));
        }
        rest = behind;
    }
    let is_something = !set.keys.is_empty() || set.was_private;
    (Some(set).filter(|_| is_something), text.len() - rest.len())
}

/// The label and the content of the block that begins here, and what stands behind it.
fn block(text: &str) -> Option<(&str, &str, &str)> {
    let (label, behind) = cut(text.strip_prefix(BEGIN)?)?;
    let (body, behind) = cut(behind)?;
    let (_, behind) = cut(behind.strip_prefix(END)?)?;
    Some((label, body, behind))
}

#[inline(never)]
fn cut(text: &str) -> Option<(&str, &str)> {
    text.split_once(DASHES)
}

fn key(base64: &str) -> Option<JsonWebKey> {
    JsonWebKey::of_der(&decode_loosely(base64)?)
}
