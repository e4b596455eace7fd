//! The words: every cause and every question speaks, plainly and whole; commands are safe to paste.
#![allow(clippy::expect_used, reason = "a failed expectation is a failed test")]

#[path = "../support/mod.rs"]
mod support;

mod causes;
mod commands;
mod grants;
mod questions;
mod remedies;
mod terms;
mod times;

use support::Story;
use whydenied::{
    diagnosis::{Case, CauseId, Certainty, DataRoleAnswer, Doubt, Finding, diagnose},
    http::{Body, Form, TokenRefusal},
    service::Service,
};

const RESOURCE: &str = concat!(
    "/subscriptions/cd4a8aa5-5973-4d31-bc4c-f1229e145b43/resourceGroups/rg-ehr/providers",
    "/Microsoft.HealthcareApis/workspaces/contoso/fhirservices/ehr"
);

fn finding(cause: CauseId, doubt: Option<Doubt>) -> Finding {
    Finding {
        cause,
        node: cause.node(),
        certainty: Certainty::Likely,
        evidence: None,
        doubt,
    }
}

/// What a person reads must be whole sentences without leftovers, and never vouch for a token.
fn assert_plain(sentence: &str) {
    assert!(
        sentence.ends_with('.') || sentence.contains("error?code="),
        "no full stop: {sentence}"
    );
    let is_filled = !sentence.replace("@{ ", "").contains(['{', '[', '|']);
    assert!(is_filled, "unfilled: {sentence}");
    assert!(!sentence.contains("  "), "two spaces: {sentence}");
    assert!(
        !sentence.contains("..") || sentence.contains('`'),
        "two full stops: {sentence}"
    );
    assert!(
        !sentence.starts_with(char::is_lowercase),
        "starts low: {sentence}"
    );
    let outside_code: String = sentence.split('`').step_by(2).collect();
    let says_valid = outside_code
        .split(|c: char| !c.is_alphabetic())
        .any(|word| word == "valid");
    assert!(!says_valid, "vouches: {sentence}");
    assert_eq!(
        sentence.matches('`').count() % 2,
        0,
        "code left open: {sentence}"
    );
}

/// A case in which every field that words read is filled.
fn full(service: Service) -> Case {
    let mut case = Story::new()
        .service(service)
        .allowed(&["6b1d3f7e-0000-4000-8000-000000000001"])
        .claim("roles", vec!["patient", "globalReader"])
        .claim("groups", vec!["6b1d3f7e-0000-4000-8000-000000000001"])
        .header("nonce", "n")
        .request(
            "POST",
            "https://contoso-ehr.fhir.azurehealthcareapis.com/Patient",
        )
        .status(403)
        .body(Body::Foreign {
            form: Form::Html,
            excerpt: "Forbidden".to_owned(),
            gateway: None,
        })
        .answers(|answers| {
            answers.metadata_status = Some(403);
            answers.home_tenant = Some(true);
            answers.data_role = Some(DataRoleAnswer::Named("FHIR Data Reader".to_owned()));
            answers.role_recent = Some(true);
        })
        .case();
    case.settings.resource_id = Some(RESOURCE.to_owned());
    case.token_refusal = Some(TokenRefusal {
        aadsts: Some(500_011),
        error: Some("invalid_resource".to_owned()),
        ..TokenRefusal::default()
    });
    case
}

/// Headline, explanation and remedies of a case, as one text.
fn spoken(case: &Case) -> String {
    whydenied::report::text(case, &diagnose(case))
}
