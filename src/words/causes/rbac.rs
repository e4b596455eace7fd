//! Azure roles: none, the wrong one, or one that has not arrived yet.

use crate::words::{
    moves::{ASSIGN_ROLE, GIVE_APP_ROLE, LOOK},
    remedy::{
        Mover::Nobody,
        Tool::{AzureCli, Portal},
    },
    text::{CauseText, remedy, service, tenant, told, typed, you},
};

pub(super) const NO_DATA_ROLE: CauseText = CauseText {
    answer: "",
    headline: "Accepted, but {caller} [{certain?}has|most likely has] no {data-role}.",
    explanation: "The token proves who calls; what the caller may do is kept in Azure and looked \
                  up for `oid`. {who-is-judged} The service answers 403, `Authorization failed.`, \
                  and never says why.",
    remedies: &[
        ASSIGN_ROLE,
        GIVE_APP_ROLE,
        LOOK,
        you(
            "Make sure that the role goes to the one who is judged.",
            &[
                typed(
                    AzureCli,
                    "az ad user show\n--id {oid}\n--query displayName\n-o tsv",
                    "[{user?}Prints the user's name.]",
                ),
                typed(
                    AzureCli,
                    "az ad sp show\n\
                     --id {oid}\n\
                     --query \"[displayName,appId,servicePrincipalType]\"",
                    "[{user?}|An App registration's Object ID is in no token: only the Enterprise \
                     application's counts.]",
                ),
            ],
        ),
    ],
};

pub(super) const CONTROL_PLANE_ONLY: CauseText = CauseText {
    answer: "No, only to manage the service",
    headline: "Accepted, but Owner, Contributor or Reader is no {data-role}.",
    explanation: "These roles manage the service and have no data actions: they open no data, not \
                  even to who made the service. {who-is-judged}",
    remedies: &[ASSIGN_ROLE, GIVE_APP_ROLE, LOOK],
};

pub(super) const FOREIGN_AUTHORITY: CauseText = CauseText {
    answer: "Nobody: another tenant's authority",
    headline: "The authority is another tenant, and this service trusts only its own.",
    explanation: "Azure Health Data Services take tokens of the tenant of their subscription, or \
                  of a SMART identity provider that is entered for them. Another tenant worked \
                  with Azure API for FHIR only.",
    remedies: &[
        tenant(
            "Invite the users of the other tenant as guests, then assign roles to them.",
            &[told(Portal, "Users › New user › Invite external user.")],
        ),
        service(
            "Set the Authority to the service's own tenant.",
            &[told(
                Portal,
                "Your workspace › FHIR service › Authentication › Authority.",
            )],
        ),
    ],
};

pub(super) const PROPAGATION_DELAY: CauseText = CauseText {
    answer: "",
    headline: "The role is right and new: the service does not know it yet.",
    explanation: "A role assignment takes up to 10 minutes to arrive, and the service remembers \
                  its last answer for up to 5. [{managed-identity?}If the role came by a group, a \
                  managed identity's tokens keep the old membership for about 24 hours.|A role at \
                  a management group takes hours; a managed identity's new group membership about \
                  24 hours.]",
    remedies: &[remedy(
        Nobody,
        "Wait 15 minutes, then try again. Get a new token where the token itself carries the role \
         or a group.",
        &[],
    )],
};
