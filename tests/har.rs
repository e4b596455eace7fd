//! A recorded session: read in slices of any size, listed, and cut wherever a file may be cut.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

mod support;

use proptest::prelude::*;
use support::Story;
use whydenied::{
    diagnosis::AnonymousCall,
    http::Authorization,
    intake::har::{Broken, Found, HarReader, MOST, Recording},
};

/// An entry as browsers write it; the body comes last but one.
fn entry(status: u16, path: &str, headers: &str, body: &str) -> String {
    format!(
        r#"{{"startedDateTime": "2026-11-23T12:00:00.000Z", "time": 12.5,
            "request": {{"method": "GET", "url": "https://ws-f.fhir.azurehealthcareapis.com/{path}", "headers": [{headers}], "cookies": []}},
            "response": {{"status": {status}, "headers": [{{"name": "x-request-id", "value": "r"}}], "content": {{"size": 3, "text": "{body}"}}}},
            "_initiator": {{"stack": {{"callFrames": [{{"url": "a\\\"]}}b"}}]}}}}}}"#
    )
}

fn bearer() -> String {
    let token = Story::new().token_text();
    format!(r#"{{"name": "Authorization", "value": "Bearer {token}"}}"#)
}

fn session(entries: &[String]) -> String {
    format!(
        "\u{feff}{{\"log\": {{\"version\": \"1.2\", \"pages\": [{{\"id\": \"entries\"}}], \"entries\": [\n{}\n], \"comment\": \"\"}}}}\n",
        entries.join(",\n")
    )
}

fn recorded() -> String {
    session(&[
        entry(200, "metadata", "", "ok"),
        entry(401, "Patient", &bearer(), "{}"),
        entry(403, "Observation", "", "\\u007b\\\\\\\"[é"),
        entry(304, "Patient/1", "", ""),
        entry(400, "token", "", ""),
    ])
}

fn read(file: &[u8], slice: usize) -> Recording {
    let mut reader = HarReader::default();
    for slice in file.chunks(slice) {
        reader.feed(slice);
    }
    reader.finish()
}

fn listed(recording: &Recording) -> Vec<(u16, &str)> {
    let path = |url: &str| url.rfind("com/").unwrap() + 4;
    let exchanges = recording.exchanges.iter();
    exchanges
        .map(|exchange| (exchange.status, &exchange.url[path(&exchange.url)..]))
        .collect()
}

#[test]
fn the_refused_requests_are_listed_with_what_tells_them_apart() {
    let file = recorded();
    let recording = read(file.as_bytes(), file.len());
    assert_eq!(
        listed(&recording),
        [(401, "Patient"), (403, "Observation"), (400, "token")]
    );
    assert_eq!((recording.entries, recording.refused), (5, 3));
    assert_eq!(recording.broken, None);
    let first = &recording.exchanges[0];
    assert_eq!(
        (&*first.method, &*first.started, first.audience.as_deref()),
        ("GET", "2026-11-23T12:00:00.000Z", Some(support::AUDIENCE))
    );
    assert_eq!(recording.exchanges[1].audience, None);
}

#[test]
fn slices_of_every_size_give_the_same() {
    let file = recorded();
    let whole = read(file.as_bytes(), file.len());
    for slice in 1..300 {
        assert_eq!(read(file.as_bytes(), slice), whole, "slices of {slice}");
    }
}

#[test]
fn behind_an_entry_that_is_no_json_slices_of_every_size_count_the_same() {
    let refused = entry(401, "a", "", "");
    let bad = refused.replace("\"time\": 12.5", "\"time\": twelve");
    for before in 0..3 {
        let mut entries = vec![refused.clone(); before + 3];
        entries[before].clone_from(&bad);
        let file = session(&entries);
        let whole = read(file.as_bytes(), file.len());
        assert_eq!((whole.entries, whole.refused), (before + 1, before));
        assert_eq!(whole.broken.map(|broken| broken.found), Some(Found::NoJson));
        for slice in 1..300 {
            assert_eq!(read(file.as_bytes(), slice), whole, "slices of {slice}");
        }
    }
}

#[test]
fn what_is_picked_gives_its_token_request_and_response() {
    let file = recorded();
    let recording = read(file.as_bytes(), file.len());
    assert_eq!(recording.only(), None);
    let evidence = recording.evidence(&recording.exchanges[0]);
    assert!(evidence.token.is_some());
    assert_eq!(evidence.response.unwrap().status, Some(401));
    let authorization = |recording: &Recording, at: usize| {
        let evidence = recording.evidence(&recording.exchanges[at]);
        evidence.request.unwrap().authorization
    };
    // Another request of the session has its header: this one was sent without.
    assert_eq!(authorization(&recording, 1), Authorization::Missing);
    let sanitized = session(&[entry(401, "Patient", "", ""), entry(403, "Patient", "", "")]);
    let sanitized = read(sanitized.as_bytes(), 64);
    assert_eq!(authorization(&sanitized, 1), Authorization::Redacted);
}

#[test]
fn a_file_that_ends_early_is_listed_up_to_there() {
    let file = recorded();
    let end_of_first = file
        .find("\"url\": \"https://ws-f.fhir.azurehealthcareapis.com/Observation")
        .unwrap();
    let cut = &file.as_bytes()[..end_of_first];
    let recording = read(cut, 100);
    assert_eq!(listed(&recording), [(401, "Patient")]);
    let at = cut.len() as u64;
    assert_eq!(
        recording.broken,
        Some(Broken {
            at,
            found: Found::End
        })
    );
}

#[test]
fn what_is_wrong_is_told_with_its_byte() {
    let before = "{\"log\": {\"entries\": [";
    let at = before.len() as u64;
    let table = [
        (format!("{before}}}"), at, Found::Bracket('}')),
        (
            format!("{before}{}", "[".repeat(200)),
            at + 124,
            Found::OneLevelMore,
        ),
        (
            format!("{before}{{\"response\": {{\"status\": 401}}, x}}]}}}}"),
            at,
            Found::NoJson,
        ),
        (format!("{before}{{\"a\": \"b"), at + 8, Found::End),
    ];
    for (file, at, found) in table {
        assert_eq!(
            read(file.as_bytes(), 7).broken,
            Some(Broken { at, found }),
            "{file}"
        );
    }
}

#[test]
fn entries_elsewhere_are_not_the_recording_s() {
    let request = entry(401, "Patient", "", "");
    for file in [
        format!("[{request}]"),
        format!("{{\"entries\": [{request}]}}"),
        format!("{{\"log\": [{{\"entries\": [{request}]}}]}}"),
        format!("{{\"other\": {{\"entries\": [{request}]}}}}"),
        format!("{{\"log\": {{\"entries\": {{\"a\": [{request}]}}}}}}"),
        format!("{{\"log\": {{\"a\": \"entries\", \"b\": [{request}]}}}}"),
    ] {
        assert_eq!(read(file.as_bytes(), 9).entries, 0, "{file}");
    }
}

#[test]
fn a_text_longer_than_any_token_is_cut_and_what_stands_behind_it_is_read() {
    for piece in ["a", "\\\\", "\\\"", "\\u00e9", "é", "x\\n"] {
        let long = piece.repeat(300 * 1024 / piece.len());
        let file = session(&[
            entry(403, "Patient", &bearer(), &long),
            entry(401, "b", "", ""),
        ]);
        let recording = read(file.as_bytes(), 4096);
        assert_eq!(
            listed(&recording),
            [(403, "Patient"), (401, "b")],
            "{piece}"
        );
        let evidence = recording.evidence(&recording.exchanges[0]);
        assert_eq!(evidence.response.unwrap().status, Some(403), "{piece}");
    }
}

#[test]
fn of_very_many_refusals_the_first_are_listed_and_all_are_counted() {
    let file = session(&vec![entry(401, "a", "", ""); MOST + 1]);
    let recording = read(file.as_bytes(), 1 << 20);
    assert_eq!(
        (recording.exchanges.len(), recording.refused),
        (MOST, MOST + 1)
    );
}

#[test]
fn a_recording_is_known_by_how_it_begins() {
    for (beginning, is_recording) in [
        (&b"{\"log\":{"[..], true),
        (b"\xEF\xBB\xBF{\n  \"log\" : {\n", true),
        (b"{\"logs\":{", false),
        (b"{\"log\":[", false),
        (b"[{\"log\":{", false),
        (b"", false),
    ] {
        assert_eq!(HarReader::begins(beginning), is_recording);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_their_end(bytes in any::<Vec<u8>>(), slice in 1..9_usize) {
        read(&bytes, slice);
    }

    #[test]
    fn a_file_cut_anywhere_lists_a_beginning_of_the_list(cut in 0..recorded().len()) {
        let file = recorded();
        let whole = read(file.as_bytes(), file.len());
        let part = read(&file.as_bytes()[..cut], 50);
        prop_assert!(whole.exchanges.starts_with(&part.exchanges));
        prop_assert!(cut + 2 >= file.len() || cut < 4 || part.broken.is_some(), "cut at {}", cut);
    }
}

#[test]
fn a_refused_request_comes_with_the_status_of_the_anonymous_call() {
    let refused = entry(403, "Patient", &bearer(), "{}");
    let other = entry(200, "metadata", "", "{}").replace("ws-f", "ws-g");
    let nobody = entry(0, "metadata", "", "");
    let open = entry(200, "metadata", "", "ok");
    let closed = entry(403, "metadata", "", "no");
    let table = [
        (vec![&open, &refused], 0, AnonymousCall::Answered(200)),
        (vec![&refused, &open], 0, AnonymousCall::Answered(200)),
        (
            vec![&open, &refused, &nobody],
            0,
            AnonymousCall::Answered(200),
        ),
        (vec![&closed, &refused], 1, AnonymousCall::Answered(403)),
        (vec![&refused, &other], 0, AnonymousCall::NotSeen),
        (vec![&refused], 0, AnonymousCall::NotSeen),
    ];
    for (entries, index, anonymous) in table {
        let entries: Vec<String> = entries.into_iter().cloned().collect();
        let file = session(&entries);
        let recording = read(file.as_bytes(), file.len());
        let evidence = recording.evidence(&recording.exchanges[index]);
        assert_eq!(evidence.anonymous, anonymous, "{file}");
        let request = evidence.request.unwrap();
        assert_eq!(request.authorization, Authorization::Bearer);
        assert!(request.url.ends_with("/Patient"), "{file}");
        assert_eq!(evidence.response.unwrap().status, Some(403));
        assert_eq!(evidence.items.len(), 1);
    }
}
