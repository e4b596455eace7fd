//! What it takes to verify a signature: the signed bytes, the signature, the algorithm, and the keys that
//! may be tried (RFC 7515 section 5.2, RFC 8725 section 3).
//!
//! Nothing is verified here. The page hands each candidate to the Web Cryptography API, and the tests to a
//! test dependency; both begin with [`plan`], so that both ask the same.

use std::fmt;

use super::{
    algorithm::Algorithm,
    compact::decode_exactly,
    json::{Json, Value},
    keys::{JsonWebKey, JsonWebKeySet},
    usable_key::{KeyRefusal, usable},
};

/// A signed text in its compact serialisation. Its payload may be any bytes: a signature is verified before
/// anything in it is read (RFC 7515 section 5.2).
#[derive(Clone, PartialEq, Eq)]
pub struct Signed {
    /// The JOSE header.
    pub header: Json,
    /// The signature.
    pub signature: Vec<u8>,
    text: String,
    /// How many bytes of the text are signed.
    input: usize,
}

/// Why a signature is not verified, whatever the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unverifiable {
    /// The JSON serialisation (RFC 7515 section 7.2), which no bearer token has.
    JsonSerialisation,
    /// Not three segments.
    NotCompact,
    /// A segment is not written as base64url is: padded, or with bits set that stand for nothing.
    NotExact,
    /// The header is not a JSON object.
    Header,
    /// The header names no algorithm.
    NoAlgorithm,
    /// `alg` is `none`, or the signature is empty.
    Unsigned,
    /// `alg` is HMAC: whoever could verify it could also have made it.
    Hmac,
    /// An algorithm that this page does not ask for.
    OtherAlgorithm,
    /// `crit` names extensions that must be understood, and none is.
    Critical,
}

impl Signed {
    /// Reads three segments, each exactly as RFC 7515 writes them. The service is more tolerant; but what
    /// can be written in several ways is not what was signed.
    ///
    /// # Errors
    /// Says why there is nothing to verify.
    #[inline(never)]
    pub fn read(text: &str) -> Result<Self, Unverifiable> {
        let text = text.trim();
        if text.starts_with('{') {
            return Err(Unverifiable::JsonSerialisation);
        }
        let segments = text.rsplit_once('.').and_then(|(input, signature)| {
            let (header, payload) = input.split_once('.')?;
            (!payload.contains('.')).then_some((header, payload, signature))
        });
        let (header, payload, signature) = segments.ok_or(Unverifiable::NotCompact)?;
        let bytes = |segment| decode_exactly(segment).ok_or(Unverifiable::NotExact);
        let header = String::from_utf8(bytes(header)?).map_err(|_| Unverifiable::Header)?;
        let header = Json::parse(header).map_err(|_| Unverifiable::Header)?;
        if !matches!(header.root, Value::Object { .. }) {
            return Err(Unverifiable::Header);
        }
        bytes(payload)?;
        Ok(Self {
            header,
            input: text.len() - signature.len() - 1,
            signature: bytes(signature)?,
            text: text.to_owned(),
        })
    }

    /// The bytes that are signed: header and payload as they were sent, and the dot between them.
    pub fn signing_input(&self) -> &[u8] {
        self.text.as_bytes().get(..self.input).unwrap_or_default()
    }

    fn header_text(&self, name: &str) -> Option<&str> {
        self.header.root.get(name).and_then(Value::as_str)
    }
}

// Neither the text nor what it says in debugging output: it may be used by whoever reads it.
impl fmt::Debug for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signed")
            .field("length", &self.text.len())
            .finish_non_exhaustive()
    }
}

/// What is to be asked, of which keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The header's algorithm. A key never chooses it.
    pub algorithm: &'static Algorithm,
    /// Whether the header names the keys that were chosen, by `kid` or `x5t`.
    pub is_named: bool,
    /// The keys to try, one after the other.
    pub candidates: Vec<Candidate>,
    /// The keys that were chosen and must not be used.
    pub refused: Vec<(usize, KeyRefusal)>,
}

/// A key to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its place in the set.
    pub place: usize,
    /// It as a JWK: the numbers of the public key, and nothing else.
    pub jwk: String,
    /// Whether the signature has the form that one by this key has; if not, it is none, whatever a browser says.
    pub fits: bool,
}

/// What it takes to verify this signature with these keys.
///
/// # Errors
/// Says why it is not verified, whatever the keys.
#[inline(never)]
pub fn plan(signed: &Signed, keys: &JsonWebKeySet) -> Result<Plan, Unverifiable> {
    let algorithm = algorithm(signed)?;
    let ids = ["kid", "x5t"].map(|name| signed.header_text(name));
    let ranks = keys.keys.iter().map(|key| rank(key, ids));
    let best = ranks.min().unwrap_or(UNFIT);
    let mut plan = Plan {
        algorithm,
        is_named: best < NAMELESS,
        candidates: Vec::new(),
        refused: Vec::new(),
    };
    for (place, key) in keys.keys.iter().enumerate() {
        if best == UNFIT || rank(key, ids) != best {
            continue;
        }
        match usable(key, algorithm) {
            Ok(usable) => plan.candidates.push(Candidate {
                place,
                fits: usable.fits(&signed.signature, algorithm),
                jwk: usable.jwk,
            }),
            Err(refusal) => plan.refused.push((place, refusal)),
        }
    }
    Ok(plan)
}

fn algorithm(signed: &Signed) -> Result<&'static Algorithm, Unverifiable> {
    let name = signed.header_text("alg").ok_or(Unverifiable::NoAlgorithm)?;
    if name.eq_ignore_ascii_case("none") || signed.signature.is_empty() {
        return Err(Unverifiable::Unsigned);
    }
    if name.starts_with("HS") {
        return Err(Unverifiable::Hmac);
    }
    if signed.header.root.get("crit").is_some() {
        return Err(Unverifiable::Critical);
    }
    Algorithm::of(name).ok_or(Unverifiable::OtherAlgorithm)
}

/// The rank of a key that nothing names, and of every key where the header names none.
const NAMELESS: usize = 4;

/// The rank of a key that is another one than the header names.
const UNFIT: usize = NAMELESS + 1;

/// How well a header names a key, by its `kid` or else by its `x5t`; the lower the better. Those without any
/// id are tried where none is named. Only the pasted set is looked at, never a key or a URL in the header
/// itself (RFC 8725 section 3.10).
fn rank(key: &JsonWebKey, ids: [Option<&str>; 2]) -> usize {
    let mut rank = 0;
    for id in ids {
        for own in [&key.kid, &key.x5t] {
            if id.is_some() && own.as_deref() == id {
                return rank;
            }
            rank += 1;
        }
    }
    if ids == [None, None] || key.has_no_id() {
        NAMELESS
    } else {
        UNFIT
    }
}
