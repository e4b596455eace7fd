//! What was sent was meant to be a JWT, and is broken.

use crate::{
    jose::Problem,
    words::{
        moves::get_token,
        remedy::Tool::{AzureCli, Code},
        text::{CauseText, RemedyText, tenant, told, you},
    },
};

/// What is said of a problem.
pub(super) const fn text(problem: &Problem) -> &'static CauseText {
    match problem {
        Problem::Segments(1) => &FIRST_SEGMENT,
        Problem::Segments(_) => &SEGMENTS,
        Problem::TooLong => &TOO_LONG,
        Problem::Quote => &QUOTE,
        Problem::WhiteSpace => &WHITE_SPACE,
        _ => &BROKEN,
    }
}

/// The service cannot read it, and nothing is in hand to look into.
pub(super) const UNSEEN: CauseText = CauseText {
    answer: "",
    headline: "The [{says-unreadable?}service could not read the token|token is broken: the \
               service cannot read it].",
    explanation: "It must be a JWT: three segments of base64url text with a dot between them, \
                  byte for byte. To anything else the service answers 401, `invalid_token`, and \
                  says no more.",
    remedies: &[TAKE_AGAIN],
};

const FIRST_SEGMENT: CauseText = malformed(
    NOT_THREE,
    "The token breaks off in its first segment.",
    &[TAKE_AGAIN],
);

const SEGMENTS: CauseText = malformed(
    NOT_THREE,
    "The token has not three segments.",
    &[TAKE_AGAIN],
);

const NOT_THREE: &str = "No, not three segments";

const TOO_LONG: CauseText = malformed(
    "No, too long",
    "The token is too long for the service to read.",
    &[tenant(
        "Issue a smaller token: leave out groups and optional claims. The service reads at most \
         250 KB.",
        &[],
    )],
);

const QUOTE: CauseText = malformed(
    "No, quotation marks around it",
    "The token was sent with quotation marks around it.",
    &[you(
        "Send the token without the quotation marks.",
        &[told(
            AzureCli,
            "`-o tsv` prints it without them; JSON output has them.",
        )],
    )],
);

const WHITE_SPACE: CauseText = malformed(
    "No, white space in it",
    "The token was sent with white space in it.",
    &[you(
        "Send the token in one piece: take out line breaks and spaces.",
        &[told(
            Code,
            "Trim what a file or a command gave: a line break at its end counts.",
        )],
    )],
);

const BROKEN: CauseText = malformed(
    "No, broken in {broken-segment}",
    "The token is broken in {broken-segment}.",
    &[TAKE_AGAIN],
);

const TAKE_AGAIN: RemedyText = get_token(
    "Take the token again, whole, from where it was issued: logs and consoles cut it off.",
);

const fn malformed(
    answer: &'static str,
    headline: &'static str,
    remedies: &'static [RemedyText],
) -> CauseText {
    CauseText {
        answer,
        headline,
        explanation: "Look at {broken-place}. The service cannot read it: it answers 401, \
                      `invalid_token`, and says no more.",
        remedies,
    }
}
