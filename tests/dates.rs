//! When a response was made: read as HTTP and recordings write it, against a calendar that others keep.

use jiff::Timestamp;
use proptest::prelude::*;
use whydenied::http::{Header, Headers, Response};

/// What a response with this `Date` header says of its time.
fn date(text: &str) -> Option<i64> {
    let header = Header {
        name: "Date".to_owned(),
        value: text.to_owned(),
    };
    Response::of(Some(401), &Headers(vec![header]), None).date
}

#[test]
fn a_date_is_read_as_http_and_recordings_write_it() {
    let noon = 1_795_435_200;
    let table = [
        ("Mon, 23 Nov 2026 12:00:00 GMT", Some(noon)),
        (" Mon, 23 Nov 2026 12:00:03 GMT ", Some(noon + 3)),
        ("2026-11-23T12:00:00Z", Some(noon)),
        ("2026-11-23T12:00:00.123Z", Some(noon)),
        ("2026-11-23T13:00:00.5+01:00", Some(noon)),
        ("2026-11-23T06:30:00-05:30", Some(noon)),
        ("Mon, 29 Feb 2024 00:00:00 GMT", Some(1_709_164_800)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
        ("Mon, 23 Nov 2026 12:00:00", None),
        ("Mon, 23 Nov 2026 12:61:00 GMT", None),
        ("Mon, 32 Nov 2026 12:00:00 GMT", None),
        ("Mon, 23 Nix 2026 12:00:00 GMT", None),
        ("Mon, 23 Nov 99999999999 12:00:00 GMT", None),
        ("2026-13-23T12:00:00Z", None),
        ("2026-11-23T12:00:00", None),
        ("2026-11-23 12:00:00Z", None),
        ("", None),
    ];
    for (text, expected) in table {
        assert_eq!(date(text), expected, "{text:?}");
    }
}

proptest! {
    #[test]
    fn every_second_until_the_year_9999_is_read_back(seconds in 0..253_402_300_800_i64) {
        let time = Timestamp::from_second(seconds).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let fixed = time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
        prop_assert_eq!(date(&fixed), Some(seconds), "{}", fixed);
        prop_assert_eq!(date(&time.to_string()), Some(seconds));
    }

    #[test]
    fn any_text_has_an_answer(text in "\\PC*") {
        let _ = date(&text);
    }
}
