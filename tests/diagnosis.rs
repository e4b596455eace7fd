//! The rules of the diagnosis, one by one.

mod support;

use CauseId as C;
use NodeId as N;
use serde_json::{Value, json};
use support::{AUDIENCE, NOW, OID, Story, TENANT};
use whydenied::{
    diagnosis::{CauseId, DataRoleAnswer, NodeId, Weight},
    http::Body,
    service::Service,
};

const OTHER: &str = "b7d4e1a0-62f3-4f0e-9c58-1a7e3d20c4f6";
const TOKEN_URL: &str = "https://login.microsoftonline.com/common/oauth2/v2.0/token";

#[test]
fn an_empty_case_has_no_cause() {
    assert_eq!(Story::new().told_without_token().headline(), None);
}

#[test]
fn a_token_that_fits_would_be_accepted_and_its_signature_is_never_said_to_pass() {
    let told = Story::new().told();
    assert_eq!(
        (told.headline(), told.certainty()),
        (Some(C::WouldBeAccepted), "likely")
    );
    assert_eq!(told.verdict(N::Signature), "cannot-tell");
    assert_eq!(told.0.would_report, None);
}

#[test]
fn the_lifetime_tolerates_300_seconds_at_both_ends_and_not_one_more() {
    let cases: [(&str, i64, Option<C>, &str); 10] = [
        ("exp", 301, None, "pass"),
        ("exp", 1, None, "warn"),
        ("exp", 0, Some(C::InsideClockSkew), "warn"),
        ("exp", -300, Some(C::InsideClockSkew), "warn"),
        ("exp", -301, Some(C::Expired), "fail"),
        ("nbf", 0, None, "pass"),
        ("nbf", 1, Some(C::InsideClockSkew), "warn"),
        ("nbf", 300, Some(C::InsideClockSkew), "warn"),
        ("nbf", 301, Some(C::NotYetValid), "fail"),
        ("nbf", 3601, Some(C::LifetimeInverted), "fail"),
    ];
    for (name, offset, cause, verdict) in cases {
        let told = Story::new().claim(name, NOW + offset).told();
        let expected = cause.unwrap_or(C::WouldBeAccepted);
        assert_eq!(
            (told.headline(), told.verdict(N::Lifetime)),
            (Some(expected), verdict),
            "{name} {offset}"
        );
    }
}

#[test]
fn times_are_read_as_the_service_reads_them() {
    let cases: [(Value, Option<C>); 9] = [
        (json!((NOW + 3600).to_string()), None),
        (json!("1795438800.75"), None),
        (json!(1_795_438_800.9), None),
        (json!(253_402_300_800_i64), Some(C::LifetimeInMilliseconds)),
        (json!("2026-11-23T12:50:00Z"), Some(C::LifetimeUnreadable)),
        (json!(true), Some(C::LifetimeUnreadable)),
        (json!([NOW]), Some(C::LifetimeUnreadable)),
        (json!("inf"), Some(C::LifetimeUnreadable)),
        (json!(null), Some(C::NoExpiration)),
    ];
    for (value, cause) in cases {
        let label = value.to_string();
        let told = Story::new().claim("exp", value).told();
        assert_eq!(
            told.headline(),
            Some(cause.unwrap_or(C::WouldBeAccepted)),
            "{label}"
        );
    }
}

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
fn an_issuer_that_differs_has_one_cause() {
    let v1 = format!("https://login.microsoftonline.com/{TENANT}");
    let v2 = format!("https://login.microsoftonline.com/{TENANT}/v2.0");
    let government = format!("https://login.microsoftonline.us/{TENANT}");
    let cases = [
        (
            format!("https://sts.windows.net/{TENANT}/"),
            v1.as_str(),
            None,
        ),
        (
            format!("https://sts.windows.net/{}/", TENANT.to_uppercase()),
            v1.as_str(),
            None,
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            government.as_str(),
            None,
        ),
        (
            format!("https://sts.windows.net/{TENANT}"),
            v1.as_str(),
            Some(C::IssuerMismatch),
        ),
        (
            format!("https://sts.windows.net/{OTHER}/"),
            v1.as_str(),
            Some(C::IssuerOtherTenant),
        ),
        (
            format!("https://login.microsoftonline.com/{TENANT}/v2.0"),
            v1.as_str(),
            Some(C::IssuerTokenVersion),
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            v2.as_str(),
            Some(C::IssuerTokenVersion),
        ),
        (
            format!("https://sts.chinacloudapi.cn/{TENANT}/"),
            v1.as_str(),
            Some(C::IssuerOtherCloud),
        ),
        (
            format!("https://sts.chinacloudapi.cn/{OTHER}/"),
            v1.as_str(),
            Some(C::IssuerOtherCloud),
        ),
        (
            "https://sts.windows.net/contoso/".to_owned(),
            v1.as_str(),
            Some(C::IssuerMismatch),
        ),
        (
            "https://issuer.example".to_owned(),
            v1.as_str(),
            Some(C::IssuerMismatch),
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            "https://login.microsoftonline.com/common",
            Some(C::IssuerTemplate),
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            TENANT,
            Some(C::AuthorityMalformed),
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            "https://login.microsoftonline.com/",
            Some(C::AuthorityMalformed),
        ),
        (
            "https://idp.example/".to_owned(),
            "https://idp.example",
            None,
        ),
        (
            "https://idp.example/a".to_owned(),
            "https://idp.example",
            Some(C::IssuerMismatch),
        ),
    ];
    for (issuer, authority, cause) in cases {
        let told = Story::new()
            .claim("iss", issuer.as_str())
            .authority(authority)
            .told();
        assert_eq!(
            told.headline(),
            Some(cause.unwrap_or(C::WouldBeAccepted)),
            "{issuer} for {authority}"
        );
    }
}

