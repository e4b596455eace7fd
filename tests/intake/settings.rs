//! A service's settings.

use whydenied::{
    diagnosis::{Case, DataRoleAnswer, Facts},
    intake::Kind,
    service::Service,
};

use super::{kinds, read};

#[test]
fn the_settings_of_a_service_are_read() {
    let arm = r#"{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.HealthcareApis/workspaces/w/fhirservices/f","type":"Microsoft.HealthcareApis/workspaces/fhirservices","properties":{"authenticationConfiguration":{"authority":"https://login.example/t","audience":"https://w-f.fhir.azurehealthcareapis.com","smartIdentityProviders":[{"authority":"https://b2c.example","applications":[{"clientId":"c","audience":"a","allowedDataActions":["Read"]}]}]}}}"#;
    for paste in [
        arm.to_owned(),
        format!("[{arm}]"),
        format!("{{\"value\":[{arm}]}}"),
    ] {
        let evidence = read(&paste);
        assert_eq!(kinds(&evidence), [Kind::ServiceSettings], "{paste}");
        assert_eq!(evidence.service, Some(Service::AhdsFhir));
        let settings = evidence.settings;
        assert_eq!(
            settings.authority.as_deref(),
            Some("https://login.example/t")
        );
        assert_eq!(
            settings.audience.as_deref(),
            Some("https://w-f.fhir.azurehealthcareapis.com")
        );
        assert!(settings.resource_id.unwrap().ends_with("/fhirservices/f"));
        let providers = settings.smart_identity_providers.unwrap();
        assert_eq!(providers[0].applications[0].client_id, "c");
        assert_eq!(settings.allowed_object_ids, None);
    }
    let queried = read(
        r#"{"auth":{"authority":"a","audience":"https://x.azurehealthcareapis.com","smartProxyEnabled":true},"allow":[{"objectId":"1"},{"objectId":"2"}]}"#,
    );
    assert_eq!(queried.service, Some(Service::AzureApiForFhir));
    assert_eq!(
        queried.settings.allowed_object_ids,
        Some(vec!["1".to_owned(), "2".to_owned()])
    );
    let empty = read(
        r#"{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.HealthcareApis/services/n","properties":{"accessPolicies":[]}}"#,
    );
    assert_eq!(
        (empty.service, empty.settings.allowed_object_ids),
        (Some(Service::AzureApiForFhir), Some(Vec::new()))
    );
    let dicom = read(
        r#"{"type":"Microsoft.HealthcareApis/workspaces/dicomservices","properties":{"authenticationConfiguration":{"authority":"a","audiences":["https://dicom.healthcareapis.azure.com/"]}}}"#,
    );
    assert_eq!(
        (dicom.service, dicom.settings.audience.as_deref()),
        (
            Some(Service::AhdsDicom),
            Some("https://dicom.healthcareapis.azure.com/")
        )
    );
    let part = read(r#"{"authority":"a","audience":"b"}"#);
    assert_eq!(part.settings.audience.as_deref(), Some("b"));
}

#[test]
fn the_settings_of_a_self_hosted_server_are_read() {
    let (authority, audience) = ("https://login.example/t", "https://fhir.example");
    let name = "FhirServer__Security__Authentication__";
    for paste in [
        format!(
            r#"{{"FhirServer":{{"Security":{{"Enabled":true,"Authentication":{{"Audience":"{audience}","Authority":"{authority}"}}}}}}}}"#
        ),
        format!("{name}Authority={authority}\n{name}Audience={audience}"),
        format!("environment:\n  - {name}Audience={audience}\n  - {name}Authority={authority}\n"),
        format!("  {name}Audience: \"{audience}\"\n  {name}Authority: '{authority}'\n"),
        format!("$env:{name}Audience = '{audience}'; $env:{name}Authority = '{authority}'"),
    ] {
        let evidence = read(&paste);
        assert_eq!(kinds(&evidence), [Kind::ServiceSettings], "{paste}");
        assert_eq!(evidence.service, Some(Service::FhirServer), "{paste}");
        assert_eq!(
            evidence.settings.authority.as_deref(),
            Some(authority),
            "{paste}"
        );
        assert_eq!(
            evidence.settings.audience.as_deref(),
            Some(audience),
            "{paste}"
        );
    }
}

#[test]
fn a_list_of_role_assignments_answers_which_role_is_held() {
    let named = |name: &str| Some(DataRoleAnswer::Named(name.to_owned()));
    let scope = "/subscriptions/cd4a8aa5/resourceGroups/rg-ehr";
    let table = |rows: &[(&str, &str)]| {
        let rows: Vec<String> = rows
            .iter()
            .map(|(who, role)| format!("{who:<36}  {role:<24}  {scope}\n"))
            .collect();
        let rows = rows.concat();
        format!(
            "Principal                             Role                      Scope\n\
             ------------------------------------  ------------------------  -----\n{rows}"
        )
    };
    let json = format!(
        r#"[{{"principalId": "3f2c91d7", "roleDefinitionName": "Reader", "scope": "{scope}"}},
            {{"principalId": "3f2c91d7", "roleDefinitionName": "FHIR Data Writer", "scope": "{scope}"}}]"#
    );
    let cases = [
        (
            table(&[("ward@contoso.com", "FHIR Data Reader")]),
            named("FHIR Data Reader"),
        ),
        // Not everybody may look up the principal.
        (
            table(&[("", "FHIR Data Reader")]),
            named("FHIR Data Reader"),
        ),
        // The role that counts is the one that covers most.
        (
            table(&[
                ("a", "FHIR Data Converter"),
                ("a", "DICOM Data Owner"),
                ("a", "FHIR Data Reader"),
                ("a", "FHIR Data Contributor"),
                ("a", "FHIR Data Exporter"),
            ]),
            named("FHIR Data Contributor"),
        ),
        (
            table(&[("a", "Owner"), ("a", "Storage Blob Data Reader")]),
            Some(DataRoleAnswer::OwnerOrContributor),
        ),
        (
            table(&[("a", "Storage Blob Data Reader")]),
            Some(DataRoleAnswer::None),
        ),
        (
            table(&[("a", "Ward FHIR reader")]),
            named("Ward FHIR reader"),
        ),
        (json.clone(), named("FHIR Data Writer")),
        (
            format!(
                "$ az role assignment list\r\n{}",
                json.replace('\n', "\r\n")
            ),
            named("FHIR Data Writer"),
        ),
        (
            r#"{"RoleDefinitionName": "FHIR Data Reader", "Scope": "/"}"#.to_owned(),
            named("FHIR Data Reader"),
        ),
        ("Principal  Role  Scope\n".to_owned(), None),
        ("Principal  Role\nward  FHIR Data Reader\n".to_owned(), None),
    ];
    for (paste, expected) in cases {
        let mut case = Case::default();
        read(&paste).fill(&mut case);
        assert_eq!(Facts::of(&case).data_role, expected, "{paste}");
    }
}

