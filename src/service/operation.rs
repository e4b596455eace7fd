//! Operations: what a request does, and which action it needs [domain 2.2].

use super::{Service, action::Action};
use crate::http::{Request, Url};

/// What a request does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Something open to everyone: `/metadata`, `/health/check`.
    Anonymous,
    /// Something that needs one action.
    Needs {
        /// The action.
        action: Action,
        /// How it goes about it, for SMART scopes.
        interaction: Interaction,
        /// The resource type it concerns; none for the whole server.
        resource_type: Option<String>,
        /// The request in short: `GET /Patient`.
        label: String,
    },
    /// A bundle, or an operation whose action is not documented.
    Unknown {
        /// The request in short: `POST /`.
        label: String,
    },
}

/// A RESTful interaction (FHIR R4, section 3.1.0), as SMART scopes tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interaction {
    /// Reads one resource, or its history.
    Read,
    /// Searches, or reads the history of a type.
    Search,
    /// Creates.
    Create,
    /// Updates or patches.
    Update,
    /// Deletes.
    Delete,
    /// A named operation.
    Other,
}

/// The resource types whose change edits profile definitions.
const PROFILES: [&str; 3] = ["StructureDefinition", "ValueSet", "CodeSystem"];

impl Operation {
    /// What this request does at this service.
    pub fn of(request: &Request, service: Service) -> Self {
        let url = Url::parse_reference(&request.url);
        if is_anonymous(url) {
            return Self::Anonymous;
        }
        let method = request.method.to_ascii_uppercase();
        let path = if url.path.is_empty() { "/" } else { url.path };
        let label = [&method, " ", path].concat();
        match service {
            Service::AhdsDicom => dicom(&method, label),
            _ => fhir(&method, &request.url, label),
        }
    }

    /// The action it needs, where that is known.
    pub fn action(&self) -> Option<Action> {
        match self {
            Self::Needs { action, .. } => Some(*action),
            Self::Anonymous | Self::Unknown { .. } => None,
        }
    }

    /// The least role that allows it at a service; what is not known is taken for reading.
    pub fn least_role(&self, service: Service) -> &'static str {
        least_role(self.action().unwrap_or(Action::Read), service)
    }

    /// The request in short: `GET /Patient`.
    pub fn label(&self) -> &str {
        match self {
            Self::Anonymous => "GET /metadata",
            Self::Needs { label, .. } | Self::Unknown { label } => label,
        }
    }
}

/// The least role that allows an action at a service.
pub const fn least_role(action: Action, service: Service) -> &'static str {
    match service {
        Service::FhirServer => match action {
            Action::Read | Action::ResourceValidate => "globalReader",
            Action::Export => "globalExporter",
            Action::ConvertData => "globalConverter",
            Action::Import => "globalImporter",
            Action::Write | Action::Delete | Action::Reindex => "globalWriter",
            Action::HardDelete | Action::EditProfileDefinitions => "globalAdmin",
        },
        Service::AhdsDicom => match action {
            Action::Read => "DICOM Data Reader",
            _ => "DICOM Data Owner",
        },
        Service::AhdsFhir | Service::AzureApiForFhir => match action {
            Action::Read => "FHIR Data Reader",
            Action::Export => "FHIR Data Exporter",
            Action::ConvertData => "FHIR Data Converter",
            Action::Import if matches!(service, Service::AhdsFhir) => "FHIR Data Importer",
            Action::HardDelete | Action::Import => "FHIR Data Contributor",
            Action::Write
            | Action::Delete
            | Action::ResourceValidate
            | Action::Reindex
            | Action::EditProfileDefinitions => "FHIR Data Writer",
        },
    }
}

/// The endpoints that answer without a token. They prove nothing about one [domain 2.5].
pub fn is_anonymous(url: Url<'_>) -> bool {
    matches!(
        url.segments().as_slice(),
        [.., "metadata" | "smart-configuration"] | [.., "health", "check"]
    )
}

