//! The questions of a 403.

use serde_json::{Value, json};
use whydenied::{
    diagnosis::{CauseId as C, DataRoleAnswer, NodeId as N},
    http::{Body, Form, Gateway},
    service::Service,
};

use crate::OTHER;
use crate::support::{NOW, OID, Story, TENANT};

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
fn a_private_links_own_text_is_no_gateways() {
    let table = [
        (403, Form::Text, None, false),
        (403, Form::Json, None, false),
        (403, Form::Html, None, true),
        (403, Form::Text, Some(Gateway::Firewall), true),
        (401, Form::Text, None, true),
    ];
    for (status, form, gateway, is_listed) in table {
        let told = Story::new()
            .status(status)
            .body(Body::Foreign {
                form,
                excerpt: "Not from here.".to_owned(),
                gateway,
            })
            .answers(|it| it.metadata_status = Some(403))
            .told();
        let mut causes = told.0.findings().map(|finding| finding.cause);
        let has_gateway = causes.any(|cause| cause == C::GatewayAnswered);
        assert_eq!(has_gateway, is_listed, "{status} {form:?} {gateway:?}");
    }
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
