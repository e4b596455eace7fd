//! The Allowed object IDs list of Azure API for FHIR.

use super::words;
use crate::{
    diagnosis::Facts,
    entra::Guid,
    words::{
        CauseWords,
        commands::Line,
        moves,
        remedy::{Mover, Remedy, Tool},
        values::{self, term},
    },
};

pub(super) fn client_id_listed(facts: &Facts<'_>) -> CauseWords {
    let headline = match values::client_id(facts).own {
        Some(id) => [
            "The allow list has the app's client ID, ",
            &term(&id),
            ", in place of the Object ID.",
        ]
        .concat(),
        None => "The allow list has the app's client ID in place of the Object ID.".to_owned(),
    };
    mix_up(headline, facts)
}

pub(super) fn tenant_id_listed(facts: &Facts<'_>) -> CauseWords {
    let headline = match values::token_tenant(facts) {
        Some(id) => [
            "The allow list has the tenant's ID, ",
            &term(&id),
            ", in place of the Object ID.",
        ]
        .concat(),
        None => "The allow list has the tenant's ID in place of the Object ID.".to_owned(),
    };
    mix_up(headline, facts)
}

pub(super) fn audience_id_listed(facts: &Facts<'_>) -> CauseWords {
    mix_up(
        "The allow list has the client ID of the API itself in place of the caller's Object ID."
            .to_owned(),
        facts,
    )
}

fn mix_up(headline: String, facts: &Facts<'_>) -> CauseWords {
    let oid = values::oid(facts);
    words(
        headline,
        [
            "The service compares the list with `oid` and nothing else, here ",
            &oid.term(),
            ". ",
            whose(facts),
        ]
        .concat(),
        vec![list_oid(facts)],
    )
}

pub(super) fn group_listed(facts: &Facts<'_>) -> CauseWords {
    let listed = facts
        .settings
        .allowed_object_ids
        .as_deref()
        .unwrap_or_default();
    let groups = facts
        .claims
        .map(|claims| claims.texts("groups"))
        .unwrap_or_default();
    let group = groups
        .into_iter()
        .find(|group| listed.iter().any(|id| is_same(id, group)));
    let headline = match group {
        Some(group) => [
            "The allow list has a group, ",
            &term(group),
            ", and groups are no longer documented to work there.",
        ]
        .concat(),
        None => "The allow list has a group, and groups are no longer documented to work there."
            .to_owned(),
    };
    let mut remedies = vec![list_oid(facts)];
    remedies.push(Remedy::new(
        Mover::ServiceAdministrator,
        "Or move to Azure RBAC, which knows groups: empty the list, and assign roles. It needs the \
         home tenant as Authority.",
    ));
    words(
        headline,
        [
            "The list is documented for users and service principals only. ",
            whose(facts),
        ]
        .concat(),
        remedies,
    )
}

pub(super) fn empty(facts: &Facts<'_>) -> CauseWords {
    words(
        "The allow list is empty, and the authority is another tenant: nobody may do anything.",
        [
            "For the identities of another tenant, Azure roles do not count; the list alone opens \
             the service. ",
            whose(facts),
        ]
        .concat(),
        vec![list_oid(facts)],
    )
}

pub(super) fn oid_not_listed(facts: &Facts<'_>) -> CauseWords {
    let headline = match values::oid(facts).own {
        Some(oid) => [
            "The allow list lacks ",
            values::caller(facts),
            "'s Object ID, ",
            &term(&oid),
            ".",
        ]
        .concat(),
        None => "The allow list lacks the caller's Object ID.".to_owned(),
    };
    let explanation = match values::kind(facts) {
        kind if kind.is_app_only() => {
            "A listed ID may be the Object ID of the App registration, which no token carries. The \
             right one is the Object ID of the Enterprise application."
        }
        kind if kind.is_delegated() => {
            "Somebody signed in, so the user is judged, and not the app or its Enterprise \
             application: the user's own Object ID must be listed."
        }
        _ => whose(facts),
    };
    words(
        headline,
        ["The service compares the list with `oid`. ", explanation].concat(),
        vec![list_oid(facts)],
    )
}

pub(super) fn oid_missing(facts: &Facts<'_>) -> CauseWords {
    words(
        "The token has no `oid`, so nobody can be granted anything.",
        "Roles and the allow list are looked up for the Object ID in `oid`. Entra ID writes it \
         into every access token; other identity providers must be told to.",
        vec![
            moves::get_token_as("Ask Entra ID for a token for this API.", facts),
            Remedy::new(
                Mover::TenantAdministrator,
                "With Azure AD B2C, let the policy issue the user's Object ID as `oid`.",
            ),
        ],
    )
}

pub(super) fn disables_rbac(facts: &Facts<'_>) -> CauseWords {
    words(
        "The allow list is not empty, so Azure roles do not count.",
        "With a single entry in the list, Azure API for FHIR looks at nothing else. A role that is \
         assigned at the service changes nothing.",
        vec![
            Remedy::new(
                Mover::ServiceAdministrator,
                "Empty the list, so that Azure roles decide.",
            )
            .told(
                Tool::Portal,
                "Azure API for FHIR › Authentication › Allowed object IDs. The home tenant must be \
                 the Authority.",
            ),
            list_oid(facts),
        ],
    )
}

pub(super) fn not_supported(facts: &Facts<'_>) -> CauseWords {
    words(
        "An allow list was entered, and this service has none.",
        "Azure Health Data Services look at Azure roles only. What stands on a list is ignored.",
        vec![moves::assign_role(facts)],
    )
}

fn is_same(left: &str, right: &str) -> bool {
    left.trim().eq_ignore_ascii_case(right)
        || Guid::parse(left.trim()).is_some_and(|id| Guid::parse(right) == Some(id))
}

/// Whose Object ID it is that the list must have.
fn whose(facts: &Facts<'_>) -> &'static str {
    match values::kind(facts) {
        kind if kind.is_app_only() => "What counts is the Object ID of the Enterprise application.",
        kind if kind.is_delegated() => {
            "What counts is the user's Object ID: the app and its Enterprise application are not \
             judged."
        }
        _ => {
            "For an app the Object ID of the Enterprise application counts, for a user the user's \
             own."
        }
    }
}

/// Put the judged Object ID on the list.
fn list_oid(facts: &Facts<'_>) -> Remedy {
    let step = ["Put ", &values::oid(facts).term(), " on the list."].concat();
    let remedy = Remedy::new(Mover::ServiceAdministrator, step).told(
        Tool::Portal,
        "Azure API for FHIR › Authentication › Allowed object IDs. A change takes up to 5 minutes.",
    );
    match values::kind(facts) {
        kind if kind.is_delegated() => remedy.by(
            Tool::AzureCli,
            Line::posix("az ad signed-in-user show")
                .fixed("--query id")
                .fixed("-o tsv")
                .done(),
            "Prints the Object ID of the user who is logged in.",
        ),
        _ => remedy.by(
            Tool::AzureCli,
            moves::az_object_id(facts),
            "Prints the Object ID of the Enterprise application, which the app's token calls \
             `oid`.",
        ),
    }
}
