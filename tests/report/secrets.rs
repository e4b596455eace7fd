//! Of every scenario: no part of the token in any report, and nothing personal in a redacted one.

use std::{fs, path::Path};

use serde_json::Value;
use whydenied::{
    diagnosis::{Case, diagnose},
    entra::Identity,
    http::{Body, Form},
    jose::Token,
    report::{Redaction, Report, json, markdown},
};

use crate::{case, file::Scenario, support::Story, token};

/// As many characters in a row are a part of a token.
const PART: usize = 12;

const PERSONAL: [&str; 27] = [
    "name",
    "given_name",
    "family_name",
    "nickname",
    "middle_name",
    "upn",
    "unique_name",
    "preferred_username",
    "login_hint",
    "email",
    "emails",
    "ipaddr",
    "fwd",
    "puid",
    "onprem_sid",
    "altsecid",
    "fhirUser",
    "extension_fhirUser",
    "extn.fhirUser",
    "phone_number",
    "birthdate",
    "profile",
    "picture",
    "website",
    "employeeid",
    "oid",
    "sub",
];

#[test]
fn no_part_of_a_token_and_nothing_personal_is_in_a_report_of_any_scenario() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut scenarios = 0;
    let mut personal_values = 0;
    for entry in fs::read_dir(folder).expect("the scenarios are there") {
        let path = entry.expect("an entry").path();
        let name = path.display().to_string();
        let text = fs::read_to_string(&path).expect("a scenario");
        let scenario = Scenario::read(&text).expect("a scenario");
        let sent = scenario
            .token
            .as_deref()
            .map(|parts| token::text(parts).expect("a token"));
        let case = case::of(&scenario).expect("a case");
        scenarios += 1;
        for redaction in Redaction::ALL {
            let told = told(&case, redaction);
            if let Some(part) = sent.as_deref().and_then(|sent| part_in(sent, &told)) {
                panic!("{name}: {part:?} of the token is in {told}");
            }
            if redaction != Redaction::AsTheyAre {
                for (claim, value) in personal(&case) {
                    personal_values += 1;
                    assert!(
                        !is_in(&value, &told),
                        "{name}: {claim} {value:?} is in {told}"
                    );
                }
            }
        }
    }
    assert!(scenarios > 100, "{scenarios} scenarios");
    assert!(personal_values > 500, "{personal_values} personal values");
}

#[test]
fn the_search_for_secrets_finds_what_is_there() {
    let text = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/guest-with-a-fresh-role.json"),
    )
    .expect("a scenario");
    let scenario = Scenario::read(&text).expect("a scenario");
    let case = case::of(&scenario).expect("a case");
    let told = told(&case, Redaction::AsTheyAre);
    let found: Vec<_> = personal(&case)
        .into_iter()
        .filter(|(_, value)| is_in(value, &told))
        .collect();
    assert!(
        found.iter().any(|(claim, _)| claim == "oid"),
        "{found:?} in {told}"
    );
    let sent = token::text(scenario.token.as_deref().expect("a token")).expect("a token");
    let payload = sent.split('.').nth(1).expect("a payload");
    assert!(part_in(&sent, &format!("see {}", &payload[20..32])).is_some());
}

/// Markdown and JSON, with JSON's escapes and Markdown's resolved.
fn told(case: &Case, redaction: Redaction) -> String {
    let report = Report::of(case, &diagnose(case), redaction);
    let document: Value = serde_json::from_str(&json(&report)).expect("JSON");
    let mut told = markdown(&report);
    told.push_str(&json(&report));
    push_texts(&document, &mut told);
    told
}

fn push_texts(value: &Value, texts: &mut String) {
    match value {
        Value::String(text) => {
            texts.push('\n');
            texts.push_str(text);
        }
        Value::Array(items) => items.iter().for_each(|item| push_texts(item, texts)),
        Value::Object(members) => members
            .values()
            .for_each(|member| push_texts(member, texts)),
        _ => {}
    }
}

/// A part of the payload's or the signature's text that stands in another text.
fn part_in<'a>(token: &'a str, text: &str) -> Option<&'a str> {
    token.split('.').skip(1).find_map(|segment| {
        let mut parts = segment.as_bytes().windows(PART).enumerate();
        let (at, _) = parts
            .find(|(_, part)| std::str::from_utf8(part).is_ok_and(|part| text.contains(part)))?;
        segment.get(at..at + PART)
    })
}

