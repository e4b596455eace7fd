//! JSON documents, redirects and logs.

use whydenied::{
    http::{Authorization, Reason, TokenRefusal},
    intake::Kind,
    service::Service,
};

use super::{assert_gives_the_token, kinds, read, token};

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
            ..TokenRefusal::default()
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
            "AADB2C90118: The user has forgotten their password.",
            refusal(None, Some("AADB2C90118")),
        ),
        (
            "{\"statusCode\":400,\"message\":\"No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.\"}",
            refusal(None, None),
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
        (
            "HTTP/1.1 302 Found\nLocation: https://app.example/cb?error=access_denied&error_description=AADSTS50105%3a+x\nContent-Length: 0\n\n",
            refusal(Some(50_105), Some("access_denied")),
        ),
    ];
    for (paste, expected) in table {
        let evidence = read(paste);
        assert_eq!(evidence.token_refusal, expected, "{paste}");
        assert_eq!(kinds(&evidence), [Kind::TokenRefusal], "{paste}");
        assert_eq!(evidence.response, None, "{paste}");
    }
    // An answer that leads nowhere, and one that leads on without an error.
    for (status, location) in [
        (401, "https://app.example/cb?error=access_denied"),
        (302, "https://app.example/cb?error=theirs"),
        (302, "/Patient/1"),
    ] {
        let answer = format!("HTTP/1.1 {status} S\nLocation: {location}\nContent-Length: 0\n\n");
        let evidence = read(&answer);
        assert_eq!(evidence.token_refusal, None, "{answer}");
        assert_eq!(evidence.response.unwrap().status, Some(status), "{answer}");
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
        [Kind::AuthorizationCode]
    );
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

#[test]
fn the_names_in_a_refusal_are_read() {
    const ID: &str = "ff57ea31-872b-4336-9c92-c5a7e8b8b6fa";
    let table = [
        (
            format!("AADSTS650057: Invalid resource. Client app ID: {ID}(fhir-console). Resource value from request: https://x.azurehealthcareapis.com. Resource app ID: 4f6778d8-5aef-43dc-a1ff-b073724b9495."),
            (Some(ID), Some("fhir-console"), Some("https://x.azurehealthcareapis.com")),
        ),
        (
            format!("AADSTS50105: Your administrator has configured the application FHIR viewer ('{ID}') to block users unless they are specifically granted ('assigned') access."),
            (Some(ID), Some("FHIR viewer"), None),
        ),
        (
            format!("AADSTS700016: Application with identifier '{ID}' was not found in the directory 'Contoso'."),
            (Some(ID), None, None),
        ),
        (
            format!("AADSTS7000215: Invalid client secret provided. Ensure the secret is the value, for a secret added to app '{ID}'."),
            (Some(ID), None, None),
        ),
        (
            "AADSTS500011: The resource principal named https://x.example was not found in the tenant named Contoso.".to_owned(),
            (None, None, Some("https://x.example")),
        ),
        (
            "AADSTS65001: not consented to use the application with ID 'box.net' named 'Box'.".to_owned(),
            (None, None, None),
        ),
    ];
    for (text, expected) in table {
        let refusal = read(&text).token_refusal.expect("a refusal is read");
        let named = &refusal.named;
        let found = (
            named.client_id.as_deref(),
            named.client.as_deref(),
            named.resource.as_deref(),
        );
        assert_eq!(found, expected, "{text}");
    }
}
