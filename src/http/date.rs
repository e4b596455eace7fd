//! When a response was made: the `Date` header (RFC 9110 section 5.6.7), or the time in a recording (RFC 3339).

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Seconds since 1970 of `Mon, 23 Nov 2026 12:00:03 GMT` or of `2026-11-23T12:00:03.5+01:00`; none of anything
/// else.
pub(crate) fn seconds(text: &str) -> Option<i64> {
    let text = text.trim();
    fixed(text).or_else(|| recorded(text))
}

fn fixed(text: &str) -> Option<i64> {
    let mut words = text.strip_suffix(" GMT")?.split(' ').skip(1);
    let day = number(words.next()?)?;
    let month = words.next()?;
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let year = number(words.next()?)?;
    let clock = clock(words.next()?)?;
    words
        .next()
        .is_none()
        .then(|| days(year, i64::try_from(month).ok(), day).map(|days| days * 86_400 + clock))?
}

fn recorded(text: &str) -> Option<i64> {
    let (date, time) = text.split_once('T')?;
    let mut parts = date.split('-');
    let mut part = || number(parts.next()?);
    let days = days(part()?, part(), part()?)?;
    let (clock_text, behind) = time.split_at_checked(8)?;
    let zone = behind
        .trim_start_matches('.')
        .trim_start_matches(|character: char| character.is_ascii_digit());
    let offset = match zone.split_at_checked(1)? {
        ("Z", "") => 0,
        ("+", offset) => clock(offset)?,
        ("-", offset) => -clock(offset)?,
        _ => return None,
    };
    Some(days * 86_400 + clock(clock_text)? - offset)
}

fn number(text: &str) -> Option<i64> {
    text.parse::<u32>().ok().map(i64::from)
}

/// Seconds of `12:00:03`, or of an offset `01:00`.
fn clock(text: &str) -> Option<i64> {
    let mut seconds = 0;
    let mut unit = 3_600;
    for (index, part) in text.split(':').enumerate() {
        let most = if index == 0 { 24 } else { 60 };
        let number = number(part).filter(|number| (0..=most).contains(number))?;
        seconds += number * unit;
        unit /= 60;
    }
    Some(seconds)
}

/// Days since 1970-01-01 of a date of the proleptic Gregorian calendar.
fn days(year: i64, month: Option<i64>, day: i64) -> Option<i64> {
    let month = month.filter(|month| (1..=12).contains(month))?;
    let is_date = (1..=31).contains(&day) && (1970..=9999).contains(&year);
    // Years begin in March, so that the leap day is their last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let of_year = (153 * month + 2) / 5 + day - 1;
    is_date.then(|| 365 * year + year / 4 - year / 100 + year / 400 + of_year - 719_468)
}
