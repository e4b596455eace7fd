//! The compact serialisation: base64url segments between dots (RFC 7515 section 7.1, RFC 7516 section 7.1).

use std::{fmt, ops::Range};

use base64::{
    Engine,
    alphabet::URL_SAFE,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

use super::{
    claims::Claims,
    json::{Json, Value},
    malformed::{Malformed, Problem, Segment},
};

/// base64url without padding, as the service reads it: bits that the last character leaves unused may be
/// set (RFC 4648 section 3.5 lets a reader take them).
const BASE64URL: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone),
);

/// What a text in base64url stands for, where it is the one text that does: what was signed is compared byte
/// for byte.
pub(super) fn decode_exactly(text: &str) -> Option<Vec<u8>> {
    let bytes = BASE64URL.decode(text).ok()?;
    (base64url(&bytes) == text).then_some(bytes)
}

/// What a text in base64 or base64url stands for, whatever padding and white space it has.
pub(crate) fn decode_loosely(text: &str) -> Option<Vec<u8>> {
    let mut plain = Vec::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'+' => plain.push(b'-'),
            b'/' => plain.push(b'_'),
            b'=' => {}
            _ if byte.is_ascii_whitespace() => {}
            _ => plain.push(byte),
        }
    }
    BASE64URL.decode(plain).ok()
}

/// Bytes in base64url. The crate's own way there brings half of `Debug` along.
pub(crate) fn base64url(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for chunk in bytes.chunks(3) {
        let mut bits = 0_usize;
        for at in 0..3 {
            bits = bits << 8 | chunk.get(at).map_or(0, |byte| usize::from(*byte));
        }
        for at in 0..=chunk.len() {
            let digit = ALPHABET.get(bits >> (18 - 6 * at) & 63);
            text.push(char::from(digit.copied().unwrap_or_default()));
        }
    }
    text
}

/// A signed token whose header and payload are JSON objects. Nothing in it is proven.
#[derive(Clone, Eq)]
pub struct Jws {
    /// The token as sent.
    pub text: String,
    /// The JOSE header.
    pub header: Json,
    /// The claims set.
    pub payload: Json,
    /// Header, payload and signature, as they stand in the text.
    pub parts: [Part; 3],
}

/// One segment of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in the token's text, padding included.
    pub span: Range<usize>,
    /// How many bytes it stands for.
    pub decoded: usize,
    /// Whether it carries `=` padding, which base64url in a JWS has not (RFC 7515 section 2). The service
    /// tolerates it.
    pub padded: bool,
}

/// An encrypted token. Only its addressee can read more than the header.
#[derive(Clone, PartialEq, Eq)]
pub struct Jwe {
    /// The JOSE header, where it can be read.
    pub header: Option<Json>,
    /// The token as sent.
    pub text: String,
}

impl Jws {
    /// Reads three segments.
    pub(super) fn read(text: &str) -> Result<Self, Malformed> {
        let cut = |segment| Cut {
            token: text,
            segment,
            span: span_of(text, segment),
        };
        let (header_part, header) = cut(Segment::Header).object()?;
        let (payload_part, payload) = cut(Segment::Payload).object()?;
        let (signature_part, _) = cut(Segment::Signature).bytes()?;
        Ok(Self {
            text: text.to_owned(),
            header,
            payload,
            parts: [header_part, payload_part, signature_part],
        })
    }

    /// The claims.
    pub fn claims(&self) -> Claims<'_> {
        Claims::of(&self.payload)
    }

    /// The header's member of this name, where it is a string.
    pub fn header_text(&self, name: &str) -> Option<&str> {
        self.header.root.get(name).and_then(Value::as_str)
    }

    /// `alg`: the algorithm that the header names.
    pub fn algorithm(&self) -> Option<&str> {
        self.header_text("alg")
    }

    /// `kid`: the id of the key that signed it.
    pub fn key_id(&self) -> Option<&str> {
        self.header_text("kid")
    }

    /// `x5t`: the thumbprint of the certificate that signed it.
    pub fn thumbprint(&self) -> Option<&str> {
        self.header_text("x5t")
    }

    /// Whether nothing signs it: `alg` is `none`, or the signature is empty (RFC 7515 section A.5).
    pub fn is_unsigned(&self) -> bool {
        let [_, _, signature] = &self.parts;
        signature.span.is_empty()
            || self
                .algorithm()
                .is_some_and(|alg| alg.eq_ignore_ascii_case("none"))
    }

    /// Whether a segment carries `=` padding.
    pub fn is_padded(&self) -> bool {
        self.parts.iter().any(|part| part.padded)
    }

    /// The text of one part, as sent.
    pub fn text_of(&self, part: &Part) -> &str {
        self.text.get(part.span.clone()).unwrap_or_default()
    }
}

