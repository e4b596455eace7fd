//! Whether a key may be used for an algorithm, and what of it is handed over for that (RFC 8725 sections
//! 3.1, 3.2 and 3.5, RFC 7517 section 4, RFC 7518 sections 3.3 and 6).

use super::{
    algorithm::Algorithm,
    compact::decode_exactly,
    jwk_text::{push_member, start_jwk},
    keys::JsonWebKey,
    raw::Raw,
};

/// Why a key must not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyRefusal {
    /// It is a shared secret, and the header names an algorithm of public keys.
    Symmetric,
    /// Its `kty` is not of the header's algorithm.
    KeyType,
    /// Its `crv` is not the one of the header's algorithm.
    Curve,
    /// Its `use` is not `sig`.
    Usage,
    /// Its `key_ops` lack `verify`.
    Operations,
    /// Its `alg` is not the header's.
    Algorithm,
    /// It is an RSA key of so few bits.
    Weak(usize),
    /// A number in it is missing, or is not what it should be.
    Malformed,
}

impl KeyRefusal {
    /// Whether it is a key of another kind, which nobody could have meant for this token.
    pub const fn is_other_kind(self) -> bool {
        matches!(self, Self::Symmetric | Self::KeyType | Self::Curve)
    }
}

/// The shortest RSA key, in bits (RFC 7518 section 3.3).
const SHORTEST: usize = 2048;

/// A key that may be used.
pub(super) struct UsableKey {
    /// The members that the algorithm needs, as a JWK of their own.
    pub(super) jwk: String,
    /// How many bytes its modulus has, and so each of its signatures; none where it is no RSA key.
    modulus: Option<usize>,
}

impl UsableKey {
    /// Whether a signature has the form that one by this key has. Not every browser looks: one of RSA is as long
    /// as the modulus (RFC 8017 sections 8.1.2 and 8.2.2), one of Ed25519 ends in a number below the order of
    /// the base point (RFC 8032 section 5.1.7).
    pub(super) fn fits(&self, signature: &[u8], algorithm: &Algorithm) -> bool {
        /// The order, its lowest byte first (RFC 8032 section 5.1).
        const ORDER: [u8; 32] = [
            0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9,
            0xde, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
        ];
        match self.modulus {
            Some(length) => signature.len() == length,
            None if algorithm.numbers.len() == 1 => {
                let number = signature.get(ORDER.len()..).unwrap_or_default();
                number.iter().rev().lt(ORDER.iter().rev())
            }
            None => true,
        }
    }
}

/// The members of this key that the algorithm needs.
///
/// # Errors
/// Says why the key must not be used.
#[inline(never)]
pub(super) fn usable(key: &JsonWebKey, algorithm: &Algorithm) -> Result<UsableKey, KeyRefusal> {
    let json = Raw::of(&key.public_json).ok_or(KeyRefusal::Malformed)?;
    let text = |name: &str| json.string_at(name).unwrap_or_default();
    let key_type = text("kty");
    if key_type == "oct" {
        return Err(KeyRefusal::Symmetric);
    }
    if key_type != algorithm.key_type {
        return Err(KeyRefusal::KeyType);
    }
    if !algorithm.curve.is_empty() && text("crv") != algorithm.curve {
        return Err(KeyRefusal::Curve);
    }
    if json.get("use").is_some() && text("use") != "sig" {
        return Err(KeyRefusal::Usage);
    }
    if let Some(operations) = json.get("key_ops") {
        let mut operations = operations.items();
        if !operations.any(|operation| operation.string().as_deref() == Some("verify")) {
            return Err(KeyRefusal::Operations);
        }
    }
    if json.get("alg").is_some() && !algorithm.is_also(&text("alg")) {
        return Err(KeyRefusal::Algorithm);
    }
    numbers(algorithm, json)
}

fn numbers(algorithm: &Algorithm, json: Raw<'_>) -> Result<UsableKey, KeyRefusal> {
    let mut jwk = start_jwk(algorithm.key_type, algorithm.curve);
    let mut modulus = None;
    for name in algorithm.numbers {
        let number = json.string_at(name).unwrap_or_default();
        let bytes = decode_exactly(&number).filter(|bytes| !bytes.is_empty());
        let bytes = bytes.ok_or(KeyRefusal::Malformed)?;
        if algorithm.curve.is_empty() {
            let bits = bits(&bytes);
            if *name == "n" {
                if bits < SHORTEST {
                    return Err(KeyRefusal::Weak(bits));
                }
                modulus = Some(bits.div_ceil(8));
            }
            // Both numbers of an RSA key are odd, and its exponent is at least 3 (RFC 8017 section 3.1).
            let is_even = bytes.last().is_some_and(|last| last % 2 == 0);
            if is_even || bits < 2 {
                return Err(KeyRefusal::Malformed);
            }
        } else if bytes.len() != algorithm.coordinate {
            return Err(KeyRefusal::Malformed);
        }
        push_member(&mut jwk, name, &number);
    }
    jwk.push('}');
    Ok(UsableKey { jwk, modulus })
}

/// How many bits a number has, without the zeros before it.
fn bits(number: &[u8]) -> usize {
    let mut bits = number.len() * 8;
    for byte in number {
        bits -= byte.leading_zeros() as usize;
        if *byte != 0 {
            break;
        }
    }
    bits
}