#[test]
fn an_authority_by_domain_cannot_be_told_until_the_discovery_document_is_there() {
    let by_domain =
        || Story::new().authority("https://login.microsoftonline.com/contoso.onmicrosoft.com");
    let told = by_domain().told();
    assert_eq!(
        (told.verdict(N::Issuer), told.headline()),
        ("cannot-tell", Some(C::WouldBeAccepted))
    );
    let mut story = by_domain();
    story.case.settings.issuer = Some(format!("https://sts.windows.net/{OTHER}/"));
    assert_eq!(story.told().headline(), Some(C::IssuerOtherTenant));
}

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
    let body = || Body::Json {
        excerpt: "{}".to_owned(),
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
fn a_403_with_a_token_that_fails_contradicts_itself() {
    let told = Story::new()
        .claim("exp", NOW - 4000)
        .claim("nbf", NOW - 5000)
        .status(403)
        .told();
    assert_eq!(
        (told.headline(), told.also()),
        (Some(C::Expired), vec![C::StatusContradiction])
    );
    assert_eq!(
        (told.verdict(N::Accepted), told.verdict(N::AzureRbac)),
        ("fail", "not-reached")
    );
}

#[test]
fn a_403_whose_token_fits_most_likely_lacks_a_role() {
    let told = Story::new().status(403).told();
    assert_eq!(
        (told.headline(), told.certainty()),
        (Some(C::NoDataRole), "likely")
    );
    assert_eq!(told.verdict(N::AzureRbac), "cannot-tell");
}

#[test]
fn answers_move_the_path() {
    let named = |role: &str| Some(DataRoleAnswer::Named(role.to_owned()));
    let cases = [
        (Some(DataRoleAnswer::None), None, C::NoDataRole, "certain"),
        (
            Some(DataRoleAnswer::OwnerOrContributor),
            None,
            C::ControlPlaneRoleOnly,
            "certain",
        ),
        (named("Owner"), None, C::ControlPlaneRoleOnly, "certain"),
        (
            named("FHIR Data Reader"),
            None,
            C::RoleLacksAction,
            "certain",
        ),
        (
            named("DICOM Data Owner"),
            None,
            C::RoleLacksAction,
            "certain",
        ),
        (
            named("FHIR Data Writer"),
            Some(true),
            C::PropagationDelay,
            "likely",
        ),
        (
            named("FHIR Data Writer"),
            Some(false),
            C::Unexplained403,
            "possible",
        ),
        (
            named("Custom role"),
            Some(false),
            C::Unexplained403,
            "possible",
        ),
        (None, Some(true), C::NoDataRole, "likely"),
    ];
    for (role, recent, cause, certainty) in cases {
        let label = format!("{role:?} {recent:?}");
        let story = Story::new()
            .status(403)
            .request("POST", "https://x/Patient");
        let told = story
            .answers(|it| (it.data_role, it.role_recent) = (role, recent))
            .told();
        assert_eq!(
            (told.headline(), told.certainty()),
            (Some(cause), certainty),
            "{label}"
        );
    }
}

#[test]
fn an_anonymous_403_blocks_everything_behind_it() {
    let told = Story::new()
        .status(403)
        .answers(|it| it.metadata_status = Some(403))
        .told();
    assert_eq!(
        (told.headline(), told.verdict(N::AzureRbac)),
        (Some(C::NetworkBlocked), "not-reached")
    );
    let own = Story::new()
        .status(403)
        .request("GET", "https://x/metadata")
        .told();
    assert_eq!(own.headline(), Some(C::NetworkBlocked));
}

#[test]
fn the_allow_list_tells_which_id_was_mixed_up() {
    let listed = |ids: &[&str]| {
        Story::new()
            .service(Service::AzureApiForFhir)
            .claim("groups", json!([OTHER]))
            .status(403)
            .allowed(ids)
            .answers(|it| it.home_tenant = Some(false))
            .told()
    };
    let cases: [(&[&str], C); 6] = [
        (&[], C::AllowListEmpty),
        (&["04b07795-8ddb-461a-bbee-02f9e1bf7b46"], C::ClientIdListed),
        (&[TENANT], C::TenantIdListed),
        (&[OTHER], C::GroupListed),
        (&["not-a-guid"], C::OidNotListed),
        (&[OID], C::Unexplained403),
    ];
    for (ids, cause) in cases {
        assert_eq!(listed(ids).headline(), Some(cause), "{ids:?}");
    }
    assert_eq!(listed(&[&OID.to_uppercase()]).verdict(N::AllowList), "pass");
}

#[test]
fn a_secondary_tenant_without_a_list_asks_for_it() {
    let story = Story::new().service(Service::AzureApiForFhir).status(403);
    let told = story.answers(|it| it.home_tenant = Some(false)).told();
    assert_eq!(
        (told.headline(), told.certainty()),
        (Some(C::OidNotListed), "possible")
    );
    assert_eq!(told.verdict(N::AllowList), "cannot-tell");
}

#[test]
fn an_allow_list_counts_for_nothing_at_the_current_service() {
    let told = Story::new().status(403).allowed(&[OTHER]).told();
    assert_eq!(
        (told.headline(), told.also()),
        (Some(C::NoDataRole), vec![C::AllowListNotSupported])
    );
}

#[test]
fn a_foreign_authority_is_refused_by_the_current_service_only() {
    let foreign = |service| {
        Story::new()
            .service(service)
            .status(403)
            .answers(|it| it.home_tenant = Some(false))
            .told()
    };
    assert_eq!(
        foreign(Service::AhdsFhir).headline(),
        Some(C::ForeignAuthority)
    );
    assert_eq!(
        foreign(Service::AzureApiForFhir).headline(),
        Some(C::OidNotListed)
    );
}

#[test]
fn the_self_hosted_server_reads_roles_and_no_other_service_does() {
    let with = |roles: Value| {
        Story::new()
            .service(Service::FhirServer)
            .claim("roles", roles)
            .status(403)
            .request("POST", "https://x/ValueSet")
            .told()
    };
    let cases = [
        (Value::Null, C::RolesClaimMissing),
        (json!([]), C::RolesClaimMissing),
        (json!("patient"), C::RolesClaimUnknown),
        (json!(["GLOBALWRITER"]), C::RoleLacksAction),
        (json!(["globalWriter", "globalAdmin"]), C::Unexplained403),
    ];
    for (roles, cause) in cases {
        let label = roles.to_string();
        assert_eq!(with(roles).headline(), Some(cause), "{label}");
    }
    assert_eq!(
        Story::new().status(403).told().verdict(N::RolesClaim),
        "not-applicable"
    );
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

#[test]
fn other_statuses_are_outside_and_400_is_too_without_a_known_reason() {
    assert_eq!(Story::new().status(404).told().headline(), Some(C::NotAuth));
    assert_eq!(Story::new().status(400).told().headline(), Some(C::NotAuth));
    let url = "https://x/Patient?access_token=eyJh.eyJi.c";
    assert_eq!(
        Story::new()
            .status(400)
            .request("GET", url)
            .told()
            .headline(),
        Some(C::TokenInUrl)
    );
    let mixed = Story::new()
        .claim("scp", "patient/Patient.read patient/Observation.rs")
        .status(400)
        .told();
    assert_eq!(mixed.headline(), Some(C::SmartScopesMalformed));
}

#[test]
fn a_suspicion_is_a_hint_and_never_more() {
    let story = Story::new().answers(|it| it.suspects.push((N::Lifetime, C::Expired)));
    let told = story.status(401).told_without_token();
    assert_eq!(
        (told.headline(), told.certainty()),
        (Some(C::Expired), "possible")
    );
    let known = Story::new()
        .answers(|it| it.suspects.push((N::Lifetime, C::Expired)))
        .status(401)
        .told();
    assert_eq!(known.headline(), Some(C::Unexplained401));
}

#[test]
fn every_cause_of_a_refusal_is_reached_by_suspicion_at_its_own_question() {
    let refuses = |cause: &CauseId| matches!(cause.weight(), Weight::Fails | Weight::Warns);
    for cause in CauseId::ALL.iter().copied().filter(refuses) {
        let story = Story::new().answers(|it| it.suspects.push((cause.node(), cause)));
        let told = story.told_without_token();
        assert_eq!(
            (told.headline(), told.certainty()),
            (Some(cause), "possible"),
            "{}",
            cause.id()
        );
    }
}

#[test]
fn decimal_numbers_are_cut_off_to_whole_seconds_and_clamped() {
    use whydenied::jose::{Claim, Claims, Json, NumericDate};
    let cases = [
        ("1472097744.75859", Some(1_472_097_744)),
        ("1.4720977e9", Some(1_472_097_700)),
        ("15e-1", Some(1)),
        ("-5.9", Some(-5)),
        ("0.000e999999999", Some(0)),
        ("1e999999999", Some(i64::MAX)),
        ("99999999999999999999999999", Some(i64::MAX)),
        ("\" 12 \"", Some(12)),
        ("\".5\"", None),
        ("\"0x10\"", None),
        ("\"1e\"", None),
        ("\"\"", None),
    ];
    for (text, expected) in cases {
        let payload = Json::parse(format!("{{\"exp\":{text}}}")).expect("it is JSON");
        let found = match Claims::of(&payload).time("exp") {
            Claim::Present(NumericDate(seconds)) => Some(seconds),
            Claim::Absent | Claim::Malformed(_) => None,
        };
        assert_eq!(found, expected, "{text}");
    }
}
