//! Nothing fails: what that means, and what was not checked.

use crate::words::{
    moves::{CALL, LOOK, PUT_TOKEN_FIRST, get_token},
    remedy::Tool::{Portal, Rest},
    text::{CauseText, owner, service, told, typed, you},
};

pub(super) const UNEXPLAINED_401: CauseText = CauseText {
    answer: "",
    headline: "Nothing in this token explains the 401.",
    explanation: "{not-checked} If the service sends no `WWW-Authenticate` that says why, its own \
                  settings may differ from the ones entered.",
    remedies: &[
        you(
            "[{challenge?}|Paste the `WWW-Authenticate` header of the 401: it names the one thing \
             that failed.]",
            &[typed(
                Rest,
                CALL,
                "Browsers hide the header from scripts; `curl -i` and the developer tools show it.",
            )],
        ),
        you(
            "[{keys?}|Paste the authority's keys (JWKS), so that the signature can be checked.]",
            &[],
        ),
        get_token("Try once more with a new token, and paste that call as a whole."),
    ],
};

pub(super) const UNEXPLAINED_403: CauseText = CauseText {
    answer: "",
    headline: "Nothing in hand explains this 403.",
    explanation: "{not-checked} No paste shows deny assignments, conditions, a role at the wrong \
                  scope, or that the service was moved, which drops its roles.",
    remedies: &[
        you("[Next, {needed-input}.]", &[]),
        service(
            "[{self-hosted?}Read the server's log at the time of the request, and its \
             `roles.json`.]",
            &[],
        ),
        LOOK,
        owner(
            "[{self-hosted?}|Look for deny assignments, and for conditions on the role.]",
            &[told(
                Portal,
                "The service › Access control (IAM) › Deny assignments, and Role assignments › \
                 Condition.",
            )],
        ),
        you(
            "Paste the refused call as a whole, as `curl -v` prints it, and quote the \
             OperationOutcome's `id` to support.",
            &[],
        ),
    ],
};

pub(super) const WOULD_BE_ACCEPTED: CauseText = CauseText {
    answer: "",
    headline: "Nothing [{needs-settings?}that could be checked in this token explains a \
               refusal|in this token explains a refusal: authentication would pass].",
    explanation: "{not-checked} Whether the caller may do this is another question.",
    remedies: &[
        you(
            "Next, [{needed-input}|say which status the service answered].",
            &[],
        ),
        you("Make the call, and paste all of it.", PUT_TOKEN_FIRST),
    ],
};

pub(super) const NOT_AUTH: CauseText = CauseText {
    answer: "",
    headline: "[{status} is not an access problem: {status-means}|This is not an access problem].",
    explanation: "[{status-is-400?}Excluded: a token in the URL, SMART scopes that cannot be read, \
                  a SMART user without `fhirUser`. The answer's own text says which part of the \
                  request is meant.|Access problems answer 401 or 403, seldom 400. [{status?}Token, \
                  roles and settings are not the reason here.|Other statuses have other reasons.]]",
    remedies: &[you(
        "[{status?}{status-step}|Say which status the service answered.]",
        &[],
    )],
};
