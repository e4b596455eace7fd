//! Bodies: who answered.

use whydenied::http::{Body, Form, Gateway, Header, Headers, Response};

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
        // The issue that tells may be any.
        (
            r#"{"resourceType":"OperationOutcome","issue":[{"code":"informational","diagnostics":"A note."},{"code":"forbidden","diagnostics":"No."}]}"#,
            None,
            outcome("forbidden", "A note. No."),
        ),
        (
            r#"<OperationOutcome><issue><code value="invalid"/></issue><issue><code value="login"/><diagnostics value="No."/></issue></OperationOutcome>"#,
            None,
            outcome("login", "No."),
        ),
        (
            r#"{"resourceType":"OperationOutcome","issue":[{"code":"invalid","diagnostics":"A."},{"code":"login","diagnostics":"No."},{"co"#,
            None,
            outcome("login", "A. No."),
        ),
        (
            r#"{"resourceType":"OperationOutcome","issue":{}}"#,
            None,
            outcome("", ""),
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
    type Row = (
        &'static [(&'static str, &'static str)],
        &'static str,
        Option<Gateway>,
    );
    let table: [Row; 17] = [
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
