//! The `AADSTS` codes that people meet on the way to a FHIR service [domain 5.8].

use super::{
    moves::{AZ_LOGIN, AZ_TOKEN, CLIENT_TOKEN, get_token},
    remedy::Tool::{AzureCli, Portal, Rest},
    text::{RemedyText, WayText, tenant, told, typed, you},
};

/// A code in words.
pub(super) struct CodeText {
    /// The code.
    number: u32,
    /// What it means here, as a clause.
    pub(super) meaning: &'static str,
    /// What to do about it.
    pub(super) remedies: &'static [RemedyText],
}

/// A code in words; none for a code that is not in the table.
pub(super) fn code(number: u32) -> Option<&'static CodeText> {
    CODES.iter().find(|code| code.number == number)
}

/// What an OAuth 2.0 error without a code means, as a clause; nothing for one that is not known.
pub(super) fn oauth_meaning(error: &str) -> &'static str {
    let mut errors = OAUTH_ERRORS.iter();
    errors
        .find(|(known, _)| *known == error)
        .map_or("", |(_, meaning)| meaning)
}

const CODES: &[CodeText] = &[
    CodeText {
        number: 50_011,
        meaning: "the redirect URI is not registered for this client",
        remedies: &[you(
            "Register the redirect URI, letter by letter.",
            &[told(
                Portal,
                "App registrations › the client › Authentication › Add a platform.",
            )],
        )],
    },
    CodeText {
        number: 50_020,
        meaning: "the account is of another organisation, and this tenant does not know it",
        remedies: &[
            login("Log in to the API's tenant, with an account that it knows."),
            tenant(
                "Or invite the account as a guest.",
                &[told(Portal, "Users › New user › Invite external user.")],
            ),
        ],
    },
    CodeText {
        number: 50_105,
        meaning: "the user is not assigned to the application",
        remedies: &[tenant(
            "Assign the user to the application.",
            &[told(
                Portal,
                "Enterprise applications › the application › Users and groups › Add user.",
            )],
        )],
    },
    CodeText {
        number: 65_001,
        meaning: "nobody has consented to this client's asking for the API",
        remedies: &[tenant(
            "Grant consent for the client.",
            &[
                told(
                    Portal,
                    "App registrations › the client › API permissions › Grant admin consent.",
                ),
                told(
                    AzureCli,
                    "If the client is the Azure CLI and the API is an app of your own: its App \
                     registration › Expose an API › Add a client application, `{azure-cli}`.",
                ),
            ],
        )],
    },
    CodeText {
        number: 90_002,
        meaning: "there is no such tenant",
        remedies: &[login(
            "Correct the tenant, or the cloud, in the sign-in address.",
        )],
    },
    CodeText {
        number: 500_011,
        meaning: "the tenant does not know the API that was asked for",
        remedies: &[
            ASK_FOR_AUDIENCE,
            tenant(
                "If the Audience is right, make Azure Healthcare APIs known in this tenant: a \
                 secondary tenant lacks it at first.",
                &[typed(
                    AzureCli,
                    "az ad sp create\n--id {healthcare-apis}",
                    "Run it logged in to the tenant that issues the tokens.",
                )],
            ),
        ],
    },
    CodeText {
        number: 650_057,
        meaning: "the client has not listed the API among its permissions",
        remedies: &[
            you(
                "Add the permission `user_impersonation` of Azure Healthcare APIs to the client.",
                &[told(
                    Portal,
                    "App registrations › the client › API permissions › Add a permission › APIs \
                     my organization uses › Azure Healthcare APIs › `user_impersonation`.",
                )],
            ),
            ASK_FOR_AUDIENCE,
        ],
    },
    CodeText {
        number: 700_016,
        meaning: "the tenant does not know this client",
        remedies: &[
            login("Log in to the tenant in which the client is registered."),
            you(
                "Compare the client ID with App registrations › Overview › Application (client) \
                 ID.",
                &[],
            ),
        ],
    },
    CodeText {
        number: 900_439,
        meaning: "a client of the US Government cloud asked at the global address",
        remedies: &[you(
            "Ask at `https://login.microsoftonline.us`.",
            &[typed(
                AzureCli,
                "az cloud set --name AzureUSGovernment",
                "Then `az login` once more.",
            )],
        )],
    },
    CodeText {
        number: 901_002,
        meaning: "this endpoint does not know the parameter `resource`",
        remedies: &[you(
            "Send `scope`, `{audience}/.default`, in place of `resource`.",
            &[
                typed(
                    Rest,
                    CLIENT_TOKEN,
                    "Only the older endpoint, `/oauth2/token` without `v2.0`, knows `resource`.",
                ),
                typed(
                    AzureCli,
                    AZ_TOKEN,
                    "`az` picks the right parameter by itself.",
                ),
            ],
        )],
    },
    CodeText {
        number: 7_000_215,
        meaning: "the client secret is wrong",
        remedies: &[you(
            "Send the secret's Value, not its Secret ID.",
            &[told(
                Portal,
                "App registrations › the client › Certificates & secrets. The Value is shown only \
                 once: make a new one.",
            )],
        )],
    },
    CodeText {
        number: 7_000_218,
        meaning: "the client proved nothing: `client_secret` or `client_assertion` is missing",
        remedies: &[you(
            "Send `client_secret` or `client_assertion` with the request.",
            &[told(
                Portal,
                "A client that cannot keep a secret: App registrations › Authentication › Allow \
                 public client flows.",
            )],
        )],
    },
    CodeText {
        number: 7_000_222,
        meaning: "the client secret has expired",
        remedies: &[you(
            "Make a new client secret and send its Value.",
            &[told(
                Portal,
                "App registrations › the client › Certificates & secrets › New client secret.",
            )],
        )],
    },
];

const ASK_FOR_AUDIENCE: RemedyText =
    get_token("Ask for the Audience of your API, letter by letter.");

const fn login(step: &'static str) -> RemedyText {
    you(step, LOGIN_WAYS)
}

const LOGIN_WAYS: &[WayText] = &[typed(
    AzureCli,
    AZ_LOGIN,
    "The tenant is the one in the API's Authority.",
)];

const OAUTH_ERRORS: &[(&str, &str)] = &[
    ("invalid_client", "the client could not prove who it is"),
    (
        "invalid_grant",
        "the code, refresh token or password is not accepted",
    ),
    (
        "invalid_request",
        "the request lacks a parameter, or has one that this endpoint does not know",
    ),
    ("invalid_resource", UNKNOWN_API),
    ("invalid_target", UNKNOWN_API),
    ("invalid_scope", "the scope that was asked for is not known"),
    ("unauthorized_client", "this client may not ask in this way"),
    ("access_denied", "the user or an administrator said no"),
    ("consent_required", SIGN_IN_AGAIN),
    ("interaction_required", SIGN_IN_AGAIN),
    ("login_required", SIGN_IN_AGAIN),
];

const UNKNOWN_API: &str = "the API that was asked for is not known";
const SIGN_IN_AGAIN: &str = "the user must sign in or consent once more";
