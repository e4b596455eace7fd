//! The picture of the IDs: which one is judged.

use crate::{OID, arm_401, html_after, page::Msg, token};

const APP: &str = r#"{"oid":"d2a9f0c4-37be-4e18-8c65-0b9f6e1a7d43","sub":"d2a9f0c4-37be-4e18-8c65-0b9f6e1a7d43","azp":"b7e41c58-1d0f-4a63-9c2e-6f8a0d35e174","idtyp":"app"}"#;

/// The card that is judged, and the bar below the cards.
fn judged(html: &str) -> (&str, &str) {
    let card = html
        .split_once("data-judged")
        .map_or("", |(_, behind)| behind);
    let bar = html
        .split_once("class=\"lookup\"")
        .map_or("", |(_, behind)| behind);
    (
        card.split("</li>").next().unwrap_or_default(),
        bar.split("</p>").next().unwrap_or_default(),
    )
}

#[test]
fn of_a_users_token_the_user_is_judged() {
    let html = html_after(arm_401);
    let (card, bar) = judged(&html);
    assert!(
        card.contains("Users › Overview") && card.contains(OID),
        "{card}"
    );
    assert!(bar.contains("for this user"), "{bar}");
}

#[test]
fn of_an_applications_token_the_service_principal_is_judged() {
    let html = html_after(|| vec![Msg::PastedEvidence(token(r#"{"alg":"RS256"}"#, APP).into())]);
    let (card, bar) = judged(&html);
    assert!(
        card.contains("Enterprise applications › Overview"),
        "{card}"
    );
    assert!(
        card.contains("d2a9f0c4-37be-4e18-8c65-0b9f6e1a7d43"),
        "{card}"
    );
    assert!(bar.contains("for this application"), "{bar}");
}

#[test]
fn of_a_token_that_does_not_tell_nobody_is_judged() {
    let html = html_after(|| {
        let payload = format!(r#"{{"oid":"{OID}","sub":"another"}}"#);
        vec![Msg::PastedEvidence(
            token(r#"{"alg":"RS256"}"#, &payload).into(),
        )]
    });
    let (card, bar) = judged(&html);
    assert!(card.is_empty(), "{card}");
    assert!(bar.contains("does not tell"), "{bar}");
}

#[test]
fn where_an_allow_list_decides_it_must_hold_the_oid() {
    let html = html_after(|| {
        vec![
            Msg::PastedEvidence(token(r#"{"alg":"RS256"}"#, APP).into()),
            Msg::ChoseService(whydenied::service::Service::AzureApiForFhir),
            Msg::EnteredAllowList(OID.into()),
        ]
    });
    let (card, bar) = judged(&html);
    assert!(card.contains("Enterprise applications"), "{card}");
    assert!(bar.contains("The allow list must hold"), "{bar}");
}

#[test]
fn a_self_hosted_server_looks_no_id_up() {
    let html = html_after(|| {
        vec![
            Msg::PastedEvidence(token(r#"{"alg":"RS256"}"#, APP).into()),
            Msg::ChoseService(whydenied::service::Service::FhirServer),
        ]
    });
    let (card, bar) = judged(&html);
    assert!(card.is_empty(), "{card}");
    assert!(bar.contains("No ID is looked up"), "{bar}");
    assert!(!html.contains("Judged only"), "{html}");
    assert_eq!(html.matches("Not looked up").count(), 2, "{html}");
}
