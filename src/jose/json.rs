//! Lossless JSON: order, repeated names, exact number text and the place of every value survive.
//!
//! Whether a text is JSON is for `serde_json` to say (RFC 8259). What it accepted is then walked once to
//! note where each value stands, so the time is linear however deep the text is nested.

use std::ops::Range;

use super::{
    json_error::{Expected, JsonError},
    raw::Raw,
    walk::Walk,
};

/// How many levels of nesting are read: as many as the service's own reader does
/// (`System.Text.Json`, `JsonReaderOptions.MaxDepth`).
pub const DEEPEST: usize = 64;

/// A document and the text that it was read from.
#[derive(Clone, Debug, Eq)]
pub struct Json {
    /// The text, as it was given.
    pub text: String,
    /// The value in it.
    pub root: Value,
}

// The text says it all.
impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// A value and the bytes of [`Json::text`] that it is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null {
        /// Where it stands.
        span: Range<usize>,
    },
    /// `true` or `false`.
    Bool {
        /// Which.
        value: bool,
        /// Where it stands.
        span: Range<usize>,
    },
    /// A number, never rounded.
    Number {
        /// Its exact text.
        text: String,
        /// Where it stands.
        span: Range<usize>,
    },
    /// A string.
    String {
        /// What it says, escapes resolved. A lone surrogate (`"\ud800"`), which no text can hold, reads
        /// U+FFFD; the span still has it as it was written.
        text: String,
        /// Where it stands, quotation marks included.
        span: Range<usize>,
    },
    /// An array.
    Array {
        /// Its items.
        items: Vec<Value>,
        /// Where it stands.
        span: Range<usize>,
    },
    /// An object.
    Object {
        /// Its members in their order; a name may be there twice.
        members: Vec<Member>,
        /// Where it stands.
        span: Range<usize>,
    },
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name, escapes resolved.
    pub name: String,
    /// Its value.
    pub value: Value,
}

impl Json {
    /// Reads one document.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, or is nested deeper than [`DEEPEST`].
    pub fn parse(text: impl Into<String>) -> Result<Self, JsonError> {
        let text = text.into();
        let start = Raw::accept(&text)?.span().start;
        let root = value(&mut Walk::at(&text, start), DEEPEST)?;
        Ok(Self { text, root })
    }

    /// The exact text of one of this document's values.
    pub fn source_of(&self, value: &Value) -> &str {
        self.text.get(value.span()).unwrap_or_default()
    }
}

/// The value at which the walk stands; the text was accepted before.
fn value(walk: &mut Walk<'_>, levels_left: usize) -> Result<Value, JsonError> {
    let start = walk.place();
    match walk.peek() {
        Some(opening @ (b'{' | b'[')) => {
            let Some(levels_left) = levels_left.checked_sub(1) else {
                return Err(JsonError {
                    at: start,
                    expected: Expected::FewerLevels,
                    found: Some(char::from(opening)),
                });
            };
            walk.step();
            if opening == b'{' {
                let mut members = Vec::new();
                while let Some(name) = walk.next_name() {
                    members.push(Member {
                        name: name.into_owned(),
                        value: value(walk, levels_left)?,
                    });
                }
                Ok(Value::Object {
                    members,
                    span: start..walk.place(),
                })
            } else {
                let mut items = Vec::new();
                while walk.has_next_item() {
                    items.push(value(walk, levels_left)?);
                }
                Ok(Value::Array {
                    items,
                    span: start..walk.place(),
                })
            }
        }
        Some(b'"') => Ok(Value::String {
            text: walk.string().into_owned(),
            span: start..walk.place(),
        }),
        first => {
            walk.skip();
            let span = start..walk.place();
            Ok(match first {
                Some(b't' | b'f') => Value::Bool {
                    value: first == Some(b't'),
                    span,
                },
                Some(b'n') | None => Value::Null { span },
                Some(_) => Value::Number {
                    text: walk.text_of(span.clone()).to_owned(),
                    span,
                },
            })
        }
    }
}

impl Value {
    /// Where it stands in [`Json::text`].
    pub fn span(&self) -> Range<usize> {
        match self {
            Self::Null { span }
            | Self::Bool { span, .. }
            | Self::Number { span, .. }
            | Self::String { span, .. }
            | Self::Array { span, .. }
            | Self::Object { span, .. } => span.clone(),
        }
    }

    /// An object's members in their order; none of anything else.
    pub fn members(&self) -> &[Member] {
        match self {
            Self::Object { members, .. } => members,
            _ => &[],
        }
    }

    /// The member of this name that counts: the last, as in the service's own parser.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members()
            .iter()
            .rev()
            .find(|member| member.name == name)
            .map(|member| &member.value)
    }

    /// What a string says; none of anything else.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String { text, .. } => Some(text),
            _ => None,
        }
    }
}
