//! Raw HTTP messages and transcripts of them.

use whydenied::{
    diagnosis::{Case, diagnose},
    http::{Authorization, Body, Form, Reason, Response},
    intake::Kind,
    jose::Token,
    report,
    service::Service,
};

use super::{CHALLENGE, OUTCOME, assert_gives_the_token, kinds, read, token};

#[test]
fn a_raw_response_gives_status_challenges_body_and_correlation_id() {
    let lf = format!(
        "HTTP/1.1 401 Unauthorized\nContent-Type: application/fhir+json\nWWW-Authenticate: {CHALLENGE}\nX-Request-Id: other\n\n{OUTCOME}"
    );
    for paste in [
        lf.clone(),
        lf.replace('\n', "\r\n"),
        lf.replace("1.1 401 Unauthorized", "2 401"),
        format!("  {lf}"),
        format!("HTTP/1.1 302 Found\nLocation: /\n\n{lf}\n\n"),
        format!("HTTP/1.1 200 Connection established\n\n{lf}"),
        format!("HTTP/1.1 100 Continue\n\n{lf}"),
    ] {
        let evidence = read(&paste);
        let response = evidence.response.unwrap();
        assert_eq!(response.status, Some(401), "{paste}");
        assert_eq!(
            response.challenges[0].reasons(),
            [Reason::Expired],
            "{paste}"
        );
        assert_login_outcome(&response, &paste);
    }
}

#[test]
fn a_response_without_body_says_so_only_where_its_end_was_seen() {
    let body = |paste: &str| read(paste).response.unwrap().body;
    assert_eq!(body("HTTP/1.1 401 Unauthorized\nDate: now"), None);
    assert_eq!(body("HTTP/1.1 401 Unauthorized"), None);
    assert_eq!(
        body("HTTP/1.1 401 Unauthorized\nDate: now\n\n"),
        Some(Body::Empty)
    );
    assert_eq!(
        body("HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\nsomething else"),
        Some(Body::Empty)
    );
    assert!(
        matches!(body("HTTP/1.1 401\nA: b\n\n<html><title>No</title></html>"), Some(Body::Foreign { form: Form::Html, excerpt, .. }) if excerpt == "No")
    );
    assert!(matches!(
        body(
            "HTTP/1.1 401\nTransfer-Encoding: chunked\n\n1f\r\n{\"statusCode\":401,\"message\":\"\"}\r\n0"
        ),
        Some(Body::Foreign {
            form: Form::Json,
            ..
        })
    ));
}

#[test]
fn several_things_in_one_paste_are_all_taken() {
    let evidence = read(&format!(
        "curl -i https://ws-fhir.fhir.azurehealthcareapis.com/Patient -H 'Authorization: Bearer ${{token}}'\nHTTP/1.1 403 Forbidden\nX-Request-Id: r1\n\n{OUTCOME}\n\n{{\"keys\":[]}}\n"
    ));
    assert_eq!(
        kinds(&evidence),
        [Kind::Curl, Kind::HttpResponse, Kind::JsonWebKeySet]
    );
    assert!(matches!(evidence.token, Some(Token::Jws(_))));
    assert_eq!(evidence.response.unwrap().status, Some(403));
    assert_eq!(evidence.service, Some(Service::AhdsFhir));

    let evidence = read(&format!(
        "{}\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: {CHALLENGE}\n\n",
        token()
    ));
    assert_eq!(kinds(&evidence), [Kind::Token, Kind::HttpResponse]);
    let evidence = read(&format!(
        "HTTP/1.1 401 Unauthorized\nDate: x\n\n{}",
        token()
    ));
    assert_eq!(kinds(&evidence), [Kind::HttpResponse, Kind::Token]);
}

#[test]
fn an_operation_outcome_alone_gives_a_body_and_no_status() {
    let evidence = read(OUTCOME);
    assert_eq!(kinds(&evidence), [Kind::OperationOutcome]);
    let response = evidence.response.unwrap();
    assert_eq!(response.status, None);
    assert!(matches!(response.body, Some(Body::OperationOutcome { .. })));
    assert!(response.correlation_id.is_some());
}

#[test]
fn an_operation_outcome_is_found_wherever_it_stands() {
    let escaped = OUTCOME.replace('"', "\\\"");
    let pretty = OUTCOME.replace(',', ",\n  ").replace('{', "{\n  ");
    for paste in [
        format!("Response body: {OUTCOME}"),
        format!("Response body: {pretty}\nDone."),
        format!("Forbidden({OUTCOME})"),
        format!("Invoke-RestMethod : {OUTCOME}\nAt line:1 char:1\n+ Invoke-RestMethod -Uri $u"),
        format!("{{no}} {{\"a\": 1}} {OUTCOME}"),
        format!("\"{escaped}\""),
        format!("é{{ body: \"{escaped}\""),
        "<OperationOutcome xmlns=\"http://hl7.org/fhir\"><id value=\"11111111-2222-3333-4444-555555555555\"/><issue><code value=\"login\"/></issue></OperationOutcome>".to_owned(),
        "ERROR:\n<?xml version=\"1.0\"?>\n<OperationOutcome xmlns=\"http://hl7.org/fhir\">\n  <id value=\"11111111-2222-3333-4444-555555555555\"/>\n  <issue>\n    <code value=\"login\"/>\n  </issue>\n</OperationOutcome>".to_owned(),
    ] {
        let evidence = read(&paste);
        assert_eq!(kinds(&evidence), [Kind::OperationOutcome], "{paste}");
        let response = evidence.response.unwrap();
        assert_login_outcome(&response, &paste);
    }
    let refused = read("2026-11-23 ERROR {\"error\": \"invalid_client\"} was answered");
    assert_eq!(kinds(&refused), [Kind::TokenRefusal]);
    let answered = read("The answer: {\"access_token\": \"${token}\"}");
    assert_eq!(kinds(&answered), [Kind::TokenResponse]);
}

