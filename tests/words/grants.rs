//! Scopes, app roles and the types of claims in words.

use serde_json::Value;
use whydenied::{
    jose::Json,
    service::SERVER_ROLES,
    words::{self, DECIDING, app_role, instead, scope},
};

#[test]
fn a_scope_says_what_it_asks_for() {
    for (name, asks_for) in [
        ("user_impersonation", Some("act for the signed-in user")),
        (
            "patient/Observation.read",
            Some("read and search Observation of one patient"),
        ),
        (
            "user.all.write",
            Some("create, update and delete everything that the user may see"),
        ),
        (
            "system/*.*",
            Some("read and write everything of the whole service"),
        ),
        (
            "patient/Patient.rs",
            Some("read, search Patient of one patient"),
        ),
        (
            "patient/Patient.cud",
            Some("create, update, delete Patient of one patient"),
        ),
        (
            "https://a.example/patient.Patient.r",
            Some("read Patient of one patient"),
        ),
        ("launch/patient", Some("choose a patient at the start")),
        ("patient/Patient.x", None),
        ("Files.Read", None),
        ("", None),
    ] {
        assert_eq!(scope(name).as_deref(), asks_for, "{name}");
    }
}

#[test]
fn every_app_role_of_the_server_says_what_it_allows() {
    for role in SERVER_ROLES {
        assert!(app_role(role.name).is_some(), "{}", role.name);
    }
    assert_eq!(app_role("GLOBALREADER"), app_role("globalReader"));
    assert_eq!(app_role("Patient.Reader"), None);
}

#[test]
fn every_deciding_claim_has_a_type() {
    for name in DECIDING {
        let words = words::claim(name);
        assert!(words.is_some_and(|words| words.kind.is_some()), "{name}");
    }
}

#[test]
fn a_value_of_another_type_than_the_claim_is_named() {
    let found = |claim: &str, value: Value| {
        let kind = words::claim(claim).and_then(|words| words.kind);
        let json = Json::parse(format!("{{\"a\":{value}}}")).expect("the JSON is well-formed");
        let value = json.root.get("a").expect("it is there");
        instead(kind.expect("the claim has a type"), value)
    };
    assert_eq!(found("exp", 1.into()), None);
    assert_eq!(found("exp", "1".into()), Some("a string"));
    assert_eq!(found("aud", "x".into()), None);
    assert_eq!(found("aud", vec!["x"].into()), None);
    assert_eq!(found("roles", vec!["x"].into()), None);
    assert_eq!(found("roles", "x".into()), Some("a string"));
    assert_eq!(found("oid", Value::Null), Some("null"));
    assert_eq!(found("scp", vec!["x"].into()), Some("an array"));
    assert_eq!(found("ver", serde_json::json!(1.0)), Some("a number"));
    assert_eq!(found("hasgroups", true.into()), None);
    assert_eq!(found("_claim_names", "x".into()), Some("a string"));
}