#[test]
fn of_several_roles_the_one_counts_that_covers_the_request() {
    let mut case = Case::default();
    let roles = r#"[{"roleDefinitionName": "FHIR Data Writer"}, {"roleDefinitionName": "FHIR Data Importer"}]"#;
    read(roles).fill(&mut case);
    let role = |case: &Case| Facts::of(case).data_role;
    let named = |name: &str| Some(DataRoleAnswer::Named(name.to_owned()));
    assert_eq!(role(&case), named("FHIR Data Writer"));
    let roles = r#"[{"roleDefinitionName": "FHIR Data Exporter"}, {"roleDefinitionName": "FHIR Data Importer"}]"#;
    read(roles).fill(&mut case);
    read("curl https://ws-fhir.fhir.azurehealthcareapis.com/$import -X POST").fill(&mut case);
    assert_eq!(role(&case), named("FHIR Data Importer"));
    // What the person says counts before.
    case.answers.data_role = Some(DataRoleAnswer::None);
    assert_eq!(role(&case), Some(DataRoleAnswer::None));
}

#[test]
fn a_resource_id_alone_gives_the_scope() {
    let id = "/subscriptions/cd4a8aa5/resourceGroups/rg-ehr/providers/Microsoft.HealthcareApis/workspaces/contoso/fhirservices/ehr";
    let group = "/subscriptions/cd4a8aa5/resourceGroups/rg-ehr";
    for paste in [
        id.to_owned(),
        format!("  \"{id}\",\r\n"),
        format!("$ az resource list\n{group}\n{id}\n"),
    ] {
        let evidence = read(&paste);
        assert_eq!(
            evidence.settings.resource_id.as_deref(),
            Some(id),
            "{paste}"
        );
        assert_eq!(evidence.service, Some(Service::AhdsFhir));
    }
    for paste in [
        group.to_owned(),
        format!("{id}\n{id}-2\n"),
        format!("{id} is it"),
    ] {
        assert_eq!(read(&paste).settings.resource_id, None, "{paste}");
    }
}