#[test]
fn a_raw_request_gives_method_url_and_what_its_header_carried() {
    let evidence = assert_gives_the_token(
        "GET /Patient?name=x HTTP/1.1\r\nHost: a.azurehealthcareapis.com\r\nAuthorization: Bearer ${token}\r\n\r\n",
    );
    assert_eq!(kinds(&evidence), [Kind::HttpRequest]);
    let request = evidence.request.unwrap();
    assert_eq!(
        (&*request.method, &*request.url),
        ("GET", "https://a.azurehealthcareapis.com/Patient?name=x")
    );
    assert_eq!(evidence.service, Some(Service::AzureApiForFhir));

    let missing = read(
        "POST https://x.example/Patient HTTP/1.1\nContent-Type: application/fhir+json\n\n{\"resourceType\":\"Patient\"}\n\nHTTP/1.1 401\n",
    );
    assert_eq!(
        missing.request.unwrap().authorization,
        Authorization::Missing
    );
    assert_eq!(missing.response.unwrap().status, Some(401));

    let console =
        read("GET https://ws-fhir.fhir.azurehealthcareapis.com/Patient 401 (Unauthorized)");
    assert_eq!(
        console.request.unwrap().authorization,
        Authorization::NotSeen
    );
    assert_eq!(console.response.unwrap().status, Some(401));
}

#[test]
fn a_transcript_gives_the_last_exchange() {
    let verbose = "* Trying 198.51.100.17:443...\n* Connected to x.example\n> GET /Patient HTTP/1.1\n> Host: x.example\n> Authorization: Bearer ${token}\n>\n  0     0    0     0\n< HTTP/1.1 401 Unauthorized\n< WWW-Authenticate: Bearer realm=\"a\"\n<\n{ [31 bytes data]\n* Connection #0 to host x.example left intact\n{\"statusCode\":401,\"message\":\"\"}";
    let evidence = assert_gives_the_token(verbose);
    assert_eq!(kinds(&evidence), [Kind::CurlTranscript]);
    assert_eq!(evidence.request.unwrap().url, "https://x.example/Patient");
    let response = evidence.response.unwrap();
    assert_eq!((response.status, response.challenges.len()), (Some(401), 1));
    assert!(matches!(
        response.body,
        Some(Body::Foreign {
            form: Form::Json,
            ..
        })
    ));

    let redirected = "> GET /a HTTP/2\n> Host: x.example\n> authorization: Bearer ${token}\n> \n< HTTP/2 302\n< location: https://y.example/b\n< \n* Issue another request\n> GET /b HTTP/2\n> Host: y.example\n> \n< HTTP/2 401\n< \n";
    let evidence = read(redirected);
    let request = evidence.request.unwrap();
    assert_eq!(
        (&*request.url, request.authorization),
        ("https://y.example/b", Authorization::Missing)
    );
    assert_eq!(
        (evidence.token, evidence.response.unwrap().status),
        (None, Some(401))
    );
}

/// Asserts that the body is the OperationOutcome of a failed authentication, and that its id was read.
fn assert_login_outcome(response: &Response, paste: &str) {
    assert!(
        matches!(response.body, Some(Body::OperationOutcome { ref code, .. }) if code == "login"),
        "{paste}"
    );
    assert_eq!(
        response.correlation_id.as_deref(),
        Some("11111111-2222-3333-4444-555555555555"),
        "{paste}"
    );
}

#[test]
fn a_header_that_a_redirect_lost_is_noticed() {
    let verbose = "> GET /a HTTP/2\n> Host: x.example\n> authorization: Bearer ${token}\n> \n< HTTP/2 302\n< location: https://y.example/b\n< \n* Issue another request\n> GET /b HTTP/2\n> Host: y.example\n> \n< HTTP/2 401\n< www-authenticate: Bearer realm=\"a\"\n< \n";
    let command = "curl -iL https://x.example/a -H 'Authorization: Bearer ${token}'\n";
    let to_other_host = format!(
        "{command}HTTP/1.1 302 Found\nLocation: https://y.example/b\nContent-Length: 0\n\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm=\"a\"\n\n"
    );
    let html = "<html><body>Moved</body></html>";
    let table = [
        (verbose.to_owned(), true),
        (verbose.replace("302", "200"), false),
        (
            verbose.replacen("> authorization: Bearer ${token}\n", "", 1),
            false,
        ),
        (to_other_host.clone(), true),
        (
            to_other_host.replace("Content-Length: 0\n\n", &format!("\n{html}\n")),
            true,
        ),
        (to_other_host.replace('\n', "\r\n"), true),
        (to_other_host.replace("y.example", "X.example"), false),
        (to_other_host.replace("https://y.example", ""), false),
        (to_other_host.replace(command, ""), false),
    ];
    for (paste, is_lost) in table {
        let mut case = Case::default();
        read(&paste).fill(&mut case);
        assert_eq!(case.response.as_ref().unwrap().status, Some(401), "{paste}");
        let told = report::text(&case, &diagnose(&case));
        assert_eq!(
            told.contains("the redirect led to"),
            is_lost,
            "{paste}\n{told}"
        );
    }
}
