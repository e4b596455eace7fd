//! What is wrong with an entry, said at its field. The entry stays as it was typed.

use whydenied::entra::{Authority, AuthorityProblem, Guid, without_slash};

use super::View;
use crate::page::reading::entries;

/// What is wrong with the Authority: it is none, or the service names another.
pub(super) fn authority(text: &str, view: &View<'_>) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let served = view.model.reading.served.authority.as_deref();
    match Authority::parse(text) {
        Err(problem) => Some(malformed(problem).to_owned()),
        Ok(_) => served
            .filter(|served| !without_slash(served).eq_ignore_ascii_case(without_slash(text)))
            .map(differs),
    }
}

const fn malformed(problem: AuthorityProblem) -> &'static str {
    match problem {
        AuthorityProblem::NotHttps => {
            "This is not an https URL, such as `https://login.microsoftonline.com/tenant-id`."
        }
        AuthorityProblem::NoTenant => {
            "This is no authority: its tenant is missing. It reads `https://login.microsoftonline.com/tenant-id`."
        }
    }
}

/// What is wrong with the Audience. Any text may be one, so little can be.
pub(super) fn audience(text: &str, view: &View<'_>) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if text.contains(char::is_whitespace) {
        return Some("An audience is one word without spaces, mostly an https URL.".to_owned());
    }
    let served = view.model.reading.served.audience.as_deref();
    served.filter(|served| *served != text).map(differs)
}

fn differs(served: &str) -> String {
    format!(
        "The service itself names `{}`, and that is used.",
        served.replace('`', "'")
    )
}

/// Which entry of the list is no GUID.
pub(super) fn allow_list(text: &str) -> Option<String> {
    let mut entries = entries(text)
        .enumerate()
        .filter(|(_, entry)| Guid::parse(entry).is_none());
    let (index, entry) = entries.next()?;
    let more = match entries.count() {
        0 => String::new(),
        1 => " Nor is another one.".to_owned(),
        count => format!(" Nor are {count} others."),
    };
    Some(format!(
        "Entry {} is not an Object ID, which is a GUID: `{}`.{more}",
        index + 1,
        entry.replace('`', "'")
    ))
}

/// What is wrong with the number of a status.
pub(super) fn status(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let is_status = text
        .parse()
        .is_ok_and(|status: u16| (100..600).contains(&status));
    (!text.is_empty() && !is_status).then_some("A status is a number from 100 to 599.")
}
