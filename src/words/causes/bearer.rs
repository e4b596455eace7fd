//! No bearer token reached the service.

use crate::words::{
    moves::{CALL, get_token},
    remedy::Tool::{Code, PowerShell, Rest},
    text::{CauseText, network, told, typed, you},
};

pub(super) const NO_BEARER_TOKEN: CauseText = CauseText {
    answer: "No, [{by-service?}the service saw none|{header-in-short}|you said]",
    headline: "No bearer token [was sent: {header}|reached the service].",
    explanation: "The service reads the header `Authorization: Bearer …` and nothing else. \
                  Without that it answers a 401 that names no `error`[{challenge?}, as it did here].",
    remedies: &[
        you(
            "Send the token as `Authorization: Bearer <token>`, one space between, no quotes.",
            &[
                typed(Rest, CALL, "In Postman: Authorization › Type Bearer Token."),
                told(
                    PowerShell,
                    "Pass `-Headers @{ Authorization = \"Bearer $plain\" }`, where `$plain` is \
                     text and not a SecureString.",
                ),
                told(
                    Code,
                    "Set the header on every request: most clients drop it when a redirect leads \
                     to another host.",
                ),
            ],
        ),
        network(
            "If it was sent, let every proxy and gateway on the way pass the `Authorization` \
             header on.",
            &[],
        ),
        get_token("No token yet? Ask for one."),
    ],
};
