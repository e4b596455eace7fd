//! The algorithms that a signature can be checked for here (RFC 7518 section 3.1, RFC 8037 section 3.1).
//!
//! No code of this page does the arithmetic: an algorithm is what the Web Cryptography API is asked for.

/// An algorithm of public keys.
#[derive(Debug, PartialEq, Eq)]
pub struct Algorithm {
    /// Its name in a header, `alg`.
    pub name: &'static str,
    /// The type of its keys, `kty`.
    pub key_type: &'static str,
    /// Their curve, `crv`; empty for RSA.
    pub curve: &'static str,
    /// How many bytes each coordinate of a point on the curve has (RFC 7518 section 6.2.1.2); 0 for RSA.
    pub coordinate: usize,
    /// The members that hold a key's numbers.
    pub numbers: &'static [&'static str],
    /// Its name and parameters in the Web Cryptography API, as JSON: for the key's import and for the
    /// verification alike, each of which takes what it knows.
    pub parameters: &'static str,
}

/// All of them. RFC 9864 renames `EdDSA` on this curve to `Ed25519`.
const ALGORITHMS: [Algorithm; 11] = [
    rsa("RS256", r#"{"name":"RSASSA-PKCS1-v1_5","hash":"SHA-256"}"#),
    rsa("RS384", r#"{"name":"RSASSA-PKCS1-v1_5","hash":"SHA-384"}"#),
    rsa("RS512", r#"{"name":"RSASSA-PKCS1-v1_5","hash":"SHA-512"}"#),
    rsa(
        "PS256",
        r#"{"name":"RSA-PSS","hash":"SHA-256","saltLength":32}"#,
    ),
    rsa(
        "PS384",
        r#"{"name":"RSA-PSS","hash":"SHA-384","saltLength":48}"#,
    ),
    rsa(
        "PS512",
        r#"{"name":"RSA-PSS","hash":"SHA-512","saltLength":64}"#,
    ),
    elliptic(
        "ES256",
        "P-256",
        32,
        r#"{"name":"ECDSA","namedCurve":"P-256","hash":"SHA-256"}"#,
    ),
    elliptic(
        "ES384",
        "P-384",
        48,
        r#"{"name":"ECDSA","namedCurve":"P-384","hash":"SHA-384"}"#,
    ),
    elliptic(
        "ES512",
        "P-521",
        66,
        r#"{"name":"ECDSA","namedCurve":"P-521","hash":"SHA-512"}"#,
    ),
    edwards("EdDSA"),
    edwards("Ed25519"),
];

const fn rsa(name: &'static str, parameters: &'static str) -> Algorithm {
    Algorithm {
        name,
        key_type: "RSA",
        curve: "",
        coordinate: 0,
        numbers: &["n", "e"],
        parameters,
    }
}

const fn elliptic(
    name: &'static str,
    curve: &'static str,
    coordinate: usize,
    parameters: &'static str,
) -> Algorithm {
    Algorithm {
        name,
        key_type: "EC",
        curve,
        coordinate,
        numbers: &["x", "y"],
        parameters,
    }
}

const fn edwards(name: &'static str) -> Algorithm {
    Algorithm {
        name,
        key_type: "OKP",
        curve: "Ed25519",
        coordinate: 32,
        numbers: &["x"],
        parameters: r#"{"name":"Ed25519"}"#,
    }
}

impl Algorithm {
    /// The algorithm of this name, which is compared exactly.
    pub fn of(name: &str) -> Option<&'static Self> {
        ALGORITHMS.iter().find(|algorithm| algorithm.name == name)
    }

    /// Whether a key that is meant for the algorithm of this name may be used for this one.
    pub(super) fn is_also(&self, name: &str) -> bool {
        Self::of(name).is_some_and(|other| other.parameters == self.parameters)
    }
}
