//! Three stories, each in all that a reader of its report needs.

use serde_json::json;
use whydenied::{
    http::{Body, TokenRefusal},
    report::Redaction,
};

use crate::{
    json_of, markdown_of,
    support::{AUDIENCE, NOW, OID, Story, TENANT},
};

fn wrong_api() -> Story {
    Story::new()
        .claim("aud", "https://management.azure.com/")
        .claim("name", "Ward Analyst")
        .claim("uti", "lt_1ANK6QKUB78NrQ_YVrg")
        .request(
            "GET",
            &format!(
                "https://me:pw@{}/Patient/p-77/_history?family=Doe&access_token=abc#x",
                &AUDIENCE[8..]
            ),
        )
        .says("The audience 'https://management.azure.com/' is invalid")
}

#[test]
fn a_token_for_another_api_is_told_whole() {
    let case = wrong_api().case();
    let report = json_of(&case, Redaction::StandIns);
    for (pointer, expected) in [
        ("/schema", json!(1)),
        ("/cause", json!("arm-token")),
        ("/certainty", json!("certain")),
        ("/service_reports", json!("audience")),
        ("/service", json!("ahds-fhir")),
        ("/status", json!(401)),
        (
            "/request",
            json!(format!(
                "GET {AUDIENCE}/Patient/<id>/_history?family=<value>&access_token=<secret>"
            )),
        ),
        ("/evidence/found_in", json!("aud")),
        ("/evidence/found", json!("https://management.azure.com/")),
        ("/evidence/expected", json!(AUDIENCE)),
        ("/fixes/0/whose", json!("Your move")),
        ("/judged/kind", json!("user")),
        ("/judged/oid", json!("<oid-1>")),
        ("/said/0/by", json!("WWW-Authenticate")),
        (
            "/said/0/words",
            json!("Bearer: invalid_token: The audience 'https://management.azure.com/' is invalid"),
        ),
        ("/settings/audience", json!(AUDIENCE)),
        ("/claims/0/name", json!("aud")),
        ("/claims/3/name", json!("exp")),
        ("/claims/3/time", json!("2026-11-23 13:00:00 UTC")),
        ("/correlation/0/name", json!("uti")),
        ("/correlation/0/value", json!("lt_1ANK6QKUB78NrQ_YVrg")),
        ("/judged_at", json!("2026-11-23T12:00:00Z")),
        ("/clock", json!("own")),
        ("/redaction", json!("stand-ins")),
        ("/version", json!(env!("CARGO_PKG_VERSION"))),
    ] {
        assert_eq!(
            report.pointer(pointer),
            Some(&expected),
            "{pointer} in {report:#}"
        );
    }
    let markdown = markdown_of(&case, Redaction::StandIns);
    for line in [
        "- **Cause:** arm-token\n",
        "- **Status:** 401\n",
        "\n## Evidence\n\n- **Found in:** aud\n- **Found:** `https://management.azure.com/`\n",
        "\n## Fix\n\n- Your move · Ask for a token for this API. Nothing in Azure needs to change.\n  - Azure CLI · ",
        &format!(
            "\n    ```\n    az account get-access-token --resource {AUDIENCE} --query accessToken -o tsv\n    ```\n"
        ),
        "- **Object ID:** `<oid-1>`\n",
        "\n## For support\n\n- uti · `lt_1ANK6QKUB78NrQ_YVrg`\n",
    ] {
        assert!(markdown.contains(line), "no {line:?} in\n{markdown}");
    }
    assert!(markdown.starts_with("# "), "{markdown}");
}

#[test]
fn a_missing_role_brings_a_command_for_whoever_is_asked() {
    let case = Story::new()
        .status(403)
        .body(Body::OperationOutcome {
            code: "forbidden".to_owned(),
            diagnostics: format!("Authorization failed for {OID}."),
        })
        .answers(|answers| answers.data_role = Some(whydenied::diagnosis::DataRoleAnswer::None))
        .case();
    for (redaction, oid) in [
        (Redaction::Masked, "<oid>"),
        (Redaction::StandIns, "<oid-1>"),
        (Redaction::AsTheyAre, OID),
    ] {
        let report = json_of(&case, redaction);
        assert_eq!(report["cause"], "no-data-role");
        assert_eq!(report["judged"]["oid"], oid);
        assert_eq!(
            report["said"][0]["words"],
            format!("forbidden: Authorization failed for {oid}.")
        );
        let fixes = report["fixes"].to_string();
        assert!(
            fixes.contains(&format!("--assignee-object-id {oid}")),
            "{fixes}"
        );
        let markdown = markdown_of(&case, redaction);
        assert!(
            markdown.contains(&format!("--assignee-object-id {oid}")),
            "{markdown}"
        );
        assert!(
            markdown.contains("\n## Not checked, and what would settle it\n\n- "),
            "{markdown}"
        );
    }
}

