//! Every kind of paste, and what it gives: one row each. What stands inside is proved beside.

use whydenied::{
    intake::{Evidence, Kind},
    service::Settings,
};

use super::{CHALLENGE, OUTCOME, kinds, read, token_in_lines};

const URL: &str = "https://ws-fhir.fhir.azurehealthcareapis.com/Patient";
const ARM: &str = r#"{"type":"Microsoft.HealthcareApis/workspaces/fhirservices","properties":{"authenticationConfiguration":{"authority":"https://login.example/t","audience":"https://fhir.example"}}}"#;
const SESSION: &str = r#"{"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"URL","headers":[{"name":"authorization","value":"Bearer ${token}"}]},"response":{"status":401,"headers":[],"content":{}}}]}}"#;

/// What of the case a paste fills, in the order of diagnosis.md section 1.
fn gives(evidence: &Evidence) -> String {
    let fields = [
        ("service", evidence.service.is_some()),
        ("settings", evidence.settings != Settings::default()),
        ("keys", evidence.keys.is_some()),
        ("token", evidence.token.is_some()),
        ("request", evidence.request.is_some()),
        ("response", evidence.response.is_some()),
        ("log", evidence.logged.is_some()),
        ("refusal", evidence.token_refusal.is_some()),
    ];
    let given = fields.iter().filter(|(_, is_given)| *is_given);
    given.map(|(name, _)| *name).collect::<Vec<_>>().join(" ")
}

fn assert_gives(table: &[(&str, &[Kind], &str)]) {
    for (paste, expected, given) in table {
        let lines = token_in_lines(64, "\n");
        let paste = paste
            .replace("URL", URL)
            .replace("CHALLENGE", CHALLENGE)
            .replace("OUTCOME", OUTCOME)
            .replace("LINES", lines.trim_end());
        let evidence = read(&paste);
        assert_eq!(
            (kinds(&evidence), &*gives(&evidence)),
            (expected.to_vec(), *given),
            "{paste}"
        );
    }
}

#[test]
#[rustfmt::skip]
fn tokens_headers_and_messages() {
    use Kind::{AuthorizationHeader, CurlTranscript, Headers, HttpRequest, HttpResponse, Token, WwwAuthenticate};
    assert_gives(&[
        ("${token}", &[Token], "token"),
        ("Bearer ${token}", &[Token], "token"),
        ("'${token}',", &[Token], "token"),
        ("LINES", &[Token], "token"),
        ("I sent this:\nLINES\nand it was refused", &[Token], "token"),
        ("Token     : LINES\nExpiresOn : x", &[Token], "token"),
        ("System.Security.SecureString", &[Token], "token"),
        ("Token                        ExpiresOn\n-----                        ---------\nSystem.Security.SecureString x", &[Token], "token"),
        ("Authorization: Bearer ${token}", &[AuthorizationHeader], "token request"),
        ("Authorization: Basic YTpi", &[AuthorizationHeader], "request"),
        ("Accept: */*\nHost: ws-fhir.fhir.azurehealthcareapis.com", &[Headers], "service"),
        ("Accept: */*\nAuthorization: Bearer ${token}", &[AuthorizationHeader], "token request"),
        (":authority: x.example\n:method: GET\n:path: /Patient\nauthorization: Bearer ${token}", &[AuthorizationHeader], "token request"),
        (":status: 403\ncontent-type: application/fhir+json", &[Headers], "response"),
        ("WWW-Authenticate: CHALLENGE", &[WwwAuthenticate], "response"),
        ("CHALLENGE", &[WwwAuthenticate], "response"),
        ("GET /Patient HTTP/1.1\r\nHost: x.example\r\nAuthorization: Bearer ${token}\r\n\r\n", &[HttpRequest], "token request"),
        ("GET /Patient HTTP/2\nHost: x.example\nAuthorization: Bearer ${token}\n", &[HttpRequest], "token request"),
        ("GET URL 401 (Unauthorized)", &[HttpRequest], "service request response"),
        ("URL", &[HttpRequest], "service request"),
        ("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: CHALLENGE\r\n\r\nOUTCOME", &[HttpResponse], "response"),
        ("HTTP/2 401 \nwww-authenticate: CHALLENGE\n\nOUTCOME", &[HttpResponse], "response"),
        ("HTTP/3 403\n\n", &[HttpResponse], "response"),
        ("<html><head><title>403 Forbidden</title></head><body>Microsoft-Azure-Application-Gateway/v2</body></html>", &[HttpResponse], "response"),
        ("> GET /Patient HTTP/2\n> Host: x.example\n> authorization: Bearer ${token}\n> \n< HTTP/2 403 \n< \n", &[CurlTranscript], "token request response"),
        ("> HTTP/1.1 401 Unauthorized\n> WWW-Authenticate: CHALLENGE\n>\n> OUTCOME\n", &[HttpResponse], "response"),
        ("HTTP/1.1 301 Moved\nLocation: URL\n\nHTTP/1.1 403 Forbidden\n\n", &[HttpResponse], "service response"),
        ("\"HTTP/1.1 401 Unauthorized\\r\\nDate: x\\r\\n\\r\\n\"", &[HttpResponse], "response"),
    ]);
}

