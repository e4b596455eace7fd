//! What the page asks of WebCrypto, asked of a test dependency: does a key of the set verify the signature?

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256,
    RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512, RsaParameters, RsaPublicKeyComponents,
    UnparsedPublicKey, VerificationAlgorithm,
};
use serde::Deserialize;
use whydenied::{
    diagnosis::SignatureCheck,
    jose::{JsonWebKey, JsonWebKeySet, Jws, Token},
};

/// What the keys say of the token; nothing where either is missing, or the token is not signed at all.
pub(crate) fn check(token: Option<&Token>, keys: Option<&JsonWebKeySet>) -> Option<SignatureCheck> {
    let (Some(Token::Jws(jws)), Some(set)) = (token, keys) else {
        return None;
    };
    if jws.is_unsigned() || set.keys.is_empty() {
        return None;
    }
    let is_named = jws.key_id().is_some() || jws.thumbprint().is_some();
    let fitting: Vec<&JsonWebKey> = if is_named {
        set.find(jws.key_id(), jws.thumbprint())
            .into_iter()
            .collect()
    } else {
        set.keys.iter().collect()
    };
    let outcomes: Vec<Option<bool>> = fitting.iter().map(|key| verifies(key, jws)).collect();
    Some(
        match outcomes.iter().position(|outcome| *outcome == Some(true)) {
            Some(place) => SignatureCheck::Valid {
                key: place.to_string(),
            },
            None if is_named && outcomes.contains(&Some(false)) => SignatureCheck::Invalid,
            None if is_named && !outcomes.is_empty() => SignatureCheck::Unsupported,
            None => SignatureCheck::NoKey,
        },
    )
}

/// The members of a public key that a signature is verified with (RFC 7518 section 6, RFC 8037 section 2).
#[derive(Deserialize)]
struct PublicKey {
    #[serde(default)]
    n: String,
    #[serde(default)]
    e: String,
    #[serde(default)]
    x: String,
    #[serde(default)]
    y: String,
}

/// Whether this key verifies the signature; nothing where the algorithm cannot be checked here.
fn verifies(key: &JsonWebKey, jws: &Jws) -> Option<bool> {
    let members: PublicKey = serde_json::from_str(&key.public_json).ok()?;
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
    let [_, _, signature] = &jws.parts;
    let signing_input = jws.text.get(..signature.span.start - 1)?.as_bytes();
    let signature = decode(jws.text_of(signature))?;
    let rsa = |parameters: &'static RsaParameters| {
        let key = RsaPublicKeyComponents {
            n: decode(&members.n)?,
            e: decode(&members.e)?,
        };
        Some(key.verify(parameters, signing_input, &signature).is_ok())
    };
    let curve = |algorithm: &'static dyn VerificationAlgorithm, key: Vec<u8>| {
        Some(
            UnparsedPublicKey::new(algorithm, key)
                .verify(signing_input, &signature)
                .is_ok(),
        )
    };
    let point = || Some([vec![4], decode(&members.x)?, decode(&members.y)?].concat());
    match jws.algorithm()? {
        "RS256" => rsa(&RSA_PKCS1_2048_8192_SHA256),
        "RS384" => rsa(&RSA_PKCS1_2048_8192_SHA384),
        "RS512" => rsa(&RSA_PKCS1_2048_8192_SHA512),
        "PS256" => rsa(&RSA_PSS_2048_8192_SHA256),
        "PS384" => rsa(&RSA_PSS_2048_8192_SHA384),
        "PS512" => rsa(&RSA_PSS_2048_8192_SHA512),
        "ES256" => curve(&ECDSA_P256_SHA256_FIXED, point()?),
        "ES384" => curve(&ECDSA_P384_SHA384_FIXED, point()?),
        "EdDSA" => curve(&ED25519, decode(&members.x)?),
        _ => None,
    }
}
