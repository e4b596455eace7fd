//! `WWW-Authenticate`, `Authorization` and bodies: what a refusal says about itself.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use whydenied::http::{
    Authorization, Body, Challenge, Form, Gateway, Header, Headers, Reason, Response, challenges,
};

fn only(header: &str) -> Challenge {
    let mut all = challenges(header);
    assert_eq!(all.len(), 1, "{header}: {all:?}");
    all.remove(0)
}

#[test]
fn a_401_tells_the_authority_and_the_audience() {
    let challenge = only(
        r#"Bearer authorization_uri="https://login.example/tenant", resource_id="https://fhir.example", realm="https://fhir.example", error="invalid_token", error_description="The audience 'a, b; c' is invalid""#,
    );
    assert!(challenge.is_bearer());
    assert_eq!(
        challenge.authorization_uri.as_deref(),
        Some("https://login.example/tenant")
    );
    assert_eq!(
        challenge.resource_id.as_deref(),
        Some("https://fhir.example")
    );
    assert_eq!(challenge.realm.as_deref(), Some("https://fhir.example"));
    assert_eq!(challenge.error.as_deref(), Some("invalid_token"));
    assert_eq!(
        challenge.error_description.as_deref(),
        Some("The audience 'a, b; c' is invalid")
    );
    assert_eq!(challenge.reasons(), [Reason::Audience]);
}

#[test]
fn the_grammar_of_rfc_9110_is_read() {
    let named = |scheme: &str, realm: Option<&str>| Challenge {
        scheme: scheme.to_owned(),
        realm: realm.map(str::to_owned),
        ..Challenge::default()
    };
    let table = [
        ("", vec![]),
        (", ,", vec![]),
        ("Bearer", vec![named("Bearer", None)]),
        ("Basic realm=simple", vec![named("Basic", Some("simple"))]),
        (
            r#"Newauth realm="apps", type=1, title="Login to \"apps\"", Basic realm="simple""#,
            vec![
                named("Newauth", Some("apps")),
                named("Basic", Some("simple")),
            ],
        ),
        (
            r#"Basic realm="a", Bearer realm="b""#,
            vec![named("Basic", Some("a")), named("Bearer", Some("b"))],
        ),
        (
            "Negotiate, Basic realm=a",
            vec![named("Negotiate", None), named("Basic", Some("a"))],
        ),
        (
            "Negotiate TlRMTVNT+/a==, Bearer realm=a",
            vec![named("Negotiate", None), named("Bearer", Some("a"))],
        ),
        (
            r#"Bearer REALM = "spaced""#,
            vec![named("Bearer", Some("spaced"))],
        ),
        (
            r#"Bearer realm="a \"b\" \\ c""#,
            vec![named("Bearer", Some("a \"b\" \\ c"))],
        ),
        (
            r#"Bearer realm="never closed, error=x"#,
            vec![named("Bearer", Some("never closed, error=x"))],
        ),
        (
            r#"Bearer realm="first", realm="second""#,
            vec![named("Bearer", Some("first"))],
        ),
        (
            r#"Bearer ;;; , realm="after""#,
            vec![named("Bearer", Some("after"))],
        ),
        (
            "Bearer realm=\"a\"\r\n\tx=1",
            vec![named("Bearer", Some("a"))],
        ),
    ];
    for (header, expected) in table {
        assert_eq!(challenges(header), expected, "{header}");
    }
}

