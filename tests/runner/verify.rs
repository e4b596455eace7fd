//! What the page asks of the Web Cryptography API, asked of a test dependency. What is asked, and of which
//! keys, both take from the same plan.

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
    jose::{Candidate, JsonWebKeySet, Plan, Signed, Token, plan},
};

/// What the keys say of the token; nothing where either is missing, or the token is not signed at all.
#[allow(dead_code, reason = "not every test that verifies has a case")]
pub(crate) fn check(token: Option<&Token>, keys: Option<&JsonWebKeySet>) -> Option<SignatureCheck> {
    let (Some(Token::Jws(jws)), Some(keys)) = (token, keys) else {
        return None;
    };
    if jws.is_unsigned() || keys.keys.is_empty() {
        return None;
    }
    let planned = Signed::read(&jws.text).and_then(|signed| Ok((plan(&signed, keys)?, signed)));
    Some(
        planned.map_or(SignatureCheck::Unsupported, |(plan, signed)| {
            SignatureCheck::of(&plan, &outcomes(&plan, &signed), keys)
        }),
    )
}

/// For each candidate of the plan, whether it verifies the signature; nothing where it is no key.
pub(crate) fn outcomes(plan: &Plan, signed: &Signed) -> Vec<Option<bool>> {
    let candidates = plan.candidates.iter();
    candidates
        .map(|candidate| verifies(plan, candidate, signed))
        .collect()
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

fn verifies(plan: &Plan, candidate: &Candidate, signed: &Signed) -> Option<bool> {
    let members: PublicKey = serde_json::from_str(&candidate.jwk).ok()?;
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
    let signing_input = signed.signing_input();
    let signature = &signed.signature;
    let rsa = |parameters: &'static RsaParameters| {
        let key = RsaPublicKeyComponents {
            n: decode(&members.n)?,
            e: decode(&members.e)?,
        };
        Some(key.verify(parameters, signing_input, signature).is_ok())
    };
    let curve = |algorithm: &'static dyn VerificationAlgorithm, key: Vec<u8>| {
        Some(
            UnparsedPublicKey::new(algorithm, key)
                .verify(signing_input, signature)
                .is_ok(),
        )
    };
    let point = || Some([vec![4], decode(&members.x)?, decode(&members.y)?].concat());
    match plan.algorithm.name {
        "RS256" => rsa(&RSA_PKCS1_2048_8192_SHA256),
        "RS384" => rsa(&RSA_PKCS1_2048_8192_SHA384),
        "RS512" => rsa(&RSA_PKCS1_2048_8192_SHA512),
        "PS256" => rsa(&RSA_PSS_2048_8192_SHA256),
        "PS384" => rsa(&RSA_PSS_2048_8192_SHA384),
        "PS512" => rsa(&RSA_PSS_2048_8192_SHA512),
        "ES256" => curve(&ECDSA_P256_SHA256_FIXED, point()?),
        "ES384" => curve(&ECDSA_P384_SHA384_FIXED, point()?),
        "EdDSA" | "Ed25519" => curve(&ED25519, decode(&members.x)?),
        // The test dependency has no P-521; the browsers have.
        _ => None,
    }
}
