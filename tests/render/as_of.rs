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

/// The row of a claim in the table of claims.
fn row<'h>(html: &'h str, claim: &str) -> &'h str {
    let (_, table) = html
        .split_once("<table class=\"claims\"")
        .unwrap_or_default();
    let mut rows = table.split("<tr");
    let name = format!(">{claim}</bdi></th>");
    rows.find(|row| row.contains(&name)).unwrap_or_default()
}

#[test]
fn of_the_two_times_only_the_one_that_is_at_fault_is_marked() {
    for (start, end, at_fault, other) in [
        (NOON + 3_600, NOON + 7_200, "nbf", "exp"),
        (NOON - 7_200, NOON - 3_600, "exp", "nbf"),
    ] {
        let html = html_after(move || {
            let payload = format!(r#"{{"aud":"a","nbf":{start},"exp":{end}}}"#);
            let header = r#"{"typ":"JWT","alg":"RS256"}"#;
            vec![Msg::PastedEvidence(token(header, &payload).into())]
        });
        assert!(row(&html, at_fault).contains("Does not fit."), "{html}");
        assert!(row(&html, other).contains("<td></td>"), "{html}");
        assert!(!row(&html, other).contains("Does not fit."), "{html}");
    }
}

#[test]
fn the_question_of_the_lifetime_tells_its_times_for_people() {
    let html = answered(Answered::Unauthorized, "");
    assert!(
        html.contains("2026-11-22 12:00:00 UTC. Ends then."),
        "{html}"
    );
}