/// Each personal claim's values.
fn personal(case: &Case) -> Vec<(String, String)> {
    let Some(Token::Jws(jws)) = &case.token else {
        return Vec::new();
    };
    let is_app = Identity::of(jws.claims()).kind.is_app_only();
    let claims: Value = serde_json::from_str(&jws.payload.text).expect("claims");
    let mut values = Vec::new();
    for name in PERSONAL {
        if is_app && matches!(name, "oid" | "sub") {
            continue;
        }
        let mut texts = String::new();
        push_texts(claims.get(name).unwrap_or(&Value::Null), &mut texts);
        values.extend(
            texts
                .lines()
                .filter(|text| !text.is_empty())
                .map(|text| (name.to_owned(), text.to_owned())),
        );
    }
    values
}

/// Whether a value stands in a text in any letter case; a short one, as a word.
fn is_in(value: &str, text: &str) -> bool {
    let (value, text) = (value.to_lowercase(), text.to_lowercase());
    if value.chars().count() > 3 {
        return text.contains(&value);
    }
    text.split(|character: char| !character.is_alphanumeric())
        .any(|word| word == value)
}

#[test]
fn every_way_to_redact_says_what_it_does() {
    for redaction in Redaction::ALL {
        let (name, does) = whydenied::words::report::redaction(redaction.id());
        assert!(!name.is_empty() && does.ends_with('.'), "{redaction:?}");
    }
}

#[test]
fn no_part_of_what_stood_where_a_token_should_is_told_when_the_answer_quotes_it() {
    let key = "k3yS3cretAbCdEf0123456789xyz";
    let refresh = "0.AXoA8Qw7zT1mKfEvB2nXyLh4sRjUuPdCg";
    let encrypted = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.S2V5S2V5S2V5S2V5.SXZJdkl2.Q2lwaGVydGV4dDEyMzQ.VGFnVGFnVGFn";
    let broken = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJhIn0.si*gnatureSIGNATURE0123";
    for (token, quoted) in [
        (key, key),
        (refresh, "AXoA8Qw7zT1mKfEvB2nXyLh4sRjUuPdCg"),
        (encrypted, "Q2lwaGVydGV4dDEyMzQ"),
        (broken, "gnatureSIGNATURE0123"),
    ] {
        let paste = format!(
            "GET /Patient HTTP/1.1\nHost: x.fhir.azurehealthcareapis.com\n\
             Authorization: Bearer {token}\n\nHTTP/1.1 401 Unauthorized\n\
             Content-Type: text/plain\n\nThe key {quoted} is not known\n"
        );
        let mut case = Case::default();
        whydenied::intake::read(&paste).fill(&mut case);
        for redaction in Redaction::ALL {
            let told = told(&case, redaction);
            assert!(!told.contains(quoted), "{redaction:?}: {told}");
            assert!(told.contains("is not known"), "{redaction:?}: {told}");
        }
    }
}

#[test]
fn a_person_is_not_named_in_capitals_in_a_url_or_in_html_either() {
    let story = || {
        Story::new()
            .claim("name", "Ren\u{e9}e O'Wörld")
            .claim("upn", "ward.analyst@contoso.com")
            .status(403)
    };
    for said in [
        "REN\u{c9}E O'WÖRLD",
        "Ren\u{e9}e+O'Wörld",
        "Ren\u{e9}e%20O'Wörld",
        "Ren\u{e9}e O&#39;Wörld",
        "ward.analyst%40contoso.com",
    ] {
        let case = story().says(said).case();
        assert!(told(&case, Redaction::AsTheyAre).contains(said), "{said}");
        let told = told(&case, Redaction::Masked);
        assert!(!told.contains(said), "{said}: {told}");
    }
}

#[test]
fn what_an_answer_repeats_of_a_persons_claims_is_masked() {
    // Standard claims of OpenID Connect Core section 5.1, and what Entra ID adds where a policy maps it.
    for (claim, value) in [
        ("birthdate", "1984-02-29"),
        ("employeeid", "E-204871"),
        ("profile", "https://people.example/w.analyst"),
        ("picture", "https://people.example/w.analyst.png"),
        ("website", "https://w-analyst.example"),
        ("altsecid", "1:live.com:0003BFFD00000000"),
    ] {
        let said = format!("No access for {value} here");
        let case = Story::new()
            .claim(claim, value)
            .status(403)
            .body(Body::Foreign {
                form: Form::Text,
                excerpt: said,
                gateway: None,
            })
            .case();
        assert!(told(&case, Redaction::AsTheyAre).contains(value), "{claim}");
        for redaction in [Redaction::Masked, Redaction::StandIns] {
            let told = told(&case, redaction);
            assert!(told.contains("No access for"), "{claim}: {told}");
            assert!(!told.contains(value), "{claim}: {told}");
        }
    }
}
