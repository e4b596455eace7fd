//! Before the service: no token was issued.

use crate::words::{
    moves::get_token,
    text::{CauseText, RemedyText, you},
};

/// What is said of it; what to do depends on the code, see `aadsts`.
pub(super) const TOKEN_REQUEST_FAILED: CauseText = CauseText {
    answer: "Yes, [AADSTS{aadsts}|it issued none]",
    headline: "[Entra ID issued no token: AADSTS{aadsts}[, {aadsts-meaning}|, `{error}`|]|The \
               identity provider issued no token[: `{error}`[, {error-meaning}]]].",
    explanation: "Without a token there is nothing to send: the service was never asked. Its \
                  settings and your roles are not the reason.",
    remedies: &[
        OFFICIAL_PAGE,
        you(
            "[{aadsts?}|Look for a code that starts with `AADSTS` in the same answer, and paste \
             it: it says more.]",
            &[],
        ),
        get_token("[{aadsts?}|Ask for a token for this API once more.]"),
    ],
};

/// The page on which Microsoft explains a code.
const OFFICIAL_PAGE: RemedyText = you(
    "[Read what Microsoft says of the code: \
     https://login.microsoftonline.com/error?code={aadsts}]",
    &[],
);
