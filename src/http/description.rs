//! The texts of `error_description` (ASP.NET Core's `JwtBearerHandler`) [domain 3.4].

use super::reason::Reason;

/// How each text begins, in the old generation and in the current one.
const BEGINNINGS: [(&str, Reason); 10] = [
    ("The audience ", Reason::Audience),
    ("The issuer ", Reason::Issuer),
    ("The token has no expiration", Reason::NoExpiration),
    ("The token lifetime is invalid", Reason::Lifetime),
    ("The token is not valid yet", Reason::NotYetValid),
    ("The token is not valid before ", Reason::NotYetValid),
    ("The token is expired", Reason::Expired),
    ("The token expired at ", Reason::Expired),
    ("The signature key was not found", Reason::KeyNotFound),
    ("The signature is invalid", Reason::Signature),
];

/// The failures that a description names, in its order.
///
/// Several texts are joined by `; `. The lifetime's own text has one too, whose second half (`NotBefore:
/// 'A', Expires: 'B'`) begins like none of them.
pub(super) fn reasons(description: &str) -> Vec<Reason> {
    sentences(description).filter_map(reason).collect()
}

/// The failure that one text names.
pub(crate) fn reason(sentence: &str) -> Option<Reason> {
    BEGINNINGS
        .iter()
        .find(|(beginning, _)| sentence.starts_with(beginning))
        .map(|(_, reason)| *reason)
}

/// The texts between semicolons, a semicolon inside single quotes (in an audience, say) not counted.
fn sentences(description: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    description
        .split(move |character| {
            quoted ^= character == '\'';
            character == ';' && !quoted
        })
        .map(str::trim)
}
