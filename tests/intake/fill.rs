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
