//! Outside the lifetime, or no lifetime to read.

use super::words;
use crate::{
    diagnosis::{Facts, Finding},
    intake::Reason,
    jose::{Claim, NumericDate},
    words::{
        CauseWords, duration, moves,
        remedy::{Mover, Remedy, Tool},
        time, utc,
        values::term,
    },
};

/// The difference between clocks that the service tolerates, in seconds.
const SKEW: i64 = 300;

pub(super) fn expired(facts: &Facts<'_>) -> CauseWords {
    let now = facts.case.now;
    let headline = match date(facts, "exp") {
        Some(exp) if exp < now => [
            "The token expired ",
            &ago(exp, now),
            " ago, at ",
            &time(exp, now),
            ".",
        ]
        .concat(),
        _ if facts.reasons.contains(&Reason::Expired) => {
            "The service says that the token has expired.".to_owned()
        }
        _ => "The token has expired.".to_owned(),
    };
    words(
        headline,
        "The service accepts a token until 5 minutes after `exp`. Most live 60 to 90 minutes, so a \
         stored one runs out soon.",
        vec![
            moves::get_token_as("Get a new token.", facts),
            Remedy::new(
                Mover::You,
                "If it is new, check the clock of the machine that judges it.",
            )
            .told(
                Tool::Code,
                "Ask MSAL for the token before every call: it keeps it and renews it in time.",
            ),
        ],
    )
}

pub(super) fn not_yet_valid(facts: &Facts<'_>) -> CauseWords {
    let now = facts.case.now;
    let headline = match date(facts, "nbf") {
        Some(nbf) if NumericDate(nbf).is_beyond_year_9999() => {
            "The token starts after the year 9999: its `nbf` is in milliseconds.".to_owned()
        }
        Some(nbf) if nbf > now => [
            "The token starts only in ",
            &ago(nbf, now),
            ", at ",
            &time(nbf, now),
            ".",
        ]
        .concat(),
        _ if facts.reasons.contains(&Reason::NotYetValid) => {
            "The service says that the token has not started yet.".to_owned()
        }
        _ => "The token has not started yet.".to_owned(),
    };
    words(
        headline,
        "The service accepts a token from 5 minutes before `nbf`. A start in the future comes from \
         a clock that is wrong, the issuer's or this machine's.",
        vec![
            Remedy::new(
                Mover::You,
                "Set the clock of this machine, then get a new token.",
            ),
            Remedy::new(
                Mover::TenantAdministrator,
                "If the token comes from an issuer of your own, correct its clock or its `nbf`.",
            ),
        ],
    )
}

pub(super) fn no_expiration(facts: &Facts<'_>) -> CauseWords {
    words(
        "The token never ends: it has no `exp`.",
        "The service refuses a token without an end, and reports `The token has no expiration`. \
         Entra ID always writes `exp`; this token comes from elsewhere.",
        vec![
            moves::get_token(facts),
            Remedy::new(
                Mover::TenantAdministrator,
                "If the issuer is your own, let it write `exp`, in seconds.",
            ),
        ],
    )
}

pub(super) fn unreadable(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let broken =
        ["exp", "nbf", "iat"]
            .into_iter()
            .find_map(|name| match facts.claims?.time(name) {
                Claim::Malformed(found) => Some((name, found)),
                _ => None,
            });
    let evidence = finding
        .evidence
        .as_ref()
        .map(|evidence| evidence.found.as_str());
    let headline = match (broken, evidence) {
        (Some((name, found)), _) => [
            "`",
            name,
            "` is ",
            &term(&found),
            ", which is not a number.",
        ]
        .concat(),
        (None, Some(found)) => [
            "A time of the token is ",
            &term(found),
            ", which is not a number.",
        ]
        .concat(),
        (None, None) => "A time of the token is not a number.".to_owned(),
    };
    words(
        headline,
        "Times are counted in seconds since 1970. The service cannot read such a token at all: it \
         answers 401, `invalid_token`, and says no more.",
        vec![Remedy::new(
            Mover::TenantAdministrator,
            "Let the issuer write `exp`, `nbf` and `iat` as plain numbers: seconds since 1970 (RFC \
             7519, NumericDate).",
        )],
    )
}

pub(super) fn inverted(facts: &Facts<'_>) -> CauseWords {
    let headline = match (date(facts, "nbf"), date(facts, "exp")) {
        (Some(nbf), Some(exp)) if nbf > exp => [
            "The token ends before it starts: `exp` is ",
            &utc(exp),
            ", `nbf` is ",
            &utc(nbf),
            ".",
        ]
        .concat(),
        _ => "The token ends before it starts.".to_owned(),
    };
    words(
        headline,
        "With `nbf` after `exp` there is no moment at which the service accepts it. It reports \
         `The token lifetime is invalid`.",
        vec![
            moves::get_token(facts),
            Remedy::new(
                Mover::TenantAdministrator,
                "If the issuer is your own, correct its clock or its code.",
            ),
        ],
    )
}

pub(super) fn in_milliseconds(facts: &Facts<'_>) -> CauseWords {
    let is_beyond =
        |name: &&str| date(facts, name).is_some_and(|date| NumericDate(date).is_beyond_year_9999());
    let name = ["exp", "nbf"].into_iter().find(is_beyond).unwrap_or("exp");
    words(
        ["`", name, "` is in milliseconds, not in seconds."].concat(),
        "Read in seconds it lies beyond the year 9999, and the service takes it for the last \
         second of that year. An `exp` like that is accepted and hardly ever ends; an `nbf` like \
         that never starts.",
        vec![Remedy::new(
            Mover::TenantAdministrator,
            "Let the issuer divide its times by 1000.",
        )],
    )
}

pub(super) fn inside_skew(facts: &Facts<'_>) -> CauseWords {
    let now = facts.case.now;
    let headline = match (date(facts, "exp"), date(facts, "nbf")) {
        (Some(exp), _) if exp < now => {
            let left = duration(exp.saturating_add(SKEW).saturating_sub(now));
            [
                "The token expired ",
                &ago(exp, now),
                " ago; the service accepts it for ",
                &left,
                " more.",
            ]
            .concat()
        }
        (_, Some(nbf)) if nbf > now => [
            "The token starts only in ",
            &ago(nbf, now),
            "; the service accepts it already.",
        ]
        .concat(),
        _ => "The token is just outside its lifetime; the service still accepts it.".to_owned(),
    };
    words(
        headline,
        "The service allows 5 minutes of difference between clocks, at both ends. Another service \
         may not.",
        vec![
            moves::get_token_as("Get a new token soon.", facts),
            Remedy::new(Mover::You, "Check this machine's clock."),
        ],
    )
}

fn date(facts: &Facts<'_>, name: &str) -> Option<i64> {
    match facts.claims?.time(name) {
        Claim::Present(NumericDate(seconds)) => Some(seconds),
        Claim::Absent | Claim::Malformed(_) => None,
    }
}

/// How far two times are apart, in words.
fn ago(one: i64, other: i64) -> String {
    duration(one.saturating_sub(other))
}