#[test]
fn a_refused_token_request_brings_the_identity_providers_ids() {
    let refusal = "AADSTS65001: The user has not consented. Trace ID: 1f0e5c1c-8f7a-4a5e-9a51-6a0d4a0f2b00 \
         Correlation ID: 7a1d1b52-2f43-4c4e-8f7a-0d7b1c9e4a11 Timestamp: 2026-11-23 11:59:00Z";
    let mut case = Story::new().case;
    whydenied::intake::read(refusal).fill(&mut case);
    assert_eq!(
        case.token_refusal,
        Some(TokenRefusal {
            aadsts: Some(65_001),
            error: None,
            correlation_id: Some("7a1d1b52-2f43-4c4e-8f7a-0d7b1c9e4a11".to_owned()),
            trace_id: Some("1f0e5c1c-8f7a-4a5e-9a51-6a0d4a0f2b00".to_owned()),
            ..TokenRefusal::default()
        })
    );
    let report = json_of(&case, Redaction::Masked);
    assert_eq!(report["cause"], "token-request-failed");
    assert_eq!(report["said"][0]["words"], "AADSTS65001");
    assert_eq!(
        report["correlation"][0]["value"],
        "7a1d1b52-2f43-4c4e-8f7a-0d7b1c9e4a11"
    );
    assert_eq!(
        report["correlation"][1]["value"],
        "1f0e5c1c-8f7a-4a5e-9a51-6a0d4a0f2b00"
    );
    assert_eq!(report["status"], json!(null));
}

#[test]
fn an_answer_is_named_by_the_id_that_it_carries() {
    for (header, id) in [
        ("x-request-id: r-1\nx-ms-request-id: r-2", "r-1"),
        ("x-ms-request-id: r-2\nX-Correlation-Id: r-3", "r-2"),
        (
            "X-Correlation-Id: r-3\nRequest-Context: appId=cid-v1:5",
            "r-3",
        ),
        ("Request-Context: appId=cid-v1:5", "appId=cid-v1:5"),
    ] {
        let mut case = Story::new().case;
        let answer = format!("HTTP/1.1 403 Forbidden\n{header}\nContent-Length: 0\n\n");
        whydenied::intake::read(&answer).fill(&mut case);
        let report = json_of(&case, Redaction::Masked);
        assert_eq!(report["correlation"][0]["value"], id, "{answer}");
    }
}

#[test]
fn the_same_value_has_the_same_stand_in_wherever_it_stands() {
    let other = "11111111-2222-4333-8444-555555555555";
    let case = Story::new()
        .service(whydenied::service::Service::AzureApiForFhir)
        .allowed(&[other, TENANT])
        .claim("sub", OID)
        .answers(|answers| answers.home_tenant = Some(false))
        .status(403)
        .case();
    let report = json_of(&case, Redaction::StandIns);
    let evidence = report["evidence"].to_string();
    assert!(
        evidence.contains("<oid-1>") && !evidence.contains(OID),
        "{report:#}"
    );
    let all = report.to_string();
    assert!(!all.contains(other), "{report:#}");
    // A tenant is no person.
    assert!(all.contains(TENANT), "{report:#}");
}

#[test]
fn an_application_is_no_person() {
    let case = Story::new()
        .claim("scp", json!(null))
        .claim("idtyp", "app")
        .claim("sub", OID)
        .status(403)
        .case();
    let report = json_of(&case, Redaction::Masked);
    assert_eq!(report["judged"]["kind"], "service-principal");
    assert_eq!(report["judged"]["oid"], OID);
}

#[test]
fn an_expired_token_is_judged_by_the_answers_clock_where_it_has_one() {
    let mut case = Story::new().status(401).case();
    case.response.get_or_insert_default().date = Some(NOW);
    assert_eq!(json_of(&case, Redaction::Masked)["clock"], "answer");
}

#[test]
fn a_call_to_be_made_again_does_not_tell_the_record() {
    let url = format!("{AUDIENCE}/Binary/1d220eb2?access_token=${{token}}");
    let refused = "HTTP/1.1 400 Bad Request\nContent-Type: text/plain\n\n\
                   Access tokens must not be passed in the URL query string.";
    let mut case = Story::new().case();
    case.settings.audience = Some(AUDIENCE.to_owned());
    whydenied::intake::read(&format!("curl -i '{url}'\n{refused}")).fill(&mut case);
    let masked = json_of(&case, Redaction::Masked);
    assert_eq!(masked["cause"], "token-in-url");
    assert!(!masked.to_string().contains("1d220eb2"), "{masked}");
    let command = |report: &serde_json::Value| report["fixes"][0]["ways"][0]["command"].to_string();
    assert!(command(&masked).contains("/<record>"), "{masked}");
    let plain = json_of(&case, Redaction::AsTheyAre);
    assert!(command(&plain).contains("/Binary/1d220eb2"), "{plain}");
}
