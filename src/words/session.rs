//! What is said of a recorded session.

use crate::intake::har::{Broken, Found, MOST, Recording};

/// A paste has no name.
pub const PASTED: &str = "the pasted HAR";

/// That it is being read.
pub fn reading(name: &str) -> String {
    ["Reading ", name, "…"].concat()
}

/// How much of it was read, and what was found so far.
pub fn so_far(percent: u64, found: usize) -> String {
    [&*percent.to_string(), " %, ", &requests(found), " so far"].concat()
}

/// That the reading was stopped.
pub fn stopped(name: &str) -> String {
    ["Reading ", name, " was stopped. Nothing of it was taken."].concat()
}

/// What a session holds, and what to do now.
pub fn listed(name: &str, recording: &Recording) -> String {
    let entries = recording.entries.to_string();
    match (recording.entries, recording.refused) {
        (1, 0) => [
            "The one request in ",
            name,
            " was answered otherwise than 400, 401 or 403.",
        ]
        .concat(),
        (0, _) => ["No request is recorded in ", name, "."].concat(),
        (_, 0) => [
            "None of the ",
            &entries,
            " requests in ",
            name,
            " was answered 400, 401 or 403.",
        ]
        .concat(),
        (1, 1) => ["The one request in ", name, " was refused. It is taken."].concat(),
        (_, 1) => [
            "One of ",
            &entries,
            " requests in ",
            name,
            " was refused. It is taken.",
        ]
        .concat(),
        (_, refused) => [
            &*requests(refused),
            " of ",
            &entries,
            " in ",
            name,
            ". Choose the one to explain.",
        ]
        .concat(),
    }
}

fn requests(refused: usize) -> String {
    let noun = if refused == 1 {
        " refused request"
    } else {
        " refused requests"
    };
    refused.to_string() + noun
}

/// That not all of them are listed.
pub fn beyond(recording: &Recording) -> Option<String> {
    (recording.refused > MOST)
        .then(|| ["Only the first ", &MOST.to_string(), " can be chosen."].concat())
}

/// Where a session breaks off.
pub fn broken(broken: Broken) -> String {
    let what = match broken.found {
        Found::End => "the file ends in the middle of the recording".to_owned(),
        Found::Bracket(bracket) => {
            ["`", &bracket.to_string(), "` closes what is not open"].concat()
        }
        Found::OneLevelMore => "it is nested deeper than any recording".to_owned(),
        Found::NoJson => "the request that begins there is not JSON".to_owned(),
    };
    [
        "At byte ",
        &broken.at.to_string(),
        " ",
        &what,
        ". What could be read is listed.",
    ]
    .concat()
}

/// That browsers take `Authorization` out of what they save.
pub const SANITIZED: &str = "No request in it has an `Authorization` header: browsers leave it out of a HAR. \
                             To see the token, allow it in the developer tools (Chrome, Edge: Settings, \
                             Network, “Allow to generate HAR with sensitive data”), export again \
                             with sensitive data, or paste the token beside it.";

/// Stands before the audience of a listed request's token.
pub const TOKEN_FOR: &str = "with a token for ";

/// Stands where a listed request carried no token that can be read.
pub const NO_TOKEN: &str = "without a token that can be read";

/// On the button that puts the token of a listed request beside that of the picked one.
pub const COMPARE: &str = "Compare its token";
