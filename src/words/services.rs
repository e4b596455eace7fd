//! The services and the certainties by name.

use crate::{diagnosis::Certainty, service::Service};

/// A service's name.
pub const fn service(service: Service) -> &'static str {
    match service {
        Service::AhdsFhir => "FHIR service in Azure Health Data Services",
        Service::AhdsDicom => "DICOM service in Azure Health Data Services",
        Service::AzureApiForFhir => "Azure API for FHIR (retired)",
        Service::FhirServer => "FHIR server, self-hosted",
    }
}

/// A certainty as one word.
pub const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Likely => "likely",
        Certainty::Possible => "possible",
    }
}
