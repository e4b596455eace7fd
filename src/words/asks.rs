//! The questions that only the person can answer: what to run, and the answers to choose from.

use super::{
    commands::{Shell, command},
    moves::ROLE_LIST,
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
    match node {
        NodeId::Status => Some(status()),
        NodeId::BearerSent => Some(yes_or_no(
            "Did the request carry an `Authorization: Bearer …` header?",
            Answer::TokenSent,
        )),
        NodeId::Network => Some(network(facts)),
        NodeId::GrantSource => home_tenant(facts),
        NodeId::AzureRbac => data_role(facts),
        NodeId::Propagation => Some(yes_or_no(
            "Was the role, or the list, changed within the last 15 minutes?",
            Answer::RoleRecent,
        )),
        _ => None,
    }
}

fn status() -> Ask {
    Ask {
        prompt: "The answer you got",
        command: None,
        choices: vec![
            choice("401 Unauthorized", Answer::Status(Some(401))),
            choice("403 Forbidden", Answer::Status(Some(403))),
            choice("400 Bad request", Answer::Status(Some(400))),
            choice("Something else", Answer::OtherStatus),
            choice("I could not get a token at all", Answer::NoToken),
            choice("I have not called it yet", Answer::Status(None)),
        ],
    }
}

fn network(facts: &Facts<'_>) -> Ask {
    Ask {
        prompt: "What does this call answer, without a token?",
        command: run("curl -i\n{base-url}{open-path}", facts),
        choices: vec![
            choice("200", Answer::MetadataStatus(200)),
            choice("403", Answer::MetadataStatus(403)),
            choice("404 or another status", Answer::MetadataStatus(404)),
        ],
    }
}

fn home_tenant(facts: &Facts<'_>) -> Option<Ask> {
    matches!(
        facts.case.service,
        Service::AhdsFhir | Service::AzureApiForFhir
    )
    .then(|| Ask {
        command: run("az account show\n--query tenantId\n-o tsv", facts),
        ..yes_or_no(
            "Is the Authority the tenant of the service's own subscription?",
            Answer::HomeTenant,
        )
    })
}

fn data_role(facts: &Facts<'_>) -> Option<Ask> {
    const FHIR: [(&str, &str); 7] = [
        ("Data Reader", "FHIR Data Reader"),
        ("Data Writer", "FHIR Data Writer"),
        ("Data Contributor", "FHIR Data Contributor"),
        ("Exporter", "FHIR Data Exporter"),
        ("Importer", "FHIR Data Importer"),
        ("Converter", "FHIR Data Converter"),
        ("SMART User", "FHIR SMART User"),
    ];
    const DICOM: [(&str, &str); 2] = [
        ("Data Reader", "DICOM Data Reader"),
        ("Data Owner", "DICOM Data Owner"),
    ];
    let roles: &[(&str, &str)] = match facts.case.service {
        Service::AhdsFhir | Service::AzureApiForFhir => &FHIR,
        Service::AhdsDicom => &DICOM,
        Service::FhirServer => return None,
    };
    let held = |&(label, role): &(&'static str, &str)| {
        choice(
            label,
            Answer::DataRole(DataRoleAnswer::Named(role.to_owned())),
        )
    };
    let mut choices: Vec<_> = roles.iter().map(held).collect();
    choices.push(choice(
        "Only Owner, Contributor or Reader",
        Answer::DataRole(DataRoleAnswer::OwnerOrContributor),
    ));
    choices.push(choice(
        "None of these",
        Answer::DataRole(DataRoleAnswer::None),
    ));
    Some(Ask {
        prompt: "No token shows this. Run the command: which role do you see?",
        command: run(ROLE_LIST, facts),
        choices,
    })
}

/// What to run to find out.
fn run(template: &'static str, facts: &Facts<'_>) -> Option<Command> {
    let said = Said {
        facts,
        finding: None,
        state: None,
    };
    command(template, Shell::Posix, &said)
}

fn yes_or_no(prompt: &'static str, answer: fn(bool) -> Answer) -> Ask {
    Ask {
        prompt,
        command: None,
        choices: vec![choice("Yes", answer(true)), choice("No", answer(false))],
    }
}

const fn choice(label: &'static str, answer: Answer) -> Choice {
    Choice { label, answer }
}