#[test]
#[rustfmt::skip]
fn command_lines_and_calls() {
    use Kind::{Curl, Fetch, HttpResponse, PowerShell, Token};
    assert_gives(&[
        ("curl URL -H 'Authorization: Bearer ${token}'", &[Curl], "service token request"),
        ("sudo curl URL -H 'Authorization: Bearer ${token}'", &[Curl], "service token request"),
        ("curl URL --header \"Authorization: Bearer ${token}\" \\\n  -X POST \\\n  -d '{}'", &[Curl], "service token request"),
        ("curl --oauth2-bearer ${token} URL", &[Curl], "service token request"),
        ("curl ^\"URL^\" ^\r\n  -H ^\"authorization: Bearer ${token}^\"", &[Curl], "service token request"),
        ("curl -H \"Authorization: Bearer $TOKEN\" URL", &[Curl], "service request"),
        ("curl -H \"Authorization: Bearer LINES\" URL", &[Curl], "service token request"),
        ("curl -i URL -H 'Authorization: Bearer ${token}'\nHTTP/1.1 403 Forbidden\n\nOUTCOME", &[Curl, HttpResponse], "service token request response"),
        ("curl -i URL -H 'Authorization: Bearer ${token}\nHTTP/1.1 403 Forbidden\n\n", &[Curl, HttpResponse], "service token request response"),
        ("curl -H \"Authorization: Bearer ${token} URL", &[Curl], "service token request"),
        ("wget --header='Authorization: Bearer ${token}' URL", &[Token], "token"),
        ("Invoke-RestMethod -Uri 'URL' -Headers @{ Authorization = 'Bearer ${token}' }", &[PowerShell], "service token request"),
        ("Invoke-WebRequest -Uri \"URL\" `\n-Headers @{\n\"authorization\"=\"Bearer ${token}\"\n}", &[PowerShell], "service token request"),
        ("Invoke-RestMethod -Uri \"URL\" -Headers @{ Authorization = \"Bearer ${token} }", &[PowerShell], "service token request"),
        ("$h = @{ Authorization = 'Bearer ${token}' }", &[PowerShell], "token request"),
        ("fetch(\"URL\", {\n  \"headers\": {\n    \"authorization\": \"Bearer ${token}\"\n  },\n  \"method\": \"GET\"\n});", &[Fetch], "service token request"),
        ("fetch(\"URL\", {\n  \"headers\": {\n    \"authorization\": \"Bearer ${token}", &[Fetch], "service token request"),
    ]);
}

