//! Whatever is pasted, the answer comes soon: 16 MB of anything within a second, in the tests' own profile.

use std::{
    fs,
    sync::LazyLock,
    time::{Duration, Instant},
};

use whydenied::{
    diagnosis::{Case, diagnose},
    intake, report,
};

/// The most that is read at once, and the time it may take.
const MOST: usize = 16 * 1024 * 1024;
const SOON: Duration = Duration::from_secs(1);

/// Pieces that, repeated, keep some recogniser busy for long.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "a", ".", ",", ";", "=", "<", "\\", "\"", "'", "`", "^", "^\"", "\0", "\n", "\r\n", " ", "\u{feff}", "\u{200b}", "é", "\u{10ffff}",
    "{", "}", "{{", "[", "[]", "[[],", "[\n", "{\n", "{\"a\":", "{\"a\":{},\n", "\\\"", "\\u0041", "%41",
    "x{\"a\":1}", "x{\"a", "\"{\\\"a", "é{\\\"", "x{\"resourceType\":\"OperationOutcome\"}", "<OperationOutcome>", "FhirServer__Security__Authentication__",
    "eyJ.", "eyJa.\n", "Bearer eyJa.\n", "eyJhbGciOiJub25lIn0.\n", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJub25lIn0.e30. ", "$token", "0.A", "Bearer ", "Bearer Bearer",
    "Bearer eyJhbGciOiJub25lIn0.e30. ", "AADSTS", "IDX", "IDX99999 ", "error_description",
    "a\n", "a:b\n", "Host: x\n", "x-a:\n", "Authorization: Bearer x\n", "Authorization: Bearer\n", "'a': 'b'\n", "\"host\": \"",
    "www-authenticate: \"\n", "www-authenticate: ,\n", "Bearer realm=\"\n", "Bearer realm=\"a\",\n", "error=\"",
    "curl 'x\n", "curl x ", "curl https://x\n", "curl \"\n", "curl ^\n", "$ ", "$a=@{\n", "irm x `\n", "irm (\n", "fetch(", "fetch(\"x\",\n", "fetch('x'\n",
    "HTTP/1.1 401\n", "HTTP/1.1 401\n\n", "HTTP/1.1 401\n\n{\n", "HTTP/1.1 401\n\n<\n", "HTTP/1.1 401\n\n<\n\n", "HTTP/1.1 401\n\n{\"a\":\n", "HTTP/1.1 401\n\n[1,\n", "GET / HTTP/1.1\n", "GET /\n", "GET https://a\n",
    "> a\n", "> a:b\n", "> > a\n", ">", "> HTTP/1.1 401\n", "eyJhbGciOiJub25lIn0. x\n", "x eyJhbGciOiJub25lIn0.e30.\nabcdefghijklmnopqrstuvwxyz\n", "curl 'eyJhbGciOi\n", "a\0", "< www-authenticate: Bearer error=\"\n", "x Bearer error=\"\n", "> GET / HTTP/1.1\n", "< HTTP/1.1 401\n", "< HTTP/1.1 401\n{\n", "* \n", "< \n{\n",
    "https://", "https://a?b#\n", "https://a.azurehealthcareapis.com/\n", "#access_token=a&", "<html>", "<title>",
];

