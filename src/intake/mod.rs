//! Intake: one box takes everything, recognises it and says what it took from it.
//!
//! [`pieces`] goes over a paste line by line. At each line every recogniser is asked whether its kind of
//! thing begins there; the one that knows it says what it gives and how long it is. What no recogniser
//! knows is loose text, in which a token, an `AADSTS` code or an `IDX` code may still stand.
//!
//! A recogniser never looks at the same text twice, so that the time is linear in the paste.

mod anonymous;
mod authorized;
mod bare_token;
mod challenge;
mod command_line;
mod copied;
mod curl;
mod encoding;
mod evidence;
mod fetch;
pub mod har;
mod header_block;
mod html;
mod http_message;
mod json;
mod known;
mod log_line;
mod loose;
mod piece;
mod place;
mod powershell;
mod public_key;
mod refusal;
mod refusal_names;
mod role_list;
mod service_settings;
mod shell;
mod token_line;
mod token_response;
mod token_text;
mod transcript;
mod url;
mod wrapped;

pub use encoding::{Binary, Encoding, Text, text_of};
pub use evidence::{Evidence, Item, Kind, Note};
pub use piece::Piece;

use piece::Pieces;
use place::Found;

/// Looks whether its kind of thing begins at the beginning of this text, whose first line is this.
type Recogniser = fn(text: &str, line: &str) -> Found;

/// Every kind of thing that is known by how it begins, each before those that it could be taken for.
const RECOGNISERS: [Recogniser; 15] = [
    transcript::read,
    http_message::read_response,
    http_message::read_request,
    curl::read,
    powershell::read,
    fetch::read,
    json::read,
    html::read,
    public_key::read,
    challenge::read,
    token_line::read,
    header_block::read,
    url::read,
    role_list::read,
    service_settings::read_id,
];

/// Reads whatever was pasted, as one.
pub fn read(paste: &str) -> Evidence {
    let mut evidence = Evidence::default();
    for piece in pieces(paste) {
        evidence.join(piece.evidence);
    }
    if evidence.items.is_empty() {
        evidence.items.push(Item::of(Kind::Unrecognised));
    }
    evidence
}

/// Each thing that was pasted, and where it stands; nothing where nothing was recognised.
pub fn pieces(paste: &str) -> Vec<Piece> {
    let Some((original, note)) = copied::original(paste) else {
        return pieces_of(paste);
    };
    let mut pieces = pieces_of(&original);
    copied::place_in(paste, &original, &mut pieces, note);
    pieces
}

/// As many bytes may be read again for what is found behind something else in its line: a recogniser reads the
/// line, and what goes on in the next lines may have been read to the paste's end.
const READ_AGAIN: usize = 32 << 20;

fn pieces_of(paste: &str) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    // What is one token as a whole is nothing else, whatever its lines begin with.
    if let Some(evidence) = bare_token::read(paste).filter(loose::is_readable) {
        pieces.add(0..paste.len(), evidence);
        return pieces.all;
    }
    let mut at = 0;
    let mut loose_from = 0;
    let mut read_again = 0;
    while let Some(rest) = paste.get(at..).filter(|rest| !rest.is_empty()) {
        let begins_line = begins_line(paste, at);
        let found = if begins_line || read_again < READ_AGAIN {
            recognise(rest, begins_line)
        } else {
            Found::Nothing
        };
        match found {
            Found::Evidence(found, length) => {
                if !begins_line {
                    let line = place::line_end(rest, 0);
                    read_again += if length > line { rest.len() } else { line };
                }
                loose::read(paste, loose_from..at, &mut pieces);
                pieces.add(at..at + length, *found);
                at += length;
                loose_from = at;
            }
            Found::NothingUpTo(length) => at += place::line_end(rest, length),
            Found::Nothing => at += place::line_end(rest, 0),
        }
    }
    loose::read(paste, loose_from..paste.len(), &mut pieces);
    pieces.all
}

/// Whether a line is too short for anything to begin there but a document, a header or a prompt. Told first,
/// for a paste may have millions of such lines.
fn is_nothing(line: &str) -> bool {
    const SHORT: usize = 4;
    line.len() < SHORT
        && line
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'=' | b'.' | b','))
}

fn begins_line(paste: &str, at: usize) -> bool {
    paste
        .get(..at)
        .is_none_or(|before| before.is_empty() || before.ends_with('\n'))
}

fn recognise(rest: &str, begins_line: bool) -> Found {
    let beginning = rest.trim_start_matches(place::is_indentation);
    if !beginning.starts_with(|first: char| first.is_ascii_graphic()) {
        return Found::Nothing;
    }
    // The mark of a quoted or printed line stands at its start. One inside a line would be read for another line,
    // with another inside it, and so on.
    if !begins_line && beginning.starts_with('>') {
        return Found::Nothing;
    }
    let indentation = rest.len() - beginning.len();
    let line = place::first_line(beginning);
    if is_nothing(line) {
        return Found::Nothing;
    }
    RECOGNISERS
        .iter()
        .map(|recogniser| recogniser(beginning, line))
        .find(|found| !matches!(found, Found::Nothing))
        .map_or(Found::Nothing, |found| found.behind(indentation))
}
