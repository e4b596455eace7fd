//! Headers, by themselves.

use whydenied::{
    http::{Authorization, Reason, Request},
    intake::Kind,
    jose::{Malformed, Problem, Token},
    service::Service,
};

use super::{CHALLENGE, assert_gives_the_token, kinds, read, token_in_lines};

#[test]
fn a_header_carries_its_token_as_it_was_sent() {
    let evidence = assert_gives_the_token("Authorization: Bearer ${token}");
    assert_eq!(kinds(&evidence), [Kind::AuthorizationHeader]);
    assert_eq!(
        evidence.request.unwrap().authorization,
        Authorization::Bearer
    );

    let quoted = read("Authorization: Bearer \"${token}\"");
    assert!(matches!(
        quoted.token,
        Some(Token::Malformed(Malformed {
            at: 0,
            problem: Problem::Quote,
            ..
        }))
    ));

    let table = [
        (
            "Authorization: Basic YTpi",
            Authorization::OtherScheme("Basic".to_owned()),
        ),
        (
            "Authorization: ${token}",
            Authorization::OtherScheme(String::new()),
        ),
        ("Authorization: Bearer", Authorization::Empty),
    ];
    for (paste, authorization) in table {
        let evidence = read(paste);
        assert_eq!(
            evidence.request.unwrap().authorization,
            authorization,
            "{paste}"
        );
        assert_eq!(evidence.token, None, "{paste}");
    }
}

#[test]
fn headers_are_read_as_programs_and_browsers_write_them() {
    for paste in [
        "authorization: Bearer ${token}",
        "Accept: */*\nAuthorization:Bearer ${token}\nHost: x.example",
        "\"authorization\": \"Bearer ${token}\",",
        "'Authorization': 'Bearer ${token}'",
        "Authorization = \"Bearer ${token}\"",
        "authorization:\nBearer ${token}",
        "authorization\nBearer ${token}",
        "{\"Authorization\": \"Bearer ${token}\"}",
        "{\"url\": \"https://x.example\", \"headers\": {\"authorization\": \"Bearer ${token}\"}}",
    ] {
        let evidence = assert_gives_the_token(paste);
        assert_eq!(
            evidence.request.map(|request| request.authorization),
            Some(Authorization::Bearer),
            "{paste}"
        );
    }
    let wrapped = token_in_lines(60, "\n");
    assert_gives_the_token(&format!("Host: x.example\nAuthorization: Bearer {wrapped}"));
}

#[test]
fn a_line_of_a_transcript_is_a_header() {
    let evidence = assert_gives_the_token("> authorization: Bearer ${token}");
    assert_eq!(kinds(&evidence), [Kind::AuthorizationHeader]);
    assert_eq!(
        evidence.request.unwrap().authorization,
        Authorization::Bearer
    );
}

#[test]
fn the_general_part_of_a_browsers_headers_gives_request_and_status() {
    let evidence = read(
        "Request URL:\nhttps://ws-fhir.fhir.azurehealthcareapis.com/Patient\nRequest Method:\nGET\nStatus Code:\n403 Forbidden",
    );
    let url = "https://ws-fhir.fhir.azurehealthcareapis.com/Patient".to_owned();
    assert_eq!(
        evidence.request,
        Some(Request {
            method: "GET".to_owned(),
            url,
            authorization: Authorization::NotSeen
        })
    );
    assert_eq!(evidence.response.unwrap().status, Some(403));
    assert_eq!(evidence.service, Some(Service::AhdsFhir));
}

#[test]
fn a_challenge_is_read_with_and_without_its_name() {
    let wrapped = CHALLENGE.replace(", ", ",\n  ");
    let escaped = CHALLENGE.replace('"', "\\\"");
    for paste in [
        format!("WWW-Authenticate: {CHALLENGE}"),
        format!("www-authenticate : {CHALLENGE}"),
        CHALLENGE.to_owned(),
        CHALLENGE.trim_start_matches("Bearer ").to_owned(),
        wrapped.clone(),
        format!("WWW-Authenticate: {wrapped}"),
        format!("{{\"www-authenticate\": \"{escaped}\"}}"),
        format!("\"WWW-Authenticate\": \"{escaped}\","),
        format!("www-authenticate:\n{CHALLENGE}"),
        format!("WWW-Authenticate: {{{CHALLENGE}}}"),
        format!("WWW-Authenticate : [{CHALLENGE}]"),
        format!("< www-authenticate: {CHALLENGE}"),
        format!("<\tWWW-Authenticate: {CHALLENGE}\n* left intact"),
        format!("2026-11-23 [warn] www-authenticate={CHALLENGE}"),
        format!(
            "{{'Date': 'x', 'WWW-Authenticate': '{}', 'Server': 'y'}}",
            CHALLENGE.replace('\'', "\\'")
        ),
    ] {
        let evidence = read(&paste);
        assert_eq!(kinds(&evidence), [Kind::WwwAuthenticate], "{paste}");
        assert_eq!(evidence.token, None, "{paste}");
        let response = evidence.response.unwrap();
        assert_eq!(
            (response.status, response.challenges.len()),
            (None, 1),
            "{paste}"
        );
        let challenge = &response.challenges[0];
        assert_eq!(
            challenge.authorization_uri.as_deref(),
            Some("https://login.example/t"),
            "{paste}"
        );
        assert_eq!(
            challenge.resource_id.as_deref(),
            Some("https://fhir.example"),
            "{paste}"
        );
        assert_eq!(challenge.reasons(), [Reason::Expired], "{paste}");
    }
}
