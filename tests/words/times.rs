//! Times and durations, against a date library.

use proptest::prelude::*;
use whydenied::words;

use super::support::NOW;

proptest! {
    #[test]
    fn times_agree_with_a_date_library(seconds in -377_705_000_000_i64..253_402_200_000) {
        let time = jiff::Timestamp::from_second(seconds).expect("within its range");
        let text = time.strftime("%H:%M:%S UTC").to_string();
        let date = jiff::tz::Offset::UTC.to_datetime(time).date();
        let sign = if date.year() < 0 { "-" } else { "" };
        let (year, month, day) = (date.year().unsigned_abs(), date.month(), date.day());
        let expected = format!("{sign}{year:04}-{month:02}-{day:02} {text}");
        prop_assert_eq!(words::utc(seconds), expected);
    }

    #[test]
    fn every_number_of_seconds_has_words(seconds: i64, now: i64) {
        prop_assert!(words::utc(seconds).ends_with(" UTC"));
        prop_assert!(words::time(seconds, now).ends_with(" UTC"));
        prop_assert!(words::duration(seconds).contains(' '));
    }
}

#[test]
fn durations_are_told_in_the_largest_unit_that_says_enough() {
    let table = [
        (0, "0 seconds"),
        (1, "1 second"),
        (-59, "59 seconds"),
        (60, "1 minute"),
        (240, "4 minutes"),
        (4_500, "75 minutes"),
        (7_200, "2 hours"),
        (86_400, "24 hours"),
        (259_200, "3 days"),
        (63_072_000, "2 years"),
        (i64::MIN, "292471208677 years"),
    ];
    for (seconds, words) in table {
        assert_eq!(words::duration(seconds), words);
    }
    assert_eq!(words::time(NOW + 240, NOW), "12:04:00 UTC");
    assert_eq!(words::time(NOW - 86_400, NOW), "2026-11-22 12:00:00 UTC");
}
