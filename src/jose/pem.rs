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

impl JsonWebKeySet {
    /// The keys at the beginning of this text: the PEM blocks, one behind the other, or the lines of
    /// base64. And how many bytes were looked at for them. Of a private key nothing is taken, which the set
    /// tells.
    pub(crate) fn begins(text: &str) -> (Option<Self>, usize) {
        let mut set = Self::default();
        let mut rest = text;
        while let Some((label, body, behind)) = block(rest.trim_ascii_start()) {
            if label.ends_with("PRIVATE KEY") {
                set.was_private = true;
            } else {
                set.add_document(body);
            }
            rest = behind;
        }
        let mut length = text.len() - rest.len();
        // Every document is an ASN.1 sequence: its first byte is 0x30.
        if length == 0 && text.starts_with('M') {
            length = base64(text);
            set.add_document(text.get(..length).unwrap_or_default());
        }
        let is_something = !set.keys.is_empty() || set.was_private;
        (is_something.then_some(set), length)
    }

    fn add_document(&mut self, base64: &str) {
        let document = decode_loosely(base64).unwrap_or_default();
        self.keys.extend(JsonWebKey::of_der(&document));
    }
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

/// How many bytes of text are whole lines of base64.
fn base64(text: &str) -> usize {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=\r\n".contains(&byte);
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        if length > LONGEST || !line.bytes().all(is_inside) {
            break;
        }
        length += line.len();
    }
    length
}
