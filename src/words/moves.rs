//! Moves that more than one cause asks for.

use super::{
    commands::Line,
    remedy::{Command, Mover, Remedy, Tool},
    values::{self, Slot},
};
use crate::{
    diagnosis::Facts,
    entra::IdentityKind,
    service::{self, Action, Operation, Service},
};

/// The client id of the Azure CLI.
pub(super) const AZURE_CLI: &str = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

/// The `SecureString` of `$t` as text (since Az 14 `Get-AzAccessToken` gives nothing else).
const AS_TEXT: &str = "; $plain = [System.Net.NetworkCredential]::new('', $t.Token).Password";

/// Ask for a token for this API.
pub(super) fn get_token(facts: &Facts<'_>) -> Remedy {
    get_token_as(
        "Ask for a token for this API. Nothing in Azure needs to change.",
        facts,
    )
}

/// Ask for a token for this API, in other words.
pub(super) fn get_token_as(step: &'static str, facts: &Facts<'_>) -> Remedy {
    let audience = values::audience(facts);
    let scope = audience.term_with("/.default");
    let remedy = Remedy::new(Mover::You, step)
        .by(Tool::AzureCli, az_token(&audience).done(), az_note(facts))
        .by(
            Tool::PowerShell,
            powershell_token(&audience),
            "Since Az 14 the token is a SecureString: `$plain` is its text.",
        );
    let remedy = if values::kind(facts) == IdentityKind::ManagedIdentity {
        remedy.by(
            Tool::Rest,
            managed_identity_token(&audience),
            "To be run on the resource that has the identity.",
        )
    } else {
        remedy.by(
            Tool::Rest,
            client_token(facts, &audience),
            [
                "In Postman, set Scope to ",
                &scope,
                ", Client Authentication as the app needs it.",
            ]
            .concat(),
        )
    };
    remedy.told(
        Tool::Code,
        ["Ask for the scope ", &scope, ", and send `access_token`."].concat(),
    )
}

/// `az account get-access-token --resource …`
pub(super) fn az_token(audience: &Slot) -> Line {
    Line::posix("az account get-access-token")
        .value("--resource", audience)
        .fixed("--query accessToken")
        .fixed("-o tsv")
}

fn az_note(facts: &Facts<'_>) -> String {
    let is_own_app = facts.case.service == Service::FhirServer
        || facts
            .settings
            .audience
            .as_deref()
            .is_some_and(|audience| !audience.contains("azurehealthcareapis"));
    if values::kind(facts).is_app_only() {
        return "For an app: `az login --service-principal` first, or `az` answers with your own \
                user's token."
            .to_owned();
    }
    if is_own_app && facts.case.service != Service::AhdsDicom {
        return [
            "The audience is an app of your own: it must allow the Azure CLI, `",
            AZURE_CLI,
            "`, under Expose an API.",
        ]
        .concat();
    }
    "Without `--resource`, `az` asks for Azure Resource Manager.".to_owned()
}

/// `Get-AzAccessToken`, and its `SecureString` as text.
pub(super) fn powershell_token(audience: &Slot) -> Command {
    Line::powershell("$t = Get-AzAccessToken")
        .value("-ResourceUrl", audience)
        .fixed(AS_TEXT)
        .done()
}

/// `Get-AzAccessToken` of one tenant, and its `SecureString` as text.
pub(super) fn powershell_token_of(audience: &Slot, tenant: &Slot) -> Command {
    Line::powershell("$t = Get-AzAccessToken")
        .value("-ResourceUrl", audience)
        .value("-TenantId", tenant)
        .fixed(AS_TEXT)
        .done()
}

/// The client credentials request (RFC 6749 section 4.4).
pub(super) fn client_token(facts: &Facts<'_>, audience: &Slot) -> Command {
    let url = ["https://", values::login_host(facts), "/"].concat();
    Line::posix("curl -X POST")
        .around("", &url, &values::tenant(facts), "/oauth2/v2.0/token")
        .fixed("--data-urlencode grant_type=client_credentials")
        .around(
            "--data-urlencode",
            "client_id=",
            &values::own_client_id(facts),
            "",
        )
        .fixed("--data-urlencode \"client_secret=$CLIENT_SECRET\"")
        .around("--data-urlencode", "scope=", audience, "/.default")
        .done()
}

