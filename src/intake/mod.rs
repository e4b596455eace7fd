//! Intake: one box takes everything, recognises it and says what it took from it.
//!
//! [`read`] goes over a paste line by line. At each line every recogniser is asked whether its kind of
//! thing begins there; the one that knows it says what it gives and how long it is. What no recogniser
//! knows is loose text, in which a token, an `AADSTS` code or an `IDX` code may still stand.
//!
//! A recogniser never looks at the same text twice, so that the time is linear in the paste.

mod authorized;
mod bare_token;
mod challenge;
mod curl;
mod evidence;
mod fetch;
mod har;
mod header_block;
mod http_message;
mod json;
mod log_line;
mod loose;
mod place;
mod powershell;
mod refusal;
mod service_settings;
mod shell;
mod token_response;
mod transcript;
mod url;

pub use evidence::{Evidence, Item, Kind, Note};

pub(crate) use place::position_of;

use place::Found;

/// Looks whether its kind of thing begins at the beginning of this text, whose first line is this.
type Recogniser = fn(text: &str, line: &str) -> Found;

/// Every kind of thing that is known by how it begins, each before those that it could be taken for.
const RECOGNISERS: [Recogniser; 10] = [
    transcript::read,
    http_message::read_response,
    http_message::read_request,
    curl::read,
    powershell::read,
    fetch::read,
    json::read,
    challenge::read,
    header_block::read,
    url::read,
];

/// Reads whatever was pasted.
pub fn read(paste: &str) -> Evidence {
    // What is one token as a whole is nothing else, whatever its lines begin with.
    if let Some(evidence) = bare_token::read(paste).filter(loose::is_readable) {
        return evidence;
    }
    let mut evidence = Evidence::default();
    let mut at = 0;
    let mut loose_from = 0;
    while let Some(rest) = paste.get(at..).filter(|rest| !rest.is_empty()) {
        match recognise(rest) {
            Found::Evidence(found, length) => {
                evidence.join(loose::read(paste.get(loose_from..at).unwrap_or_default()));
                evidence.join(*found);
                at += length;
                loose_from = at;
            }
            Found::NothingUpTo(length) => at += place::line_end(rest, length),
            Found::Nothing => at += place::line_end(rest, 0),
        }
    }
    evidence.join(loose::read(paste.get(loose_from..).unwrap_or_default()));
    if evidence.items.is_empty() {
        evidence.items.push(Item::of(Kind::Unrecognised));
    }
    evidence
}

fn recognise(rest: &str) -> Found {
    let beginning = rest.trim_start_matches(place::is_indentation);
    if !beginning.starts_with(|first: char| first.is_ascii_graphic()) {
        return Found::Nothing;
    }
    let indentation = rest.len() - beginning.len();
    let line = place::first_line(beginning);
    RECOGNISERS
        .iter()
        .map(|recogniser| recogniser(beginning, line))
        .find(|found| !matches!(found, Found::Nothing))
        .map_or(Found::Nothing, |found| found.behind(indentation))
}
