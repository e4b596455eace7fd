//! Two tokens beside each other.

#![allow(clippy::panic, reason = "a test may panic")]

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use whydenied::{
    diagnosis::{Beside, Case, Effect, Facts, RowPart, beside},
    jose::{Jws, Token},
    service::Service,
    words,
};

fn token(header: &str, payload: &str) -> Jws {
    let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
    match Token::read(&[&encode(header), ".", &encode(payload), ".c2ln"].concat()) {
        Token::Jws(jws) => jws,
        other => panic!("{other:?}"),
    }
}

const HEADER: &str = r#"{"typ":"JWT","alg":"RS256","kid":"a"}"#;

fn tokens(first: &str, second: &str) -> [Jws; 2] {
    [first, second].map(|payload| token(HEADER, payload))
}

fn compared([first, second]: &[Jws; 2]) -> Beside<'_> {
    let case = Case::default();
    beside(first, second, &|name| {
        words::decides(name, &Facts::of(&case))
    })
}

/// Both texts of a claim that differs, and what the service does with it; none where it says the same.
fn row<'t>(beside: &Beside<'t>, name: &str) -> Option<(Option<&'t str>, Option<&'t str>, Effect)> {
    let mut rows = beside.rows.iter();
    let row = rows.find(|row| row.name == name && row.part == RowPart::Claims)?;
    Some((row.first, row.second, row.effect))
}

#[test]
fn what_differs_is_told_by_name_and_the_rest_is_counted() {
    let tokens = tokens(
        r#"{"aio":"x","sub":"s","oid":"1","aud":"a","ver":"1.0","name":"n"}"#,
        r#"{"ver":"2.0","aio":"y","sub":"s","oid":"2","aud":"a","name":"m"}"#,
    );
    let beside = compared(&tokens);
    let names: Vec<&str> = beside.rows.iter().map(|row| row.name).collect();
    assert_eq!(names, ["aio", "name", "oid", "ver"]);
    assert_eq!(beside.alike, 5, "sub, aud, typ, alg, kid");
}

#[test]
fn each_member_keeps_its_exact_text_and_what_says_the_same_is_no_difference() {
    let tokens = tokens(
        r#"{"aud":"a","roles":["x","y"],"exp":1.0,"same":[1, 2],"wids":["w"],"escaped":"\u0061"}"#,
        r#"{"aud":["a"],"roles":["y","x"],"exp":1,"same":[1, 2],"tid":"t","escaped":"a"}"#,
    );
    let beside = compared(&tokens);
    for same in ["aud", "roles", "same", "escaped"] {
        assert_eq!(row(&beside, same), None, "{same}");
    }
    let expected = [
        ("exp", (Some("1.0"), Some("1"), Effect::Decides)),
        ("wids", (Some("[\"w\"]"), None, Effect::Ignored)),
        ("tid", (None, Some("\"t\""), Effect::Decides)),
    ];
    for (name, told) in expected {
        assert_eq!(row(&beside, name), Some(told), "{name}");
    }
}

#[test]
fn what_decides_depends_on_the_service() {
    let [first, second] = tokens(r#"{"roles":["a"]}"#, r#"{"roles":["b"]}"#);
    let effect = |service| {
        let case = Case {
            service,
            ..Case::default()
        };
        let beside = beside(&first, &second, &|name| {
            words::decides(name, &Facts::of(&case))
        });
        row(&beside, "roles").map(|(_, _, effect)| effect)
    };
    assert_eq!(effect(Service::FhirServer), Some(Effect::Decides));
    assert_eq!(effect(Service::AhdsFhir), Some(Effect::Tells));
}

#[test]
fn headers_stand_beside_each_other_too() {
    let other = r#"{"typ":"JWT","alg":"RS256","kid":"b","nonce":"n"}"#;
    let tokens = [HEADER, other].map(|header| token(header, "{}"));
    let beside = compared(&tokens);
    let told: Vec<_> = beside
        .rows
        .iter()
        .map(|row| (row.part, row.name, row.first, row.effect))
        .collect();
    assert_eq!(
        told,
        [
            (RowPart::Header, "kid", Some("\"a\""), Effect::DiffersAlways),
            (RowPart::Header, "nonce", None, Effect::Decides),
        ]
    );
    assert_eq!(beside.alike, 2);
}

#[test]
fn of_a_name_that_is_there_twice_the_last_counts() {
    let same = tokens(r#"{"aud":"a","aud":"b"}"#, r#"{"aud":"b"}"#);
    assert_eq!(row(&compared(&same), "aud"), None);
    let other = tokens(r#"{"aud":"a","aud":"b"}"#, r#"{"aud":"a"}"#);
    let told = compared(&other);
    assert_eq!(
        row(&told, "aud"),
        Some((Some("\"b\""), Some("\"a\""), Effect::Decides))
    );
    assert_eq!(told.rows.len(), 1);
}

#[test]
fn many_claims_are_compared_in_a_moment() {
    let claims = |value: &str| {
        let many: Vec<String> = (0..10_000)
            .map(|at| format!("\"c{at}\":\"{value}\""))
            .collect();
        ["{", &many.join(","), "}"].concat()
    };
    let tokens = tokens(&claims("a"), &claims("b"));
    assert_eq!(compared(&tokens).rows.len(), 10_000);
}
