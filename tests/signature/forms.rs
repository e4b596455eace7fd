//! Signatures and keys of a form that some browsers let pass, and no standard does.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use whydenied::{
    diagnosis::SignatureCheck,
    jose::{KeyRefusal, Signed},
};

use super::{keys, planned, vector};

/// The vector's token with its signature changed, and what is said of it where a browser says that it
/// verifies.
fn believed(name: &str, change: impl Fn(&mut Vec<u8>)) -> SignatureCheck {
    let vector = vector(name);
    let keys = keys(&vector.jwks);
    let mut signature = Signed::read(&vector.token).unwrap().signature;
    change(&mut signature);
    let (input, _) = vector.token.rsplit_once('.').unwrap();
    let token = [input, ".", &URL_SAFE_NO_PAD.encode(signature)].concat();
    let plan = planned(&token, &keys).unwrap();
    SignatureCheck::of(&plan, &vec![Some(true); plan.candidates.len()], &keys)
}

#[test]
fn an_rsa_signature_is_as_long_as_the_modulus() {
    for name in ["RFC 7515 A.2, RS256", "PS256, made for these tests"] {
        assert!(matches!(
            believed(name, |_| ()),
            SignatureCheck::Valid { .. }
        ));
        let longer = believed(name, |signature| signature.insert(0, 0));
        assert!(!matches!(longer, SignatureCheck::Valid { .. }), "{name}");
        let shorter = believed(name, |signature| signature.truncate(signature.len() - 1));
        assert!(!matches!(shorter, SignatureCheck::Valid { .. }), "{name}");
    }
}

#[test]
fn an_ed25519_signature_ends_in_a_number_below_the_order() {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let name = "RFC 8037 A.4, Ed25519";
    assert!(matches!(
        believed(name, |_| ()),
        SignatureCheck::Valid { .. }
    ));
    let malleable = believed(name, |signature| {
        let mut carry = 0;
        for (byte, order) in signature[32..].iter_mut().zip(ORDER) {
            let sum = u16::from(*byte) + u16::from(order) + carry;
            *byte = u8::try_from(sum % 256).unwrap();
            carry = sum / 256;
        }
    });
    assert!(!matches!(malleable, SignatureCheck::Valid { .. }));
}

#[test]
fn both_numbers_of_an_rsa_key_are_odd_and_its_exponent_is_three_at_least() {
    let number = |last: u8| {
        let mut bytes = vec![0xff_u8; 256];
        bytes[255] = last;
        URL_SAFE_NO_PAD.encode(bytes)
    };
    let exponent = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    for (modulus, exponent, refusal) in [
        (number(0xff), exponent(&[3]), None),
        (number(0xfe), exponent(&[3]), Some(KeyRefusal::Malformed)),
        (number(0xff), exponent(&[1]), Some(KeyRefusal::Malformed)),
        (number(0xff), exponent(&[1, 0]), Some(KeyRefusal::Malformed)),
    ] {
        let key: Value = json!({"kty": "RSA", "n": modulus, "e": exponent});
        let plan = planned("eyJhbGciOiJSUzI1NiJ9.e30.c2ln", &keys(&key)).unwrap();
        let refused = plan.refused.first().map(|(_, refusal)| *refusal);
        assert_eq!(refused, refusal, "{key}");
    }
}
