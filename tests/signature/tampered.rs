//! What was changed after it was signed: no key verifies it.

use serde_json::{Value, json};

use super::{keys, vectors, verifies};

/// The text with the character at this place replaced by another one of base64url.
fn changed(text: &str, at: usize) -> String {
    let other = if &text[at..=at] == "A" { "B" } else { "A" };
    [&text[..at], other, &text[at + 1..]].concat()
}

/// The first, a middle and the last place of a text.
fn places(text: &str) -> [usize; 3] {
    [0, text.len() / 2, text.len() - 1]
}

#[test]
fn a_token_changed_in_any_segment_is_refused() {
    for vector in vectors() {
        let keys = keys(&vector.jwks);
        let segments: Vec<&str> = vector.token.split('.').collect();
        for index in 0..3 {
            for at in places(segments[index]) {
                let segment = changed(segments[index], at);
                let mut parts = segments.clone();
                parts[index] = &segment;
                assert!(
                    !verifies(&parts.join("."), &keys),
                    "{}, segment {index}, character {at}",
                    vector.name
                );
            }
        }
    }
}

#[test]
fn the_last_character_of_a_signature_has_one_form() {
    // Two of the four bits that the last character of a P-256 signature has stand for nothing.
    let vector = super::vector("RFC 7515 A.3, ES256");
    let keys = keys(&vector.jwks);
    assert!(verifies(&vector.token, &keys));
    let token = vector.token.strip_suffix('Q').unwrap();
    for last in ["R", "S", "T", "Q=", "Q=="] {
        assert!(!verifies(&[token, last].concat(), &keys), "{last}");
    }
}

#[test]
fn a_key_changed_in_any_number_is_refused() {
    for vector in vectors() {
        for name in ["n", "e", "x", "y"] {
            let Some(number) = vector.jwks["keys"][0][name].as_str() else {
                continue;
            };
            for at in places(number) {
                let changed = with(&vector.jwks, name, json!(changed(number, at)));
                assert!(
                    !verifies(&vector.token, &keys(&changed)),
                    "{}, {name}, character {at}",
                    vector.name
                );
            }
        }
    }
}

#[test]
fn a_key_of_another_kind_or_use_is_refused() {
    let changes = [
        ("crv", json!("P-384")),
        ("crv", json!("P-521")),
        ("crv", json!("Ed448")),
        ("crv", Value::Null),
        ("kty", json!("RSA")),
        ("kty", json!("EC")),
        ("kty", json!("OKP")),
        ("kty", json!("oct")),
        ("kty", Value::Null),
        ("alg", json!("RS1")),
        ("alg", json!("HS256")),
        ("alg", json!("none")),
        ("alg", json!(256)),
        ("use", json!("enc")),
        ("use", Value::Null),
        ("key_ops", json!(["sign"])),
        ("key_ops", json!([])),
        ("key_ops", json!("verify")),
    ];
    for vector in vectors() {
        let key = &vector.jwks["keys"][0];
        for (name, value) in &changes {
            // RSA keys have no curve.
            if key[*name] == *value && key.get(name).is_some()
                || key["kty"] == "RSA" && *name == "crv"
            {
                continue;
            }
            // The curve of the vector itself.
            if key["crv"] == *value {
                continue;
            }
            let other = with(&vector.jwks, name, value.clone());
            assert!(
                !verifies(&vector.token, &keys(&other)),
                "{}, {name}: {value}",
                vector.name
            );
        }
    }
}

fn with(jwks: &Value, name: &str, value: Value) -> Value {
    let mut jwks = jwks.clone();
    jwks["keys"][0][name] = value;
    jwks
}
