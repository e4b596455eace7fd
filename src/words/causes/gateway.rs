//! It was not the FHIR service that refused, or not for the token.

use crate::words::{
    moves::{CALL, PUT_TOKEN_FIRST, get_token},
    remedy::Tool::{Portal, Rest},
    text::{CauseText, network, told, typed, you},
};

pub(super) const ANSWERED: CauseText = CauseText {
    answer: "No, [{html?}a web page answered|{json?}the JSON is a gateway's|a gateway answered]",
    headline: "Something in front of the service answered[{html?}: the answer is a web \
               page|{json?}: the answer is JSON, but no OperationOutcome|{text?}: the answer is \
               text, and no OperationOutcome|: it asks for `{other-challenge}`, not for `Bearer`|, \
               not the service itself].",
    explanation: "A FHIR service refuses with an OperationOutcome. API Management, Easy Auth, a \
                  proxy or a firewall has rules of its own, often a key or a token for the \
                  gateway. The token may be fine for the service behind it.",
    remedies: &[
        network(
            "Look at the gateway's own rules and logs first.",
            &[told(
                Portal,
                "API Management › APIs › the API › Inbound processing, and Subscriptions; or the \
                 firewall's log.",
            )],
        ),
        you(
            "Call the service directly, past the gateway, and compare the answers.",
            &[typed(
                Rest,
                CALL,
                "The service itself answers a 401 or 403 with an OperationOutcome.",
            )],
        ),
    ],
};

pub(super) const SETTINGS_DIFFER: CauseText = CauseText {
    answer: "",
    headline: "The service itself names [`{expected}`, and `{found}` was entered|another setting \
               than the one entered].",
    explanation: "Its 401 says which authority and audience it is configured with. All checks \
                  here use the service's own word.",
    remedies: &[you(
        "Correct the entry, or check that this is the service that you meant to call.",
        &[],
    )],
};

pub(super) const NETWORK_BLOCKED: CauseText = CauseText {
    answer: "",
    headline: "The network refuses everyone: `{open-path}` is 403 without a token, too.",
    explanation: "An approved private endpoint closes the service to the public network, and a \
                  firewall can do the same. Every call is then answered 403, so token and roles \
                  are not the reason.",
    remedies: &[
        you(
            "Call it from inside the network: a machine in the virtual network, or the VPN.",
            &[typed(
                Rest,
                "curl -i\n{base-url}{open-path}",
                "200 means that the way is open.",
            )],
        ),
        network(
            "Let the caller in: private endpoint, DNS zone, or public access.",
            &[told(
                Portal,
                "The workspace › Networking › Private endpoint connections. A change takes up to \
                 5 minutes.",
            )],
        ),
    ],
};

pub(super) const STATUS_CONTRADICTION: CauseText = CauseText {
    answer: "",
    headline: "A 403 does not go with this token: the service would have answered 401.",
    explanation: "A 403 comes only after a token was accepted. So the pasted token is not the one \
                  that was sent, a setting was typed wrong, or something else answered.",
    remedies: &[you(
        "Paste the refused call as a whole, as `curl -v` prints it: request and answer together.",
        &[],
    )],
};

pub(super) const TOKEN_IN_URL: CauseText = CauseText {
    answer: "Yes, a token in the URL",
    headline: "The token stands in the URL, where the service refuses it.",
    explanation: "URLs end up in logs, histories and other people's hands. The service answers \
                  400 to every URL that holds a token, and never looks whether it would fit.",
    remedies: &[
        you(
            "Send it in the header: `Authorization: Bearer <token>`.",
            PUT_TOKEN_FIRST,
        ),
        you(
            "Treat the token as leaked: it stands in every log on the way until it runs out.",
            &[told(
                Portal,
                "For a user: Users › the user › Revoke sessions. For an app: a new secret. Delete \
                 the logged URL where you can.",
            )],
        ),
        get_token("Ask for a new token."),
    ],
};
