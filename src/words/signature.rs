//! What checking a signature gave, in words. Never that a token is valid: a key says who signed, not whether
//! the service takes it.

use crate::{
    diagnosis::SignatureCheck,
    jose::{KeyRefusal, Unverifiable},
};

/// What is said while the browser is asked.
pub const WAITING: &str = "The browser is checking it.";

/// What is said where the browser has no cryptography.
pub const UNAVAILABLE: &str = "This browser checks signatures only on a page that came over \
                               `https` or from the disk. Save this page and open the file.";

/// What is said of a private key that was pasted.
pub const PRIVATE: &str = "A private or secret key is among what you gave. Its secret parts are not \
                           used, but still stand in this box. It belongs on no page: remove it, and \
                           replace it if it is in use.";

/// Before the links to the documents that hold the keys.
pub const WHERE: &str = "This page fetches nothing. Open these by hand and paste what they show:";

/// The same, where the address is not known to be one.
pub const ELSEWHERE: &str = "This page fetches nothing. Here should be the discovery document, \
                             which names the keys:";

/// Where no authority was entered.
pub const NOWHERE: &str = "Enter the Authority of the API to see where its keys are.";

/// What the keys say.
pub fn checked(check: &SignatureCheck) -> String {
    match check {
        SignatureCheck::Valid { key } => [
            "Key `",
            &key.replace('`', "'"),
            "` verifies it: its owner wrote this token. Whether that is the authority depends \
             on where you took the key from.",
        ]
        .concat(),
        SignatureCheck::Invalid => "The key that its header names does not verify it: it was \
                                    changed or cut off, or the key is not its authority's."
            .to_owned(),
        SignatureCheck::NoKey => "None of the pasted keys verifies it.".to_owned(),
        SignatureCheck::Unsupported => "No pasted key may be used for it.".to_owned(),
    }
}

/// Why a signature is not checked, whatever the keys.
pub const fn unverifiable(why: Unverifiable) -> &'static str {
    match why {
        Unverifiable::JsonSerialisation => {
            "It is not checked: a bearer token is not in the JSON serialisation."
        }
        Unverifiable::NotCompact | Unverifiable::NotExact => {
            "It is not checked: a part of it is padded, or is not exactly base64url."
        }
        Unverifiable::Unsigned => "Nothing signs it: anyone could have written it.",
        Unverifiable::Hmac => "It is not checked: `alg` is HMAC, and no API shares its secret.",
        Unverifiable::Header | Unverifiable::NoAlgorithm | Unverifiable::OtherAlgorithm => {
            "It is not checked: `alg` is none of RS, PS and ES with 256, 384 and 512, nor \
             Ed25519."
        }
        Unverifiable::Critical => {
            "It is not checked: its header has `crit`, extensions that this page does not \
             know."
        }
    }
}

/// Why a key is not used: "its `use` is not `sig`".
pub const fn key_refusal(refusal: KeyRefusal) -> &'static str {
    match refusal {
        KeyRefusal::Symmetric => "it is a shared secret, and the header's `alg` is not",
        KeyRefusal::KeyType => "its `kty` does not fit the header's `alg`",
        KeyRefusal::Curve => "its `crv` does not fit the header's `alg`",
        KeyRefusal::Usage => "its `use` is not `sig`",
        KeyRefusal::Operations => "its `key_ops` lack `verify`",
        KeyRefusal::Algorithm => "its `alg` is not the header's",
        KeyRefusal::Malformed => "a number in it is missing or broken",
        KeyRefusal::Weak(_) => "it is an RSA key of less than 2048 bits",
    }
}
