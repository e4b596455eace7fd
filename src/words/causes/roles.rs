//! A role that does not cover the operation, and the roles in a self-hosted server's tokens.

use crate::words::{
    moves::{ALWAYS_GIVE_APP_ROLE, ASSIGN_ROLE, GIVE_APP_ROLE},
    text::{CauseText, service},
};

pub(super) const LACKS_ACTION: CauseText = CauseText {
    answer: "No, it [needs `{expected}`|does not]",
    headline: "[{held-is-foreign?}`{held-role}` is a role of another service: it counts for \
               nothing here|[`{held-role}`|The role] [{held-are-several?}do|does] not cover \
               [`{operation}`|this request]].",
    explanation: "[The request needs the action `{action}`. The least role that has it|The least \
                  role that reads] is `{least-role}`. [{self-hosted?}The roles of a token add up; \
                  names that the server does not know are ignored.|Roles add up: what is held can \
                  stay.]",
    remedies: &[ASSIGN_ROLE, GIVE_APP_ROLE],
};

pub(super) const ROLES_CLAIM_MISSING: CauseText = CauseText {
    answer: "No, it has no roles",
    headline: "The token has no `roles`, and the self-hosted server decides by them.",
    explanation: "The server keeps no role assignments. It reads the app roles in the token; \
                  without one it accepts the token and answers 403.",
    remedies: &[ALWAYS_GIVE_APP_ROLE],
};

pub(super) const ROLES_CLAIM_UNKNOWN: CauseText = CauseText {
    answer: "No, none that it knows",
    headline: "The server knows none of the token's roles[: `{token-roles}`].",
    explanation: "It knows `globalReader`, `globalExporter`, `globalConverter`, `globalImporter`, \
                  `globalWriter`, `globalAdmin` and `smartUser`, unless its `roles.json` was changed. Other names are \
                  ignored.",
    remedies: &[
        ALWAYS_GIVE_APP_ROLE,
        service(
            "Or add the role to the server's `roles.json`, with its data actions.",
            &[],
        ),
    ],
};
