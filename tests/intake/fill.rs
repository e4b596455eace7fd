//! What a paste does to a case.

use whydenied::{
    diagnosis::{AnonymousCall, Case},
    http::Authorization,
};

use super::{CHALLENGE, OUTCOME, read};

/// A call to this path and its status, as one kind of paste shows them.
type Form = fn(path: &str, status: u16) -> String;

fn filled(pastes: &[&str]) -> Case {
    let mut case = Case::default();
    for paste in pastes {
        read(paste).fill(&mut case);
    }
    case
}

#[test]
fn a_later_paste_replaces_an_earlier_one_member_by_member() {
    let case = filled(&[
        "curl https://x.example/Patient",
        "Authorization: Bearer ${token}",
    ]);
    let request = case.request.unwrap();
    assert_eq!(
        (&*request.url, request.authorization),
        ("https://x.example/Patient", Authorization::Bearer)
    );

    let challenge = format!("WWW-Authenticate: {CHALLENGE}");
    let case = filled(&["HTTP/1.1 401 Unauthorized\n", &challenge, OUTCOME]);
    let response = case.response.unwrap();
    assert_eq!(response.status, Some(401));
    assert!(!response.challenges.is_empty() && response.body.is_some());
}

#[test]
fn a_whole_response_replaces_the_one_before() {
    let whole = format!("HTTP/1.1 401 Unauthorized\nWWW-Authenticate: {CHALLENGE}\n\n{OUTCOME}");
    let case = filled(&[&whole, "HTTP/1.1 403 Forbidden\nContent-Length: 0\n\n"]);
    let response = case.response.unwrap();
    assert_eq!((response.status, response.challenges.len()), (Some(403), 0));
}

#[test]
fn a_refusal_stands_until_a_token_or_the_service_shows_that_one_was_issued() {
    let refused = "AADSTS65001: The user has not consented.";
    let challenge = format!("WWW-Authenticate: {CHALLENGE}");
    let table: [(&[&str], bool); 8] = [
        (&[refused], true),
        (&[refused, "${token}"], false),
        (&["${token}", refused], true),
        (&[refused, OUTCOME], false),
        (&[refused, &challenge], false),
        (&["HTTP/1.1 401 Unauthorized\n", refused], true),
        (&[refused, "curl https://x.example/Patient"], true),
        (&["AADSTS700027: in client_assertion=${token}"], true),
    ];
    for (pastes, is_refused) in table {
        assert_eq!(
            filled(pastes).token_refusal.is_some(),
            is_refused,
            "{pastes:?}"
        );
    }
}

#[test]
fn the_anonymous_call_stands_beside_the_one_that_is_judged() {
    let curl = |path: &str, status: u16| {
        format!(
            "$ curl -i https://x.fhir.azurehealthcareapis.com/{path}\nHTTP/1.1 {status} S\nContent-Length: 0\n\n"
        )
    };
    let verbose = |path: &str, status: u16| {
        format!(
            "> GET /{path} HTTP/1.1\n> Host: x.fhir.azurehealthcareapis.com\n>\n< HTTP/1.1 {status} S\n< Content-Length: 0\n<\n* left intact\n"
        )
    };
    let console = |path: &str, status: u16| {
        format!("GET https://x.fhir.azurehealthcareapis.com/{path} {status} (S)\n")
    };
    let proxied = |path: &str, status: u16| {
        format!(
            "$ curl -i https://x.fhir.azurehealthcareapis.com/{path}\nHTTP/1.1 200 Connection established\n\nHTTP/1.1 {status} S\nContent-Length: 0\n\n"
        )
    };
    let (before, behind) = ("metadata", "health/check");
    for form in [curl as Form, verbose, console, proxied] {
        let (open, refused) = (form(before, 200), form("Patient", 403));
        let (again, closed) = (form(behind, 200), form(before, 403));
        let table: [(&[&str], u16); 7] = [
            (&[&open, &refused], 200),
            (&[&refused, &open], 200),
            (&[&closed, &refused, &open], 200),
            (&[&refused, &open, &closed], 403),
            (&[&open, &refused, &again], 200),
            (&[&closed, &refused], 403),
            (&[&refused, &closed], 403),
        ];
        for (calls, metadata) in table {
            for pastes in [calls, &[&*calls.concat()]] {
                let case = filled(pastes);
                let request = case.request.unwrap();
                assert!(request.url.ends_with("/Patient"), "{pastes:?}");
                let status = case.response.and_then(|response| response.status);
                assert_eq!(status, Some(403), "{pastes:?}");
                assert_eq!(
                    case.anonymous,
                    AnonymousCall::Answered(metadata),
                    "{pastes:?}"
                );
            }
        }
    }
}

#[test]
fn only_the_answer_of_an_anonymous_call_to_the_same_service_is_known() {
    const METADATA: &str = "curl https://x.example/metadata";
    const PATIENT: &str = "curl -H 'Authorization: Bearer ${token}' https://x.example/Patient";
    const REFUSED: &str = "HTTP/1.1 403 Forbidden\nContent-Length: 0\n\n";
    const OPEN: &str = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";
    const ELSEWHERE: &str = "curl https://y.example/Patient";
    let table: [(&[&str], Option<u16>, AnonymousCall); 8] = [
        // A command that nobody has run.
        (
            &[REFUSED, METADATA, PATIENT],
            Some(403),
            AnonymousCall::NotSeen,
        ),
        (
            &[METADATA, PATIENT, REFUSED],
            Some(403),
            AnonymousCall::NotSeen,
        ),
        (
            &[PATIENT, REFUSED, METADATA],
            Some(403),
            AnonymousCall::Asked,
        ),
        (
            &[PATIENT, REFUSED, METADATA, "AADSTS65001: No consent.", OPEN],
            Some(200),
            AnonymousCall::NotSeen,
        ),
        (
            &[PATIENT, REFUSED, METADATA, OPEN, REFUSED],
            Some(403),
            AnonymousCall::Answered(200),
        ),
        (
            &[METADATA, OPEN, PATIENT],
            None,
            AnonymousCall::Answered(200),
        ),
        (
            &[METADATA, OPEN, ELSEWHERE, REFUSED],
            Some(403),
            AnonymousCall::NotSeen,
        ),
        (
            &[METADATA, OPEN, PATIENT, REFUSED, ELSEWHERE],
            Some(403),
            AnonymousCall::NotSeen,
        ),
    ];
    for (pastes, status, anonymous) in table {
        for pastes in [pastes, &[&*pastes.join("\n\n")]] {
            let case = filled(pastes);
            let response = case.response.unwrap_or_default();
            assert_eq!(
                (response.status, case.anonymous),
                (status, anonymous),
                "{pastes:?}"
            );
        }
    }
    let case = filled(&[
        METADATA,
        OPEN,
        "GET https://x.example/Patient 403 (Forbidden)",
    ]);
    assert_eq!(case.request.unwrap().authorization, Authorization::NotSeen);
}
