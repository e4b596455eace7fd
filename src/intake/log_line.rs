//! A server's log: the `IDX` code of the validator that all the services share [domain 3.6], or the text
//! of an `error_description` by itself [domain 3.4].

use super::{Evidence, Kind, place};
use crate::http::{self, Reason};

/// The reason that a log gives.
pub(super) fn read(text: &str) -> Option<Evidence> {
    let logged = coded(text).or_else(|| described(text))?;
    let mut evidence = Evidence::of(Kind::LogLine);
    evidence.logged = Some(logged);
    Some(evidence)
}

/// The failure that the first of the text's `IDX` codes names that names one.
fn coded(text: &str) -> Option<Reason> {
    let mut rest = text;
    loop {
        let (digits, behind) = place::digits_behind(rest, "IDX")?;
        let code = Some(digits).filter(|digits| digits.len() == 5);
        if let Some(reason) = code.and_then(|code| reason(code.parse().ok()?)) {
            return Some(reason);
        }
        rest = behind;
    }
}

/// The failure that a code names; none for a code that names none of a bearer token's.
fn reason(code: u32) -> Option<Reason> {
    Some(match code {
        10_205 | 10_211 | 10_212 | 20_800..=20_899 | 40_001..=40_004 => Reason::Issuer,
        10_206..=10_208 | 10_214 | 10_215 | 10_231 => Reason::Audience,
        10_222 => Reason::NotYetValid,
        10_223 => Reason::Expired,
        10_224 | 10_230 => Reason::Lifetime,
        10_225 => Reason::NoExpiration,
        10_500..=10_503 => Reason::KeyNotFound,
        10_504 => Reason::Unsigned,
        10_249 | 10_505..=10_520 => Reason::Signature,
        10_600..=10_699 => Reason::Encrypted,
        10_209 | 12_000..=12_999 | 14_000..=14_999 => Reason::Unreadable,
        _ => return None,
    })
}

/// The first line, or part of a line, that is the text of a description.
fn described(text: &str) -> Option<Reason> {
    let at = place::position_of(text, "error_description")
        .map_or(0, |at| at + "error_description".len());
    let is_before = |character: char| {
        character.is_whitespace() || matches!(character, '"' | '\'' | '=' | ':' | '`')
    };
    text.get(at..)?
        .lines()
        .find_map(|line| http::reason(line.trim_start_matches(is_before)))
}
