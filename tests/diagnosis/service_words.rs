//! What the service itself says, and who answered in its place.

use whydenied::{
    diagnosis::{CauseId as C, NodeId as N},
    http::{Body, Form},
    service::Service,
};

use crate::support::{AUDIENCE, NOW, Story, TENANT};

#[test]
fn the_service_reports_only_its_first_failure_and_all_are_listed() {
    let told = Story::new()
        .claim("exp", NOW - 4000)
        .claim("nbf", NOW - 9000)
        .claim("aud", "https://management.azure.com/")
        .status(401)
        .told();
    assert_eq!(told.headline(), Some(C::ArmToken));
    assert_eq!(told.also(), [C::Expired]);
    assert_eq!(told.0.would_report, Some(N::Lifetime));
}

#[test]
fn an_unsigned_token_fails_at_the_signature() {
    for story in [Story::new().unsigned(), Story::new().header("alg", "None")] {
        let told = story.status(401).told();
        assert_eq!(
            (told.headline(), told.0.would_report),
            (Some(C::UnsignedToken), Some(N::Signature))
        );
    }
}

#[test]
fn a_graph_token_whose_header_has_a_nonce_is_reported_at_the_signature() {
    let graph = || {
        Story::new()
            .claim("aud", "https://graph.microsoft.com")
            .status(401)
    };
    assert_eq!(graph().told().0.would_report, Some(N::Audience));
    assert_eq!(
        graph().header("nonce", "x").told().0.would_report,
        Some(N::Signature)
    );
}

#[test]
fn the_services_words_decide_and_the_token_refines() {
    let cases = [
        (
            "The audience is invalid",
            Story::new().claim("aud", "https://azurehealthcareapis.com"),
            C::AudienceSharedDefault,
            "certain",
        ),
        (
            "The audience 'x' is invalid",
            Story::new(),
            C::AudienceMismatch,
            "likely",
        ),
        ("The token is expired", Story::new(), C::Expired, "likely"),
        (
            "The token expired at '11/23/2026 11:20:00'",
            Story::new().claim("exp", NOW - 100),
            C::InsideClockSkew,
            "likely",
        ),
        (
            "The audience is invalid",
            Story::new().claim("aud", format!("{AUDIENCE}/")),
            C::AudienceTrailingSlash,
            "likely",
        ),
        (
            "The signature is invalid",
            Story::new(),
            C::SignatureInvalid,
            "certain",
        ),
        (
            "The signature key was not found",
            Story::new(),
            C::SigningKeyNotFound,
            "certain",
        ),
        (
            "The issuer 'x' is invalid",
            Story::new()
                .claim("exp", NOW - 4000)
                .claim("nbf", NOW - 5000),
            C::IssuerMismatch,
            "likely",
        ),
        (
            "The signature is invalid",
            Story::new().claim("aud", "https://graph.microsoft.com"),
            C::GraphToken,
            "certain",
        ),
    ];
    for (description, story, cause, certainty) in cases {
        let told = story.says(description).told();
        assert_eq!(
            (told.headline(), told.certainty()),
            (Some(cause), certainty),
            "{description}"
        );
    }
}

#[test]
fn without_a_token_the_services_words_are_certain_by_themselves() {
    let told = Story::new()
        .says("The audience 'x' is invalid")
        .told_without_token();
    assert_eq!(
        (told.headline(), told.certainty()),
        (Some(C::AudienceMismatch), "certain")
    );
    assert_eq!(told.verdict(N::BearerSent), "pass");
    assert_eq!(told.verdict(N::Lifetime), "cannot-tell");
}

#[test]
fn invalid_token_without_a_description_names_well_formed() {
    let bare = "Bearer error=\"invalid_token\"";
    let fits = Story::new().challenge(bare).told();
    assert_eq!(
        (fits.headline(), fits.certainty()),
        (Some(C::MalformedToken), "likely")
    );
    let expired = Story::new()
        .claim("exp", NOW - 4000)
        .claim("nbf", NOW - 5000)
        .challenge(bare)
        .told();
    assert_eq!(expired.headline(), Some(C::Expired));
    for told in [fits, expired] {
        assert_eq!(
            (told.verdict(N::WellFormed), told.0.would_report),
            ("fail", Some(N::WellFormed))
        );
    }
}

#[test]
fn a_challenge_without_an_error_says_that_no_token_arrived() {
    let told = Story::new()
        .challenge("Bearer realm=\"x\"")
        .told_without_token();
    assert_eq!(
        (told.headline(), told.certainty()),
        (Some(C::NoBearerToken), "certain")
    );
    assert_eq!(told.verdict(N::Audience), "not-reached");
    assert_eq!(told.0.would_report, Some(N::BearerSent));
}

#[test]
fn a_body_that_is_no_operation_outcome_is_a_gateways() {
    let body = || Body::Foreign {
        form: Form::Json,
        excerpt: "{}".to_owned(),
        gateway: None,
    };
    let told = Story::new()
        .says("The audience is invalid")
        .body(body())
        .told();
    assert_eq!(
        (told.headline(), told.0.would_report),
        (Some(C::GatewayAnswered), None)
    );
    let forbidden = Story::new().status(403).body(body()).told();
    assert_eq!(
        (forbidden.headline(), forbidden.certainty()),
        (Some(C::GatewayAnswered), "likely")
    );
    let sure = Story::new()
        .status(403)
        .body(body())
        .answers(|it| it.metadata_status = Some(200))
        .told();
    assert_eq!(sure.certainty(), "certain");
    let dicom = Story::new()
        .service(Service::AhdsDicom)
        .status(401)
        .body(body())
        .told();
    assert_ne!(dicom.headline(), Some(C::GatewayAnswered));
}

#[test]
fn another_scheme_in_the_challenge_is_a_gateways() {
    let told = Story::new()
        .challenge("AzureApiManagementKey realm=\"x\"")
        .told();
    assert_eq!(told.headline(), Some(C::GatewayAnswered));
}

#[test]
fn settings_that_differ_from_the_servers_own_are_told_and_the_servers_count() {
    let challenge = format!(
        "Bearer authorization_uri=\"https://login.microsoftonline.com/{TENANT}/\", resource_id=\"{AUDIENCE}\", error=\"invalid_token\", error_description=\"The token is expired\""
    );
    let expired = || {
        Story::new()
            .claim("exp", NOW - 4000)
            .claim("nbf", NOW - 5000)
    };
    let told = expired()
        .audience("https://azurehealthcareapis.com")
        .challenge(&challenge)
        .told();
    assert_eq!(
        (told.headline(), told.also()),
        (Some(C::Expired), vec![C::SettingsDifferFromServer])
    );
    assert_eq!(told.verdict(N::Audience), "pass");
    assert!(
        expired().challenge(&challenge).told().also().is_empty(),
        "one slash does not count in the authority"
    );
}
