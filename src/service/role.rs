//! Roles: Azure's data roles [domain 2.2] and the self-hosted server's own [domain 3.7].

use super::{
    Service,
    action::{
        Action::{
            ConvertData, Delete, EditProfileDefinitions, Export, HardDelete, Import, Read, Reindex,
            ResourceValidate, Write,
        },
        Actions,
    },
};

/// A role that carries data actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its name, as the portal or the server's `roles.json` writes it.
    pub name: &'static str,
    /// What it allows.
    pub actions: Actions,
    /// The services that it serves; at any other it allows nothing.
    pub services: &'static [Service],
}

const BOTH_FHIR: &[Service] = &[Service::AhdsFhir, Service::AzureApiForFhir];
const AHDS_FHIR: &[Service] = &[Service::AhdsFhir];
const DICOM: &[Service] = &[Service::AhdsDicom];
const SELF_HOSTED: &[Service] = &[Service::FhirServer];

/// The role of SMART users: it lets scopes and `fhirUser` decide.
pub const FHIR_SMART_USER: &str = "FHIR SMART User";
/// The self-hosted server's role of SMART users.
pub const SMART_USER: &str = "smartUser";

/// Azure's data roles.
pub const DATA_ROLES: [Role; 9] = [
    Role {
        name: "FHIR Data Reader",
        actions: Actions::of(&[Read]),
        services: BOTH_FHIR,
    },
    Role {
        name: "FHIR Data Writer",
        actions: Actions::of(&[
            Read,
            Write,
            Delete,
            Export,
            ResourceValidate,
            Reindex,
            ConvertData,
            EditProfileDefinitions,
            Import,
        ]),
        services: BOTH_FHIR,
    },
    Role {
        name: "FHIR Data Contributor",
        actions: Actions::ALL,
        services: BOTH_FHIR,
    },
    Role {
        name: "FHIR Data Exporter",
        actions: Actions::of(&[Read, Export]),
        services: BOTH_FHIR,
    },
    Role {
        name: "FHIR Data Importer",
        actions: Actions::of(&[Read, Import]),
        services: AHDS_FHIR,
    },
    Role {
        name: "FHIR Data Converter",
        actions: Actions::of(&[ConvertData]),
        services: BOTH_FHIR,
    },
    Role {
        name: FHIR_SMART_USER,
        actions: Actions::of(&[Read]),
        services: BOTH_FHIR,
    },
    Role {
        name: "DICOM Data Reader",
        actions: Actions::of(&[Read]),
        services: DICOM,
    },
    Role {
        name: "DICOM Data Owner",
        actions: Actions::ALL,
        services: DICOM,
    },
];

/// The roles of the self-hosted server's `roles.json`.
pub const SERVER_ROLES: [Role; 7] = [
    Role {
        name: "globalReader",
        actions: Actions::of(&[Read, ResourceValidate]),
        services: SELF_HOSTED,
    },
    Role {
        name: "globalExporter",
        actions: Actions::of(&[Read, Export]),
        services: SELF_HOSTED,
    },
    Role {
        name: "globalConverter",
        actions: Actions::of(&[Read, ConvertData]),
        services: SELF_HOSTED,
    },
    Role {
        name: "globalImporter",
        actions: Actions::of(&[Read, Import]),
        services: SELF_HOSTED,
    },
    Role {
        name: "globalWriter",
        actions: Actions::all_but(&[HardDelete, EditProfileDefinitions]),
        services: SELF_HOSTED,
    },
    Role {
        name: "globalAdmin",
        actions: Actions::ALL,
        services: SELF_HOSTED,
    },
    Role {
        name: SMART_USER,
        actions: Actions::ALL,
        services: SELF_HOSTED,
    },
];

impl Role {
    /// Azure's data role of this name; names compare without case.
    pub fn data_role(name: &str) -> Option<Self> {
        named(&DATA_ROLES, name)
    }

    /// The self-hosted server's role of this name; names compare without case.
    pub fn server_role(name: &str) -> Option<Self> {
        named(&SERVER_ROLES, name)
    }

    /// What it allows at this service.
    pub fn actions_at(self, service: Service) -> Actions {
        if self.services.contains(&service) {
            self.actions
        } else {
            Actions::NONE
        }
    }
}

/// Whether this is a role that manages Azure resources and opens no data.
pub fn is_control_plane_role(name: &str) -> bool {
    [
        "Owner",
        "Contributor",
        "Reader",
        "User Access Administrator",
    ]
    .iter()
    .any(|role| role.eq_ignore_ascii_case(name.trim()))
}

fn named(roles: &[Role], name: &str) -> Option<Role> {
    roles
        .iter()
        .copied()
        .find(|role| role.name.eq_ignore_ascii_case(name.trim()))
}
