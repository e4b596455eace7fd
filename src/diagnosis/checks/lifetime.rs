//! Is it inside its lifetime?
//!
//! `exp`, `nbf` and `iat` are NumericDates (RFC 7519 sections 4.1.4 to 4.1.6). The service tolerates 300
//! seconds of clock skew at both ends, and clamps times beyond the year 9999 [domain 3.5].

use super::{CauseId, Check, Detail, Facts, Finding, Verdict};
use crate::{
    diagnosis::{Comparison, Field, facts::Inside},
    jose::{Claim, NumericDate},
};

/// The clock skew that the service tolerates, in seconds.
pub const CLOCK_SKEW: i64 = 300;

pub(super) fn check(facts: &Facts<'_>, inside: Inside<'_>) -> Check {
    let now = facts.case.now;
    for name in ["exp", "nbf", "iat"] {
        if let Claim::Malformed(found) = inside.claims.time(name) {
            return Check::fail(compared(
                CauseId::LifetimeUnreadable,
                name,
                found,
                String::new(),
            ));
        }
    }
    let Claim::Present(expires) = inside.claims.time("exp") else {
        return Check::fail(Finding::certain(CauseId::NoExpiration));
    };
    let not_before = match inside.claims.time("nbf") {
        Claim::Present(date) => Some(date),
        Claim::Absent | Claim::Malformed(_) => None,
    };
    let mut check = judge(now, not_before.map(clamped), clamped(expires));
    for (name, date) in [("exp", Some(expires)), ("nbf", not_before)] {
        if date.is_some_and(NumericDate::is_beyond_year_9999) {
            let found = date.map(|date| date.0.to_string()).unwrap_or_default();
            let finding = compared(CauseId::LifetimeInMilliseconds, name, found, String::new());
            check = if check.verdict == Verdict::Pass {
                Check::warn(finding)
            } else {
                check.beside(finding)
            };
            break;
        }
    }
    check
}

fn judge(now: i64, not_before: Option<i64>, expires: i64) -> Check {
    if let Some(not_before) = not_before {
        if not_before > expires {
            return Check::fail(times(CauseId::LifetimeInverted, "nbf", not_before, expires));
        }
        let early_by = not_before.saturating_sub(now);
        if early_by > CLOCK_SKEW {
            return Check::fail(times(CauseId::NotYetValid, "nbf", not_before, now));
        }
        if early_by > 0 {
            return Check::warn(times(CauseId::InsideClockSkew, "nbf", not_before, now));
        }
    }
    let late_by = now.saturating_sub(expires);
    if late_by > CLOCK_SKEW {
        return Check::fail(times(CauseId::Expired, "exp", expires, now));
    }
    if late_by >= 0 {
        return Check::warn(times(CauseId::InsideClockSkew, "exp", expires, now));
    }
    if late_by > -CLOCK_SKEW {
        return Check::plain(Verdict::Warn).with(Detail::ExpiresSoon);
    }
    Check::pass()
}

fn clamped(date: NumericDate) -> i64 {
    date.min(NumericDate::LAST).0
}

fn times(cause: CauseId, name: &'static str, found: i64, expected: i64) -> Finding {
    compared(cause, name, found.to_string(), expected.to_string())
}

fn compared(cause: CauseId, name: &'static str, found: String, expected: String) -> Finding {
    let expected_in = if cause == CauseId::LifetimeInverted {
        Field::Claim("exp")
    } else {
        Field::Now
    };
    Finding::certain(cause).comparing(Comparison {
        found_in: Field::Claim(name),
        found,
        expected_in,
        expected,
    })
}
