//! Command lines and calls.

use whydenied::{
    http::Authorization,
    intake::{self, Kind},
    jose::{Placeholder, Token},
    service::Service,
};

use super::{assert_gives_the_token, kinds, read};

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
    for value in [
        "(ConvertTo-SecureString '${token}' -AsPlainText -Force)",
        "(ConvertTo-SecureString -AsPlainText -String \"${token}\" -Force)",
    ] {
        let paste = [
            "irm https://x.example -Authentication Bearer -Token ",
            value,
        ]
        .concat();
        assert_gives_the_token(&paste);
    }
    assert_eq!(
        carried("irm https://x.example -Authentication Bearer -Token (Get-AzAccessToken).Token"),
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
