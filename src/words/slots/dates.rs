//! The times of a token in words.

use crate::{
    diagnosis::CLOCK_SKEW,
    jose::{Claim, NumericDate},
    words::{self, template::Said},
};

/// A time claim, where it can be read.
pub(super) fn date(said: &Said<'_>, name: &str) -> Option<i64> {
    match said.facts.claims?.time(name) {
        Claim::Present(NumericDate(seconds)) => Some(seconds),
        Claim::Absent | Claim::Malformed(_) => None,
    }
}

/// A time claim that is no number, and what stands there.
pub(super) fn broken(said: &Said<'_>) -> Option<(&'static str, String)> {
    let claims = said.facts.claims?;
    ["exp", "nbf", "iat"]
        .into_iter()
        .find_map(|name| match claims.time(name) {
            Claim::Malformed(found) => Some((name, found)),
            _ => None,
        })
}

/// A time claim in full.
pub(super) fn utc(said: &Said<'_>, name: &str) -> Option<String> {
    Some(words::utc(date(said, name)?))
}

/// A time claim, the clock alone where it is of today.
pub(super) fn time(said: &Said<'_>, name: &str) -> Option<String> {
    Some(words::time(date(said, name)?, said.facts.case.now))
}

/// How long ago the token ended.
pub(super) fn since_exp(said: &Said<'_>) -> Option<String> {
    apart(date(said, "exp")?, said.facts.case.now)
}

/// How long it takes until the token starts.
pub(super) fn until_nbf(said: &Said<'_>) -> Option<String> {
    apart(said.facts.case.now, date(said, "nbf")?)
}

/// How much longer the token is good: "4 more minutes".
pub(super) fn until_exp(said: &Said<'_>) -> Option<String> {
    let left = date(said, "exp")?.saturating_sub(said.facts.case.now);
    Some(words::time::duration_with(left, " more "))
}

/// How much longer the service tolerates the token's end.
pub(super) fn skew_left(said: &Said<'_>) -> Option<String> {
    apart(
        said.facts.case.now,
        date(said, "exp")?.saturating_add(CLOCK_SKEW),
    )
}

/// How far two times are apart, where the one is before the other.
fn apart(early: i64, late: i64) -> Option<String> {
    (early < late).then(|| words::duration(late.saturating_sub(early)))
}
