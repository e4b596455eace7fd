//! Whatever is pasted, there is an answer: no panic and no loss.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod hands;
mod ways;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use proptest::{prelude::*, sample};
use whydenied::{
    diagnosis::{Case, diagnose},
    intake,
    jose::{Malformed, Token},
    report,
};

use hands::PASTES;

/// Everything that the page does with a paste. It need only come back.
fn answer(paste: &str) -> Case {
    let evidence = intake::read(paste);
    assert!(
        !evidence.items.is_empty(),
        "something is said of every paste"
    );
    let mut case = Case {
        now: 1_795_435_200,
        ..Case::default()
    };
    evidence.fill(&mut case);
    let diagnosis = diagnose(&case);
    let _ = report::text(&case, &diagnosis);
    case
}

/// A paste of the scenarios with pieces cut out, doubled, replaced or moved.
fn mutated() -> impl Strategy<Value = String> {
    let change = (
        any::<sample::Index>(),
        any::<sample::Index>(),
        0..5_u8,
        any::<char>(),
    );
    (any::<sample::Index>(), prop::collection::vec(change, 1..6)).prop_map(|(which, changes)| {
        let mut text: Vec<char> = which.get(&PASTES).chars().collect();
        for (from, to, kind, character) in changes {
            if text.is_empty() {
                break;
            }
            let (from, to) = (from.index(text.len()), to.index(text.len()));
            let (from, to) = (from.min(to), from.max(to));
            match kind {
                0 => drop(text.drain(from..to)),
                1 => text.insert(from, character),
                2 => text[from] = character,
                3 => {
                    let piece: Vec<char> = text[from..to].iter().take(400).copied().collect();
                    text.splice(to..to, piece);
                }
                _ => text.truncate(to),
            }
        }
        text.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_string_has_an_answer(text in any::<String>()) {
        answer(&text);
    }

    #[test]
    fn every_byte_string_has_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        answer(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn text_of_the_characters_that_mean_something_has_an_answer(
        text in "[ \\n\\r\\t{}\\[\\]\"'`,:;=.$^\\\\@()<>*#?&%/+aeyJ0-9-]{0,300}"
    ) {
        answer(&text);
    }

    #[test]
    fn beginnings_of_every_kind_have_an_answer(
        lines in prop::collection::vec((sample::select(BEGINNINGS), any::<String>()), 0..8)
    ) {
        let paste: String = lines.iter().flat_map(|(beginning, rest)| [beginning, rest.as_str(), "\n"]).collect();
        answer(&paste);
    }

    #[test]
    fn any_three_segments_have_an_answer(
        header in prop_oneof![any::<Vec<u8>>(), json_bytes()],
        payload in prop_oneof![any::<Vec<u8>>(), json_bytes()],
        signature in any::<Vec<u8>>(),
    ) {
        let [header, payload, signature] = [header, payload, signature].map(|part| URL_SAFE_NO_PAD.encode(part));
        answer(&format!("Authorization: Bearer {header}.{payload}.{signature}"));
    }

    #[test]
    fn a_mutated_paste_has_an_answer(paste in mutated()) {
        answer(&paste);
    }

    #[test]
    fn every_text_is_some_token_and_a_broken_one_breaks_inside_itself(text in prop_oneof![any::<String>(), mutated()]) {
        if let Token::Malformed(Malformed { at, text: kept, .. }) = Token::read(&text) {
            prop_assert_eq!(kept, text.as_str());
            prop_assert!(text.is_char_boundary(at) && at <= text.len(), "{} of {}", at, text.len());
        }
    }

    #[test]
    fn a_token_is_the_same_in_any_wrapping(
        which in any::<sample::Index>(),
        before in sample::select(&["", " ", "\n\n", "\u{feff}", "Bearer ", "\"", "'Bearer ", "\tbearer  "][..]),
        after in sample::select(&["", "\n", " \r\n", ",", ";", "\",", "\u{200b}\n"][..]),
        width in prop::option::of(24_usize..120),
    ) {
        let tokens: Vec<&String> = PASTES.iter().filter(|paste| matches!(Token::read(paste), Token::Jws(_) | Token::Jwe(_))).collect();
        let token = which.get(&tokens);
        let wrapped = match width {
            Some(width) => token.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap()).collect::<Vec<_>>().join("\n"),
            None => (*token).clone(),
        };
        let evidence = intake::read(&format!("{before}{wrapped}{after}"));
        prop_assert_eq!(evidence.token, Some(Token::read(token)));
    }
}

/// How the kinds of paste begin.
const BEGINNINGS: &[&str] = &[
    "HTTP/1.1 401 ",
    "HTTP/2 4",
    "GET /",
    "POST https://",
    "curl ",
    "curl -H '",
    "curl ^\"",
    "$ curl \"",
    "> GET / HTTP/1.1",
    "< HTTP/1.1 401",
    "* ",
    "> ",
    "< ",
    "fetch(\"",
    "fetch(`",
    "Invoke-RestMethod ",
    "$h = @{",
    "irm `",
    "{\"access_token\":\"",
    "{\"log\":{\"entries\":[",
    "{\"error\":\"",
    "{\"keys\":[",
    "[",
    "Bearer ",
    "Bearer realm=\"",
    "WWW-Authenticate: ",
    "Authorization: Bearer ",
    "authorization:",
    ":path: /",
    "https://x.fhir.azurehealthcareapis.com/",
    "https://a/#access_token=",
    "#id_token=",
    "AADSTS",
    "IDX10",
    "eyJ",
    "error=\"",
    "Status Code:",
    "",
];

/// JSON as tokens hold it, of the claims that the checks read.
fn json_bytes() -> impl Strategy<Value = Vec<u8>> {
    let name = sample::select(
        &[
            "alg",
            "kid",
            "nonce",
            "aud",
            "iss",
            "exp",
            "nbf",
            "iat",
            "oid",
            "scp",
            "roles",
            "tid",
            "idp",
            "xms_mirid",
            "fhirUser",
            "azp",
            "sub",
            "tfp",
        ][..],
    );
    let value = prop_oneof![
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        any::<String>().prop_map(serde_json::Value::from),
        "https://[a-z/.]{0,20}".prop_map(serde_json::Value::from),
        prop::collection::vec(any::<String>(), 0..3).prop_map(serde_json::Value::from),
        Just(serde_json::Value::Null),
        Just(serde_json::json!({"a": [true]})),
    ];
    prop::collection::btree_map(name, value, 0..8)
        .prop_map(|members| serde_json::to_vec(&members).unwrap())
}
