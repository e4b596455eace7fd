//! What keys that do not verify a token tell.

use serde_json::{Value, json};
use whydenied::{
    diagnosis::{CauseId as C, Doubt, Input, SignatureCheck, diagnose},
    jose::JsonWebKeySet,
};

use crate::support::{Story, Told};

fn unverified(keys: &Value) -> Told {
    let mut case = Story::new().header("kid", "k1").case();
    case.keys = JsonWebKeySet::read(&keys.to_string());
    case.signature_check = Some(SignatureCheck::NoKey);
    Told(diagnose(&case))
}

#[test]
fn keys_without_an_id_need_not_be_all_that_the_authority_has() {
    let named = unverified(&json!({"kty": "RSA", "kid": "k2", "n": "AQAB", "e": "AQAB"}));
    assert_eq!(
        (named.headline(), named.certainty()),
        (Some(C::SigningKeyNotFound), "certain")
    );
    let nameless = unverified(&json!({"kty": "RSA", "n": "AQAB", "e": "AQAB"}));
    assert_eq!(
        (nameless.headline(), nameless.certainty()),
        (Some(C::SigningKeyNotFound), "likely")
    );
    let doubt = nameless.0.headline.and_then(|finding| finding.doubt);
    assert_eq!(doubt, Some(Doubt::Needs(Input::Keys)));
}
