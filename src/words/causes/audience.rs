//! The token is meant for another API, or names this one in another way.

use super::{Sides, words};
use crate::{
    diagnosis::{Facts, Finding},
    entra::Guid,
    intake::Reason,
    service::{Service, is_fhir, is_shared_default},
    words::{
        CauseWords, moves,
        remedy::{Mover, Remedy, Tool},
        values::{self, term},
    },
};

/// What the service reports for every one of them.
const REPORTED: &str = "The service compares letter by letter, and reports `The audience is \
                        invalid`.";

pub(super) fn shared_default(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let sides = Sides::of(finding, facts, "aud");
    let api_is_shared = sides.expected.as_deref().is_some_and(is_shared_default);
    let token_is_shared = sides.found.as_deref().is_some_and(is_shared_default);
    let headline = if api_is_shared && token_is_shared {
        "The token and your API name two different shared addresses."
    } else if api_is_shared {
        "The token is for one service's own address, and your API expects the shared one."
    } else {
        "The token is for the shared address of all services, and your API expects its own."
    };
    words(
        headline,
        [
            "Older services shared one audience; newer ones each have their own, and neither \
             stands for the other. ",
            REPORTED,
        ]
        .concat(),
        fixes(&sides, facts),
    )
}

pub(super) fn missing_fhir_label(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let sides = Sides::of(finding, facts, "aud");
    let is_shorter = |found: &String| {
        sides
            .expected
            .as_ref()
            .is_some_and(|expected| found.len() > expected.len())
    };
    let headline = if sides.found.as_ref().is_some_and(is_shorter) {
        "The API's Audience lacks `.fhir` in its host name."
    } else {
        "The token's audience lacks `.fhir` in its host name."
    };
    words(
        headline,
        [
            "A FHIR service's address ends in `.fhir.azurehealthcareapis.com`; some older pages \
             left the label out. ",
            REPORTED,
        ]
        .concat(),
        fixes(&sides, facts),
    )
}

pub(super) fn case(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let sides = Sides::of(finding, facts, "aud");
    words(
        "The token's audience and the API's differ only in capital letters.",
        [
            "For a browser they are the same address, for the service they are two. ",
            REPORTED,
        ]
        .concat(),
        fixes(&sides, facts),
    )
}

pub(super) fn trailing_slash(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let sides = Sides::of(finding, facts, "aud");
    let (headline, explanation) = if facts.reasons.contains(&Reason::Audience) {
        (
            "The service refuses the audience, which differs from its own by one slash at the end.",
            "Today's services tolerate one slash at the end; older ones did not. Nothing else \
             about the audience differs.",
        )
    } else {
        (
            "The token's audience and the API's differ by one slash at the end.",
            "The service tolerates one slash at the end; older ones did not, and a gateway in \
             front may not.",
        )
    };
    words(headline, explanation, fixes(&sides, facts))
}

pub(super) fn app_id(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let sides = Sides::of(finding, facts, "aud");
    let is_clients_own = sides.found.is_some() && sides.found == values::client_id(facts).own;
    let found = if is_clients_own {
        "its own client as the API"
    } else {
        match sides.found.as_deref() {
            None => "the API by another name",
            Some(id) if Guid::parse(id).is_some() => "the API by its client ID",
            Some(uri) if uri.starts_with("api://") => "the API by its App ID URI, `api://…`",
            Some(_) => "the API by its URL",
        }
    };
    let expected = form(sides.expected.as_deref());
    let headline = [
        "The token names ",
        found,
        ", and your API expects ",
        expected,
        ".",
    ]
    .concat();
    let mut remedies = fixes(&sides, facts);
    // Only an app of one's own has several names; a service's address is its one name.
    let is_service = sides.expected.as_deref().is_some_and(is_fhir);
    let explanation = if is_service {
        "The service is named by its address, never by an app's ID. "
    } else {
        remedies.push(other_form());
        "Your own app has several names: its client ID, `api://` and that ID, or a URL. "
    };
    words(headline, [explanation, REPORTED].concat(), remedies)
}

