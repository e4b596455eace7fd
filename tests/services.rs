//! The services: operations, roles, SMART scopes.

mod support;

use serde_json::json;
use support::{AUDIENCE, OID, Story};
use whydenied::{
    diagnosis::{CauseId, NodeId},
    http::Request,
    service::{
        Action, DATA_ROLES, Operation, Role, SERVER_ROLES, Scopes, Service, SmartApplication,
        SmartIdentityProvider, least_role,
    },
};

const ISSUER: &str = "https://idp.example/oauth2";
const CLIENT: &str = "9ff91844-01cc-49c7-86ca-6391f9aa0cae";

#[test]
fn a_request_needs_the_action_of_its_operation() {
    let cases = [
        ("GET", "https://x/Patient", Some(Action::Read)),
        (
            "GET",
            "https://x/fhir/Patient/1/_history/2",
            Some(Action::Read),
        ),
        ("HEAD", "/Patient/1", Some(Action::Read)),
        ("POST", "/Patient/_search", Some(Action::Read)),
        ("POST", "/_search", Some(Action::Read)),
        ("GET", "/Patient/%24export", Some(Action::Export)),
        ("POST", "/%24convert-data", Some(Action::ConvertData)),
        ("POST", "/Patient/%5Fsearch", Some(Action::Read)),
        ("POST", "/%5fsearch", Some(Action::Read)),
        ("GET", "/?%5Ftype=Patient", Some(Action::Read)),
        (
            "DELETE",
            "/Patient/1?%5FhardDelete=true",
            Some(Action::HardDelete),
        ),
        ("GET", "/_history", Some(Action::Read)),
        ("POST", "/Patient", Some(Action::Write)),
        ("PUT", "/Patient/1", Some(Action::Write)),
        ("PATCH", "/Patient/1", Some(Action::Write)),
        ("DELETE", "/Patient/1", Some(Action::Delete)),
        (
            "DELETE",
            "/Patient/1?_hardDelete=true",
            Some(Action::HardDelete),
        ),
        (
            "DELETE",
            "/Patient/1?_hardDelete=false",
            Some(Action::Delete),
        ),
        (
            "DELETE",
            "/Patient/1/$purge-history",
            Some(Action::HardDelete),
        ),
        ("POST", "/ValueSet", Some(Action::EditProfileDefinitions)),
        (
            "DELETE",
            "/CodeSystem/1",
            Some(Action::EditProfileDefinitions),
        ),
        ("GET", "/StructureDefinition", Some(Action::Read)),
        ("GET", "/$export", Some(Action::Export)),
        ("GET", "/Group/1/$export", Some(Action::Export)),
        ("POST", "/$import", Some(Action::Import)),
        ("POST", "/$convert-data", Some(Action::ConvertData)),
        ("POST", "/Patient/$validate", Some(Action::ResourceValidate)),
        ("POST", "/$reindex", Some(Action::Reindex)),
        ("POST", "/", None),
        ("GET", "/Patient/1/$everything", None),
        ("OPTIONS", "/Patient", None),
        ("GET", "/metadata", None),
    ];
    for (method, url, action) in cases {
        let request = Request {
            method: method.to_owned(),
            url: url.to_owned(),
            ..Request::default()
        };
        assert_eq!(
            Operation::of(&request, Service::AhdsFhir).action(),
            action,
            "{method} {url}"
        );
    }
}

#[test]
fn the_least_role_allows_what_it_is_named_for() {
    const ACTIONS: [Action; 10] = [
        Action::Read,
        Action::Write,
        Action::Delete,
        Action::HardDelete,
        Action::Export,
        Action::Import,
        Action::ConvertData,
        Action::ResourceValidate,
        Action::Reindex,
        Action::EditProfileDefinitions,
    ];
    for service in Service::ALL {
        for action in ACTIONS {
            let name = least_role(action, service);
            let role = Role::data_role(name).or_else(|| Role::server_role(name));
            let allows = role.is_some_and(|role| role.actions_at(service).allow(action));
            assert!(allows, "{name} at {} for {}", service.id(), action.name());
        }
    }
}

#[test]
fn a_role_of_another_product_allows_nothing() {
    for role in DATA_ROLES.iter().chain(&SERVER_ROLES) {
        for service in Service::ALL {
            let allows = role.actions_at(service).allow(Action::Read)
                || role.actions_at(service).allow(Action::ConvertData);
            assert_eq!(
                allows,
                role.services.contains(&service),
                "{} at {}",
                role.name,
                service.id()
            );
        }
    }
}

