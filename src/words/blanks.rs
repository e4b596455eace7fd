//! What a command leaves to be filled in, because nothing that was given holds it.

use super::{
    commands::{Shell, command},
    remedy::{Argument, Command},
    template::Said,
    texts,
};
use crate::{diagnosis::Facts, service::Service};

/// A place in a command that is still to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// What stands there: `<AUDIENCE>`, or the beginning of a longer one.
    pub name: String,
    /// What belongs there, and where it is found.
    pub meaning: String,
    /// What to run to find it, where that prints what can be pasted.
    pub look_up: Option<Command>,
}

/// What is still to be filled in, in the order of the texts.
pub fn blanks(command: &Command, facts: &Facts<'_>) -> Vec<Blank> {
    let said = plain(facts);
    let mut blanks = Vec::new();
    for (key, meaning) in texts::section("blanks").filter_map(|line| line.split_once(": ")) {
        let name = ["<", key, ">"].concat();
        let is_blank = |argument: &Argument| {
            let value = argument.value.as_deref().unwrap_or_default();
            !argument.is_own && value.contains(&name)
        };
        if command.arguments.iter().any(is_blank) {
            let is_resource_id = key == "SUBSCRIPTION";
            let meaning = said.say(meaning);
            blanks.push(Blank {
                name: if is_resource_id {
                    "/subscriptions/…".to_owned()
                } else {
                    name
                },
                meaning,
                look_up: look_up(facts).filter(|_| is_resource_id),
            });
        }
    }
    blanks
}

/// What prints the service's resource ID, and with it the settings, where the service's name is known. It runs
/// in either shell.
pub fn look_up(facts: &Facts<'_>) -> Option<Command> {
    let said = plain(facts);
    let section = if said.say("[{service-query?}known|]").is_empty() {
        "list-services"
    } else {
        "show-service"
    };
    (facts.service() != Service::FhirServer).then(|| command(section, Shell::Posix, &said))
}

fn plain<'a>(facts: &'a Facts<'a>) -> Said<'a> {
    Said {
        facts,
        finding: None,
        state: None,
    }
}
