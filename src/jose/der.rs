//! Public keys in DER: of a certificate, a `SubjectPublicKeyInfo` (RFC 5280 sections 4.1 and 4.1.2.7), or
//! an `RSAPublicKey` (RFC 8017 appendix A.1.1). Only as far as the key itself: nothing else of a
//! certificate is believed.

use super::{
    compact::base64url,
    jwk_text::{push_member, start_jwk},
};

const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OBJECT_IDENTIFIER: u8 = 0x06;
const SEQUENCE: u8 = 0x30;

const RSA: [u8; 9] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const ELLIPTIC: [u8; 7] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const ED25519: [u8; 3] = [0x2b, 0x65, 0x70];
/// The curves by their object identifiers (RFC 5480 section 2.1.1.1).
const CURVES: [(&[u8], &str); 3] = [
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07], "P-256"),
    (&[0x2b, 0x81, 0x04, 0x00, 0x22], "P-384"),
    (&[0x2b, 0x81, 0x04, 0x00, 0x23], "P-521"),
];

/// The public key in this document, as a JWK.
pub(super) fn public_key(document: &[u8]) -> Option<String> {
    let inside = Der(document).expect(SEQUENCE)?;
    if let Some(key) = rsa(inside).or_else(|| of_information(inside)) {
        return Some(key);
    }
    // Of a certificate: serial number, algorithm, issuer, validity and subject, none of which has the form.
    let mut fields = { inside }.expect(SEQUENCE)?;
    loop {
        let (_, field) = fields.next()?;
        if let Some(key) = of_information(Der(field)) {
            return Some(key);
        }
    }
}

/// The key of a `SubjectPublicKeyInfo`.
fn of_information(mut information: Der<'_>) -> Option<String> {
    let mut algorithm = information.expect(SEQUENCE)?;
    let identifier = algorithm.expect(OBJECT_IDENTIFIER)?.0;
    // The first byte counts the bits that the last one leaves unused: a key is whole bytes.
    let key = information.expect(BIT_STRING)?.0.strip_prefix(&[0])?;
    if identifier == RSA {
        return rsa(Der(key).expect(SEQUENCE)?);
    }
    if identifier == ED25519 {
        return Some(jwk("OKP", "Ed25519", &[("x", key)]));
    }
    if identifier != ELLIPTIC {
        return None;
    }
    let curve = algorithm.expect(OBJECT_IDENTIFIER)?.0;
    let (_, curve) = CURVES.iter().find(|(known, _)| *known == curve)?;
    // A point in full: both coordinates, each half of what follows (SEC 1 section 2.3.3).
    let point = key.strip_prefix(&[4])?;
    let (x, y) = point.split_at_checked(point.len() / 2)?;
    Some(jwk("EC", curve, &[("x", x), ("y", y)]))
}

/// The key of an `RSAPublicKey`.
fn rsa(mut numbers: Der<'_>) -> Option<String> {
    // A number whose first bit is set has a zero before it, so that it is not negative.
    let mut number = || {
        let number = numbers.expect(INTEGER)?.0;
        Some(number.strip_prefix(&[0]).unwrap_or(number))
    };
    let numbers = [("n", number()?), ("e", number()?)];
    // A private key begins with its version, which is 0 or 1, and no modulus.
    (numbers[0].1.len() > 1).then(|| jwk("RSA", "", &numbers))
}

fn jwk(key_type: &str, curve: &str, numbers: &[(&str, &[u8])]) -> String {
    let mut jwk = start_jwk(key_type, curve);
    for (name, bytes) in numbers {
        push_member(&mut jwk, name, &base64url(bytes));
    }
    jwk.push('}');
    jwk
}

/// What is left of a run of elements (X.690 section 8.1).
#[derive(Clone, Copy)]
struct Der<'a>(&'a [u8]);

impl<'a> Der<'a> {
    /// The next element: its tag and its content.
    fn next(&mut self) -> Option<(u8, &'a [u8])> {
        let (&[tag, length], mut rest) = self.0.split_first_chunk()?;
        let mut length = usize::from(length);
        if length >= 0x80 {
            let (size, behind) = rest.split_at_checked(length - 0x80)?;
            // No key has a length of more bytes.
            if size.is_empty() || size.len() > 3 {
                return None;
            }
            length = 0;
            for byte in size {
                length = length << 8 | usize::from(*byte);
            }
            rest = behind;
        }
        let (content, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((tag, content))
    }

    /// What is in the next element, where that is of this kind.
    fn expect(&mut self, tag: u8) -> Option<Self> {
        let (found, content) = self.next()?;
        (found == tag).then_some(Der(content))
    }
}
