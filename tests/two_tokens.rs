//! Two tokens beside each other.

#![allow(clippy::panic, reason = "a test may panic")]

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use whydenied::{
    diagnosis::{Case, Difference, Effect, Facts, Row, RowPart, beside},
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

fn rows([first, second]: &[Jws; 2]) -> Vec<Row<'_>> {
    let case = Case::default();
    beside(first, second, &|name| {
        words::decides(name, &Facts::of(&case))
    })
}

fn row(rows: &[Row<'_>], name: &str) -> (Difference, Effect) {
    let row = rows
        .iter()
        .find(|row| row.name == name && row.part == RowPart::Claims);
    row.map_or_else(|| panic!("no {name}"), |row| (row.difference, row.effect))
}

#[test]
fn what_differs_comes_first_and_of_that_what_decides() {
    let tokens = tokens(
        r#"{"aio":"x","sub":"s","oid":"1","aud":"a","ver":"1.0","name":"n"}"#,
        r#"{"ver":"2.0","aio":"y","sub":"s","oid":"2","aud":"a","name":"m"}"#,
    );
    let names: Vec<&str> = rows(&tokens).iter().map(|row| row.name).collect();
    assert_eq!(
        names,
        [
            "oid", "ver", "aio", "name", "aud", "alg", "sub", "typ", "kid"
        ]
    );
}

#[test]
fn each_member_says_how_it_differs_and_keeps_its_exact_text() {
    let tokens = tokens(
        r#"{"aud":"a","roles":["x","y"],"exp":1.0,"same":[1, 2],"wids":["w"],"escaped":"\u0061"}"#,
        r#"{"aud":["a"],"roles":["y","x"],"exp":1,"same":[1, 2],"tid":"t","escaped":"a"}"#,
    );
    let rows = rows(&tokens);
    assert_eq!(row(&rows, "aud").0, Difference::Written);
    assert_eq!(row(&rows, "roles").0, Difference::Written);
    assert_eq!(row(&rows, "exp"), (Difference::Other, Effect::Decides));
    assert_eq!(row(&rows, "same"), (Difference::Same, Effect::Ignored));
    assert_eq!(row(&rows, "wids"), (Difference::OnlyFirst, Effect::Ignored));
    assert_eq!(row(&rows, "tid"), (Difference::OnlySecond, Effect::Decides));
    assert_eq!(row(&rows, "escaped").0, Difference::Written);
    let exp = rows.iter().find(|row| row.name == "exp");
    let texts = exp.map(|row| (row.first, row.second));
    assert_eq!(texts, Some((Some("1.0"), Some("1"))));
}

#[test]
fn what_decides_depends_on_the_service() {
    let [first, second] = tokens(r#"{"roles":["a"]}"#, r#"{"roles":["b"]}"#);
    let effect = |service| {
        let case = Case {
            service,
            ..Case::default()
        };
        let rows = beside(&first, &second, &|name| {
            words::decides(name, &Facts::of(&case))
        });
        row(&rows, "roles").1
    };
    assert_eq!(effect(Service::FhirServer), Effect::Decides);
    assert_eq!(effect(Service::AhdsFhir), Effect::Tells);
}

#[test]
fn headers_stand_beside_each_other_too() {
    let case = Case::default();
    let other = r#"{"typ":"JWT","alg":"RS256","kid":"b","nonce":"n"}"#;
    let [first, second] = [HEADER, other].map(|header| token(header, "{}"));
    let rows = beside(&first, &second, &|name| {
        words::decides(name, &Facts::of(&case))
    });
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.part, row.name, row.difference))
        .collect();
    assert_eq!(
        told,
        [
            (RowPart::Header, "nonce", Difference::OnlySecond),
            (RowPart::Header, "kid", Difference::Other),
            (RowPart::Header, "alg", Difference::Same),
            (RowPart::Header, "typ", Difference::Same),
        ]
    );
}

#[test]
fn of_a_name_that_is_there_twice_the_last_counts() {
    let tokens = tokens(r#"{"aud":"a","aud":"b"}"#, r#"{"aud":"b"}"#);
    let rows = rows(&tokens);
    assert_eq!(row(&rows, "aud").0, Difference::Same);
    assert_eq!(rows.iter().filter(|row| row.name == "aud").count(), 1);
}

#[test]
fn many_claims_are_compared_in_a_moment() {
    let claims = |value: &str| {
        let many: Vec<String> = (0..10_000)
            .map(|at| format!("\"c{at}\":\"{value}\""))
            .collect();
        ["{", &many.join(","), "}"].concat()
    };
    assert_eq!(rows(&tokens(&claims("a"), &claims("b"))).len(), 10_003);
}
