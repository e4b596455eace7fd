//! Tokens: RFC 7515 compact serialisation, lossless JSON, claims, keys.

mod algorithm;
mod claims;
mod compact;
mod der;
mod hard_look;
mod json;
mod json_error;
mod jwk_text;
mod keys;
mod malformed;
mod members;
mod pem;
mod raw;
mod signature;
mod token;
mod usable_key;
mod walk;

pub use algorithm::Algorithm;
pub use claims::{Claim, Claims, NumericDate};
pub use compact::{Jwe, Jws, Part};
pub(crate) use compact::{base64url, decode_loosely};
pub use hard_look::{Concern, Remark, hard_look};
pub use json::{DEEPEST, Json, Member, Value};
pub use json_error::{Expected, JsonError};
pub use keys::{JsonWebKey, JsonWebKeySet};
pub use malformed::{Malformed, Problem, Segment};
pub(crate) use members::Members;
pub(crate) use raw::Raw;
pub use signature::{Candidate, Plan, Signed, Unverifiable, plan};
pub use token::{LONGEST, Opaque, OpaqueToken, Placeholder, Token};
pub use usable_key::KeyRefusal;
pub(crate) use walk::plain_length;