/// Documents whose middle is one piece over and over: what stands before it, the piece, what stands behind.
#[rustfmt::skip]
const DOCUMENTS: &[(&str, &str, &str, &str)] = &[
    ("a long string", "{\"access_token\":\"", "eyJ.", "\"}"),
    ("a long escaped string", "{\"access_token\":\"", "\\u0041", "\"}"),
    ("a long string in which a quotation mark is escaped", "[\"", "\\\"", "\"]"),
    ("a session without anything", "{\"log\":{\"entries\":[", "{},", "0]}}"),
    ("a session of refusals", "{\"log\":{\"entries\":[", "{\"response\":{\"status\":401}},", "0]}}"),
    ("a session of successes", "{\"log\":{\"entries\":[", "{\"response\":{\"status\":200}},", "0]}}"),
    ("a set of keys", "{\"keys\":[", "{\"kty\":\"RSA\"},", "0]}"),
    ("an allow list", "{\"allow\":[", "{\"objectId\":\"a\"},", "0]}"),
    ("an object of one name", "{", "\"access_token\":1,", "\"a\":0}"),
    ("a response with a text", "HTTP/1.1 401\nA: b\n\n", "a", ""),
    ("a response with JSON", "HTTP/1.1 401\nA: b\n\n[", "{},", "0]"),
    ("a response with half an OperationOutcome", "HTTP/1.1 401\nA: b\n\n{\"resourceType\":\"OperationOutcome\",", "\"code\",", ""),
    ("a response with HTML", "HTTP/1.1 401\nA: b\n\n<html>", "<title>", ""),
    ("a response with XML", "HTTP/1.1 401\nA: b\n\n<OperationOutcome>", "<code ", ""),
    ("a challenge of many parameters", "WWW-Authenticate: Bearer ", "a=\"b\", ", ""),
    ("many challenges", "WWW-Authenticate: ", "A, ", ""),
    ("a challenge of many texts", "WWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"", "The issuer 'a'; ", "\""),
    ("an open quotation mark", "Bearer realm=\"", "\\\"", ""),
    ("a token in a header", "Authorization: Bearer ", "a", ""),
    ("a token broken into lines", "", "eyJhbGciOiJub25lIn0\n", ""),
    ("a header broken into lines", "Authorization: Bearer x\n", "eyJhbGciOiJub25lIn0\n", ""),
    ("a command with a token broken into lines", "curl -H 'Authorization: Bearer eyJhbGciOi", "a\n", "'"),
    ("a command of Windows with a token broken into lines", "curl ^\"x^\" -H ^\"Authorization: Bearer eyJhbGciOi", "a\n", "^\""),
    ("a token in prose broken into lines", "I sent eyJhbGciOiJub25lIn0abc", "Abcdefghijkl\n", ""),
    ("a mail quoted in mails", "", "> > > > >", ""),
    ("half a number", "[", "1", ""),
];

/// The time that this thread has worked. A clock on the wall would also count what runs beside it.
fn worked() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let schedule = fs::read_to_string("/proc/thread-self/schedstat");
    let nanoseconds = schedule
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// What runs beside a test may slow it and never speeds it up, so that one answer in time is proof.
const TRIES: usize = 3;

/// How long the answer to this paste takes.
fn answering(paste: &str) -> Duration {
    let started = worked();
    let mut case = Case::default();
    intake::read(paste).fill(&mut case);
    let _ = report::text(&case, &diagnose(&case));
    worked().saturating_sub(started)
}

/// Asserts that each is answered within this time. `SHOW=1` prints what each took.
fn assert_answered_within(
    limit: Duration,
    shapes: impl IntoIterator<Item = (&'static str, String)>,
) {
    let mut slow = Vec::new();
    for (name, paste) in shapes {
        let took = (0..TRIES)
            .map(|_| answering(&paste))
            .find(|took| *took <= limit)
            .unwrap_or(Duration::MAX);
        if std::env::var_os("SHOW").is_some() {
            println!("{took:>8.1?} {name:?}");
        }
        if took > limit {
            slow.push(name);
        }
    }
    assert!(
        slow.is_empty(),
        "slower than {limit:?}: {}",
        slow.join(", ")
    );
}

#[test]
fn sixteen_megabytes_of_anything_are_answered_within_a_second() {
    let document = |(name, before, piece, after): &(&'static str, &str, &str, &str)| {
        let count = (MOST - before.len() - after.len()) / piece.len();
        (*name, [before, &*piece.repeat(count), after].concat())
    };
    assert_answered_within(SOON, DOCUMENTS.iter().map(document));
    let nested = |opening: &str, closing: &str| {
        let depth = MOST / (opening.len() + closing.len());
        [opening.repeat(depth), closing.repeat(depth)].concat()
    };
    assert_answered_within(
        SOON,
        [
            ("arrays in arrays", nested("[", "]")),
            ("lists of one in lists of one", nested("{\"value\":[", "]}")),
            (
                "objects in objects",
                nested("{\"properties\":", "}").replacen(":}", ":1}", 1),
            ),
        ],
    );
    let representative = [
        "a",
        "{",
        "\"",
        ".",
        "\n",
        "eyJ.",
        "Bearer Bearer",
        "\u{10ffff}",
    ];
    assert_answered_within(
        SOON,
        representative.map(|piece| (piece, piece.repeat(MOST / piece.len()))),
    );
}

#[test]
fn the_time_to_an_answer_grows_with_the_paste_and_no_faster() {
    let pieces = PIECES
        .iter()
        .map(|piece| (*piece, piece.repeat(MOST / 8 / piece.len())));
    // Twice the time that the size would have, as other tests run beside.
    assert_answered_within(SOON / 4, pieces);
}