/// The request to the identity endpoint of a virtual machine.
fn managed_identity_token(audience: &Slot) -> Command {
    Line::posix("curl -G -H Metadata:true")
        .fixed("http://169.254.169.254/metadata/identity/oauth2/token")
        .fixed("--data-urlencode api-version=2018-02-01")
        .around("--data-urlencode", "resource=", audience, "")
        .done()
}

/// `az login --tenant …`
pub(super) fn az_login(tenant: &Slot) -> Command {
    Line::posix("az login").value("--tenant", tenant).done()
}

/// The Object ID of the Enterprise application, by the client ID.
pub(super) fn az_object_id(facts: &Facts<'_>) -> Command {
    Line::posix("az ad sp show")
        .value("--id", &values::client_id(facts))
        .fixed("--query id")
        .fixed("-o tsv")
        .done()
}

/// The role that the operation needs at least; the one that reads, where the operation is not
/// known.
pub(super) fn least_role(facts: &Facts<'_>) -> &'static str {
    let action = facts.operation.as_ref().and_then(Operation::action);
    service::least_role(action.unwrap_or(Action::Read), facts.case.service)
}

/// Assign a data role to the identity that is judged.
pub(super) fn assign_role(facts: &Facts<'_>) -> Remedy {
    let role = Slot::fixed(least_role(facts));
    let oid = values::oid(facts);
    let scope = values::scope(facts);
    let step = [
        "Assign `",
        least_role(facts),
        "` to ",
        values::caller(facts),
        ", at the service.",
    ]
    .concat();
    Remedy::new(Mover::Owner, step)
        .by(
            Tool::AzureCli,
            Line::posix("az role assignment create")
                .value("--assignee-object-id", &oid)
                .value("--assignee-principal-type", &values::principal_type(facts))
                .value("--role", &role)
                .value("--scope", &scope)
                .done(),
            role_note(facts),
        )
        .by(
            Tool::PowerShell,
            Line::powershell("New-AzRoleAssignment")
                .value("-ObjectId", &oid)
                .value("-RoleDefinitionName", &role)
                .value("-Scope", &scope)
                .done(),
            "`-ObjectId` takes what the token calls `oid`.",
        )
        .told(
            Tool::Portal,
            [
                "The service › Access control (IAM) › Add role assignment › `",
                least_role(facts),
                "` › Select members. An app shows up only when its full name is typed.",
            ]
            .concat(),
        )
}

fn role_note(facts: &Facts<'_>) -> &'static str {
    match facts.case.service {
        _ if facts
            .operation
            .as_ref()
            .and_then(Operation::action)
            .is_some() =>
        {
            "It is the least role for this request. Then wait: up to 10 minutes, and 5 for the \
             service's cache."
        }
        Service::AhdsDicom => {
            "To read. Writing needs `DICOM Data Owner`. Then wait up to 10 minutes."
        }
        _ => {
            "To read. Writing needs `FHIR Data Writer`, everything `FHIR Data Contributor`. Then \
             wait up to 10 minutes."
        }
    }
}

/// Give an app role of the self-hosted server.
pub(super) fn give_app_role(facts: &Facts<'_>) -> Remedy {
    let role = least_role(facts);
    let step = [
        "Give ",
        values::caller(facts),
        " the app role `",
        role,
        "`, then get a new token.",
    ]
    .concat();
    Remedy::new(Mover::TenantAdministrator, step).told(
        Tool::Portal,
        if values::kind(facts).is_app_only() {
            "The client's App registration › API permissions › the server's API › Application \
             permissions, then grant admin consent."
        } else {
            "Enterprise applications › the server's API › Users and groups › Add user, with the \
             role."
        },
    )
}

/// Change the API's authentication settings.
pub(super) fn change_setting(
    step: impl Into<String>,
    facts: &Facts<'_>,
    setting: &'static str,
) -> Remedy {
    let remedy = Remedy::new(Mover::ServiceAdministrator, step);
    if facts.case.service == Service::FhirServer {
        return remedy.told(
            Tool::Code,
            [
                "The server's setting `FhirServer__Security__Authentication__",
                setting,
                "`, then restart it.",
            ]
            .concat(),
        );
    }
    remedy.told(
        Tool::Portal,
        [
            values::your_service_place(facts),
            " › Authentication › ",
            setting,
            ".",
        ]
        .concat(),
    )
}
