//! The vectors of RFC 7515 appendix A, RFC 8037 appendix A and RFC 7520 section 4, and further ones.

use std::{fs, path::Path};

use super::{Vector, keys, planned, vectors, verifies};

/// The test dependency has no P-521: what is asked can be seen here, and the answer in the browsers.
fn is_beyond_test_dependency(vector: &Vector) -> bool {
    let plan = planned(&vector.token, &keys(&vector.jwks));
    plan.is_ok_and(|plan| plan.algorithm.name == "ES512")
}

#[test]
fn every_vector_of_a_public_key_verifies() {
    let vectors = vectors();
    assert!(vectors.len() >= 12, "{}", vectors.len());
    for vector in vectors {
        let keys = keys(&vector.jwks);
        let plan = planned(&vector.token, &keys).unwrap();
        assert_eq!(plan.candidates.len(), 1, "{}", vector.name);
        assert!(
            is_beyond_test_dependency(&vector) || verifies(&vector.token, &keys),
            "{}",
            vector.name
        );
    }
}

#[test]
fn every_algorithm_has_a_vector() {
    let named: Vec<String> = vectors().into_iter().map(|vector| vector.name).collect();
    for algorithm in [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519",
    ] {
        let is_there = named.iter().any(|name| name.contains(algorithm));
        assert!(is_there, "{algorithm}");
    }
}

/// `WHYDENIED_JWS_VECTORS=FILE cargo test --test signature -- --nocapture` runs the vectors of a file, in the
/// shape of `tests/vectors/jws.json`. Those of P-521 are left to the browser test of the same variable.
#[test]
fn further_vectors_agree() {
    let Some(file) = std::env::var_os("WHYDENIED_JWS_VECTORS") else {
        return;
    };
    let text = fs::read_to_string(Path::new(&file)).unwrap();
    let all: Vec<Vector> = serde_json::from_str(&text).unwrap();
    let (mut agreed, mut left) = (0, 0);
    for vector in &all {
        let outcome = verifies(&vector.token, &keys(&vector.jwks));
        if outcome == vector.valid {
            agreed += 1;
        } else if is_beyond_test_dependency(vector) {
            left += 1;
        } else {
            println!("disagrees: {} (valid: {})", vector.name, vector.valid);
        }
    }
    println!(
        "{agreed} of {} vectors agreed, {left} were left to the browsers",
        all.len()
    );
    assert_eq!(agreed + left, all.len());
}
