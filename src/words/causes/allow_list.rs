//! The Allowed object IDs list of Azure API for FHIR.

use crate::words::{
    moves::{ASSIGN_ROLE, GIVE_APP_ROLE, get_token},
    remedy::Tool::{AzureCli, Portal},
    text::{CauseText, RemedyText, service, tenant, told, typed},
};

pub(super) const CLIENT_ID_LISTED: CauseText = CauseText {
    answer: "No, the client ID is",
    headline: "The allow list has the app's client ID[, `{client-id}`,] in place of the Object ID.",
    explanation: COMPARED,
    remedies: &[LIST_OID],
};

pub(super) const TENANT_ID_LISTED: CauseText = CauseText {
    answer: "No, the tenant's ID is",
    headline: "The allow list has the tenant's ID[, `{token-tenant}`,] in place of the Object ID.",
    explanation: COMPARED,
    remedies: &[LIST_OID],
};

pub(super) const AUDIENCE_ID_LISTED: CauseText = CauseText {
    answer: "No, the API's own ID is",
    headline: "The allow list has the client ID of the API itself in place of the caller's Object \
               ID.",
    explanation: COMPARED,
    remedies: &[LIST_OID],
};

const COMPARED: &str =
    "The service compares the list with `oid` and nothing else[, here `{oid}`]. {what-counts}";

pub(super) const GROUP_LISTED: CauseText = CauseText {
    answer: "No, a group is",
    headline: "The allow list has a group[, `{listed-group}`], and groups are no longer documented \
               to work there.",
    explanation: "The list is documented for users and service principals only. {what-counts}",
    remedies: &[
        LIST_OID,
        service(
            "Or move to Azure RBAC, which knows groups: empty the list, and assign roles. It needs \
             the home tenant as Authority.",
            &[],
        ),
    ],
};

pub(super) const EMPTY: CauseText = CauseText {
    answer: "No, the list is empty",
    headline: "The allow list is empty, and the authority is another tenant: nobody may do \
               anything.",
    explanation: "For the identities of another tenant, Azure roles do not count; the list alone \
                  opens the service. {what-counts}",
    remedies: &[LIST_OID],
};

pub(super) const OID_NOT_LISTED: CauseText = CauseText {
    answer: "No, it is not listed",
    headline: "The allow list lacks [{caller}'s Object ID, `{oid}`|the caller's Object ID].",
    explanation: "The service compares the list with `oid`. [{app?}A listed ID may be the Object \
                  ID of the App registration, which no token carries. The right one is the Object \
                  ID of the Enterprise application.|{user?}Somebody signed in, so the user is \
                  judged, and not the app or its Enterprise application: the user's own Object ID \
                  must be listed.|{what-counts}]",
    remedies: &[LIST_OID],
};

pub(super) const OID_MISSING: CauseText = CauseText {
    answer: "No, there is no `oid`",
    headline: "The token has no `oid`, so nobody can be granted anything.",
    explanation: "Roles and the allow list are looked up for the Object ID in `oid`. Entra ID \
                  writes it into every access token; other identity providers must be told to.",
    remedies: &[
        get_token("Ask Entra ID for a token for this API."),
        tenant(
            "With Azure AD B2C, let the policy issue the user's Object ID as `oid`.",
            &[],
        ),
    ],
};

pub(super) const DISABLES_RBAC: CauseText = CauseText {
    answer: "",
    headline: "The allow list is not empty, so Azure roles do not count.",
    explanation: "With a single entry in the list, Azure API for FHIR looks at nothing else. A \
                  role that is assigned at the service changes nothing.",
    remedies: &[
        service(
            "Empty the list, so that Azure roles decide.",
            &[told(
                Portal,
                "Azure API for FHIR › Authentication › Allowed object IDs. The home tenant must \
                 be the Authority.",
            )],
        ),
        LIST_OID,
    ],
};

pub(super) const NOT_SUPPORTED: CauseText = CauseText {
    answer: "Ignored by this service",
    headline: "An allow list was entered, and this service has none.",
    explanation: "Azure Health Data Services look at Azure roles only. What stands on a list is \
                  ignored.",
    remedies: &[ASSIGN_ROLE, GIVE_APP_ROLE],
};

/// Put the judged Object ID on the list.
const LIST_OID: RemedyText = service(
    "Put `{oid}` on the list.",
    &[
        told(
            Portal,
            "Azure API for FHIR › Authentication › Allowed object IDs. A change takes up to 5 \
             minutes.",
        ),
        typed(
            AzureCli,
            "az ad signed-in-user show\n--query id\n-o tsv",
            "[{user?}Prints the Object ID of the user who is logged in.]",
        ),
        typed(
            AzureCli,
            "az ad sp show\n--id {client-id}\n--query id\n-o tsv",
            "[{user?}|Prints the Object ID of the Enterprise application, which the app's token \
             calls `oid`.]",
        ),
    ],
);