#[test]
fn descriptions_of_both_generations_name_the_same_reasons() {
    let table: [(&str, &[Reason]); 16] = [
        ("The audience is invalid", &[Reason::Audience]),
        ("The audience '(null)' is invalid", &[Reason::Audience]),
        ("The issuer is invalid", &[Reason::Issuer]),
        (
            "The issuer 'https://sts.windows.net/x/' is invalid",
            &[Reason::Issuer],
        ),
        ("The token has no expiration", &[Reason::NoExpiration]),
        ("The token lifetime is invalid", &[Reason::Lifetime]),
        (
            "The token lifetime is invalid; NotBefore: '01/01/2027 00:00:00', Expires: '12/31/2026 00:00:00'",
            &[Reason::Lifetime],
        ),
        ("The token is not valid yet", &[Reason::NotYetValid]),
        (
            "The token is not valid before '11/23/2026 12:00:00'",
            &[Reason::NotYetValid],
        ),
        ("The token is expired", &[Reason::Expired]),
        (
            "The token expired at '11/23/2026 12:00:00'",
            &[Reason::Expired],
        ),
        ("The signature key was not found", &[Reason::KeyNotFound]),
        ("The signature is invalid", &[Reason::Signature]),
        (
            "The token lifetime is invalid; NotBefore: 'A', Expires: 'B'; The issuer 'a' is invalid",
            &[Reason::Lifetime, Reason::Issuer],
        ),
        (
            "The audience 'x; The issuer is invalid' is invalid",
            &[Reason::Audience],
        ),
        ("Something else", &[]),
    ];
    for (description, expected) in table {
        let header = format!("Bearer error=\"invalid_token\", error_description=\"{description}\"");
        assert_eq!(only(&header).reasons(), expected, "{description}");
    }
}

#[test]
fn an_error_without_description_means_that_the_token_cannot_be_read() {
    assert_eq!(
        only("Bearer error=\"invalid_token\"").reasons(),
        [Reason::Unreadable]
    );
    assert_eq!(
        only("Bearer error=\"invalid_token\", error_description=\"\"").reasons(),
        [Reason::Unreadable]
    );
    assert_eq!(only("Bearer error=\"insufficient_scope\"").reasons(), []);
    assert_eq!(only("Bearer realm=\"a\"").reasons(), []);
}

#[test]
fn the_authorization_header_is_read_as_the_service_reads_it() {
    let other = |scheme: &str| Authorization::OtherScheme(scheme.to_owned());
    let table = [
        ("Bearer abc", Authorization::Bearer, Some("abc")),
        ("bEARER   abc  ", Authorization::Bearer, Some("abc")),
        ("Bearer \"a b\"", Authorization::Bearer, Some("\"a b\"")),
        ("Bearer", Authorization::Empty, None),
        ("Bearer   ", Authorization::Empty, None),
        ("Bearer\tabc", other("Bearer"), None),
        ("Bearerabc", other(""), None),
        ("Basic YTpi", other("Basic"), None),
        ("Token abc", other("Token"), None),
        ("eyJhbGciOiJub25lIn0.e30.", other(""), None),
        ("", other(""), None),
    ];
    for (header, authorization, token) in table {
        assert_eq!(
            Authorization::read(header),
            (authorization, token),
            "{header}"
        );
    }
}

