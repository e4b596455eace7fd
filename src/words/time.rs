//! Durations and times in words, without a date library: total for every number of seconds.

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const YEAR: u64 = 365 * DAY;

/// A duration in words, cut off to whole units: "4 minutes", "75 minutes", "3 days". The sign does
/// not count.
pub fn duration(seconds: i64) -> String {
    duration_with(seconds, " ")
}

/// A duration in words, with these between number and unit: "4 more minutes".
pub(super) fn duration_with(seconds: i64, between: &str) -> String {
    let seconds = seconds.unsigned_abs();
    let (count, one, many) = match seconds {
        0..MINUTE => (seconds, "second", "seconds"),
        MINUTE..=7_199 => (seconds / MINUTE, "minute", "minutes"),
        7_200..=172_799 => (seconds / HOUR, "hour", "hours"),
        172_800..=63_071_999 => (seconds / DAY, "day", "days"),
        _ => (seconds / YEAR, "year", "years"),
    };
    let mut text = number(count);
    text.push_str(between);
    text.push_str(if count == 1 { one } else { many });
    text
}

/// A time in words: the clock alone on the day of `now`, else with its date.
pub fn time(seconds: i64, now: i64) -> String {
    let mut text = String::new();
    if seconds.div_euclid(86_400) != now.div_euclid(86_400) {
        push_date(seconds, &mut text);
    }
    push_clock(seconds, &mut text);
    text
}

/// A time in full: "2026-11-23 12:04:00 UTC".
pub fn utc(seconds: i64) -> String {
    let mut text = String::new();
    push_date(seconds, &mut text);
    push_clock(seconds, &mut text);
    text
}

/// A number in digits.
pub(super) fn number(number: u64) -> String {
    number.to_string()
}

/// The day, and a space behind it: "2026-11-23 ".
fn push_date(seconds: i64, text: &mut String) {
    let (year, month, day) = date(seconds.div_euclid(86_400));
    if year < 0 {
        text.push('-');
    }
    push_padded(year.unsigned_abs(), 4, '-', text);
    push_padded(month, 2, '-', text);
    push_padded(day, 2, ' ', text);
}

/// The time of day: "12:04:00 UTC".
fn push_clock(seconds: i64, text: &mut String) {
    let of_day = seconds.rem_euclid(86_400).unsigned_abs();
    push_padded(of_day / HOUR, 2, ':', text);
    push_padded(of_day / MINUTE % 60, 2, ':', text);
    push_padded(of_day % 60, 2, ' ', text);
    text.push_str("UTC");
}

/// A number with zeros before it, and a mark behind it.
fn push_padded(count: u64, width: usize, mark: char, text: &mut String) {
    let digits = number(count);
    for _ in digits.len()..width {
        text.push('0');
    }
    text.push_str(&digits);
    text.push(mark);
}

/// Year, month and day of the proleptic Gregorian calendar, by days since 1970-01-01.
///
/// The years of an era of 400 are counted from March, so that a leap day is the last of its year.
fn date(days: i64) -> (i64, u64, u64) {
    const DAYS_OF_ERA: i64 = 146_097;
    let days = days + 719_468;
    let era = days.div_euclid(DAYS_OF_ERA);
    let day_of_era = days.rem_euclid(DAYS_OF_ERA).unsigned_abs();
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = era * 400 + i64::try_from(year_of_era).unwrap_or_default() + i64::from(month <= 2);
    (year, month, day)
}
