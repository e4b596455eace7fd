//! A service's settings.

use whydenied::{intake::Kind, service::Service};

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
