//! It was not the FHIR service that refused, or not for the token.

use super::words;
use crate::{
    diagnosis::{Facts, Finding},
    http::Body,
    service::Service,
    words::{
        CauseWords,
        commands::Line,
        moves,
        remedy::{Mover, Remedy, Tool},
        values::{self, term},
    },
};

pub(super) fn answered(facts: &Facts<'_>) -> CauseWords {
    let response = facts.case.response.as_ref();
    let scheme = response
        .and_then(|response| response.challenges.first())
        .filter(|challenge| !challenge.is_bearer());
    let what = match (response.and_then(|response| response.body.as_ref()), scheme) {
        (Some(Body::Html { .. }), _) => ": the answer is a web page".to_owned(),
        (Some(Body::Json { .. }), _) => ": the answer is JSON, but no OperationOutcome".to_owned(),
        (Some(Body::Text { .. }), _) => ": the answer is text, and no OperationOutcome".to_owned(),
        (_, Some(challenge)) => [
            ": it asks for ",
            &term(&challenge.scheme),
            ", not for `Bearer`",
        ]
        .concat(),
        _ => ", not the service itself".to_owned(),
    };
    let headline = ["Something in front of the service answered", &what, "."].concat();
    let direct = Remedy::new(
        Mover::You,
        "Call the service directly, past the gateway, and compare the answers.",
    )
    .by(
        Tool::Rest,
        super::bearer::call(facts),
        "The service itself answers a 401 or 403 with an OperationOutcome.",
    );
    words(
        headline,
        "A FHIR service refuses with an OperationOutcome. API Management, Easy Auth, a proxy or a \
         firewall has rules of its own, often a key or a token for the gateway. The token may be \
         fine for the service behind it.",
        vec![
            Remedy::new(
                Mover::NetworkAdministrator,
                "Look at the gateway's own rules and logs first.",
            )
            .told(
                Tool::Portal,
                "API Management › APIs › the API › Inbound processing, and Subscriptions; or the \
                 firewall's log.",
            ),
            direct,
        ],
    )
}

pub(super) fn settings_differ(finding: &Finding, _facts: &Facts<'_>) -> CauseWords {
    let headline = match &finding.evidence {
        Some(evidence) if !evidence.found.is_empty() && !evidence.expected.is_empty() => {
            let (own, entered) = (term(&evidence.expected), term(&evidence.found));
            [
                "The service itself names ",
                &own,
                ", and ",
                &entered,
                " was entered.",
            ]
            .concat()
        }
        _ => "The service itself names another setting than the one entered.".to_owned(),
    };
    words(
        headline,
        "Its 401 says which authority and audience it is configured with. All checks here use the \
         service's own word.",
        vec![Remedy::new(
            Mover::You,
            "Correct the entry, or check that this is the service that you meant to call.",
        )],
    )
}

pub(super) fn network_blocked(facts: &Facts<'_>) -> CauseWords {
    let path = if facts.case.service == Service::AhdsDicom {
        "/health/check"
    } else {
        "/metadata"
    };
    words(
        [
            "The network refuses everyone: ",
            &term(path),
            " is 403 without a token, too.",
        ]
        .concat(),
        "An approved private endpoint closes the service to the public network, and a firewall can \
         do the same. Every call is then answered 403, so token and roles are not the reason.",
        vec![
            Remedy::new(
                Mover::You,
                "Call it from inside the network: a machine in the virtual network, or the VPN.",
            )
            .by(
                Tool::Rest,
                Line::posix("curl -i")
                    .around("", "", &values::base_url(facts), path)
                    .done(),
                "200 means that the way is open.",
            ),
            Remedy::new(
                Mover::NetworkAdministrator,
                "Let the caller in: private endpoint, DNS zone, or public access.",
            )
            .told(
                Tool::Portal,
                "The workspace › Networking › Private endpoint connections. A change takes up to 5 \
                 minutes.",
            ),
        ],
    )
}

pub(super) fn status_contradiction(_facts: &Facts<'_>) -> CauseWords {
    words(
        "A 403 does not go with this token: the service would have answered 401.",
        "A 403 comes only after a token was accepted. So the pasted token is not the one that was \
         sent, a setting was typed wrong, or something else answered.",
        vec![Remedy::new(
            Mover::You,
            "Paste the refused call as a whole, as `curl -v` prints it: request and answer \
             together.",
        )],
    )
}

pub(super) fn token_in_url(facts: &Facts<'_>) -> CauseWords {
    words(
        "The token stands in the URL, where the service refuses it.",
        "URLs end up in logs, histories and other people's hands. The service answers 400 to every \
         URL that holds a token, and never looks whether it would fit.",
        vec![
            Remedy::new(
                Mover::You,
                "Send it in the header: `Authorization: Bearer <token>`.",
            )
            .by(
                Tool::Rest,
                super::bearer::call(facts),
                "Put the token into `TOKEN` first.",
            ),
            Remedy::new(
                Mover::You,
                "Treat the token as leaked: it stands in every log on the way until it runs out.",
            )
            .told(
                Tool::Portal,
                "For a user: Users › the user › Revoke sessions. For an app: a new secret. Delete \
                 the logged URL where you can.",
            ),
            moves::get_token_as("Ask for a new token.", facts),
        ],
    )
}
