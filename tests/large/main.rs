//! Whatever is pasted, an answer comes, and its time grows with the paste and no faster, which holds on a slow machine as
//! on a fast one. How long 16 MB take, `cargo bench --bench large_paste` prints.

use std::{
    fs,
    sync::LazyLock,
    time::{Duration, Instant},
};

use pastes::{DOCUMENTS, MOST, answer};

mod pastes;

/// How many times larger the larger of two pastes is.
const LARGER: u32 = 8;
/// How many times longer it may take: room for caches and for what runs beside, and far from the 64 of a quadratic reader.
const LONGER: u32 = 24;
/// Less than this is not told from the clock's own grain.
const GRAIN: Duration = Duration::from_millis(5);
/// What runs beside a test may slow it and never speeds it up: the quickest of some answers counts.
const TRIES: usize = 3;

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

/// The time that this thread has worked. A clock on the wall would also count what runs beside it.
fn worked() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let schedule = fs::read_to_string("/proc/thread-self/schedstat");
    let nanoseconds = schedule
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// How long the answer to this paste takes.
fn answering(paste: &str) -> Duration {
    let once = || {
        let started = worked();
        let _ = answer(paste);
        worked().saturating_sub(started)
    };
    (0..TRIES).map(|_| once()).min().unwrap_or_default()
}

/// Asserts that the answer to a paste takes as much longer as the paste is larger. `SHOW=1` prints the times.
fn assert_grows_evenly(shapes: impl Iterator<Item = (String, [String; 2])>) {
    let mut steep = Vec::new();
    for (name, [small, large]) in shapes {
        let [less, more] = [&small, &large].map(|paste| answering(paste));
        if std::env::var_os("SHOW").is_some() {
            println!("{less:>8.1?} {more:>8.1?} {name:?}");
        }
        if more > less.max(GRAIN) * LONGER {
            steep.push(format!("{name:?} from {less:.1?} to {more:.1?}"));
        }
    }
    assert!(
        steep.is_empty(),
        "more than {LONGER} times as long for {LARGER} times as much: {}",
        steep.join(", ")
    );
}

const LARGE: usize = MOST / 16;
const SIZES: [usize; 2] = [LARGE / LARGER as usize, LARGE];

#[test]
fn the_time_to_an_answer_grows_with_a_repeated_piece_and_no_faster() {
    assert_grows_evenly(PIECES.iter().map(|piece| {
        let repeated = SIZES.map(|size| piece.repeat(size / piece.len()));
        ((*piece).to_owned(), repeated)
    }));
}

#[test]
fn the_time_to_an_answer_grows_with_a_document_and_no_faster() {
    assert_grows_evenly(
        DOCUMENTS
            .iter()
            .map(|document| (document.to_string(), SIZES.map(|size| document.of(size)))),
    );
}

#[test]
fn sixteen_megabytes_of_anything_are_answered() {
    let nested = |opening: &str, closing: &str| {
        let depth = MOST / (opening.len() + closing.len());
        [opening.repeat(depth), closing.repeat(depth)].concat()
    };
    let repeated = [
        "a",
        "{",
        "\"",
        ".",
        "\n",
        "eyJ.",
        "Bearer Bearer",
        "\u{10ffff}",
    ]
    .map(|piece| piece.repeat(MOST / piece.len()));
    let nestings = [
        nested("[", "]"),
        nested("{\"value\":[", "]}"),
        nested("{\"properties\":", "}").replacen(":}", ":1}", 1),
    ];
    for paste in repeated.iter().chain(&nestings) {
        assert!(!answer(paste).is_empty());
    }
    for document in DOCUMENTS {
        assert!(!answer(&document.of(MOST)).is_empty(), "{document}");
    }
}