#[test]
fn a_body_tells_who_answered() {
    let outcome = |code: &str, diagnostics: &str| Body::OperationOutcome {
        code: code.to_owned(),
        diagnostics: diagnostics.to_owned(),
    };
    let table = [
        (" \r\n", None, Body::Empty),
        (
            r#"{"resourceType":"OperationOutcome","id":"1","issue":[{"severity":"error","code":"login","diagnostics":"Authentication failed."}]}"#,
            None,
            outcome("login", "Authentication failed."),
        ),
        (
            r#"{"issue":[{"code":"forbidden","details":{"text":"No."}}],"resourceType":"OperationOutcome"}"#,
            None,
            outcome("forbidden", "No."),
        ),
        (
            r#"{"resourceType":"OperationOutcome","issue":[{"code":"login","diagnostics":"Authentica"#,
            None,
            outcome("login", ""),
        ),
        (
            r#"<OperationOutcome xmlns="http://hl7.org/fhir"><id value="1"/><issue><code value="login"/><diagnostics value="No."/></issue></OperationOutcome>"#,
            None,
            outcome("login", "No."),
        ),
        (
            r#"{"code":401,"message":"No."}"#,
            None,
            foreign(Form::Json, r#"{"code":401,"message":"No."}"#),
        ),
        (
            "<html>\n<head><title>403 Forbidden</title></head></html>",
            None,
            foreign(Form::Html, "403 Forbidden"),
        ),
        (
            "<!DOCTYPE html><p>No",
            None,
            foreign(Form::Html, "<!DOCTYPE html><p>No"),
        ),
        ("No.", Some("text/html"), foreign(Form::Html, "No.")),
        (
            "{\"a\":",
            Some("application/json"),
            foreign(Form::Json, "{\"a\":"),
        ),
        (
            "Access tokens must not be passed in the URL path.",
            Some("text/plain"),
            foreign(
                Form::Text,
                "Access tokens must not be passed in the URL path.",
            ),
        ),
    ];
    for (text, content_type, expected) in table {
        let sent: Vec<_> = content_type
            .map(|value| ("Content-Type", value))
            .into_iter()
            .collect();
        assert_eq!(Body::read(text, &headers(&sent)), expected, "{text}");
    }
}

#[test]
fn an_answer_tells_which_gateway_wrote_it() {
    let table: [(&[(&str, &str)], &str, Option<Gateway>); 17] = [
        (
            &[],
            r#"{ "statusCode": 401, "message": "Unauthorized. Access token is missing or invalid." }"#,
            Some(Gateway::ApiManagement),
        ),
        (
            &[],
            r#"{ "statusCode": 403, "message": "x", "activityId": "1" }"#,
            Some(Gateway::ApiManagement),
        ),
        (
            &[(
                "WWW-Authenticate",
                "AzureApiManagementKey realm=\"https://a.azure-api.net\",name=\"Ocp-Apim-Subscription-Key\",type=\"header\"",
            )],
            "",
            Some(Gateway::ApiManagement),
        ),
        (
            &[],
            r#"{ "statusCode": 401, "error": "Unauthorized", "message": "No." }"#,
            None,
        ),
        (
            &[],
            r#"{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.2","title":"Unauthorized","status":401}"#,
            None,
        ),
        (
            &[],
            "You do not have permission to view this directory or page.",
            Some(Gateway::EasyAuth),
        ),
        (
            &[("x-ms-middleware-request-id", "1")],
            "Unauthorized",
            Some(Gateway::EasyAuth),
        ),
        (
            &[("Server", "Microsoft-Azure-Application-Gateway/v2")],
            "<html><head><title>403 Forbidden</title></head></html>",
            Some(Gateway::Firewall),
        ),
        (
            &[],
            "<html><body><center><h1>403 Forbidden</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2</center></body></html>",
            Some(Gateway::Firewall),
        ),
        (
            &[],
            "<html><body>The request is blocked.<span>20261123T115941Z</span></body></html>",
            Some(Gateway::Firewall),
        ),
        (
            &[],
            "HTTP request from 10.0.0.4:51010 to a.example:443. Action: Deny. Reason: No rule matched. Proceeding with default action",
            Some(Gateway::Firewall),
        ),
        (
            &[],
            "<html><title>401 Authorization Required</title><hr><center>nginx/1.25.3</center></html>",
            Some(Gateway::Proxy),
        ),
        (
            &[("server", "istio-envoy")],
            "Jwt verification fails",
            Some(Gateway::Proxy),
        ),
        (&[], "RBAC: access denied", Some(Gateway::Proxy)),
        (&[], "<html><title>Forbidden</title></html>", None),
        (&[("Server", "Kestrel")], "Forbidden", None),
        (
            &[("Server", "nginx")],
            r#"{"resourceType":"OperationOutcome","issue":[]}"#,
            None,
        ),
    ];
    for (sent, body, expected) in table {
        let response = Response::of(Some(401), &headers(sent), Some(body));
        assert_eq!(response.gateway(), expected, "{sent:?} {body}");
    }
}

fn foreign(form: Form, excerpt: &str) -> Body {
    Body::Foreign {
        form,
        excerpt: excerpt.to_owned(),
        gateway: None,
    }
}

fn headers(fields: &[(&str, &str)]) -> Headers {
    let field = |(name, value): &(&str, &str)| Header {
        name: (*name).to_owned(),
        value: (*value).to_owned(),
    };
    Headers(fields.iter().map(field).collect())
}
