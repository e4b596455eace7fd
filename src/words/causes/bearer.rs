//! No bearer token reached the service.

use super::words;
use crate::{
    diagnosis::Facts,
    http::Authorization,
    service::Service,
    words::{
        CauseWords,
        commands::Line,
        moves,
        remedy::{Command, Mover, Remedy, Tool},
        values::{self, term},
    },
};

pub(super) fn no_bearer_token(facts: &Facts<'_>) -> CauseWords {
    let sent = facts
        .case
        .request
        .as_ref()
        .map(|request| &request.authorization);
    let headline = match sent {
        Some(Authorization::Missing) => "No bearer token was sent: the request has no \
                                         `Authorization` header."
            .to_owned(),
        Some(Authorization::Empty) => {
            "No bearer token was sent: nothing stands behind `Bearer`.".to_owned()
        }
        Some(Authorization::OtherScheme(scheme)) if is_scheme(scheme) => [
            "No bearer token was sent: the header says ",
            &term(scheme),
            ", not `Bearer`.",
        ]
        .concat(),
        Some(Authorization::OtherScheme(_)) => {
            "No bearer token was sent: `Bearer` is missing before the token.".to_owned()
        }
        _ => "No bearer token reached the service.".to_owned(),
    };
    let explanation = if facts.challenge.is_some() {
        "Its 401 names no `error`, which happens only where it saw no bearer token at all. It \
         reads the header `Authorization: Bearer …` and nothing else."
    } else {
        "The service reads the header `Authorization: Bearer …` and nothing else. Without it the \
         answer is a 401 that names no `error`."
    };
    words(
        headline,
        explanation,
        vec![
            send(facts),
            let_pass(),
            moves::get_token_as("No token yet? Ask for one.", facts),
        ],
    )
}

/// A scheme's name, not a token that stands in its place.
fn is_scheme(text: &str) -> bool {
    (1..=24).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn send(facts: &Facts<'_>) -> Remedy {
    Remedy::new(
        Mover::You,
        "Send the token as `Authorization: Bearer <token>`, one space between, no quotes.",
    )
    .by(
        Tool::Rest,
        call(facts),
        "In Postman: Authorization › Type Bearer Token.",
    )
    .told(
        Tool::PowerShell,
        "Pass `-Headers @{ Authorization = \"Bearer $plain\" }`, where `$plain` is text and not a \
         SecureString.",
    )
    .told(
        Tool::Code,
        "Set the header on every request: most clients drop it when a redirect leads to another \
         host.",
    )
}

/// One call with the token.
pub(super) fn call(facts: &Facts<'_>) -> Command {
    let path = if facts.case.service == Service::AhdsDicom {
        "/v2/studies"
    } else {
        "/Patient"
    };
    Line::posix("curl -i")
        .fixed("-H \"Authorization: Bearer $TOKEN\"")
        .around("", "", &values::base_url(facts), path)
        .done()
}

fn let_pass() -> Remedy {
    Remedy::new(
        Mover::NetworkAdministrator,
        "If it was sent, let every proxy and gateway on the way pass the `Authorization` header \
         on.",
    )
}
