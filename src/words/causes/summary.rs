//! Nothing fails: what that means, and what was not checked.

use super::{rbac, words};
use crate::{
    diagnosis::{Doubt, Facts, Finding, Input, SignatureCheck},
    service::Service,
    words::{
        CauseWords, input, moves,
        remedy::{Mover, Remedy, Tool},
    },
};

pub(super) fn unexplained_401(facts: &Facts<'_>) -> CauseWords {
    let mut remedies = Vec::new();
    if facts.challenge.is_none() {
        remedies.push(
            Remedy::new(
                Mover::You,
                "Paste the `WWW-Authenticate` header of the 401: it names the one thing that \
                 failed.",
            )
            .by(
                Tool::Rest,
                super::bearer::call(facts),
                "Browsers hide the header from scripts; `curl -i` and the developer tools show it.",
            ),
        );
    }
    if facts.case.keys.is_none() {
        remedies.push(Remedy::new(
            Mover::You,
            "Paste the authority's keys (JWKS), so that the signature can be checked.",
        ));
    }
    remedies.push(moves::get_token_as(
        "Try once more with a new token, and paste that call as a whole.",
        facts,
    ));
    words(
        "Nothing in this token explains the 401.",
        [
            &not_checked(facts),
            " If the service sends no `WWW-Authenticate` that says why, its own settings may \
             differ from the ones entered.",
        ]
        .concat(),
        remedies,
    )
}

pub(super) fn unexplained_403(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let mut remedies = Vec::new();
    if let Some(Doubt::Needs(needed)) = finding.doubt {
        remedies.push(next(needed));
    }
    if facts.service() == Service::FhirServer {
        let log = "Read the server's log at the time of the request, and its `roles.json`.";
        remedies.push(Remedy::new(Mover::ServiceAdministrator, log));
    } else {
        remedies.push(rbac::look(facts));
        let deny = Remedy::new(
            Mover::Owner,
            "Look for deny assignments, and for conditions on the role.",
        );
        remedies.push(deny.told(
            Tool::Portal,
            "The service › Access control (IAM) › Deny assignments, and Role assignments › \
             Condition.",
        ));
    }
    remedies.push(Remedy::new(
        Mover::You,
        "Paste the refused call as a whole, as `curl -v` prints it, and quote the \
         OperationOutcome's `id` to support.",
    ));
    words(
        "Nothing in hand explains this 403.",
        [
            &not_checked(facts),
            " No paste shows deny assignments, conditions, a role at the wrong scope, or that the \
             service was moved, which drops its roles.",
        ]
        .concat(),
        remedies,
    )
}

pub(super) fn would_be_accepted(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let needed = match finding.doubt {
        Some(Doubt::Needs(needed)) => needed,
        _ => Input::Status,
    };
    let is_open = matches!(
        needed,
        Input::Audience | Input::Authority | Input::DiscoveryDocument
    );
    let headline = if is_open {
        "Nothing that could be checked in this token explains a refusal."
    } else {
        "Nothing in this token explains a refusal: authentication would pass."
    };
    let call = Remedy::new(Mover::You, "Make the call, and paste all of it.").by(
        Tool::Rest,
        super::bearer::call(facts),
        "Put the token into `TOKEN` first.",
    );
    words(
        headline,
        [
            &not_checked(facts),
            " Whether the caller may do this is another question.",
        ]
        .concat(),
        vec![next(needed), call],
    )
}

/// The input that would help most.
fn next(needed: Input) -> Remedy {
    Remedy::new(Mover::You, ["Next, ", input(needed), "."].concat())
}

/// What the checks left out, as a sentence.
fn not_checked(facts: &Facts<'_>) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let is_verified = matches!(
        facts.case.signature_check,
        Some(SignatureCheck::Valid { .. })
    );
    if !is_verified {
        parts.push("the signature");
    }
    if facts.settings.audience.is_none() {
        parts.push("the audience");
    }
    if facts.settings.authority.is_none() && facts.settings.issuer.is_none() {
        parts.push("the issuer");
    }
    if facts.case.token.is_none() {
        parts = vec!["the token itself, which was not pasted"];
    }
    match parts.as_slice() {
        [] => "Not checked: whether the token was withdrawn.".to_owned(),
        [one] => ["Not checked: ", one, "."].concat(),
        [first, second] => ["Not checked: ", first, " and ", second, "."].concat(),
        [first, second, ..] => ["Not checked: ", first, ", ", second, " and the issuer."].concat(),
    }
}

pub(super) fn not_auth(facts: &Facts<'_>) -> CauseWords {
    let Some(status) = facts.status else {
        return words(
            "This is not an access problem.",
            "Access problems answer 401 or 403, seldom 400. Other statuses have other reasons.",
            vec![Remedy::new(
                Mover::You,
                "Say which status the service answered.",
            )],
        );
    };
    let (means, step) = usual_meaning(status);
    let explanation = if status == 400 {
        "Excluded: a token in the URL, SMART scopes that cannot be read, a SMART user without \
         `fhirUser`. The answer's own text says which part of the request is meant."
    } else {
        "Access problems answer 401 or 403, seldom 400. Token, roles and settings are not the \
         reason here."
    };
    words(
        [
            &status.to_string(),
            " is not an access problem: ",
            means,
            ".",
        ]
        .concat(),
        explanation,
        vec![Remedy::new(Mover::You, step)],
    )
}

/// What a status usually means, and where to look.
const fn usual_meaning(status: u16) -> (&'static str, &'static str) {
    match status {
        200..=299 => ("the service did what was asked", "Nothing is to be done."),
        300..=399 => (
            "the service points to another address",
            "Follow it, and send the header again: redirects drop it.",
        ),
        400 => (
            "the request itself cannot be read",
            "Read the `diagnostics` of the answer.",
        ),
        404 => (
            "there is nothing at this address",
            "Compare the base URL, the path and the record's id.",
        ),
        405 => (
            "the address does not know this method",
            "Compare method and path with the CapabilityStatement.",
        ),
        409 | 412 => (
            "somebody else changed the record",
            "Read it once more, then write with its new version.",
        ),
        406 | 415 => (
            "the format is not one that the service knows",
            "Send and accept `application/fhir+json`.",
        ),
        410 => ("the record was deleted", "Read its history."),
        422 => (
            "the record breaks a rule",
            "Read the `diagnostics` of the answer.",
        ),
        429 => (
            "too many calls in a short time",
            "Wait as long as `Retry-After` says, then go slower.",
        ),
        500..=599 => (
            "the service, or something in front of it, failed",
            "Try again later. A server of your own that cannot load its Authority's keys answers \
             500 as well: read its log.",
        ),
        _ => ("its reason lies elsewhere", "Read the answer's own text."),
    }
}