fn dicom(method: &str, label: String) -> Operation {
    let (action, interaction) = match method {
        "GET" | "HEAD" => (Action::Read, Interaction::Search),
        "DELETE" => (Action::Delete, Interaction::Delete),
        "POST" | "PUT" | "PATCH" => (Action::Write, Interaction::Create),
        _ => return Operation::Unknown { label },
    };
    Operation::Needs {
        action,
        interaction,
        resource_type: None,
        label,
    }
}

fn fhir(method: &str, url: &str, label: String) -> Operation {
    let url = with_marks(url);
    let url = Url::parse_reference(&url);
    // `Patient/1/Observation` searches the observations of one patient (FHIR R4, section 3.1.1.4).
    let segments = url.segments();
    let first = segments
        .iter()
        .position(|segment| is_resource_type(segment));
    let segment = |at: usize| segments.get(at).copied();
    let inside = first.and_then(|first| segment(first + 2));
    let resource_type = inside
        .filter(|inside| is_resource_type(inside))
        .or(first.and_then(segment))
        .map(str::to_owned);
    let operation = segments
        .iter()
        .rev()
        .find_map(|name| name.strip_prefix('$'));
    if let Some(operation) = operation {
        return match operation_action(operation) {
            Some(action) => Operation::Needs {
                action,
                interaction: Interaction::Other,
                resource_type,
                label,
            },
            None => Operation::Unknown { label },
        };
    }
    let is_search = segments.ends_with(&["_search"]);
    let is_history = segments.contains(&"_history");
    let Some(resource) = resource_type.as_deref() else {
        let is_whole_server =
            is_search || is_history || url.query.is_some_and(|query| query.contains("_type="));
        let reads = match method {
            "GET" | "HEAD" => is_whole_server,
            "POST" => is_search,
            _ => false,
        };
        if !reads {
            return Operation::Unknown { label };
        }
        return Operation::Needs {
            action: Action::Read,
            interaction: Interaction::Search,
            resource_type,
            label,
        };
    };
    let has_id = segments
        .iter()
        .position(|segment| *segment == resource)
        .and_then(|at| segment(at + 1))
        .is_some_and(|id| !id.starts_with('_'));
    let (action, interaction) = match method {
        "GET" | "HEAD" if has_id => (Action::Read, Interaction::Read),
        "GET" | "HEAD" => (Action::Read, Interaction::Search),
        "POST" if is_search => (Action::Read, Interaction::Search),
        "POST" => (Action::Write, Interaction::Create),
        "PUT" | "PATCH" => (Action::Write, Interaction::Update),
        "DELETE" if is_hard_delete(url) => (Action::HardDelete, Interaction::Delete),
        "DELETE" => (Action::Delete, Interaction::Delete),
        _ => return Operation::Unknown { label },
    };
    let edits_profiles =
        PROFILES.contains(&resource) && matches!(action, Action::Write | Action::Delete);
    let action = if edits_profiles {
        Action::EditProfileDefinitions
    } else {
        action
    };
    Operation::Needs {
        action,
        interaction,
        resource_type,
        label,
    }
}

/// FHIR resource types are the only path segments in upper camel case; `FHIR` and `R4` are none.
fn is_resource_type(segment: &str) -> bool {
    segment.starts_with(|first: char| first.is_ascii_uppercase())
        && segment.bytes().all(|byte| byte.is_ascii_alphabetic())
        && segment.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// A URL with the marks of FHIR's own names as they are, which many clients encode (RFC 3986 section 2.1).
fn with_marks(url: &str) -> String {
    url.replace("%24", "$")
        .replace("%5F", "_")
        .replace("%5f", "_")
}

fn operation_action(name: &str) -> Option<Action> {
    Some(match name {
        "export" => Action::Export,
        "import" => Action::Import,
        "convert-data" => Action::ConvertData,
        "validate" => Action::ResourceValidate,
        "reindex" => Action::Reindex,
        "purge-history" => Action::HardDelete,
        _ => return None,
    })
}

fn is_hard_delete(url: Url<'_>) -> bool {
    url.query.is_some_and(|query| {
        query.split('&').any(|parameter| {
            parameter.split_once('=').is_some_and(|(name, value)| {
                matches!(name, "_hardDelete" | "hardDelete") && value.eq_ignore_ascii_case("true")
            })
        })
    })
}
