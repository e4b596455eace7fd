//! The four services and how they differ.

mod action;
mod audience;
mod operation;
mod role;
mod settings;
mod smart;

pub use action::{Action, Actions};
pub use audience::{
    AudienceDifference, DEFAULT_SCOPE, DICOM_AUDIENCE, HEALTHCARE_APIS_ID, difference, is_dicom,
    is_fhir, is_instance, is_shared_default,
};
pub use operation::{Interaction, Operation, is_anonymous, least_role};
pub use role::{
    DATA_ROLES, FHIR_SMART_USER, Role, SERVER_ROLES, SMART_USER, is_control_plane_role,
};
pub use settings::{Settings, SmartApplication, SmartIdentityProvider, object_ids};
pub use smart::{ClinicalScope, Context, Permission, Scopes, is_clinical_scope, is_fhir_user};

/// Which service was called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Service {
    /// The FHIR service in Azure Health Data Services.
    #[default]
    AhdsFhir,
    /// Azure API for FHIR, retired on 2026-09-30.
    AzureApiForFhir,
    /// The DICOM service in Azure Health Data Services.
    AhdsDicom,
    /// The self-hosted, open source FHIR server.
    FhirServer,
}

impl Service {
    /// Every service.
    pub const ALL: [Self; 4] = [
        Self::AhdsFhir,
        Self::AhdsDicom,
        Self::AzureApiForFhir,
        Self::FhirServer,
    ];

    /// The id in reports, links and scenarios.
    pub const fn id(self) -> &'static str {
        match self {
            Self::AhdsFhir => "ahds-fhir",
            Self::AzureApiForFhir => "azure-api-for-fhir",
            Self::AhdsDicom => "ahds-dicom",
            Self::FhirServer => "fhir-server",
        }
    }

    /// The service with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.id() == id)
    }
}
