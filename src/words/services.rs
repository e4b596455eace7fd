//! The services by name.

use crate::service::Service;

/// A service's name.
pub const fn service(service: Service) -> &'static str {
    match service {
        Service::AhdsFhir => "FHIR service in Azure Health Data Services",
        Service::AhdsDicom => "DICOM service in Azure Health Data Services",
        Service::AzureApiForFhir => "Azure API for FHIR (retired)",
        Service::FhirServer => "FHIR server, self-hosted",
    }
}
