//! The terms of the page.

use whydenied::{
    diagnosis::{Case, Facts},
    service::Service,
    words::{fields, term, terms},
};

#[test]
fn every_term_is_explained_once_in_the_order_of_the_alphabet() {
    let names: Vec<String> = terms().map(|(name, _)| name.to_lowercase()).collect();
    assert!(names.len() > 20);
    assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
    for (name, meaning) in terms() {
        assert!(meaning.ends_with('.'), "{name}");
    }
}

#[test]
fn the_labels_of_the_settings_are_terms() {
    for label in ["Authority", "Audience", "Allowed object IDs"] {
        assert!(!term(label).is_empty(), "{label}");
    }
    assert!(term("Answered").is_empty());
}

#[test]
fn where_a_setting_is_found_depends_on_the_service() {
    let places = [
        (
            Service::AhdsFhir,
            "Portal: Your workspace › FHIR service › Authentication › Audience.",
        ),
        (
            Service::AhdsDicom,
            "Portal: Your workspace › DICOM service › Authentication › Audience.",
        ),
        (
            Service::AzureApiForFhir,
            "Portal: Azure API for FHIR › your account › Authentication › Audience.",
        ),
        (
            Service::FhirServer,
            "Set at the server: `FhirServer__Security__Authentication__Audience`.",
        ),
    ];
    for (service, place) in places {
        let case = Case {
            service,
            ..Case::default()
        };
        assert_eq!(fields::place("Audience", &Facts::of(&case)), place);
    }
}
