//! `aud`, and the kinds of token that it tells.

use serde_json::{Value, json};
use whydenied::diagnosis::{CauseId as C, NodeId as N, diagnose};

use crate::OTHER;
use crate::support::{AUDIENCE, Story, Told};

const TOKEN_URL: &str = "https://login.microsoftonline.com/common/oauth2/v2.0/token";

#[test]
fn an_audience_that_differs_has_one_cause() {
    let id = "061378a7-7f7d-43b4-be97-96ed3b4f44c9";
    let uri = format!("api://{id}");
    let cases = [
        (AUDIENCE, AUDIENCE, None),
        (
            "https://contoso-ehr.fhir.azurehealthcareapis.com/",
            AUDIENCE,
            Some(C::AudienceTrailingSlash),
        ),
        (
            "https://Contoso-EHR.fhir.azurehealthcareapis.com",
            AUDIENCE,
            Some(C::AudienceCase),
        ),
        (
            "https://contoso-ehr.fhir.azurehealthcareapis.com/.default",
            AUDIENCE,
            Some(C::AudienceScopeSuffix),
        ),
        (
            AUDIENCE,
            "https://contoso-ehr.fhir.azurehealthcareapis.com/user_impersonation",
            Some(C::AudienceScopeSuffix),
        ),
        (
            "https://contoso-ehr.azurehealthcareapis.com",
            AUDIENCE,
            Some(C::AudienceMissingFhirLabel),
        ),
        (
            "https://azurehealthcareapis.com",
            AUDIENCE,
            Some(C::AudienceSharedDefault),
        ),
        (
            AUDIENCE,
            "https://azurehealthcareapis.com/",
            Some(C::AudienceSharedDefault),
        ),
        (
            "https://azurehealthcareapis.com",
            "https://fhir.azurehealthcareapis.com",
            Some(C::AudienceSharedDefault),
        ),
        (
            "https://fhir.azurehealthcareapis.us",
            "https://x-y.fhir.azurehealthcareapis.us",
            Some(C::AudienceSharedDefault),
        ),
        (
            "https://contoso-test.fhir.azurehealthcareapis.com",
            AUDIENCE,
            Some(C::AudienceOtherInstance),
        ),
        (
            "https://contoso-pacs.dicom.azurehealthcareapis.com",
            AUDIENCE,
            Some(C::AudienceOtherInstance),
        ),
        (id, AUDIENCE, Some(C::AudienceAppId)),
        (id, uri.as_str(), Some(C::AudienceAppId)),
        ("api://fhir", AUDIENCE, Some(C::AudienceAppId)),
        ("api://fhir", id, Some(C::AudienceAppId)),
        (id, OTHER, Some(C::AudienceMismatch)),
        (uri.as_str(), OTHER, Some(C::AudienceMismatch)),
        (
            "https://patients.example",
            "https://fhir.example",
            Some(C::AudienceMismatch),
        ),
        (
            "http://contoso-ehr.fhir.azurehealthcareapis.com",
            AUDIENCE,
            Some(C::AudienceMismatch),
        ),
    ];
    for (found, expected, cause) in cases {
        let told = Story::new().claim("aud", found).audience(expected).told();
        assert_eq!(
            told.headline(),
            Some(cause.unwrap_or(C::WouldBeAccepted)),
            "{found} for {expected}"
        );
    }
}

#[test]
fn of_several_audiences_one_must_fit_and_else_the_closest_is_told() {
    let fits = Story::new()
        .claim("aud", json!(["https://a.example", AUDIENCE]))
        .told();
    assert_eq!(fits.verdict(N::Audience), "pass");
    let differs = Story::new()
        .claim(
            "aud",
            json!(["https://a.example", format!("{AUDIENCE}/.default")]),
        )
        .told();
    assert_eq!(differs.headline(), Some(C::AudienceScopeSuffix));
}

#[test]
fn a_token_of_another_kind_is_the_cause_of_its_audience_too() {
    let cases = [
        ("https://management.azure.com/", C::ArmToken),
        ("https://management.core.windows.net", C::ArmToken),
        ("https://management.usgovcloudapi.net", C::ArmToken),
        ("https://graph.microsoft.com", C::GraphToken),
        ("00000003-0000-0000-c000-000000000000", C::GraphToken),
        ("https://dicom.healthcareapis.azure.com", C::DicomToken),
    ];
    for (audience, cause) in cases {
        let told = Story::new().claim("aud", audience).status(401).told();
        assert_eq!(
            (told.headline(), told.certainty()),
            (Some(cause), "certain"),
            "{audience}"
        );
        assert_eq!(told.verdict(N::Audience), "fail");
        assert_eq!(told.0.would_report, Some(N::Audience));
        assert!(told.also().is_empty(), "{audience}: {:?}", told.also());
    }
}

#[test]
fn an_id_token_is_known_by_its_nonce_or_by_lacking_every_mark_of_an_access_token() {
    let nonce = Story::new().claim("aud", OTHER).claim("nonce", "n").told();
    assert_eq!(nonce.headline(), Some(C::IdToken));
    let bare = Story::new()
        .claim("aud", OTHER)
        .claim("scp", Value::Null)
        .claim("appid", Value::Null)
        .told();
    assert_eq!(bare.headline(), Some(C::IdToken));
    let access = Story::new().claim("aud", OTHER).told();
    assert_eq!(access.headline(), Some(C::AudienceAppId));
    let own = Story::new().claim("nonce", "n").told();
    assert_eq!(
        (
            own.headline(),
            own.verdict(N::TokenKind),
            own.verdict(N::Audience)
        ),
        (Some(C::IdToken), "warn", "pass")
    );
}

#[test]
fn a_client_assertion_is_told_from_an_id_token() {
    let told = Story::new()
        .claim("iss", OTHER)
        .claim("sub", OTHER)
        .claim("aud", TOKEN_URL)
        .told();
    assert_eq!(told.headline(), Some(C::ClientAssertion));
}

#[test]
fn a_token_for_several_apis_is_another_apis_only_if_none_of_them_could_be_this_one() {
    let graph = "https://graph.microsoft.com";
    let arm = "https://management.azure.com/";
    let dicom = "https://dicom.healthcareapis.azure.com";
    let open = |audiences: &[&str]| {
        let mut case = Story::new().claim("aud", audiences.to_vec()).case();
        case.settings.audience = None;
        Told(diagnose(&case))
    };
    for (audiences, verdict) in [
        (vec![arm], "fail"),
        (vec![graph, graph], "fail"),
        (vec![arm, AUDIENCE], "pass"),
        (vec![AUDIENCE, graph], "pass"),
        (vec![dicom, AUDIENCE], "pass"),
        (vec![OTHER, AUDIENCE], "pass"),
    ] {
        let told = open(&audiences);
        assert_eq!(told.verdict(N::TokenKind), verdict, "{audiences:?}");
    }
    let expected = Story::new().claim("aud", vec![arm, AUDIENCE]).told();
    assert_eq!(expected.verdict(N::Audience), "pass");
}
