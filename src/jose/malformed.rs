//! Where and how a token is broken.

use std::fmt;

use super::json_error::JsonError;

/// Where and how a token is broken.
#[derive(Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The token as sent.
    pub text: String,
    /// The segment in which it breaks.
    pub segment: Segment,
    /// The byte at which it breaks: of the whole token's text, from 0.
    pub at: usize,
    /// What is wrong there. It quotes nothing of the token but a single character.
    pub problem: Problem,
}

// Never the token itself.
impl fmt::Debug for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Malformed")
            .field("segment", &self.segment)
            .field("at", &self.at)
            .field("problem", &self.problem)
            .finish_non_exhaustive()
    }
}

/// What is wrong with a malformed token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// So many segments instead of three.
    Segments(usize),
    /// A quotation mark around the token.
    Quote,
    /// White space inside the token.
    WhiteSpace,
    /// A character outside the base64url alphabet.
    Alphabet(char),
    /// A segment whose length no base64url text has.
    Length,
    /// An empty segment.
    Empty,
    /// Bytes that are not UTF-8; the offset into the decoded bytes.
    NotUtf8(usize),
    /// Text that is not JSON; the offset into the decoded text and what was expected.
    NotJson(JsonError),
    /// JSON of another kind than an object.
    NotAnObject,
    /// More than 250 KB, the most that the service reads.
    TooLong,
}

/// A segment of the compact serialisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment {
    /// The first.
    Header,
    /// The second.
    Payload,
    /// The third.
    Signature,
    /// The text as a whole.
    Whole,
}