impl Jwe {
    /// Reads five segments; none where the first is no JOSE header by any look of it.
    pub(super) fn read(text: &str) -> Option<Self> {
        let header = Cut {
            token: text,
            segment: Segment::Header,
            span: span_of(text, Segment::Header),
        };
        let header = header.object().ok().map(|(_, header)| header);
        (header.is_some() || text.starts_with("eyJ")).then_some(Self {
            header,
            text: text.to_owned(),
        })
    }
}

// The text says it all.
impl PartialEq for Jws {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

// A token may be used by whoever reads it: neither text nor claims in debugging output.
impl fmt::Debug for Jws {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jws")
            .field("length", &self.text.len())
            .field("parts", &self.parts)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Jwe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jwe")
            .field("length", &self.text.len())
            .finish_non_exhaustive()
    }
}

/// A segment cut out of a token, not yet decoded.
struct Cut<'a> {
    token: &'a str,
    segment: Segment,
    span: Range<usize>,
}

impl Cut<'_> {
    fn object(&self) -> Result<(Part, Json), Malformed> {
        if self.span.is_empty() {
            return Err(self.malformed(self.span.start, Problem::Empty));
        }
        let (part, bytes) = self.bytes()?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            self.malformed(self.encoded_place(offset), Problem::NotUtf8(offset))
        })?;
        let json = Json::parse(text).map_err(|error| {
            self.malformed(self.encoded_place(error.at), Problem::NotJson(error))
        })?;
        if let Value::Object { .. } = json.root {
            Ok((part, json))
        } else {
            Err(self.malformed(self.span.start, Problem::NotAnObject))
        }
    }

    fn bytes(&self) -> Result<(Part, Vec<u8>), Malformed> {
        let text = self.token.get(self.span.clone()).unwrap_or_default();
        let unpadded = text
            .strip_suffix("==")
            .or_else(|| text.strip_suffix('='))
            .unwrap_or(text);
        let is_foreign = |(_, found): &(usize, char)| {
            !found.is_ascii_alphanumeric() && !matches!(found, '-' | '_')
        };
        if let Some((offset, found)) = unpadded.char_indices().find(is_foreign) {
            return Err(self.malformed(self.span.start + offset, Problem::Alphabet(found)));
        }
        let bytes = BASE64URL
            .decode(unpadded)
            .map_err(|_| self.malformed(self.span.end, Problem::Length))?;
        let part = Part {
            span: self.span.clone(),
            decoded: bytes.len(),
            padded: unpadded.len() < text.len(),
        };
        Ok((part, bytes))
    }

    /// The token's byte in which the decoded byte at this offset begins: four characters hold three bytes.
    fn encoded_place(&self, offset: usize) -> usize {
        (self.span.start + offset / 3 * 4 + offset % 3).min(self.span.end)
    }

    fn malformed(&self, at: usize, problem: Problem) -> Malformed {
        Malformed {
            text: self.token.to_owned(),
            segment: self.segment,
            at,
            problem,
        }
    }
}

/// Where a segment stands; the signature is all that follows the second dot.
fn span_of(text: &str, segment: Segment) -> Range<usize> {
    let first = dot(text, 0);
    let second = dot(text, 1);
    match segment {
        Segment::Header => 0..first,
        Segment::Payload => (first + 1).min(second)..second,
        Segment::Signature => (second + 1).min(text.len())..text.len(),
        Segment::Whole => 0..text.len(),
    }
}

/// Where the dot of this number stands, counted from 0; the end where there are fewer.
pub(super) fn dot(text: &str, number: usize) -> usize {
    let mut dots = text.bytes().enumerate().filter(|(_, byte)| *byte == b'.');
    dots.nth(number).map_or(text.len(), |(at, _)| at)
}