#[test]
#[rustfmt::skip]
fn documents_redirects_and_logs() {
    use Kind::{AuthorizationCode, DiscoveryDocument, Har, JsonWebKeySet, JwsJson, LogLine, OperationOutcome, RedirectUrl, ServiceSettings, Token, TokenRefusal, TokenResponse};
    assert_gives(&[
        ("{\"accessToken\": \"${token}\", \"expiresOn\": \"x\", \"tokenType\": \"Bearer\"}", &[TokenResponse], "token"),
        ("{\"access_token\":\"${token}\",\"token_type\":\"Bearer\"}", &[TokenResponse], "token"),
        ("{\"access_token\":\"${token}\",\"client_id\":\"x\",\"resource\":\"y\"}", &[TokenResponse], "token"),
        ("{\"access_token\":\"${token}\",\"expires_i", &[Token], "token"),
        ("{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: x\"}", &[TokenRefusal], "refusal"),
        ("{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}", &[TokenRefusal], "refusal"),
        ("{\"error\":{\"code\":\"bad_request_102\",\"message\":\"Required metadata header not specified\"}}", &[TokenRefusal], "refusal"),
        ("ERROR: AADSTS50076: Due to a configuration change …", &[TokenRefusal], "refusal"),
        ("https://login.microsoftonline.com/error?code=50011", &[TokenRefusal], "refusal"),
        ("https://app.example/cb?error=access_denied&error_description=AADSTS50105%3a+x", &[TokenRefusal], "refusal"),
        ("error=access_denied&error_description=AADSTS50105%3a+x", &[TokenRefusal], "refusal"),
        ("https://app.example/cb#access_token=${token}&token_type=Bearer", &[RedirectUrl], "token"),
        ("https://app.example/cb#id_token=${token}&state=1", &[RedirectUrl], "token"),
        ("#access_token=${token}", &[RedirectUrl], "token"),
        ("https://app.example/cb?code=1.AXoA&state=1", &[AuthorizationCode], ""),
        ("code=1.AXoA&session_state=1", &[AuthorizationCode], ""),
        (ARM, &[ServiceSettings], "service settings"),
        ("{\"auth\":{\"authority\":\"a\",\"audience\":\"b\"},\"allow\":[]}", &[ServiceSettings], "settings"),
        ("{\"issuer\":\"https://sts.example/\",\"jwks_uri\":\"x\"}", &[DiscoveryDocument], "settings"),
        ("{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k\"}]}", &[JsonWebKeySet], "keys"),
        ("{\"payload\":\"e30\",\"protected\":\"e30\",\"signature\":\"c2ln\"}", &[JwsJson], ""),
        ("{\"payload\":\"e30\",\"signatures\":[{\"protected\":\"e30\",\"signature\":\"c2ln\"}]}", &[JwsJson], ""),
        ("OUTCOME", &[OperationOutcome], "response"),
        ("the log: {\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"login\",\"diag", &[OperationOutcome], "response"),
        (SESSION, &[Har], "service token request response"),
        ("IDX10214: Audience validation failed.", &[LogLine], "log"),
        ("error_description: The token is expired", &[LogLine], "log"),
    ]);
}

#[test]
fn several_things_at_once() {
    use Kind::{HttpRequest, HttpResponse, JsonWebKeySet, ServiceSettings, Token};
    assert_gives(&[
        (
            "${token}\n\nIDX10223: expired",
            &[Token, Kind::LogLine],
            "token log",
        ),
        (
            "GET /Patient HTTP/1.1\nHost: x.example\n\nHTTP/1.1 401 Unauthorized\n\n{\"keys\":[]}",
            &[HttpRequest, HttpResponse, JsonWebKeySet],
            "keys request response",
        ),
        (
            "{\"auth\":{\"authority\":\"a\",\"audience\":\"b\"}}\n${token}",
            &[ServiceSettings, Token],
            "settings token",
        ),
        ("${token}\n${token}", &[Token], "token"),
    ]);
}
