//! Whatever is pasted, an answer comes, and its time grows with the paste and no faster, which holds on a slow machine as
//! on a fast one. How long 16 MB take, `cargo bench --bench large_paste` prints.

use std::{
    fs,
    sync::LazyLock,
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
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

/// Asserts that the answer to the second of two pastes takes not much longer than the first one's: it is larger, or has
/// more to mask. `SHOW=1` prints the times.
fn assert_grows_evenly(shapes: impl Iterator<Item = (String, [String; 2])>) {
    let mut steep = Vec::new();
    for (name, pastes) in shapes {
        let [less, more] = pastes.each_ref().map(|paste| answering(paste));
        if std::env::var_os("SHOW").is_some() {
            println!("{less:>8.1?} {more:>8.1?} {name:?}");
        }
        if more > less.max(GRAIN) * LONGER {
            steep.push(format!("{name:?} from {less:.1?} to {more:.1?}"));
        }
    }
    assert!(
        steep.is_empty(),
        "more than {LONGER} times as long: {}",
        steep.join(", ")
    );
}

const LARGE: usize = MOST / 32;
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

/// Claims of about so many bytes that hold what is to be masked, and what an answer quotes of them.
type Masked = fn(usize) -> [String; 2];

const MASKED: &[(&str, Masked)] = &[
    ("names", |size| {
        [
            names(size / 20, |number| format!("{number:015}")),
            "x".to_owned(),
        ]
    }),
    ("names that begin alike", |size| {
        let beginning = "a".repeat(380);
        [
            names(size / 400, |number| format!("{beginning}{number:015}")),
            "a".repeat(3_000),
        ]
    }),
    ("a long name, of which a quotation holds much", |size| {
        [
            names(1, |_| "a".repeat(size)),
            ["a".repeat(250), "b".to_owned()].concat().repeat(12),
        ]
    }),
    ("groups, and names", |size| {
        let groups: Vec<_> = (0..size / 40)
            .map(|number| format!("{number:016}"))
            .collect();
        [
            format!(
                "\"groups\":{groups:?},{}",
                names(size / 40, |number| number.to_string())
            ),
            "x".to_owned(),
        ]
    }),
];

fn names(count: usize, name: impl Fn(usize) -> String) -> String {
    let names: Vec<_> = (0..count).map(name).collect();
    format!("\"nickname\":{names:?},")
}

/// A refusal that quotes the token, and the token with these claims.
fn refusal([claims, said]: [String; 2]) -> String {
    let payload = URL_SAFE_NO_PAD.encode(format!("{{{claims}\"aud\":\"{said}\"}}"));
    let challenge = format!(
        "WWW-Authenticate: Bearer error=\"{said}\", error_description=\"{payload:.4000}\"\n"
    );
    let challenges = challenge.repeat(20);
    format!(
        "HTTP/1.1 401 Unauthorized\n{challenges}\nAuthorization: Bearer eyJhbGciOiJub25lIn0.{payload}.\n"
    )
}

#[test]
fn an_answer_with_much_to_mask_takes_about_as_long_as_one_with_nothing_to_mask() {
    // A token that may be a real one, and one that cannot be.
    let sizes = [40 * 1024, LARGE];
    assert_grows_evenly(MASKED.iter().flat_map(|(name, claims)| {
        sizes.map(|size| {
            let [_, said] = claims(size);
            let plain = format!("\"claim\":\"{}\",", "é,".repeat(size / 3));
            let name = format!("{name}, {size}");
            (name, [refusal([plain, said]), refusal(claims(size))])
        })
    }));
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
