//! Broken tokens in words: which segment, which byte, what was expected and what stands there.

use super::{commands::is_plain, time::number};
use crate::jose::{Malformed, Problem, Segment};

/// What is shown of a token while its signature is not checked.
pub const UNPROVEN: &str =
    "Nothing here says that the authority wrote this token: everything above is what it claims.";

/// Where and how a token is broken, as a sentence.
pub fn breaks(malformed: &Malformed) -> String {
    ["It breaks in ", &self::malformed(malformed), "."].concat()
}

/// Where and how a token is broken: "the 2nd segment (payload), byte 512: expected a base64url
/// character, found a space".
pub fn malformed(malformed: &Malformed) -> String {
    let mut text = String::from(place(malformed.segment));
    text.push_str(", byte ");
    text.push_str(&number(malformed.at as u64));
    text.push_str(": expected ");
    text.push_str(expected(&malformed.problem));
    match &malformed.problem {
        Problem::Segments(count) => {
            text.push_str(&number(*count as u64));
            text.push_str(if *count == 1 { " segment" } else { " segments" });
        }
        Problem::Alphabet(found) => push_named(*found, &mut text),
        Problem::NotUtf8(at) => {
            text.push_str(&number(*at as u64));
            text.push_str(" of the decoded text");
        }
        Problem::NotJson(error) => text.push_str(&error.to_string()),
        _ => {}
    }
    text
}

/// The place alone: "the 2nd segment (payload)".
pub const fn place(segment: Segment) -> &'static str {
    match segment {
        Segment::Header => "the 1st segment (header)",
        Segment::Payload => "the 2nd segment (payload)",
        Segment::Signature => "the 3rd segment (signature)",
        Segment::Whole => "the token as a whole",
    }
}

/// What was expected, and what was found as far as it is always the same.
const fn expected(problem: &Problem) -> &'static str {
    match problem {
        Problem::Segments(_) => "3 segments with a dot between them, found ",
        Problem::Alphabet(_) => "a base64url character, found ",
        Problem::NotUtf8(_) => "UTF-8, found another byte at ",
        Problem::NotJson(_) => "JSON; in the decoded text, ",
        Problem::Quote => "a base64url character, found a quotation mark",
        Problem::WhiteSpace => "a base64url character, found white space",
        Problem::Length => {
            "a length that base64url text can have, found one character too many or too few"
        }
        Problem::Empty => "text, found an empty segment",
        Problem::NotAnObject => "a JSON object, found another JSON value",
        Problem::TooLong => "at most 250 KB, found more",
    }
}

/// A character as it is, or by name where it would not be seen.
fn push_named(character: char, text: &mut String) {
    let name = match character {
        ' ' => "a space",
        '\n' | '\r' => "a line break",
        '\t' => "a tab",
        '\'' | '"' | '`' => "a quotation mark",
        '.' => "a dot",
        '…' => "an ellipsis: the token was shortened",
        _ if character.is_whitespace() => "white space",
        _ if is_plain(character) => "",
        _ => "a character that is not seen",
    };
    text.push_str(name);
    if name.is_empty() {
        text.push('“');
        text.push(character);
        text.push('”');
    }
}
