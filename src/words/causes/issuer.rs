//! The token comes from elsewhere than the configured authority.

use crate::words::{
    moves::{AZ_LOGIN, CLIENT_TOKEN, GET_TOKEN, POWERSHELL_TOKEN_OF_TENANT, change_authority},
    remedy::Tool::{AzureCli, Portal, PowerShell, Rest},
    text::{CauseText, tenant, told, typed, you},
};

pub(super) const OTHER_TENANT: CauseText = CauseText {
    answer: "No, another tenant",
    headline: "The token comes from [tenant `{token-tenant}`, and your API trusts tenant \
               `{api-tenant}`|another tenant than the one that your API trusts].",
    explanation: "The API accepts tokens of one tenant only: the one in its Authority. \
                  {issuer-reported}",
    remedies: &[
        you(
            "Log in to the API's tenant, and ask for the token there.",
            &[
                typed(
                    AzureCli,
                    AZ_LOGIN,
                    "An account of another organisation must be a guest there.",
                ),
                typed(
                    PowerShell,
                    POWERSHELL_TOKEN_OF_TENANT,
                    "The token comes from the tenant that is named.",
                ),
                typed(
                    Rest,
                    CLIENT_TOKEN,
                    "The tenant stands in the address. A client must be registered there, or be \
                     multi-tenant.",
                ),
            ],
        ),
        change_authority(
            "[{ahds-fhir?}|If the token is right, set the API's Authority to the token's tenant: \
             `{fitting-authority}`.]",
        ),
    ],
};

pub(super) const TOKEN_VERSION: CauseText = CauseText {
    answer: "No, another token version",
    headline: "Right tenant, wrong version: [{v2?}the token is version 2.0, and the API's \
               authority stands for 1.0|{v1?}the token is version 1.0, and the API's authority \
               stands for 2.0|token and authority stand for different token versions].",
    explanation: "The two versions have different issuers: `https://sts.windows.net/…/` and \
                  `https://login.microsoftonline.com/…/v2.0`. {issuer-reported}",
    remedies: &[
        change_authority(
            "[{v2?}Add `/v2.0` to the API's Authority|{v1?}Take `/v2.0` off the API's \
             Authority|Let the API's Authority end in `/v2.0` for version 2.0 tokens only]: \
             `{fitting-authority}`.",
        ),
        tenant(
            "Or set `requestedAccessTokenVersion` of the API's App registration to [{v2?}1, for \
             tokens of version 1.0|{v1?}2, for tokens of version 2.0|1 or 2].",
            &[told(
                Portal,
                "App registrations › the API › Manifest. The resource decides the version, not \
                 the endpoint.",
            )],
        ),
    ],
};

pub(super) const OTHER_CLOUD: CauseText = CauseText {
    answer: "No, another cloud",
    headline: "The token comes from another cloud[: `{iss}` is not of `{authority-host}`| than \
               your API's].",
    explanation: "Each national cloud has issuers, keys and addresses of its own; old addresses \
                  are not forwarded. {issuer-reported}",
    remedies: &[
        you(
            "Log in to the API's own cloud, and ask for the token there.",
            &[told(
                AzureCli,
                "`az cloud set --name` AzureCloud, AzureUSGovernment or AzureChinaCloud, then \
                 `az login`.",
            )],
        ),
        change_authority(
            "If the token is right, set the API's Authority to its issuer: `{fitting-authority}`.",
        ),
    ],
};

pub(super) const TEMPLATE: CauseText = CauseText {
    answer: "No, the authority has no tenant",
    headline: "The API's authority names no tenant but `{tenant-template}`, so no token's issuer \
               equals it.",
    explanation: "The discovery document of `common`, `organizations` or `consumers` has a \
                  placeholder where the tenant should be, and the issuer is compared exactly. \
                  {issuer-reported}",
    remedies: &[change_authority(
        "Put the tenant's id into the API's Authority: `{fitting-authority}`.",
    )],
};

pub(super) const MISMATCH: CauseText = CauseText {
    answer: "",
    headline: "[The token comes from `{found}`, and your API trusts `{expected}`|The service does \
               not trust the token's issuer[, `{found}`]].",
    explanation: "`iss` must equal the `issuer` of the authority's discovery document letter by \
                  letter, the slash at the end included. {issuer-reported}",
    remedies: &[
        you(
            "Ask the API's own authority for a token.",
            &[typed(
                AzureCli,
                AZ_LOGIN,
                "Then ask for the token once more.",
            )],
        ),
        change_authority("If the token is right, set the API's Authority to its issuer."),
    ],
};

pub(super) const MISSING: CauseText = CauseText {
    answer: "No, it names none",
    headline: "The token names no issuer: it has no `iss`.",
    explanation: "Nobody can tell whose keys would prove it. The service reports `The issuer \
                  '(null)' is invalid`.",
    remedies: &[GET_TOKEN],
};

pub(super) const AUTHORITY_MALFORMED: CauseText = CauseText {
    answer: "No, the authority is no address",
    headline: "The API's Authority[, `{authority}`,] is not the address of an identity provider.",
    explanation: "It must be an `https` URL, and for Entra ID end in a tenant. The service cannot \
                  load the keys from anything else, so it accepts no token at all.",
    remedies: &[change_authority(
        "Write it as an address with a tenant: `{fitting-authority}`.",
    )],
};
