//! Broken tokens in words: which segment, which byte, what was expected and what stands there.

use crate::jose::{JsonError, Malformed, Problem, Segment};

/// Where and how a token is broken: "the 2nd segment (payload), byte 512: expected a base64url
/// character, found a space".
pub fn malformed(malformed: &Malformed) -> String {
    let at = malformed.at.to_string();
    [
        place(malformed.segment),
        ", byte ",
        &at,
        ": ",
        &problem(&malformed.problem),
    ]
    .concat()
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

/// What was expected and what was found, as a clause.
pub fn problem(problem: &Problem) -> String {
    let clause = match problem {
        Problem::Segments(count) => return segments(*count),
        Problem::Alphabet(found) => {
            return ["expected a base64url character, found ", &named(*found)].concat();
        }
        Problem::NotUtf8(at) => {
            return ["expected UTF-8, found another byte at ", &at.to_string()].concat()
                + " of the decoded text";
        }
        Problem::NotJson(error) => return not_json(error),
        Problem::Quote => "expected a base64url character, found a quotation mark",
        Problem::WhiteSpace => "expected a base64url character, found white space",
        Problem::Length => {
            "expected a length that base64url text can have, found one character too many or too \
             few"
        }
        Problem::TrailingBits => {
            "expected the unused last bits to be 0, found 1: the segment was cut off or edited"
        }
        Problem::Empty => "expected text, found an empty segment",
        Problem::NotAnObject => "expected a JSON object, found another JSON value",
        Problem::TooLong => "expected at most 250 KB, found more",
    };
    clause.to_owned()
}

fn segments(count: usize) -> String {
    let noun = if count == 1 { " segment" } else { " segments" };
    let count = count.to_string();
    [
        "expected 3 segments with a dot between them, found ",
        &count,
        noun,
    ]
    .concat()
}

/// The segment decodes, and what it decodes to is no JSON.
fn not_json(error: &JsonError) -> String {
    ["expected JSON; in the decoded text, ", &error.to_string()].concat()
}

/// A character by name where it would not be seen, else as it is.
fn named(character: char) -> String {
    match character {
        ' ' => "a space".to_owned(),
        '\n' | '\r' => "a line break".to_owned(),
        '\t' => "a tab".to_owned(),
        '=' => "the padding `=`".to_owned(),
        '.' => "a dot".to_owned(),
        '\'' | '"' | '`' => "a quotation mark".to_owned(),
        '…' => "an ellipsis: the token was shortened".to_owned(),
        visible if visible.is_ascii_graphic() => ["`", &visible.to_string(), "`"].concat(),
        other => format!("the character U+{:04X}", u32::from(other)),
    }
}
