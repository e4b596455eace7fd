//! Which keys are tried, and what their answers come to.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use whydenied::{diagnosis::SignatureCheck, jose::JsonWebKeySet};

use super::{checked, keys, planned, vector};

fn token(header: &Value) -> String {
    let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
    [&encode(&header.to_string()), ".", &encode("{}"), ".c2ln"].concat()
}

/// A key on P-256 with these ids.
fn key(ids: Value) -> Value {
    let mut key = vector("RFC 7515 A.3, ES256").jwks["keys"][0].clone();
    if let Value::Object(ids) = ids {
        key.as_object_mut().unwrap().extend(ids);
    }
    key
}

fn set(all: &[Value]) -> JsonWebKeySet {
    keys(&json!({ "keys": all }))
}

#[test]
fn the_header_names_its_key_by_kid_or_x5t_and_else_each_fitting_one_is_tried() {
    let rsa = json!({"kty": "RSA", "kid": "r", "n": "AQAB", "e": "AQAB"});
    let all = [
        key(json!({"kid": "a"})),
        key(json!({"kid": "b", "x5t": "t"})),
        key(json!({"kid": "b"})),
        rsa,
    ];
    let cases = [
        (json!({"kid": "a"}), true, vec![0]),
        (json!({"kid": "b"}), true, vec![1, 2]),
        (json!({"kid": "t"}), true, vec![1]),
        (json!({"x5t": "t"}), true, vec![1]),
        (json!({"kid": "z", "x5t": "t"}), true, vec![1]),
        (json!({"kid": "A"}), false, vec![]),
        (json!({"kid": "z"}), false, vec![]),
        (json!({}), false, vec![0, 1, 2]),
        (json!({"kid": 7}), false, vec![0, 1, 2]),
        // A key or an address in the header is never looked at.
        (
            json!({"kid": "z", "jwk": key(json!({})), "jku": "https://keys.example"}),
            false,
            vec![],
        ),
    ];
    for (mut header, is_named, places) in cases {
        header["alg"] = json!("ES256");
        let plan = planned(&token(&header), &set(&all)).unwrap();
        let tried: Vec<usize> = plan
            .candidates
            .iter()
            .map(|candidate| candidate.place)
            .collect();
        assert_eq!((plan.is_named, tried), (is_named, places), "{header}");
    }
}

#[test]
fn a_key_that_nothing_names_is_tried_for_a_kid_that_no_key_has() {
    let all = set(&[key(json!({"kid": "a"})), key(json!({}))]);
    let plan = planned(&token(&json!({"alg": "ES256", "kid": "z"})), &all).unwrap();
    assert_eq!(plan.candidates[0].place, 1);
    assert_eq!((plan.is_named, plan.candidates.len()), (false, 1));
}

#[test]
fn the_key_that_verifies_is_named() {
    let vector = vector("RFC 7515 A.3, ES256");
    let good = vector.jwks["keys"][0].clone();
    let mut named = good.clone();
    named["kid"] = json!("the one");
    let other = json!({"kty": "EC", "crv": "P-256", "x": good["y"], "y": good["x"]});
    let cases = [
        (set(&[other.clone(), named]), "the one"),
        (set(&[other, good]), "2"),
    ];
    for (keys, name) in cases {
        let key = name.to_owned();
        assert_eq!(
            checked(&vector.token, &keys),
            Ok(SignatureCheck::Valid { key })
        );
    }
}

#[test]
fn the_answers_of_the_keys_come_to_one() {
    use SignatureCheck::{Invalid, NoKey, Unsupported};
    let named = |kid: &str| token(&json!({"alg": "ES256", "kid": kid}));
    let nameless = token(&json!({"alg": "ES256"}));
    let rsa = |kid: &str| json!({"kty": "RSA", "kid": kid, "n": "AQAB", "e": "AQAB"});
    let cases = [
        (named("a"), set(&[key(json!({"kid": "a"}))]), Invalid),
        (named("a"), set(&[key(json!({"kid": "b"}))]), NoKey),
        (named("a"), set(&[key(json!({}))]), NoKey),
        (
            named("a"),
            set(&[key(json!({"kid": "a", "use": "enc"}))]),
            Unsupported,
        ),
        (named("a"), set(&[rsa("a")]), Unsupported),
        (
            named("a"),
            set(&[key(json!({"kid": "a"})), rsa("a")]),
            Invalid,
        ),
        (nameless.clone(), set(&[key(json!({"kid": "a"}))]), NoKey),
        (nameless.clone(), set(&[rsa("a")]), NoKey),
        (
            nameless.clone(),
            set(&[key(json!({"use": "enc"}))]),
            Unsupported,
        ),
    ];
    for (index, (token, keys, expected)) in cases.into_iter().enumerate() {
        assert_eq!(checked(&token, &keys), Ok(expected), "case {index}");
    }
}
