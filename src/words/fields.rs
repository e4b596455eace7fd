//! What is said at the fields of the settings.

use super::template::Said;
use crate::{diagnosis::Facts, entra::AuthorityProblem, service::Service};

/// The Audience has a space in it.
pub const AUDIENCE_OF_WORDS: &str = "An audience is one word without spaces, mostly an https URL.";
/// The status has no number that a status can have.
pub const NO_STATUS: &str = "A status is a number from 100 to 599.";

/// Where the service is set to a value, by the label of its field [domain 1.4, 3.1].
pub fn place(label: &str, facts: &Facts<'_>) -> String {
    let said = Said {
        facts,
        finding: None,
        state: None,
    };
    let place = "[{self-hosted?}Set at the server: `FhirServer__Security__Authentication__|Portal: {settings-place} › Authentication › ]";
    let end = if facts.service() == Service::FhirServer {
        "`."
    } else {
        "."
    };
    [&said.say(place), label, end].concat()
}

/// The Authority is none.
pub const fn malformed(problem: AuthorityProblem) -> &'static str {
    match problem {
        AuthorityProblem::NotHttps => {
            "This is not an https URL, such as `https://login.microsoftonline.com/tenant-id`."
        }
        AuthorityProblem::NoTenant => {
            "This is no authority: its tenant is missing. It reads `https://login.microsoftonline.com/tenant-id`."
        }
    }
}

/// The service's own 401 names another value.
pub fn differs(served: &str) -> String {
    [
        "The service itself names `",
        &plain(served),
        "`, and that is used.",
    ]
    .concat()
}

/// An entry of the allow list, counted from 1, is no Object ID, and so are `others`.
pub fn no_object_id(position: usize, entry: &str, others: usize) -> String {
    let others = match others {
        0 => String::new(),
        1 => " Nor is another one.".to_owned(),
        count => [" Nor are ", &count.to_string(), " others."].concat(),
    };
    let position = position.to_string();
    let entry = plain(entry);
    [
        "Entry ",
        &position,
        " is not an Object ID, which is a GUID: `",
        &entry,
        "`.",
        &others,
    ]
    .concat()
}

/// Why the allow list is of no use at this service.
pub const fn no_allow_list(service: Service) -> &'static str {
    match service {
        Service::FhirServer => {
            "Only Azure API for FHIR has such a list. Here, the token's roles decide."
        }
        _ => "Only Azure API for FHIR has such a list. Here, roles decide.",
    }
}

/// Backticks would end the code term that the text stands in.
pub(super) fn plain(text: &str) -> String {
    text.replace('`', "'")
}
