//! Claims, typed as far as the diagnosis needs them and as tolerantly as the service reads them.
//!
//! Of a repeated name the last member counts, as in the service's own parser; every member is shown.

use super::json::{Json, Value};

/// A claim's value, or how it fails to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim<T> {
    /// There is no such claim.
    Absent,
    /// It is there.
    Present(T),
    /// It is there and of another type; its exact JSON text.
    Malformed(String),
}

/// A `NumericDate` (RFC 7519 section 2): seconds since 1970-01-01T00:00:00Z, cut off to whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NumericDate(pub i64);

impl NumericDate {
    /// The last second of the year 9999: what lies behind it the service clamps to it.
    pub const LAST: Self = Self(253_402_300_799);

    /// Whether it lies beyond the year 9999, as a time in milliseconds does.
    pub fn is_beyond_year_9999(self) -> bool {
        self > Self::LAST
    }
}

/// A payload's claims.
#[derive(Clone, Copy, Debug)]
pub struct Claims<'a> {
    payload: &'a Json,
}

impl<'a> Claims<'a> {
    /// The claims of this payload.
    pub fn of(payload: &'a Json) -> Self {
        Self { payload }
    }

    /// The value that counts: the last of this name.
    pub fn value(self, name: &str) -> Option<&'a Value> {
        self.payload.root.get(name)
    }

    /// Whether there is a claim of this name.
    pub fn has(self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// The claim as one string. Numbers are read as their text (`"ver": 1.0`).
    pub fn text(self, name: &str) -> Option<&'a str> {
        match self.value(name)? {
            Value::String { text, .. } | Value::Number { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The claim as a list of strings: one string is a list of one. Other members of the array are skipped.
    pub fn texts(self, name: &str) -> Vec<&'a str> {
        match self.value(name) {
            Some(Value::String { text, .. }) => vec![text],
            Some(Value::Array { items, .. }) => items.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// The claim as words: a string split at white space, or an array of such strings.
    pub fn words(self, name: &str) -> Vec<&'a str> {
        let mut words = Vec::new();
        for text in self.texts(name) {
            for word in text.split_whitespace() {
                words.push(word);
            }
        }
        words
    }

    /// The claim as a time. A numeric string is a number, a fraction is cut off.
    pub fn time(self, name: &str) -> Claim<NumericDate> {
        let Some(value) = self.value(name) else {
            return Claim::Absent;
        };
        match self.text(name).and_then(|text| seconds(text.trim())) {
            Some(seconds) => Claim::Present(NumericDate(seconds)),
            None => Claim::Malformed(self.payload.source_of(value).to_owned()),
        }
    }
}

/// Whole seconds of a decimal number; times out of range are clamped, as they all lie beyond any clock.
/// Read digit by digit: the tables of floating point numbers weigh more than this whole module.
fn seconds(text: &str) -> Option<i64> {
    let (is_negative, number) = sign(text);
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (is_fraction, exponent) = sign(exponent);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_number = [whole, fraction, exponent]
        .iter()
        .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_number || whole.is_empty() {
        return None;
    }
    let shift = i64::from(exponent.parse::<u32>().ok()?);
    let places = i64::try_from(whole.len()).ok()? + if is_fraction { -shift } else { shift };
    let mut digits = whole.bytes().chain(fraction.bytes());
    let mut seconds: i64 = 0;
    for _ in 0..places {
        let digit = digits.next();
        if digit.is_none() && seconds == 0 {
            break;
        }
        if seconds >= i64::MAX / 10 {
            seconds = i64::MAX;
            break;
        }
        seconds = seconds * 10 + i64::from(digit.unwrap_or(b'0') - b'0');
    }
    Some(if is_negative { -seconds } else { seconds })
}

/// Whether a number is negative, and the number without its sign.
fn sign(number: &str) -> (bool, &str) {
    match number.strip_prefix('-') {
        Some(positive) => (true, positive),
        None => (false, number.strip_prefix('+').unwrap_or(number)),
    }
}
