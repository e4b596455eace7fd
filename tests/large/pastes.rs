//! Large pastes, each of which keeps some recogniser busy.

use std::fmt;

use whydenied::{
    diagnosis::{Case, diagnose},
    intake,
    report::{self, Redaction, Report},
};

/// The most that is read at once, in bytes.
pub(crate) const MOST: usize = 16 * 1024 * 1024;

/// Documents whose middle is one piece over and over.
#[rustfmt::skip]
pub(crate) const DOCUMENTS: &[Document] = &[
    Document("a long string", "{\"access_token\":\"", "eyJ.", "\"}"),
    Document("a long escaped string", "{\"access_token\":\"", "\\u0041", "\"}"),
    Document("a long string in which a quotation mark is escaped", "[\"", "\\\"", "\"]"),
    Document("a session without anything", "{\"log\":{\"entries\":[", "{},", "0]}}"),
    Document("a session of refusals", "{\"log\":{\"entries\":[", "{\"response\":{\"status\":401}},", "0]}}"),
    Document("a session of successes", "{\"log\":{\"entries\":[", "{\"response\":{\"status\":200}},", "0]}}"),
    Document("a set of keys", "{\"keys\":[", "{\"kty\":\"RSA\"},", "0]}"),
    Document("an allow list", "{\"allow\":[", "{\"objectId\":\"a\"},", "0]}"),
    Document("an object of one name", "{", "\"access_token\":1,", "\"a\":0}"),
    Document("a response with a text", "HTTP/1.1 401\nA: b\n\n", "a", ""),
    Document("a response with JSON", "HTTP/1.1 401\nA: b\n\n[", "{},", "0]"),
    Document("a response with half an OperationOutcome", "HTTP/1.1 401\nA: b\n\n{\"resourceType\":\"OperationOutcome\",", "\"code\",", ""),
    Document("a response with HTML", "HTTP/1.1 401\nA: b\n\n<html>", "<title>", ""),
    Document("a response with XML", "HTTP/1.1 401\nA: b\n\n<OperationOutcome>", "<code ", ""),
    Document("a challenge of many parameters", "WWW-Authenticate: Bearer ", "a=\"b\", ", ""),
    Document("many challenges", "WWW-Authenticate: ", "A, ", ""),
    Document("a challenge of many texts", "WWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"", "The issuer 'a'; ", "\""),
    Document("an open quotation mark", "Bearer realm=\"", "\\\"", ""),
    Document("a token in a header", "Authorization: Bearer ", "a", ""),
    Document("a token broken into lines", "", "eyJhbGciOiJub25lIn0\n", ""),
    Document("a header broken into lines", "Authorization: Bearer x\n", "eyJhbGciOiJub25lIn0\n", ""),
    Document("a command with a token broken into lines", "curl -H 'Authorization: Bearer eyJhbGciOi", "a\n", "'"),
    Document("a command of Windows with a token broken into lines", "curl ^\"x^\" -H ^\"Authorization: Bearer eyJhbGciOi", "a\n", "^\""),
    Document("a token in prose broken into lines", "I sent eyJhbGciOiJub25lIn0abc", "Abcdefghijkl\n", ""),
    Document("a mail quoted in mails", "", "> > > > >", ""),
    Document("half a number", "[", "1", ""),
];

/// A document's name, what stands before its middle, the piece that the middle repeats, what stands behind.
pub(crate) struct Document(&'static str, &'static str, &'static str, &'static str);

impl Document {
    /// The document of this many bytes, or a few less.
    pub(crate) fn of(&self, bytes: usize) -> String {
        let Self(_, before, piece, after) = self;
        let count = (bytes - before.len() - after.len()) / piece.len();
        [before, &*piece.repeat(count), after].concat()
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Works out the answer to this paste, down to its last sentence.
pub(crate) fn answer(paste: &str) -> String {
    let mut case = Case::default();
    intake::read(paste).fill(&mut case);
    let diagnosis = diagnose(&case);
    let report = Report::of(&case, &diagnosis, Redaction::StandIns);
    [report::text(&case, &diagnosis), report::markdown(&report)].concat()
}
