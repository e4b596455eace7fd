//! Moves that more than one cause asks for.

use super::{
    remedy::Tool::{AzureCli, Code, Portal, PowerShell, Rest},
    text::{RemedyText, WayText, owner, service, told, typed, you},
};

/// Ask for a token for this API.
pub(super) const GET_TOKEN: RemedyText =
    get_token("Ask for a token for this API. Nothing in Azure needs to change.");

/// Ask for a token for this API, in other words.
pub(super) const fn get_token(step: &'static str) -> RemedyText {
    you(step, TOKEN_WAYS)
}

const TOKEN_WAYS: &[WayText] = &[
    typed(
        AzureCli,
        AZ_TOKEN,
        "[{app?}For an app: `az login --service-principal` first, or `az` answers with \
                 your own user's token.|{own-app?}The audience is an app of your own: it must \
                 allow the Azure CLI, `{azure-cli}`, under Expose an API.|Without `--resource`, \
                 `az` asks for Azure Resource Manager.]",
    ),
    typed(
        PowerShell,
        POWERSHELL_TOKEN,
        "Since Az 14 the token is a SecureString: `$plain` is its text.",
    ),
    typed(
        Rest,
        "curl -G -H Metadata:true\n\
                 http://169.254.169.254/metadata/identity/oauth2/token\n\
                 --data-urlencode api-version=2018-02-01\n\
                 --data-urlencode resource={audience}",
        "[{managed-identity?}To be run on the resource that has the identity.]",
    ),
    typed(
        Rest,
        CLIENT_TOKEN,
        "[{managed-identity?}|In Postman, set Scope to `{audience}/.default`, Client \
                 Authentication as the app needs it.]",
    ),
    told(
        Code,
        "Ask for the scope `{audience}/.default`, and send `access_token`.",
    ),
];

/// A token by the Azure CLI.
pub(super) const AZ_TOKEN: &str = "az account get-access-token\n\
                                   --resource {audience}\n\
                                   --query accessToken\n\
                                   -o tsv";

/// A token by Azure PowerShell, as text: since Az 14 it gives a `SecureString`.
pub(super) const POWERSHELL_TOKEN: &str = concat!(
    "$t = Get-AzAccessToken\n-ResourceUrl {audience}\n",
    "; $plain = [System.Net.NetworkCredential]::new('', $t.Token).Password"
);

/// The same, of the API's tenant.
pub(super) const POWERSHELL_TOKEN_OF_TENANT: &str = concat!(
    "$t = Get-AzAccessToken\n-ResourceUrl {audience}\n-TenantId {tenant}\n",
    "; $plain = [System.Net.NetworkCredential]::new('', $t.Token).Password"
);

/// The client credentials request (RFC 6749 section 4.4).
pub(super) const CLIENT_TOKEN: &str = "curl -X POST\n\
                                       https://{login-host}/{tenant}/oauth2/v2.0/token\n\
                                       --data-urlencode grant_type=client_credentials\n\
                                       --data-urlencode client_id={own-client-id}\n\
                                       --data-urlencode \"client_secret=$CLIENT_SECRET\"\n\
                                       --data-urlencode scope={audience}/.default";

/// Log in to the API's tenant.
pub(super) const AZ_LOGIN: &str = "az login\n--tenant {tenant}";

/// One call with the token.
pub(super) const CALL: &str =
    "curl -i\n-H \"Authorization: Bearer $TOKEN\"\n{base-url}{example-path}";

/// Give the role that the operation needs, in the way of this service.
pub(super) const ASSIGN_ROLE: RemedyText = owner(
    "[{self-hosted?}|Assign `{least-role}` to {caller}, at the service.]",
    &[
        typed(
            AzureCli,
            "az role assignment create\n\
             --assignee-object-id {oid}\n\
             --assignee-principal-type {principal-type}\n\
             --role {least-role}\n\
             --scope {scope}",
            "[{action?}It is the least role for this request. Then wait: up to 10 minutes, and 5 \
             for the service's cache.|To read. Writing needs [{dicom?}`DICOM Data Owner`|`FHIR \
             Data Writer`, everything `FHIR Data Contributor`]. Then wait up to 10 minutes.]",
        ),
        typed(
            PowerShell,
            "New-AzRoleAssignment\n\
             -ObjectId {oid}\n\
             -RoleDefinitionName {least-role}\n\
             -Scope {scope}",
            "`-ObjectId` takes what the token calls `oid`.",
        ),
        told(
            Portal,
            "The service › Access control (IAM) › Add role assignment › `{least-role}` › Select \
             members. An app shows up only when its full name is typed.",
        ),
    ],
);

/// Give an app role, where the server decides by them.
pub(super) const GIVE_APP_ROLE: RemedyText = RemedyText {
    step: "[{self-hosted?}{give-app-role}]",
    ..ALWAYS_GIVE_APP_ROLE
};

/// Give an app role of the self-hosted server.
pub(super) const ALWAYS_GIVE_APP_ROLE: RemedyText = super::text::tenant(
    "{give-app-role}",
    &[told(
        Portal,
        "[{app?}The client's App registration › API permissions › the server's API › Application \
         permissions, then grant admin consent.|Enterprise applications › the server's API › \
         Users and groups › Add user, with the role.]",
    )],
);

/// See which roles there are.
pub(super) const LOOK: RemedyText = owner(
    "[{self-hosted?}|See which roles it holds, at this service and above.]",
    &[typed(
        AzureCli,
        ROLE_LIST,
        "The scope must be this service, its workspace, resource group or subscription; a sibling \
         does not count.",
    )],
);

/// The roles that the judged identity holds at the service, inherited ones and those of its groups
/// included.
pub(super) const ROLE_LIST: &str = "az role assignment list\n\
                                    --assignee {oid}\n\
                                    --scope {scope}\n\
                                    --include-inherited\n\
                                    --include-groups\n\
                                    -o table";

/// Change the API's Audience.
pub(super) const fn change_audience(step: &'static str) -> RemedyText {
    service(step, AUDIENCE_WAYS)
}

const AUDIENCE_WAYS: &[WayText] = &[
    told(
        Portal,
        "[{self-hosted?}|{settings-place} › Authentication › Audience.]",
    ),
    told(
        Code,
        "[{self-hosted?}The server's setting \
                 `FhirServer__Security__Authentication__Audience`, then restart it.]",
    ),
];

/// Change the API's Authority.
pub(super) const fn change_authority(step: &'static str) -> RemedyText {
    service(step, AUTHORITY_WAYS)
}

const AUTHORITY_WAYS: &[WayText] = &[
    told(
        Portal,
        "[{self-hosted?}|{settings-place} › Authentication › Authority.]",
    ),
    told(
        Code,
        "[{self-hosted?}The server's setting \
                 `FhirServer__Security__Authentication__Authority`, then restart it.]",
    ),
];

/// What a way says of the command in which `TOKEN` stands.
pub(super) const PUT_TOKEN_FIRST: &[WayText] =
    &[typed(Rest, CALL, "Put the token into `TOKEN` first.")];