#[test]
fn scopes_are_read_in_every_spelling_that_the_services_accept() {
    let cases = [
        (
            "openid fhirUser launch/patient user_impersonation User.Read user.read",
            "none",
        ),
        ("patient/Patient.read", "some"),
        ("patient.Patient.read", "some"),
        ("patient%2fPatient.read", "some"),
        ("patient$all.*", "some"),
        ("system/*.cruds", "some"),
        (
            "https://x.fhir.azurehealthcareapis.com/patient.Patient.read",
            "some",
        ),
        ("patient/Observation.rs?category=laboratory", "some"),
        ("patient/Patient.raed", "malformed"),
        ("patient/Patient.rr", "malformed"),
        ("patient/Patient.", "malformed"),
        ("patient/patient.read", "malformed"),
        ("patient/Patient.read user.foo.rs", "malformed"),
        ("user.profile.edit patient/.read patient/P1.read", "none"),
        ("patient/Patient.read patient/Observation.rs", "malformed"),
        ("patient/Patient.read user/Observation.read", "malformed"),
    ];
    for (text, expected) in cases {
        let found = match Scopes::read(text.split_whitespace()) {
            Scopes::None => "none",
            Scopes::Some(_) => "some",
            Scopes::Malformed => "malformed",
        };
        assert_eq!(found, expected, "{text}");
    }
}

/// A patient's token of a registered third-party identity provider.
fn smart() -> Story {
    let mut story = Story::new()
        .claim("iss", ISSUER)
        .claim("azp", CLIENT)
        .claim("scp", "patient.Patient.read patient.Observation.read")
        .claim("fhirUser", format!("{AUDIENCE}/Patient/1"))
        .request("GET", "/Observation")
        .status(403);
    story.case.settings.smart_identity_providers = Some(vec![SmartIdentityProvider {
        authority: ISSUER.to_owned(),
        applications: vec![SmartApplication {
            client_id: CLIENT.to_owned(),
            audience: AUDIENCE.to_owned(),
        }],
    }]);
    story
}

#[test]
fn smart_asks_in_its_own_order_and_the_first_failure_is_the_cause() {
    let cases = [
        (smart(), CauseId::Unexplained403),
        (
            smart().claim("azp", OID).claim("fhirUser", json!(null)),
            CauseId::SmartClientNotRegistered,
        ),
        (
            smart()
                .claim("fhirUser", json!(null))
                .claim("scp", json!(null)),
            CauseId::SmartFhirUserMissing,
        ),
        (
            smart().claim("fhirUser", "Patient/1"),
            CauseId::SmartFhirUserMissing,
        ),
        (
            smart()
                .claim("fhirUser", json!(null))
                .claim("extn.fhirUser", "https://x/Patient/1"),
            CauseId::SmartFhirUserMissing,
        ),
        (smart().claim("scp", "openid"), CauseId::SmartScopesMissing),
        (
            smart().claim("scp", "patient/Patient.read patient/Patient.rs"),
            CauseId::SmartScopesMalformed,
        ),
        (
            smart().request("POST", "/Observation"),
            CauseId::SmartReadOnly,
        ),
        (
            smart().request("GET", "/Encounter"),
            CauseId::SmartScopeInsufficient,
        ),
        (
            smart().claim("scp", "patient/Observation.r"),
            CauseId::SmartScopeInsufficient,
        ),
    ];
    for (index, (story, cause)) in cases.into_iter().enumerate() {
        assert_eq!(story.told().headline(), Some(cause), "case {index}");
    }
}

#[test]
fn a_providers_token_is_compared_with_its_applications_audience() {
    let told = smart().claim("aud", OID).status(401).told();
    assert_eq!(
        (told.headline(), told.verdict(NodeId::Issuer)),
        (Some(CauseId::AudienceAppId), "pass")
    );
}

#[test]
fn a_system_without_fhir_user_passes_at_the_self_hosted_server_only() {
    let system = |story: Story| {
        story
            .claim("scp", "system/*.read")
            .claim("fhirUser", json!(null))
    };
    let third_party = system(smart()).told();
    assert_eq!(
        (third_party.headline(), third_party.certainty()),
        (Some(CauseId::SmartFhirUserMissing), "likely")
    );
    let own = system(Story::new().service(Service::FhirServer))
        .claim("roles", "smartUser")
        .request("GET", "/Patient");
    assert_eq!(own.told().verdict(NodeId::Smart), "warn");
}
