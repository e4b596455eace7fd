//! The `AADSTS` codes that people meet on the way to a FHIR service [domain 5.8].

use super::{
    commands::Line,
    moves::{self, AZURE_CLI},
    remedy::{Mover, Remedy, Tool},
    values::{self, Slot},
};
use crate::{diagnosis::Facts, service::HEALTHCARE_APIS_ID};

/// What a code means here, as a clause; none for a code that is not in the table.
pub(super) const fn meaning(code: u32) -> Option<&'static str> {
    Some(match code {
        50_011 => "the redirect URI is not registered for this client",
        50_020 => "the account is of another organisation, and this tenant does not know it",
        50_105 => "the user is not assigned to the application",
        65_001 => "nobody has consented to this client's asking for the API",
        90_002 => "there is no such tenant",
        500_011 => "the tenant does not know the API that was asked for",
        650_057 => "the client has not listed the API among its permissions",
        700_016 => "the tenant does not know this client",
        900_439 => "a client of the US Government cloud asked at the global address",
        901_002 => "this endpoint does not know the parameter `resource`",
        7_000_215 => "the client secret is wrong",
        7_000_218 => "the client proved nothing: `client_secret` or `client_assertion` is missing",
        7_000_222 => "the client secret has expired",
        _ => return None,
    })
}

/// What an OAuth 2.0 error without a code means, as a clause.
pub(super) fn oauth_meaning(error: &str) -> Option<&'static str> {
    Some(match error {
        "invalid_client" => "the client could not prove who it is",
        "invalid_grant" => "the code, refresh token or password is not accepted",
        "invalid_request" => {
            "the request lacks a parameter, or has one that this endpoint does not know"
        }
        "invalid_resource" | "invalid_target" => "the API that was asked for is not known",
        "invalid_scope" => "the scope that was asked for is not known",
        "unauthorized_client" => "this client may not ask in this way",
        "access_denied" => "the user or an administrator said no",
        "consent_required" | "interaction_required" | "login_required" => {
            "the user must sign in or consent once more"
        }
        _ => return None,
    })
}

/// What to do about a code.
pub(super) fn remedies(code: u32, facts: &Facts<'_>) -> Vec<Remedy> {
    match code {
        500_011 => unknown_resource(facts),
        650_057 => vec![
            permission(),
            moves::get_token_as("Ask for the Audience of your API, letter by letter.", facts),
        ],
        65_001 => vec![
            Remedy::new(Mover::TenantAdministrator, "Grant consent for the client.")
                .told(
                    Tool::Portal,
                    "App registrations › the client › API permissions › Grant admin consent.",
                )
                .told(
                    Tool::AzureCli,
                    [
                        "If the client is the Azure CLI and the API is an app of your own: its App \
                         registration › Expose an API › Add a client application, `",
                        AZURE_CLI,
                        "`.",
                    ]
                    .concat(),
                ),
        ],
        700_016 => vec![
            login(
                "Log in to the tenant in which the client is registered.",
                facts,
            ),
            Remedy::new(
                Mover::You,
                "Compare the client ID with App registrations › Overview › Application (client) \
                 ID.",
            ),
        ],
        7_000_218 => vec![
            Remedy::new(
                Mover::You,
                "Send `client_secret` or `client_assertion` with the request.",
            )
            .told(
                Tool::Portal,
                "A client that cannot keep a secret: App registrations › Authentication › Allow \
                 public client flows.",
            ),
        ],
        7_000_215 => vec![
            Remedy::new(Mover::You, "Send the secret's Value, not its Secret ID.").told(
                Tool::Portal,
                "App registrations › the client › Certificates & secrets. The Value is shown only \
                 once: make a new one.",
            ),
        ],
        7_000_222 => vec![
            Remedy::new(Mover::You, "Make a new client secret and send its Value.").told(
                Tool::Portal,
                "App registrations › the client › Certificates & secrets › New client secret.",
            ),
        ],
        50_105 => vec![
            Remedy::new(
                Mover::TenantAdministrator,
                "Assign the user to the application.",
            )
            .told(
                Tool::Portal,
                "Enterprise applications › the application › Users and groups › Add user.",
            ),
        ],
        50_020 => vec![
            login(
                "Log in to the API's tenant, with an account that it knows.",
                facts,
            ),
            Remedy::new(
                Mover::TenantAdministrator,
                "Or invite the account as a guest.",
            )
            .told(Tool::Portal, "Users › New user › Invite external user."),
        ],
        50_011 => vec![
            Remedy::new(Mover::You, "Register the redirect URI, letter by letter.").told(
                Tool::Portal,
                "App registrations › the client › Authentication › Add a platform.",
            ),
        ],
        900_439 => vec![
            Remedy::new(Mover::You, "Ask at `https://login.microsoftonline.us`.").by(
                Tool::AzureCli,
                Line::posix("az cloud set --name AzureUSGovernment").done(),
                "Then `az login` once more.",
            ),
        ],
        90_002 => vec![login(
            "Correct the tenant, or the cloud, in the sign-in address.",
            facts,
        )],
        901_002 => vec![scope_instead_of_resource(facts)],
        _ => Vec::new(),
    }
}

fn unknown_resource(facts: &Facts<'_>) -> Vec<Remedy> {
    vec![
        moves::get_token_as("Ask for the Audience of your API, letter by letter.", facts),
        Remedy::new(
            Mover::TenantAdministrator,
            "If the Audience is right, make Azure Healthcare APIs known in this tenant: a \
             secondary tenant lacks it at first.",
        )
        .by(
            Tool::AzureCli,
            Line::posix("az ad sp create")
                .value("--id", &Slot::fixed(HEALTHCARE_APIS_ID))
                .done(),
            "Run it logged in to the tenant that issues the tokens.",
        ),
    ]
}

fn permission() -> Remedy {
    Remedy::new(
        Mover::You,
        "Add the permission `user_impersonation` of Azure Healthcare APIs to the client.",
    )
    .told(
        Tool::Portal,
        "App registrations › the client › API permissions › Add a permission › APIs my \
         organization uses › Azure Healthcare APIs › `user_impersonation`.",
    )
}

fn login(step: &'static str, facts: &Facts<'_>) -> Remedy {
    Remedy::new(Mover::You, step).by(
        Tool::AzureCli,
        moves::az_login(&values::tenant(facts)),
        "The tenant is the one in the API's Authority.",
    )
}

fn scope_instead_of_resource(facts: &Facts<'_>) -> Remedy {
    let audience = values::audience(facts);
    let step = [
        "Send `scope`, ",
        &audience.term_with("/.default"),
        ", in place of `resource`.",
    ]
    .concat();
    Remedy::new(Mover::You, step)
        .by(
            Tool::Rest,
            moves::client_token(facts, &audience),
            "Only the older endpoint, `/oauth2/token` without `v2.0`, knows `resource`.",
        )
        .by(
            Tool::AzureCli,
            moves::az_token(&audience).done(),
            "`az` picks the right parameter by itself.",
        )
}
