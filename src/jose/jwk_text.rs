//! A JSON Web Key, written member by member (RFC 7517 section 4).

/// The beginning of a JWK of this type, and of this curve where it has one.
pub(super) fn start_jwk(key_type: &str, curve: &str) -> String {
    let mut jwk = String::from("{");
    push_member(&mut jwk, "kty", key_type);
    if !curve.is_empty() {
        push_member(&mut jwk, "crv", curve);
    }
    jwk
}

/// Adds a member to a JWK. Its value is in base64url, or a name of this module's own: nothing in it has to be
/// escaped.
pub(super) fn push_member(jwk: &mut String, name: &str, value: &str) {
    let comma = if jwk.len() > 1 { "," } else { "" };
    for part in [comma, "\"", name, "\":\"", value, "\""] {
        jwk.push_str(part);
    }
}
