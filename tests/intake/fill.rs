//! What a paste does to a case.

use whydenied::{diagnosis::Case, http::Authorization};

use super::{CHALLENGE, OUTCOME, read};

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
