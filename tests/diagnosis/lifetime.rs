//! `exp`, `nbf` and `iat`.

use serde_json::{Value, json};
use whydenied::{
    diagnosis::{CauseId as C, NodeId as N},
    jose::{Claim, Claims, Json, NumericDate},
};

use crate::support::{NOW, Story};

#[test]
fn the_lifetime_tolerates_300_seconds_at_both_ends_and_not_one_more() {
    let cases: [(&str, i64, Option<C>, &str); 10] = [
        ("exp", 301, None, "pass"),
        ("exp", 1, None, "warn"),
        ("exp", 0, Some(C::InsideClockSkew), "warn"),
        ("exp", -300, Some(C::InsideClockSkew), "warn"),
        ("exp", -301, Some(C::Expired), "fail"),
        ("nbf", 0, None, "pass"),
        ("nbf", 1, Some(C::InsideClockSkew), "warn"),
        ("nbf", 300, Some(C::InsideClockSkew), "warn"),
        ("nbf", 301, Some(C::NotYetValid), "fail"),
        ("nbf", 3601, Some(C::LifetimeInverted), "fail"),
    ];
    for (name, offset, cause, verdict) in cases {
        let told = Story::new().claim(name, NOW + offset).told();
        let expected = cause.unwrap_or(C::WouldBeAccepted);
        assert_eq!(
            (told.headline(), told.verdict(N::Lifetime)),
            (Some(expected), verdict),
            "{name} {offset}"
        );
    }
}

#[test]
fn times_are_read_as_the_service_reads_them() {
    let cases: [(Value, Option<C>); 9] = [
        (json!((NOW + 3600).to_string()), None),
        (json!("1795438800.75"), None),
        (json!(1_795_438_800.9), None),
        (json!(253_402_300_800_i64), Some(C::LifetimeInMilliseconds)),
        (json!("2026-11-23T12:50:00Z"), Some(C::LifetimeUnreadable)),
        (json!(true), Some(C::LifetimeUnreadable)),
        (json!([NOW]), Some(C::LifetimeUnreadable)),
        (json!("inf"), Some(C::LifetimeUnreadable)),
        (json!(null), Some(C::NoExpiration)),
    ];
    for (value, cause) in cases {
        let label = value.to_string();
        let told = Story::new().claim("exp", value).told();
        assert_eq!(
            told.headline(),
            Some(cause.unwrap_or(C::WouldBeAccepted)),
            "{label}"
        );
    }
}

#[test]
fn decimal_numbers_are_cut_off_to_whole_seconds_and_clamped() {
    let cases = [
        ("1472097744.75859", Some(1_472_097_744)),
        ("1.4720977e9", Some(1_472_097_700)),
        ("15e-1", Some(1)),
        ("-5.9", Some(-5)),
        ("0.000e999999999", Some(0)),
        ("1e999999999", Some(i64::MAX)),
        ("99999999999999999999999999", Some(i64::MAX)),
        ("\" 12 \"", Some(12)),
        ("\".5\"", None),
        ("\"0x10\"", None),
        ("\"1e\"", None),
        ("\"\"", None),
    ];
    for (text, expected) in cases {
        let payload = Json::parse(format!("{{\"exp\":{text}}}")).expect("it is JSON");
        let found = match Claims::of(&payload).time("exp") {
            Claim::Present(NumericDate(seconds)) => Some(seconds),
            Claim::Absent | Claim::Malformed(_) => None,
        };
        assert_eq!(found, expected, "{text}");
    }
}