fn other_form() -> Remedy {
    Remedy::new(
        Mover::ServiceAdministrator,
        "Or let the API's App registration issue the other form: version 2.0 tokens always carry \
         the client ID, version 1.0 tokens what was asked for.",
    )
    .told(
        Tool::Portal,
        "App registrations › the API › Manifest › `requestedAccessTokenVersion`: 2, or 1.",
    )
}

fn form(audience: Option<&str>) -> &'static str {
    match audience {
        None => "another name",
        Some(id) if Guid::parse(id).is_some() => "its client ID",
        Some(uri) if uri.starts_with("api://") => "its App ID URI, `api://…`",
        Some(_) => "its URL",
    }
}

pub(super) fn other_instance(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let sides = Sides::of(finding, facts, "aud");
    let headline = match sides.found.as_deref() {
        Some(found) => ["The token is for another service, ", &term(found), "."].concat(),
        None => "The token is for another service of the same kind.".to_owned(),
    };
    words(
        headline,
        [
            "Every service has an audience of its own, also in one workspace: test and production \
             differ. ",
            REPORTED,
        ]
        .concat(),
        fixes(&sides, facts),
    )
}

pub(super) fn scope_suffix(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let sides = Sides::of(finding, facts, "aud");
    let is_longer = |expected: &String| {
        sides
            .found
            .as_ref()
            .is_some_and(|found| expected.len() > found.len())
    };
    let headline = if sides.expected.as_ref().is_some_and(is_longer) {
        "The API's Audience still carries a scope behind the address."
    } else {
        "The token's audience still carries a scope behind the address."
    };
    words(
        headline,
        [
            "`/.default` and scope names belong into the request for a token, not into an \
             audience. ",
            REPORTED,
        ]
        .concat(),
        fixes(&sides, facts),
    )
}

pub(super) fn mismatch(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let sides = Sides::of(finding, facts, "aud");
    let yours = values::your_service(facts);
    let headline = match sides.found.as_deref() {
        Some(found) if sides.expected.is_some() => {
            ["The token is for ", &term(found), ", not for ", yours, "."].concat()
        }
        _ => [
            "The token is not meant for ",
            yours,
            ": the service refuses its audience.",
        ]
        .concat(),
    };
    words(
        headline,
        ["`aud` must be the API's Audience. ", REPORTED].concat(),
        fixes(&sides, facts),
    )
}

pub(super) fn missing(facts: &Facts<'_>) -> CauseWords {
    words(
        "The token names no audience: it has no `aud`.",
        "A token that names no API is refused by all. The service reports `The audience '(null)' \
         is invalid`.",
        vec![moves::get_token(facts)],
    )
}

/// Ask for the API's Audience; or, if that is wrong, set it to what the token says.
fn fixes(sides: &Sides, facts: &Facts<'_>) -> Vec<Remedy> {
    if facts.smart_provider().is_some() {
        return provider_fixes(sides);
    }
    let mut remedies = vec![moves::get_token_as(
        "Ask for a token whose audience is the API's, letter by letter.",
        facts,
    )];
    // All DICOM services share one fixed audience.
    if let Some(found) = sides
        .found
        .as_ref()
        .filter(|_| facts.service() != Service::AhdsDicom)
    {
        let step = [
            "If the token is right, set the API's Audience to ",
            &term(found),
            ".",
        ]
        .concat();
        remedies.push(moves::change_setting(step, facts, "Audience"));
    }
    remedies
}

/// A SMART identity provider's application has an audience of its own.
fn provider_fixes(sides: &Sides) -> Vec<Remedy> {
    let (expected, found) = (sides.expected.as_deref(), sides.found.as_deref());
    let ask = [
        "Ask the identity provider for a token whose audience is ",
        &or_its_own(expected),
        ".",
    ]
    .concat();
    let set = [
        "Or set the application's audience, among the service's SMART identity providers, to ",
        &or_its_own(found),
        ".",
    ];
    vec![
        Remedy::new(Mover::You, ask),
        Remedy::new(Mover::ServiceAdministrator, set.concat()),
    ]
}

fn or_its_own(audience: Option<&str>) -> String {
    audience.map_or_else(|| "the application's own".to_owned(), term)
}
