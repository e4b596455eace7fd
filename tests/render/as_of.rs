//! As of when a token is judged: now, when it was answered, or when it was issued.

use crate::{
    NOON, OID, TENANT, html_after,
    page::{Msg, model::Answered},
    token,
};

/// A token that expired yesterday.
fn old_token() -> String {
    let payload = format!(
        r#"{{"aud":"https://ws-fhir.fhir.azurehealthcareapis.com","iss":"https://sts.windows.net/{TENANT}/","tid":"{TENANT}","iat":{0},"nbf":{0},"exp":{1},"oid":"{OID}","scp":"user_impersonation"}}"#,
        NOON - 90_000,
        NOON - 86_400,
    );
    token(r#"{"typ":"JWT","alg":"RS256","kid":"k1"}"#, &payload)
}

fn answered(answer: Answered, more: &str) -> String {
    let paste = [&old_token(), more].concat();
    html_after(move || {
        vec![
            Msg::PastedEvidence(paste.into()),
            Msg::EnteredAuthority(format!("https://login.microsoftonline.com/{TENANT}").into()),
            Msg::EnteredAudience("https://ws-fhir.fhir.azurehealthcareapis.com".into()),
            Msg::ChoseStatus(answer),
        ]
    })
}

#[test]
fn a_403_is_judged_as_of_a_time_when_the_token_was_valid() {
    let html = answered(Answered::Forbidden, "");
    assert!(
        html.contains("2026-11-22 11:00:00 UTC, when the token was issued"),
        "{html}"
    );
    assert!(html.contains("The token has expired since"), "{html}");
    assert!(!html.contains("The token expired"), "{html}");
}

#[test]
fn how_long_the_token_had_left_is_told_of_that_time() {
    let html = answered(Answered::Forbidden, "");
    assert!(html.contains("more minutes then"), "{html}");
}

#[test]
fn a_401_is_judged_as_of_now() {
    let html = answered(Answered::Unauthorized, "");
    assert!(html.contains("The token expired"), "{html}");
    assert!(!html.contains("Judged as of"), "{html}");
}

#[test]
fn an_operation_outcome_tells_when_it_was_answered() {
    let outcome = "\n\n{\"resourceType\":\"OperationOutcome\",\"id\":\"a1\",\"meta\":{\"lastUpdated\":\
                   \"2026-11-22T11:30:41.7713052+00:00\"},\"issue\":[{\"severity\":\"error\",\"code\":\
                   \"forbidden\",\"diagnostics\":\"Authorization failed.\"}]}";
    let html = answered(Answered::Forbidden, outcome);
    assert!(
        html.contains("2026-11-22 11:30:41 UTC, when it was answered"),
        "{html}"
    );
}
