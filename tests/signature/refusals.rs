//! What is not checked at all, and which keys must not be used, each by the name of its reason.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use whydenied::jose::{JsonWebKeySet, KeyRefusal, Unverifiable};

use super::{checked, keys, planned, vector};
use whydenied::diagnosis::SignatureCheck;

fn token(header: &str) -> String {
    let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
    [&encode(header), ".", &encode("{}"), ".c2ln"].concat()
}

#[test]
fn what_is_not_checked_is_refused_by_name() {
    let flattened = r#"{"payload":"e30","protected":"eyJhbGciOiJSUzI1NiJ9","signature":"c2ln"}"#;
    let cases = [
        // RFC 7515 A.1 and RFC 7520 4.4: HMAC.
        (
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".to_owned(),
            Unverifiable::Hmac,
        ),
        (token(r#"{"alg":"HS512"}"#), Unverifiable::Hmac),
        // RFC 7515 A.5: unsecured.
        (
            "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.".to_owned(),
            Unverifiable::Unsigned,
        ),
        (token(r#"{"alg":"NoNe"}"#), Unverifiable::Unsigned),
        ("eyJhbGciOiJSUzI1NiJ9.e30.".to_owned(), Unverifiable::Unsigned),
        // RFC 7515 A.6 and A.7: the JSON serialisation.
        (flattened.to_owned(), Unverifiable::JsonSerialisation),
        (
            r#"{"payload":"e30","signatures":[]}"#.to_owned(),
            Unverifiable::JsonSerialisation,
        ),
        // RFC 7515 appendix E: an extension that nobody understands.
        (
            token(r#"{"alg":"RS256","crit":["http://example.invalid/UNDEFINED"],"http://example.invalid/UNDEFINED":true}"#),
            Unverifiable::Critical,
        ),
        (token(r#"{"alg":"ES256K"}"#), Unverifiable::OtherAlgorithm),
        (token(r#"{"alg":"rs256"}"#), Unverifiable::OtherAlgorithm),
        (token(r#"{"typ":"JWT"}"#), Unverifiable::NoAlgorithm),
        (token(r#"{"alg":["RS256"]}"#), Unverifiable::NoAlgorithm),
        (token("[]"), Unverifiable::Header),
        (token("RS256"), Unverifiable::Header),
        ("eyJhbGciOiJSUzI1NiJ9.e30".to_owned(), Unverifiable::NotCompact),
        ("a.b.c.d.e".to_owned(), Unverifiable::NotCompact),
        ("eyJhbGciOiJSUzI1NiJ9.e30.c2ln=".to_owned(), Unverifiable::NotExact),
        ("eyJhbGciOiJSUzI1NiJ9.e30=.c2ln".to_owned(), Unverifiable::NotExact),
        ("eyJhbGciOiJSUzI1NiJ9.e3 0.c2ln".to_owned(), Unverifiable::NotExact),
        ("eyJhbGciOiJSUzI1NiJ9.e31.c2ln".to_owned(), Unverifiable::NotExact),
    ];
    for (token, why) in cases {
        let planned = planned(&token, &JsonWebKeySet::default());
        assert_eq!(planned.map(|_| ()), Err(why), "{token}");
    }
}

/// A key of RSA that has so many bytes.
fn rsa(bytes: usize) -> Value {
    let modulus = URL_SAFE_NO_PAD.encode(vec![0xff_u8; bytes]);
    json!({"kty": "RSA", "n": modulus, "e": "AQAB"})
}

fn refusal(algorithm: &str, key: &Value) -> Option<KeyRefusal> {
    let token = token(&json!({ "alg": algorithm }).to_string());
    let plan = planned(&token, &keys(key)).unwrap();
    assert_eq!(plan.candidates.len() + plan.refused.len(), 1, "{key}");
    plan.refused.first().map(|(_, refusal)| *refusal)
}

#[test]
fn a_key_that_must_not_be_used_is_refused_with_the_reason() {
    let good = || vector("RFC 7515 A.3, ES256").jwks["keys"][0].clone();
    let with = |name: &str, value: Value| {
        let mut key = good();
        key[name] = value;
        key
    };
    let short = good()["y"].as_str().unwrap()[..42].to_owned();
    let cases = [
        ("ES256", good(), None),
        ("ES256", with("use", json!("sig")), None),
        ("ES256", with("key_ops", json!(["sign", "verify"])), None),
        ("ES256", with("alg", json!("ES256")), None),
        ("RS256", rsa(256), None),
        (
            "EdDSA",
            json!({"kty": "OKP", "crv": "Ed25519", "alg": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}),
            None,
        ),
        ("ES256", with("use", json!("enc")), Some(KeyRefusal::Usage)),
        (
            "ES256",
            with("key_ops", json!(["sign"])),
            Some(KeyRefusal::Operations),
        ),
        (
            "ES256",
            with("alg", json!("ES384")),
            Some(KeyRefusal::Algorithm),
        ),
        ("ES384", good(), Some(KeyRefusal::Curve)),
        ("RS256", good(), Some(KeyRefusal::KeyType)),
        ("ES256", rsa(256), Some(KeyRefusal::KeyType)),
        (
            "RS256",
            json!({"kty": "oct", "k": "c2VjcmV0"}),
            Some(KeyRefusal::Symmetric),
        ),
        ("RS256", rsa(128), Some(KeyRefusal::Weak(1024))),
        ("PS512", rsa(255), Some(KeyRefusal::Weak(2040))),
        ("ES256", with("y", Value::Null), Some(KeyRefusal::Malformed)),
        (
            "ES256",
            with("y", json!(short)),
            Some(KeyRefusal::Malformed),
        ),
        (
            "ES256",
            with("x", json!("not base64url")),
            Some(KeyRefusal::Malformed),
        ),
        (
            "RS256",
            json!({"kty": "RSA", "e": "AQAB"}),
            Some(KeyRefusal::Malformed),
        ),
    ];
    for (algorithm, key, expected) in cases {
        assert_eq!(refusal(algorithm, &key), expected, "{algorithm} {key}");
    }
}

#[test]
fn zeros_before_a_modulus_are_not_bits_of_it() {
    let mut modulus = vec![0_u8; 128];
    modulus.extend([0x7f; 128]);
    let key = json!({"kty": "RSA", "n": URL_SAFE_NO_PAD.encode(modulus), "e": "AQAB"});
    assert_eq!(refusal("RS256", &key), Some(KeyRefusal::Weak(1023)));
}

#[test]
fn private_members_are_dropped_and_the_set_tells() {
    let mut vector = vector("RFC 7515 A.3, ES256");
    assert!(!keys(&vector.jwks).was_private);
    vector.jwks["keys"][0]["d"] = json!("PRIVATE");
    let keys = keys(&vector.jwks);
    assert!(keys.was_private);
    let plan = planned(&vector.token, &keys).unwrap();
    assert!(!plan.candidates[0].jwk.contains("PRIVATE"));
    assert!(!format!("{keys:?}").contains("PRIVATE"));
    assert_eq!(
        checked(&vector.token, &keys),
        Ok(SignatureCheck::Valid {
            key: "1".to_owned()
        })
    );
}

#[test]
fn a_jwk_is_handed_over_without_anything_but_its_numbers() {
    let mut vector = vector("RFC 7515 A.3, ES256");
    for (name, value) in [
        ("ext", json!(false)),
        ("x5c", json!(["MII"])),
        ("a\nb", json!(1)),
        ("kid", json!("\"},\"kty\":\"oct\"")),
    ] {
        vector.jwks["keys"][0][name] = value;
    }
    let plan = planned(&vector.token, &keys(&vector.jwks)).unwrap();
    assert_eq!(
        plan.candidates[0].jwk,
        r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#
    );
}
