//! Something that was never filled was sent in place of a token.

use crate::{
    jose::Placeholder,
    words::{
        moves::get_token,
        text::{CauseText, RemedyText, you},
    },
};

/// What is said of what stood in the token's place.
pub(super) const fn text(kind: Placeholder) -> &'static CauseText {
    match kind {
        Placeholder::Variable => &VARIABLE,
        Placeholder::Missing => &MISSING,
        Placeholder::Object => &OBJECT,
        Placeholder::SchemeTwice => &SCHEME_TWICE,
    }
}

const VARIABLE: CauseText = placeholder(
    "The name of a variable was sent in place of the token.",
    &[
        you(
            "Fill the variable before the request is sent, and pick the right environment.",
            &[],
        ),
        ASK,
    ],
);

const MISSING: CauseText = placeholder(
    "A missing value was sent in place of the token: `null` or its like.",
    &[
        you(
            "Find out why the token was not there yet: mostly the request did not wait for it, or \
             read the wrong member.",
            &[],
        ),
        ASK,
    ],
);

const OBJECT: CauseText = placeholder(
    "An object was sent in place of the token.",
    &[
        you(
            "Send its `access_token` or `accessToken`, not the object around it.",
            &[],
        ),
        ASK,
    ],
);

const SCHEME_TWICE: CauseText = placeholder(
    "The word `Bearer` was sent twice.",
    &[
        you(
            "Write `Bearer` once: the client or the variable adds it already.",
            &[],
        ),
        ASK,
    ],
);

pub(super) const ANY: CauseText = placeholder(
    "A placeholder was sent in place of the token.",
    &[
        you("Fill the variable before the request is sent.", &[]),
        ASK,
    ],
);

const ASK: RemedyText = get_token("No token yet? Ask for one.");

const fn placeholder(headline: &'static str, remedies: &'static [RemedyText]) -> CauseText {
    CauseText {
        answer: "No, a variable was never filled",
        headline,
        explanation: "That is no JWT, so the service answers 401, `invalid_token`, and says no \
                      more. Roles and settings are not the reason.",
        remedies,
    }
}
