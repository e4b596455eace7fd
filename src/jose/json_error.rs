//! Where a text stops being JSON, and what was expected there.

use std::fmt;

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// The byte at which it does.
    pub at: usize,
    /// What was expected there.
    pub expected: Expected,
    /// What stands there; none at the end of the text.
    pub found: Option<char>,
}

/// What was expected where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A value.
    Value,
    /// `true`, `false` or `null`, of which the beginning is there.
    Literal,
    /// The rest of a number, of which the beginning is there.
    Number,
    /// A member's name in quotation marks.
    Name,
    /// The colon behind a member's name.
    Colon,
    /// Another member, or the end of the object.
    CommaOrBrace,
    /// Another item, or the end of the array.
    CommaOrBracket,
    /// The rest of a string and its closing quotation mark.
    Quote,
    /// One of the escapes that JSON has.
    Escape,
    /// An escape in place of a control character.
    EscapedControl,
    /// The end of the text.
    End,
    /// No more than [`super::DEEPEST`] levels of nesting.
    FewerLevels,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value => "a value",
            Self::Literal => "`true`, `false` or `null`",
            Self::Number => "the rest of a number",
            Self::Name => "a name in quotation marks",
            Self::Colon => "`:`",
            Self::CommaOrBrace => "`,` or `}`",
            Self::CommaOrBracket => "`,` or `]`",
            Self::Quote => "the end of the string",
            Self::Escape => "an escape that JSON has",
            Self::EscapedControl => "no bare control character in a string",
            Self::End => "the end of the text",
            Self::FewerLevels => "no more than 64 levels of nesting",
        })
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            at,
            expected,
            found,
        } = self;
        match found {
            None => f.write_str("the text ends")?,
            Some(found) if found.is_ascii_graphic() => write!(f, "`{found}` stands")?,
            Some(found) => write!(f, "U+{:04X} stands", u32::from(*found))?,
        }
        write!(f, " at byte {at}, where {expected} was expected")
    }
}

impl std::error::Error for JsonError {}

/// Turns the parser's line and column into a byte, and its message into what was expected.
pub(super) fn located(text: &str, error: &serde_json::Error) -> JsonError {
    let message = error.to_string();
    let expected = MESSAGES
        .iter()
        .find(|(beginning, _)| message.starts_with(beginning))
        .map_or(Expected::Value, |(_, expected)| *expected);
    let at = exact(text, place(text, error), expected);
    let found = text.get(at..).and_then(|rest| rest.chars().next());
    JsonError {
        at,
        expected,
        found,
    }
}

/// The byte at which the parser gave up.
pub(super) fn place(text: &str, error: &serde_json::Error) -> usize {
    if error.is_eof() {
        return text.len();
    }
    let lines_before = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    let start = lines_before.map(str::len).sum::<usize>();
    // Behind a line feed the column is 0: that is what it gave up at.
    let mut at = (start + error.column()).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The byte itself, where the parser tells one beside it.
fn exact(text: &str, at: usize, expected: Expected) -> usize {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    match expected {
        Expected::EscapedControl => {
            let control = behind.find(|character: char| character < ' ');
            at + control.unwrap_or_default()
        }
        // It takes four digits at once.
        Expected::Escape => match before.rfind("\\u") {
            Some(escape) if at - escape <= 5 => {
                let digits = text.get(escape + 2..).unwrap_or_default();
                let digit = digits.find(|digit: char| !digit.is_ascii_hexdigit());
                escape + 2 + digit.unwrap_or_default()
            }
            _ => at,
        },
        Expected::Number if behind.len() == 1 && goes_on(before, behind) => text.len(),
        _ => at,
    }
}

/// Whether a number that is written so far may go on with this letter: then what is missing is the rest of it.
fn goes_on(number: &str, letter: &str) -> bool {
    let last = number.bytes().last().unwrap_or_default();
    match letter {
        "." | "e" | "E" => last.is_ascii_digit(),
        "-" => !last.is_ascii_digit() && !b".+-".contains(&last),
        "+" => b"eE".contains(&last),
        _ => false,
    }
}

/// How `serde_json` begins its messages.
const MESSAGES: [(&str, Expected); 15] = [
    ("EOF while parsing a list", Expected::CommaOrBracket),
    ("EOF while parsing an object", Expected::CommaOrBrace),
    ("EOF while parsing a string", Expected::Quote),
    ("EOF while parsing a value", Expected::Value),
    ("expected `:`", Expected::Colon),
    ("expected `,` or `]`", Expected::CommaOrBracket),
    ("expected `,` or `}`", Expected::CommaOrBrace),
    ("expected ident", Expected::Literal),
    ("expected value", Expected::Value),
    ("key must be a string", Expected::Name),
    ("invalid escape", Expected::Escape),
    ("invalid number", Expected::Number),
    ("control character", Expected::EscapedControl),
    ("trailing characters", Expected::End),
    ("expected `\"`", Expected::Name),
];
