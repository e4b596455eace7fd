//! What is wrong with an entry, said at its field. The entry stays as it was typed.

use whydenied::{
    entra::{Authority, Guid, without_slash},
    service::object_ids,
    words::fields,
};

use super::View;

/// What is wrong with the Authority: it is none, or the service names another.
pub(super) fn authority(text: &str, view: &View<'_>) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let served = view.model.reading.served.authority.as_deref();
    match Authority::parse(text) {
        Err(problem) => Some(fields::malformed(problem).to_owned()),
        Ok(_) => served
            .filter(|served| !without_slash(served).eq_ignore_ascii_case(without_slash(text)))
            .map(fields::differs),
    }
}

/// What is wrong with the Audience. Any text may be one, so little can be.
pub(super) fn audience(text: &str, view: &View<'_>) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if text.contains(char::is_whitespace) {
        return Some(fields::AUDIENCE_OF_WORDS.to_owned());
    }
    let served = view.model.reading.served.audience.as_deref();
    served.filter(|served| *served != text).map(fields::differs)
}

/// Which entry of the list is no GUID.
pub(super) fn allow_list(text: &str) -> Option<String> {
    let mut entries = object_ids(text)
        .enumerate()
        .filter(|(_, entry)| Guid::parse(entry).is_none());
    let (index, entry) = entries.next()?;
    Some(fields::no_object_id(index + 1, entry, entries.count()))
}

/// What is wrong with the number of a status.
pub(super) fn status(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let is_status = text
        .parse()
        .is_ok_and(|status: u16| (100..600).contains(&status));
    (!text.is_empty() && !is_status).then_some(fields::NO_STATUS)
}
