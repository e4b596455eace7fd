//! Intake: every kind of paste, and what it gives.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use whydenied::{
    http::{Authorization, Body, Request},
    intake::{self, Evidence, Kind, Note, Reason, TokenRefusal},
    jose::{Malformed, Opaque, Placeholder, Problem, Token},
    service::Service,
};

/// A token long enough that every way of wrapping it is seen.
fn token() -> String {
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let header = part(r#"{"typ":"JWT","alg":"RS256","kid":"key-1"}"#);
    let payload = part(
        r#"{"aud":"https://ws-fhir.fhir.azurehealthcareapis.com","iss":"https://sts.windows.net/t/"}"#,
    );
    format!("{header}.{payload}.c2lnbmF0dXJlIHNpZ25hdHVyZQ")
}

/// What a paste gives, `${token}` standing for the token.
fn read(paste: &str) -> Evidence {
    intake::read(&paste.replace("${token}", &token()))
}

fn kinds(evidence: &Evidence) -> Vec<Kind> {
    evidence.items.iter().map(|item| item.kind).collect()
}

fn assert_gives_the_token(paste: &str) -> Evidence {
    let evidence = read(paste);
    assert_eq!(
        evidence.token,
        Some(Token::read(&token())),
        "{paste}: {:?}",
        evidence.items
    );
    evidence
}

#[test]
fn a_token_is_read_in_any_disguise_and_the_disguise_is_named() {
    use Note::{
        InvisibleRemoved, QuotesRemoved, SchemeRemoved, TrailingPunctuationRemoved,
        WhiteSpaceRemoved,
    };
    let broken: String = token()
        .as_bytes()
        .chunks(64)
        .map(|line| format!("{}\r\n", std::str::from_utf8(line).unwrap()))
        .collect();
    let table: Vec<(String, &[Note])> = vec![
        (token(), &[]),
        (format!("  {}\n\n", token()), &[]),
        (format!("Bearer {}", token()), &[SchemeRemoved]),
        (format!("bearer   {}\n", token()), &[SchemeRemoved]),
        (format!("\"{}\"", token()), &[QuotesRemoved]),
        (format!("'{}'", token()), &[QuotesRemoved]),
        (format!("`{}`", token()), &[QuotesRemoved]),
        (format!("\u{201c}{}\u{201d}", token()), &[QuotesRemoved]),
        (format!("{},", token()), &[TrailingPunctuationRemoved]),
        (
            format!("\"Bearer {}\",", token()),
            &[TrailingPunctuationRemoved, QuotesRemoved, SchemeRemoved],
        ),
        (
            format!("Bearer \"{}\"", token()),
            &[SchemeRemoved, QuotesRemoved],
        ),
        (format!("\u{feff}{}\u{200b}", token()), &[InvisibleRemoved]),
        (broken.clone(), &[WhiteSpaceRemoved]),
        (format!("  {broken}  "), &[WhiteSpaceRemoved]),
        (broken.replace("\r\n", " "), &[WhiteSpaceRemoved]),
        (
            format!("Bearer {broken}"),
            &[SchemeRemoved, WhiteSpaceRemoved],
        ),
    ];
    for (paste, notes) in table {
        let evidence = assert_gives_the_token(&paste);
        assert_eq!(kinds(&evidence), [Kind::Token], "{paste}");
        assert_eq!(evidence.items[0].notes, notes, "{paste}");
    }
}

#[test]
fn a_token_is_found_inside_other_text() {
    for paste in [
        "export TOKEN=\"${token}\"",
        "TOKEN=${token}",
        "My token is ${token} and I get a 401.",
        "access_token: ${token}",
        "headers = {\"Authorization\": f\"Bearer ${token}\"}",
        "<input value='${token}'>",
        "${token} is what I sent",
        "the log says: Authorization: Bearer ${token}.",
        "{\"level\": \"info\", \"nested\": {\"header\": \"Bearer ${token}\"}}",
    ] {
        assert_gives_the_token(paste);
    }
}

#[test]
fn text_that_is_no_jwt_is_still_a_token_where_it_looks_like_one() {
    let table = [
        ("System.Security.SecureString", Token::SecureString),
        ("Bearer System.Security.SecureString", Token::SecureString),
        ("{{bearerToken}}", Token::Placeholder(Placeholder::Variable)),
        ("Bearer $token", Token::Placeholder(Placeholder::Variable)),
        ("undefined", Token::Placeholder(Placeholder::Missing)),
        (
            "Bearer [object Object]",
            Token::Placeholder(Placeholder::Object),
        ),
        (
            "0.AAkRNL_m7HHno6lgSOvJm3xAc1KAGp",
            Token::Opaque(Opaque::RefreshToken),
        ),
        (
            "EwBwA8l6BAAUO9chh8cJscQLmU",
            Token::Opaque(Opaque::CompactTicket),
        ),
        ("Bearer abc", Token::Opaque(Opaque::Other)),
        (
            "9f86d081884c7d659a2feaa0c55ad015",
            Token::Opaque(Opaque::Other),
        ),
    ];
    for (paste, expected) in table {
        assert_eq!(read(paste).token, Some(expected), "{paste}");
    }
    assert!(matches!(
        read("eyJhbGciOiJSUzI1NiJ9.eyJhdWQi").token,
        Some(Token::Malformed(_))
    ));
}

#[test]
fn what_is_not_recognised_is_said_so() {
    for paste in [
        "hello",
        "I get a 401 and do not know why.",
        "5a1fc7df-4bf1-4951-a576-89034ee01acd",
        "contosows-fhir1.fhir.azurehealthcareapis.com.example",
        "https://example.com/",
        "{\"resourceType\": \"Patient\"}",
        "[1, 2, 3]",
        "{ not json",
        "* a list\n* of things",
        "> a quotation",
        "$x = 1",
        "\u{1}\u{2}\u{fffd}",
        "<html><body>no</body></html>",
    ] {
        let evidence = read(paste);
        assert_eq!(kinds(&evidence), [Kind::Unrecognised], "{paste}");
        assert_eq!(
            Evidence {
                items: Vec::new(),
                ..evidence
            },
            Evidence::default(),
            "{paste}"
        );
    }
}

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
    let wrapped: String = token()
        .as_bytes()
        .chunks(60)
        .map(|line| format!("{}\n", std::str::from_utf8(line).unwrap()))
        .collect();
    assert_gives_the_token(&format!("Host: x.example\nAuthorization: Bearer {wrapped}"));
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

const CHALLENGE: &str = r#"Bearer authorization_uri="https://login.example/t", resource_id="https://fhir.example", realm="https://fhir.example", error="invalid_token", error_description="The token expired at '11/23/2026 11:20:00'""#;

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

const OUTCOME: &str = r#"{"resourceType":"OperationOutcome","id":"11111111-2222-3333-4444-555555555555","issue":[{"severity":"error","code":"login","diagnostics":"Authentication failed."}]}"#;

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
    ] {
        let evidence = read(&paste);
        let response = evidence.response.unwrap();
        assert_eq!(response.status, Some(401), "{paste}");
        assert_eq!(
            response.challenges[0].reasons(),
            [Reason::Expired],
            "{paste}"
        );
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
        matches!(body("HTTP/1.1 401\nA: b\n\n<html><title>No</title></html>"), Some(Body::Html { excerpt }) if excerpt == "No")
    );
    assert!(matches!(
        body(
            "HTTP/1.1 401\nTransfer-Encoding: chunked\n\n1f\r\n{\"statusCode\":401,\"message\":\"\"}\r\n0"
        ),
        Some(Body::Json { .. })
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
fn a_curl_command_gives_method_url_and_token_in_every_way_of_writing_it() {
    let url = "https://ws-fhir.fhir.azurehealthcareapis.com/Patient";
    let table = [
        ("curl -H \"Authorization: Bearer ${token}\" URL", "GET"),
        ("$ curl URL -H 'Authorization: Bearer ${token}'", "GET"),
        (
            "user@host:~$ curl -sSi -XDELETE URL -H'Authorization: Bearer ${token}'",
            "DELETE",
        ),
        (
            "curl --location --request PUT 'URL' \\\n--header 'Authorization: Bearer ${token}' \\\n--data-raw '{\n  \"resourceType\": \"Patient\"\n}'",
            "PUT",
        ),
        ("curl --oauth2-bearer ${token} URL -d @patient.json", "POST"),
        (
            "curl --header=Authorization:\\ Bearer\\ ${token} --url URL -T file",
            "PUT",
        ),
        (
            "curl -I -x http://proxy.example:8080 -o out.json -A 'agent' URL -H 'authorization: bearer ${token}' | jq .",
            "HEAD",
        ),
        (
            "curl 'URL' \\\r\n  -H 'accept: */*' \\\r\n  -H $'authorization: Bearer ${token}' \\\r\n  --compressed",
            "GET",
        ),
        (
            "curl ^\"URL^\" ^\n  -H ^\"accept: */*^\" ^\n  -H ^\"authorization: Bearer ${token}^\" ^\n  --data-raw ^\"^{^\\^\"a^\\^\": 1^}^\"",
            "POST",
        ),
        (
            "curl \"URL\" ^\r\n  -H \"authorization: Bearer ${token}\" ^\r\n  --compressed",
            "GET",
        ),
        (
            "curl.exe URL `\n  -H \"Authorization: Bearer ${token}\" `\n  -X PATCH",
            "PATCH",
        ),
        (
            "C:\\Users\\me> curl URL -H \"Authorization: Bearer ${token}\"",
            "GET",
        ),
    ];
    for (command, method) in table {
        let paste = command.replace("URL", url);
        let evidence = assert_gives_the_token(&paste);
        assert_eq!(kinds(&evidence), [Kind::Curl], "{paste}");
        let request = evidence.request.unwrap();
        assert_eq!(
            (&*request.method, &*request.url, request.authorization),
            (method, url, Authorization::Bearer),
            "{paste}"
        );
        assert_eq!(evidence.service, Some(Service::AhdsFhir));
    }
}

#[test]
fn a_curl_command_is_read_as_the_shell_would_have() {
    let authorization = |paste: &str| {
        let evidence = read(paste);
        (evidence.request.unwrap().authorization, evidence.token)
    };
    assert_eq!(
        authorization("curl https://x.example"),
        (Authorization::Missing, None)
    );
    assert_eq!(
        authorization("curl -u me:secret https://x.example").0,
        Authorization::OtherScheme("Basic".to_owned())
    );
    assert_eq!(
        authorization("curl -H @headers https://x.example").0,
        Authorization::NotSeen
    );
    // The shell puts the variable's value in: the token is not known.
    assert_eq!(
        authorization("curl -H \"Authorization: Bearer $TOKEN\" https://x.example"),
        (Authorization::Bearer, None)
    );
    // Between single quotes it does not: this is what was sent.
    let sent = authorization("curl -H 'Authorization: Bearer $TOKEN' https://x.example");
    assert_eq!(
        sent,
        (
            Authorization::Bearer,
            Some(Token::Placeholder(Placeholder::Variable))
        )
    );

    let get = read("curl -G https://x.example/Patient -d name=x -d _count=1")
        .request
        .unwrap();
    assert_eq!(
        (&*get.method, &*get.url),
        ("GET", "https://x.example/Patient?name=x&_count=1")
    );
}

#[test]
fn a_token_in_a_url_counts_as_the_token() {
    let evidence = assert_gives_the_token(
        "curl 'https://ws-fhir.fhir.azurehealthcareapis.com/Binary/1?access_token=${token}'",
    );
    assert!(evidence.request.unwrap().url.contains("access_token="));
    assert_gives_the_token(
        "https://ws-fhir.fhir.azurehealthcareapis.com/Patient?access_token=${token}",
    );
    assert_gives_the_token(
        "GET /Binary/${token} HTTP/1.1\nHost: ws-fhir.fhir.azurehealthcareapis.com\n\n",
    );
}

#[test]
fn a_call_of_a_token_endpoint_is_not_the_refused_request() {
    let evidence = read(
        "curl -X POST https://login.microsoftonline.com/t/oauth2/v2.0/token -d client_secret=secret\n{\"access_token\": \"${token}\"}",
    );
    assert_eq!(kinds(&evidence), [Kind::Curl, Kind::TokenResponse]);
    assert_eq!(evidence.request, None);
    assert!(evidence.token.is_some());
}

#[test]
fn a_transcript_gives_the_last_exchange() {
    let verbose = "* Trying 198.51.100.17:443...\n* Connected to x.example\n> GET /Patient HTTP/1.1\n> Host: x.example\n> Authorization: Bearer ${token}\n>\n  0     0    0     0\n< HTTP/1.1 401 Unauthorized\n< WWW-Authenticate: Bearer realm=\"a\"\n<\n{ [31 bytes data]\n* Connection #0 to host x.example left intact\n{\"statusCode\":401,\"message\":\"\"}";
    let evidence = assert_gives_the_token(verbose);
    assert_eq!(kinds(&evidence), [Kind::CurlTranscript]);
    assert_eq!(evidence.request.unwrap().url, "https://x.example/Patient");
    let response = evidence.response.unwrap();
    assert_eq!((response.status, response.challenges.len()), (Some(401), 1));
    assert!(matches!(response.body, Some(Body::Json { .. })));

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

#[test]
fn a_powershell_command_gives_request_and_token() {
    let url = "https://ws-pacs.dicom.azurehealthcareapis.com/v2/studies";
    let table = [
        (
            "Invoke-RestMethod -Uri \"URL\" -Headers @{ Authorization = \"Bearer ${token}\" }",
            "GET",
        ),
        (
            "PS C:\\> Invoke-WebRequest URL -Method Post -Headers @{'Authorization'='Bearer ${token}'; Accept='*/*'}",
            "POST",
        ),
        (
            "$r = irm URL -Headers @{ Authorization = \"Bearer ${token}\" }",
            "GET",
        ),
        (
            "Invoke-RestMethod `\n  -Uri \"URL\" `\n  -Method Delete `\n  -Headers @{\n    \"Accept\" = \"*/*\"\n    \"Authorization\" = \"Bearer ${token}\"\n  }\n",
            "DELETE",
        ),
        (
            "$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\nInvoke-WebRequest -UseBasicParsing -Uri \"URL\" `\n-WebSession $session `\n-Headers @{\n\"authority\"=\"x\"\n  \"authorization\"=\"Bearer ${token}\"\n  \"sec-ch-ua\"=\"`\"Chromium`\";v=`\"142`\"\"\n}",
            "GET",
        ),
    ];
    for (command, method) in table {
        let paste = command.replace("URL", url);
        let evidence = assert_gives_the_token(&paste);
        assert_eq!(kinds(&evidence), [Kind::PowerShell], "{paste}");
        let request = evidence.request.unwrap();
        assert_eq!(
            (&*request.method, &*request.url, request.authorization),
            (method, url, Authorization::Bearer),
            "{paste}"
        );
        assert_eq!(evidence.service, Some(Service::AhdsDicom));
    }
    let carried = |paste: &str| {
        let evidence = read(paste);
        (evidence.request.unwrap().authorization, evidence.token)
    };
    assert_eq!(
        carried("Invoke-RestMethod https://x.example"),
        (Authorization::Missing, None)
    );
    assert_eq!(
        carried("Invoke-RestMethod https://x.example -Headers $headers"),
        (Authorization::NotSeen, None)
    );
    assert_eq!(
        carried("irm https://x.example -Headers @{Authorization=\"Bearer $token\"}"),
        (Authorization::Bearer, None)
    );
    assert_eq!(
        carried("irm https://x.example -Headers @{Authorization='Bearer ' + $token}"),
        (Authorization::Bearer, None)
    );
    assert_eq!(
        carried("irm https://x.example -Authentication Bearer -Token $token"),
        (Authorization::Bearer, None)
    );
    let table = assert_gives_the_token("$headers = @{\n  Authorization = 'Bearer ${token}'\n}");
    assert_eq!(kinds(&table), [Kind::PowerShell]);
}

#[test]
fn a_fetch_call_gives_request_and_token() {
    let table = [
        (
            "fetch(\"https://x.example/a\", {\n  \"headers\": {\n    \"authorization\": \"Bearer ${token}\"\n  },\n  \"body\": \"{\\\"a\\\": 1}\",\n  \"method\": \"POST\"\n});",
            "POST",
        ),
        (
            "await fetch('https://x.example/a', { headers: { Authorization: 'Bearer ${token}' } })",
            "GET",
        ),
        (
            "const r = await fetch(`https://x.example/a`, {method: 'PUT', headers: {'Authorization': `Bearer ${token}`}}); r.json()",
            "PUT",
        ),
    ];
    for (paste, method) in table {
        let evidence = assert_gives_the_token(paste);
        assert_eq!(kinds(&evidence), [Kind::Fetch], "{paste}");
        let request = evidence.request.unwrap();
        assert_eq!(
            (&*request.method, &*request.url, request.authorization),
            (method, "https://x.example/a", Authorization::Bearer),
            "{paste}"
        );
    }
    let carried = |paste: &str| {
        let evidence = intake::read(paste);
        (evidence.request.unwrap().authorization, evidence.token)
    };
    assert_eq!(
        carried("fetch('https://x.example')"),
        (Authorization::Missing, None)
    );
    assert_eq!(
        carried("fetch('https://x.example', options)"),
        (Authorization::NotSeen, None)
    );
    assert_eq!(
        carried("fetch('https://x.example', {headers: {Authorization: `Bearer ${token}`}})"),
        (Authorization::Bearer, None)
    );
    assert_eq!(
        carried("fetch('https://x.example', {headers: {Authorization: 'Bearer ' + token}})"),
        (Authorization::Bearer, None)
    );
    let sent = carried("fetch('https://x.example', {headers: {Authorization: 'Bearer ${token}'}})");
    assert_eq!(
        sent,
        (
            Authorization::Bearer,
            Some(Token::Placeholder(Placeholder::Variable))
        )
    );
}

#[test]
fn what_a_token_endpoint_answers_gives_the_token_or_the_refusal() {
    for paste in [
        "{\"token_type\": \"Bearer\", \"expires_in\": 3599, \"access_token\": \"${token}\", \"id_token\": \"eyJ.x.y\"}",
        "{\"accessToken\": \"${token}\", \"expiresOn\": \"2026-11-23 10:50:00.000000\", \"tokenType\": \"Bearer\"}",
        "{\"id_token\": \"${token}\"}",
        "{\"Token\": \"${token}\", \"ExpiresOn\": \"x\", \"Type\": \"Bearer\"}",
        "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"access_token\": \"${token}\"}",
    ] {
        let evidence = assert_gives_the_token(paste);
        assert_eq!(kinds(&evidence), [Kind::TokenResponse], "{paste}");
        assert_eq!(evidence.response, None, "{paste}");
    }
    let refusal = |aadsts, error: Option<&str>| {
        Some(TokenRefusal {
            aadsts,
            error: error.map(str::to_owned),
        })
    };
    let table = [
        (
            "AADSTS500011: The resource principal named x was not found.\nTrace ID: 1",
            refusal(Some(500_011), None),
        ),
        (
            "ERROR: AADSTS65001: The user has not consented.",
            refusal(Some(65_001), None),
        ),
        (
            "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret.\"}",
            refusal(Some(7_000_215), Some("invalid_client")),
        ),
        (
            "{\"error\":\"invalid_grant\",\"error_codes\":[50076]}",
            refusal(Some(50_076), Some("invalid_grant")),
        ),
        (
            "{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}",
            refusal(None, Some("invalid_request")),
        ),
        (
            "HTTP/1.1 401 Unauthorized\nDate: x\n\n{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: x\"}",
            refusal(Some(7_000_222), Some("invalid_client")),
        ),
        (
            "https://app.example/cb?error=access_denied&error_description=AADSTS50105%3a+Not+assigned&state=1",
            refusal(Some(50_105), Some("access_denied")),
        ),
        (
            "https://app.example/cb#error=login_required&state=1",
            refusal(None, Some("login_required")),
        ),
    ];
    for (paste, expected) in table {
        let evidence = read(paste);
        assert_eq!(evidence.token_refusal, expected, "{paste}");
        assert_eq!(kinds(&evidence), [Kind::TokenRefusal], "{paste}");
        assert_eq!(evidence.response, None, "{paste}");
    }
    // An API's gateway writes `error` too.
    let gateway = read(
        "HTTP/1.1 401 Unauthorized\nDate: x\n\n{\"error\":\"invalid_token\",\"error_description\":\"no\"}",
    );
    assert_eq!(
        (gateway.token_refusal, gateway.response.unwrap().status),
        (None, Some(401))
    );
}

#[test]
fn a_redirect_gives_the_token_in_its_query_or_fragment() {
    for paste in [
        "https://app.example/callback#access_token=${token}&token_type=Bearer&state=a%3d",
        "https://app.example/callback?id_token=${token}",
        "\"http://localhost:3000/#state=1&id_token=${token}\"",
        "#access_token=${token}",
        "access_token=${token}&expires_in=1",
    ] {
        let evidence = assert_gives_the_token(paste);
        assert_eq!(kinds(&evidence), [Kind::RedirectUrl], "{paste}");
        assert_eq!(evidence.request, None, "{paste}");
    }
    assert_eq!(
        kinds(&read("https://app.example/callback?code=0.AAA&state=1")),
        [Kind::RedirectUrl]
    );
}

#[test]
fn the_settings_of_a_service_are_read() {
    let arm = r#"{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.HealthcareApis/workspaces/w/fhirservices/f","type":"Microsoft.HealthcareApis/workspaces/fhirservices","properties":{"authenticationConfiguration":{"authority":"https://login.example/t","audience":"https://w-f.fhir.azurehealthcareapis.com","smartIdentityProviders":[{"authority":"https://b2c.example","applications":[{"clientId":"c","audience":"a","allowedDataActions":["Read"]}]}]}}}"#;
    for paste in [
        arm.to_owned(),
        format!("[{arm}]"),
        format!("{{\"value\":[{arm}]}}"),
    ] {
        let evidence = read(&paste);
        assert_eq!(kinds(&evidence), [Kind::ServiceSettings], "{paste}");
        assert_eq!(evidence.service, Some(Service::AhdsFhir));
        let settings = evidence.settings;
        assert_eq!(
            settings.authority.as_deref(),
            Some("https://login.example/t")
        );
        assert_eq!(
            settings.audience.as_deref(),
            Some("https://w-f.fhir.azurehealthcareapis.com")
        );
        assert!(settings.resource_id.unwrap().ends_with("/fhirservices/f"));
        let providers = settings.smart_identity_providers.unwrap();
        assert_eq!(providers[0].applications[0].client_id, "c");
        assert_eq!(settings.allowed_object_ids, None);
    }
    let queried = read(
        r#"{"auth":{"authority":"a","audience":"https://x.azurehealthcareapis.com","smartProxyEnabled":true},"allow":[{"objectId":"1"},{"objectId":"2"}]}"#,
    );
    assert_eq!(queried.service, Some(Service::AzureApiForFhir));
    assert_eq!(
        queried.settings.allowed_object_ids,
        Some(vec!["1".to_owned(), "2".to_owned()])
    );
    let empty = read(
        r#"{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.HealthcareApis/services/n","properties":{"accessPolicies":[]}}"#,
    );
    assert_eq!(
        (empty.service, empty.settings.allowed_object_ids),
        (Some(Service::AzureApiForFhir), Some(Vec::new()))
    );
    let dicom = read(
        r#"{"type":"Microsoft.HealthcareApis/workspaces/dicomservices","properties":{"authenticationConfiguration":{"authority":"a","audiences":["https://dicom.healthcareapis.azure.com/"]}}}"#,
    );
    assert_eq!(
        (dicom.service, dicom.settings.audience.as_deref()),
        (
            Some(Service::AhdsDicom),
            Some("https://dicom.healthcareapis.azure.com/")
        )
    );
    let part = read(r#"{"authority":"a","audience":"b"}"#);
    assert_eq!(part.settings.audience.as_deref(), Some("b"));
}

#[test]
fn a_discovery_document_gives_the_issuer_and_a_key_set_the_keys() {
    let evidence =
        read(r#"{"issuer":"https://sts.example/t/","jwks_uri":"https://login.example/keys"}"#);
    assert_eq!(
        (kinds(&evidence), evidence.settings.issuer.as_deref()),
        (
            vec![Kind::DiscoveryDocument],
            Some("https://sts.example/t/")
        )
    );
    let evidence = read(r#"{"keys":[{"kty":"RSA","kid":"k","n":"AQ","e":"AQAB"}]}"#);
    assert_eq!(kinds(&evidence), [Kind::JsonWebKeySet]);
    assert!(evidence.keys.unwrap().contains(Some("k"), None));
    let answered = read(
        "HTTP/2 200\ncontent-type: application/json\n\n{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k\"}]}",
    );
    assert!(answered.keys.is_some() && answered.response.is_none());
}

#[test]
fn a_log_line_gives_the_reason_of_its_code() {
    let table = [
        ("IDX10205", Reason::Issuer),
        ("IDX20803", Reason::Issuer),
        ("IDX40004", Reason::Issuer),
        ("IDX10206", Reason::Audience),
        ("IDX10208", Reason::Audience),
        ("IDX10211", Reason::Issuer),
        ("IDX10214", Reason::Audience),
        ("IDX10222", Reason::NotYetValid),
        ("IDX10223", Reason::Expired),
        ("IDX10224", Reason::Lifetime),
        ("IDX10225", Reason::NoExpiration),
        ("IDX10500", Reason::KeyNotFound),
        ("IDX10503", Reason::KeyNotFound),
        ("IDX10504", Reason::Unsigned),
        ("IDX10511", Reason::Signature),
        ("IDX10517", Reason::Signature),
        ("IDX10609", Reason::Encrypted),
        ("IDX12741", Reason::Unreadable),
        ("IDX14100", Reason::Unreadable),
    ];
    for (code, reason) in table {
        let evidence = read(&format!(
            "2026-11-23T11:59:41Z fail: JwtBearerHandler[3] Exception: {code}: Some failure. [PII is hidden]"
        ));
        assert_eq!(
            (kinds(&evidence), evidence.logged),
            (vec![Kind::LogLine], Some(reason)),
            "{code}"
        );
    }
    assert_eq!(
        read("IDX99999 and IDX123 and IDX10223: expired").logged,
        Some(Reason::Expired)
    );
    assert_eq!(
        read("The audience 'x' is invalid").logged,
        Some(Reason::Audience)
    );
}

#[test]
fn the_one_refused_request_of_a_recorded_session_is_taken() {
    let entry = |status: u16, headers: &str| {
        format!(
            r#"{{"request":{{"method":"GET","url":"https://ws-f.fhir.azurehealthcareapis.com/Patient","headers":[{headers}]}},"response":{{"status":{status},"headers":[{{"name":"x-request-id","value":"r"}}],"content":{{"text":"{{}}"}}}}}}"#
        )
    };
    let bearer = format!(r#"{{"name":"authorization","value":"Bearer {}"}}"#, token());
    let session = |entries: &[String]| {
        format!(
            r#"{{"log":{{"version":"1.2","entries":[{}]}}}}"#,
            entries.join(",")
        )
    };

    let evidence = read(&session(&[entry(200, ""), entry(401, &bearer)]));
    assert_eq!(kinds(&evidence), [Kind::Har]);
    assert!(evidence.token.is_some());
    assert_eq!(
        evidence.request.unwrap().authorization,
        Authorization::Bearer
    );
    assert_eq!(evidence.response.unwrap().status, Some(401));

    let sanitized = read(&session(&[entry(403, "")]));
    assert_eq!(
        sanitized.request.unwrap().authorization,
        Authorization::Redacted
    );
    let dropped = read(&session(&[entry(200, &bearer), entry(401, "")]));
    assert_eq!(
        dropped.request.unwrap().authorization,
        Authorization::Missing
    );
    let several = read(&session(&[entry(401, ""), entry(403, "")]));
    assert_eq!((kinds(&several), several.request), (vec![Kind::Har], None));
}

#[test]
fn a_host_tells_the_service() {
    let table = [
        (
            "https://ws-f.fhir.azurehealthcareapis.com/Patient",
            Some(Service::AhdsFhir),
        ),
        (
            "https://ws-f.fhir.azurehealthcareapis.us",
            Some(Service::AhdsFhir),
        ),
        (
            "https://WS-D.DICOM.azurehealthcareapis.com/v2/studies",
            Some(Service::AhdsDicom),
        ),
        (
            "https://name.azurehealthcareapis.com/Patient",
            Some(Service::AzureApiForFhir),
        ),
        ("https://fhir.azurehealthcareapis.com/Patient", None),
        ("https://azurehealthcareapis.com/Patient", None),
        ("https://w.workspace.azurehealthcareapis.com/Patient", None),
        ("https://notazurehealthcareapis.com/Patient", None),
        ("https://fhir.example/Patient", None),
    ];
    for (url, service) in table {
        assert_eq!(read(&format!("curl {url}")).service, service, "{url}");
    }
}

mod fill {
    use super::{Authorization, CHALLENGE, OUTCOME, read};
    use whydenied::diagnosis::Case;

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
        let whole =
            format!("HTTP/1.1 401 Unauthorized\nWWW-Authenticate: {CHALLENGE}\n\n{OUTCOME}");
        let case = filled(&[&whole, "HTTP/1.1 403 Forbidden\nContent-Length: 0\n\n"]);
        let response = case.response.unwrap();
        assert_eq!((response.status, response.challenges.len()), (Some(403), 0));
    }
}
