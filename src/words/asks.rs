//! The questions that only the person can answer: what to run, and the answers to choose from.

use super::{
    commands::{Shell, command},
    remedy::Command,
    template::Said,
};
use crate::{
    diagnosis::{DataRoleAnswer, Facts, NodeId},
    service::Service,
};

/// A question to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is asked.
    pub prompt: &'static str,
    /// What to run to find out.
    pub command: Option<Command>,
    /// The answers to choose from.
    pub choices: Vec<Choice>,
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The answer on its button.
    pub label: &'static str,
    /// What it says.
    pub answer: Answer,
}

/// What an answer says about the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The service answered this status; none where it was not called yet.
    Status(Option<u16>),
    /// The service answered another status than 400, 401 and 403.
    OtherStatus,
    /// No token could be got at all.
    NoToken,
    /// A token was sent, or not.
    TokenSent(bool),
    /// An anonymous `GET /metadata` answered this status.
    MetadataStatus(u16),
    /// The authority is the tenant of the service's own subscription, or not.
    HomeTenant(bool),
    /// The role held at the service's scope.
    DataRole(DataRoleAnswer),
    /// The role, or the list, was changed only minutes ago, or not.
    RoleRecent(bool),
}

/// What a question asks of the person; none where a paste answers it, or where the service does
/// not ask it.
pub fn asks(node: NodeId, facts: &Facts<'_>) -> Option<Ask> {
    let text = text(node, facts.service())?;
    let said = Said {
        facts,
        finding: None,
        state: None,
    };
    let mut choices = Vec::new();
    for (label, role) in text.roles {
        let role = DataRoleAnswer::Named((*role).to_owned());
        choices.push(choice(label, Answer::DataRole(role)));
    }
    choices.extend_from_slice(text.choices);
    Some(Ask {
        prompt: text.prompt,
        command: (!text.command.is_empty()).then(|| command(text.command, Shell::Posix, &said)),
        choices,
    })
}

/// A question to the person, in a table.
struct AskText {
    prompt: &'static str,
    /// The section of the texts that has its command, or nothing.
    command: &'static str,
    /// Roles to choose from: on the button, and in Azure.
    roles: &'static [(&'static str, &'static str)],
    /// The other answers.
    choices: &'static [Choice],
}

const fn text(node: NodeId, service: Service) -> Option<&'static AskText> {
    Some(match (node, service) {
        (NodeId::Status, _) => &STATUS,
        (NodeId::BearerSent, _) => &BEARER_SENT,
        (NodeId::Network, _) => &NETWORK,
        (NodeId::GrantSource, Service::AhdsFhir | Service::AzureApiForFhir) => &GRANT_SOURCE,
        (NodeId::AzureRbac, Service::AhdsFhir | Service::AzureApiForFhir) => &FHIR_ROLE,
        (NodeId::AzureRbac, Service::AhdsDicom) => &DICOM_ROLE,
        (NodeId::Propagation, _) => &PROPAGATION,
        _ => return None,
    })
}

const STATUS: AskText = AskText {
    prompt: "The answer you got",
    command: "",
    roles: &[],
    choices: &[
        choice("401 Unauthorized", Answer::Status(Some(401))),
        choice("403 Forbidden", Answer::Status(Some(403))),
        choice("400 Bad request", Answer::Status(Some(400))),
        choice("Something else", Answer::OtherStatus),
        choice("I could not get a token at all", Answer::NoToken),
        choice("I have not called it yet", Answer::Status(None)),
    ],
};

const BEARER_SENT: AskText = AskText {
    prompt: "Did the request carry an `Authorization: Bearer …` header?",
    command: "",
    roles: &[],
    choices: &[
        choice("Yes", Answer::TokenSent(true)),
        choice("No", Answer::TokenSent(false)),
    ],
};

const NETWORK: AskText = AskText {
    prompt: "What does this call answer, without a token?",
    command: "open-call",
    roles: &[],
    choices: &[
        choice("200", Answer::MetadataStatus(200)),
        choice("403", Answer::MetadataStatus(403)),
        choice("404 or another status", Answer::MetadataStatus(404)),
    ],
};

const GRANT_SOURCE: AskText = AskText {
    prompt: "Is the Authority the tenant of the service's own subscription?",
    command: "home-tenant",
    roles: &[],
    choices: &[
        choice("Yes", Answer::HomeTenant(true)),
        choice("No", Answer::HomeTenant(false)),
    ],
};

const FHIR_ROLE: AskText = AskText {
    prompt: "No token shows this. Run the command and paste what it prints into the box, or pick the \
             role that you see. If it prints nothing, it is none of these.",
    command: "role-list",
    roles: &[
        ("Data Reader", "FHIR Data Reader"),
        ("Data Writer", "FHIR Data Writer"),
        ("Data Contributor", "FHIR Data Contributor"),
        ("Exporter", "FHIR Data Exporter"),
        ("Importer", "FHIR Data Importer"),
        ("Converter", "FHIR Data Converter"),
        ("SMART User", "FHIR SMART User"),
    ],
    choices: &[
        choice(
            "Only Owner, Contributor or Reader",
            Answer::DataRole(DataRoleAnswer::OwnerOrContributor),
        ),
        choice("None of these", Answer::DataRole(DataRoleAnswer::None)),
    ],
};

const DICOM_ROLE: AskText = AskText {
    roles: &[
        ("Data Reader", "DICOM Data Reader"),
        ("Data Owner", "DICOM Data Owner"),
    ],
    ..FHIR_ROLE
};

const PROPAGATION: AskText = AskText {
    prompt: "Was the role, or the list, changed within the last 15 minutes?",
    command: "",
    roles: &[],
    choices: &[
        choice("Yes", Answer::RoleRecent(true)),
        choice("No", Answer::RoleRecent(false)),
    ],
};

const fn choice(label: &'static str, answer: Answer) -> Choice {
    Choice { label, answer }
}
