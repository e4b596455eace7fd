//! Lossless JSON: nothing is rounded, reordered, dropped or merged.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

use proptest::prelude::*;
use whydenied::jose::{DEEPEST, Expected, Json, JsonError, Value};

fn read(text: &str) -> Json {
    Json::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn members_keep_their_order_and_repeated_names() {
    let json = read(r#"{"b":1,"a":2,"b":3}"#);
    let names: Vec<_> = json
        .root
        .members()
        .iter()
        .map(|member| member.name.as_str())
        .collect();
    assert_eq!(names, ["b", "a", "b"]);
}

#[test]
fn the_last_of_a_repeated_name_counts() {
    let json = read(r#"{"b":1,"a":2,"b":3}"#);
    assert_eq!(json.source_of(json.root.get("b").unwrap()), "3");
}

#[test]
fn numbers_keep_their_exact_text() {
    for number in [
        "9007199254740993",
        "1.0",
        "-0",
        "1e400",
        "0.1000",
        "123456789012345678901234567890",
    ] {
        let json = read(number);
        assert!(
            matches!(&json.root, Value::Number { text, .. } if text == number),
            "{number}"
        );
    }
}

#[test]
fn every_value_knows_the_bytes_it_is_written_in() {
    let json = read(" { \"ä\" : [ true , null, \"x\\u0041\" ] } ");
    assert_eq!(
        json.source_of(&json.root),
        "{ \"ä\" : [ true , null, \"x\\u0041\" ] }"
    );
    let Some(Value::Array { items, .. }) = json.root.get("ä") else {
        panic!("an array")
    };
    let sources: Vec<_> = items.iter().map(|item| json.source_of(item)).collect();
    assert_eq!(sources, ["true", "null", "\"x\\u0041\""]);
    assert_eq!(items[2].as_str(), Some("xA"));
}

#[test]
fn escapes_are_resolved_and_half_a_surrogate_pair_is_replaced() {
    let table = [
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r#""\u00e9\ud83d\ude00!""#, "é😀!"),
        (r#""\ud800""#, "\u{fffd}"),
        (r#""a\ud800b""#, "a\u{fffd}b"),
        (r#""\ud800\n\udc00""#, "\u{fffd}\n\u{fffd}"),
        (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
    ];
    for (written, expected) in table {
        let json = read(written);
        assert_eq!(json.root.as_str(), Some(expected), "{written}");
        assert_eq!(json.source_of(&json.root), written);
    }
}

#[test]
fn errors_name_the_byte_and_what_was_expected() {
    let table = [
        ("", "the text ends at byte 0, where a value was expected"),
        ("x", "`x` stands at byte 0, where a value was expected"),
        ("{\"a\" 1}", "`1` stands at byte 5, where `:` was expected"),
        (
            "{\"a\":1 \"b\":2}",
            "`\"` stands at byte 7, where `,` or `}` was expected",
        ),
        (
            "[1\n2]",
            "`2` stands at byte 3, where `,` or `]` was expected",
        ),
        (
            "{a:1}",
            "`a` stands at byte 1, where a name in quotation marks was expected",
        ),
        (
            "{\"a\":",
            "the text ends at byte 5, where a value was expected",
        ),
        (
            "{\"a\":1",
            "the text ends at byte 6, where `,` or `}` was expected",
        ),
        (
            "[1",
            "the text ends at byte 2, where `,` or `]` was expected",
        ),
        (
            "\"ab",
            "the text ends at byte 3, where the end of the string was expected",
        ),
        (
            "{\"a\":1}é",
            "U+00E9 stands at byte 7, where the end of the text was expected",
        ),
        (
            "01",
            "`1` stands at byte 1, where the rest of a number was expected",
        ),
        ("[1,]", "`]` stands at byte 3, where a value was expected"),
    ];
    assert_told(&table);
}

#[test]
fn errors_name_the_very_byte_also_where_more_was_read() {
    let table = [
        (
            "{\"a\":\"b\nc\"}",
            "U+000A stands at byte 7, where no bare control character in a string was expected",
        ),
        (
            "[\"é	\"]",
            "U+0009 stands at byte 4, where no bare control character in a string was expected",
        ),
        (
            "[\"\n\"]",
            "U+000A stands at byte 2, where no bare control character in a string was expected",
        ),
        (
            "[-",
            "the text ends at byte 2, where the rest of a number was expected",
        ),
        (
            "[1.",
            "the text ends at byte 3, where the rest of a number was expected",
        ),
        (
            "[1e",
            "the text ends at byte 3, where the rest of a number was expected",
        ),
        (
            "[1e+",
            "the text ends at byte 4, where the rest of a number was expected",
        ),
        (
            "-",
            "the text ends at byte 1, where the rest of a number was expected",
        ),
        (
            "[--",
            "`-` stands at byte 2, where the rest of a number was expected",
        ),
        (
            "[1.\n]",
            "U+000A stands at byte 3, where the rest of a number was expected",
        ),
        (
            "[1e+\n]",
            "U+000A stands at byte 4, where the rest of a number was expected",
        ),
        (
            "[tru\n]",
            "U+000A stands at byte 4, where `true`, `false` or `null` was expected",
        ),
        (
            "{\"a\":\"\\u12\",\"b\":1}",
            "`\"` stands at byte 10, where an escape that JSON has was expected",
        ),
        (
            "[\"\\u00g0\"]",
            "`g` stands at byte 6, where an escape that JSON has was expected",
        ),
        (
            "[\"\\u0041\\x\"]",
            "`x` stands at byte 9, where an escape that JSON has was expected",
        ),
    ];
    assert_told(&table);
}

fn assert_told(table: &[(&str, &str)]) {
    for (text, sentence) in table {
        assert_eq!(
            Json::parse(*text).unwrap_err().to_string(),
            *sentence,
            "{text}"
        );
    }
}

#[test]
fn nesting_is_read_as_deep_as_the_service_reads_it() {
    let nested = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(Json::parse(nested(DEEPEST)).is_ok());
    let too_deep = JsonError {
        at: DEEPEST,
        expected: Expected::FewerLevels,
        found: Some('['),
    };
    assert_eq!(Json::parse(nested(DEEPEST + 1)), Err(too_deep));
    assert_eq!(Json::parse(nested(100_000)), Err(too_deep));
}

/// Any JSON text, with the white space, escapes and repeated names that documents have.
fn json_text() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<f64>()
            .prop_filter("finite", |number| number.is_finite())
            .prop_map(|number| format!("{number:e}")),
        any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap()),
    ];
    scalar.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6)
                .prop_map(|items| format!("[ {} ]", items.join(" ,\n"))),
            prop::collection::vec((any::<String>(), inner), 0..6).prop_map(|members| {
                let members: Vec<_> = members
                    .iter()
                    .map(|(name, value)| {
                        format!("{} :\t{value}", serde_json::to_string(name).unwrap())
                    })
                    .collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}

/// The same value as `serde_json` sees it.
fn seen(json: &Json, value: &Value) -> serde_json::Value {
    match value {
        Value::Null { .. } => serde_json::Value::Null,
        Value::Bool { value, .. } => (*value).into(),
        Value::Number { .. } => serde_json::from_str(json.source_of(value)).unwrap(),
        Value::String { text, .. } => text.clone().into(),
        Value::Array { items, .. } => items.iter().map(|item| seen(json, item)).collect(),
        Value::Object { members, .. } => members
            .iter()
            .map(|member| (member.name.clone(), seen(json, &member.value)))
            .collect(),
    }
}

proptest! {
    #[test]
    fn whatever_serde_json_reads_is_read_the_same(text in json_text()) {
        let json = read(&text);
        prop_assert_eq!(seen(&json, &json.root), serde_json::from_str::<serde_json::Value>(&text).unwrap());
    }

    #[test]
    fn whatever_serde_json_refuses_is_refused_at_a_byte_of_the_text(text in "[\\[\\]{}\",:0-9a-z\\\\ \né]{0,40}") {
        match (Json::parse(text.as_str()), serde_json::from_str::<serde::de::IgnoredAny>(&text)) {
            (Ok(_), Ok(_)) => {}
            (Err(error), Err(_)) => prop_assert!(text.get(error.at..).is_some() && text[error.at..].chars().next() == error.found),
            (ours, theirs) => prop_assert!(false, "{} {:?} {:?}", text, ours, theirs.map(|_| ())),
        }
    }
}
