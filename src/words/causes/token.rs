//! What was sent cannot be read as a token.

use crate::words::{
    moves::{AZ_TOKEN, GET_TOKEN, POWERSHELL_TOKEN},
    remedy::Tool::{AzureCli, PowerShell},
    text::{CauseText, typed, you},
};

pub(super) const SECURE_STRING: CauseText = CauseText {
    answer: "No, the text “SecureString”",
    headline: "PowerShell sent the text `System.Security.SecureString` in place of the token.",
    explanation: "Since Az 14 (Az.Accounts 5), `Get-AzAccessToken` gives the token as a \
                  SecureString. Put into a text, it turns into its own name. That is no JWT: the \
                  service answers 401, `invalid_token`, and says no more.",
    remedies: &[you(
        "Turn the SecureString into text before it goes into the header.",
        &[
            typed(
                PowerShell,
                POWERSHELL_TOKEN,
                "Then `-Headers @{ Authorization = \"Bearer $plain\" }`. It works with older \
                 versions too.",
            ),
            typed(AzureCli, AZ_TOKEN, "The Azure CLI prints plain text."),
        ],
    )],
};

pub(super) const ENCRYPTED: CauseText = CauseText {
    answer: "No, it is encrypted",
    headline: "The token is encrypted, and not for your API.",
    explanation: "It has five segments: only the API that it is meant for holds the key to read \
                  it. The service answers 401, `invalid_token`, and says no more.",
    remedies: &[GET_TOKEN],
};
