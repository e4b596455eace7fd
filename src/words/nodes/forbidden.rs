//! The questions under 403: may you do this?

use super::{NodeWords, Source, ends, on};
use crate::diagnosis::NodeId;

pub(super) const NETWORK: NodeWords = NodeWords {
    question: "Does an anonymous `GET /metadata` get 403 as well?",
    short: "Is anonymous /metadata 403 too?",
    hint: "Private link refuses everyone",
    passes: "No, [{said-metadata?}you said|it answered {metadata-status}]",
    fails: "Yes, 403 for everyone",
    why: "`/metadata` needs no token. If it is refused as well, the network refuses everyone, and \
          no token or role helps. At a DICOM service `/health/check` tells the same.",
    leads: &[
        on("No, 200", "on to who answered", NodeId::AnsweredBy),
        ends("Yes, 403", "403: call from inside the network"),
        ends(
            "Something else",
            "404 is a wrong address, no answer a wrong host",
        ),
    ],
    source: Source {
        title: "Configure Private Link for Azure Health Data Services",
        url: "https://learn.microsoft.com/azure/healthcare-apis/healthcare-apis-configure-private-link",
    },
};

pub(super) const ACCEPTED: NodeWords = NodeWords {
    question: "Would this token be accepted at all?",
    short: "Is the token accepted at all?",
    hint: "The 401 questions, once more",
    passes: "Yes: lifetime, audience and issuer fit",
    fails: "No[: {follows-from}]",
    why: "Only an accepted token gets as far as a 403. If this one would be refused, it is not the \
          one that was sent, a setting is wrong, or something else answered.",
    leads: &[
        on("Yes", "on to who decides", NodeId::GrantSource),
        on(
            "No",
            "back to the 401 questions, from the first",
            NodeId::WellFormed,
        ),
    ],
    source: Source {
        title: "Access token validation in Azure API for FHIR",
        url: "https://learn.microsoft.com/azure/healthcare-apis/azure-api-for-fhir/azure-api-fhir-access-token-validation",
    },
};

pub(super) const GRANT_SOURCE: NodeWords = NodeWords {
    question: "Who decides: Azure RBAC, the allow list, the token's roles, SMART scopes?",
    short: "Who decides?",
    hint: "It depends on the service",
    passes: "[{decider}|Nobody]",
    fails: "[{decider}|Nobody]",
    why: "Each service looks elsewhere for permission. Azure Health Data Services look at Azure \
          roles, or at a SMART provider's scopes. Azure API for FHIR looks at its allow list as \
          soon as that list is not empty. The self-hosted server looks at `roles` in the token.",
    leads: &[
        on("Azure RBAC", "a role assignment", NodeId::AzureRbac),
        on(
            "The allow list",
            "the Allowed object IDs",
            NodeId::AllowList,
        ),
        on("The token's roles", "app roles", NodeId::RolesClaim),
        on("SMART", "`fhirUser` and scopes", NodeId::Smart),
    ],
    source: Source {
        title: "Authentication and authorization for Azure Health Data Services",
        url: "https://learn.microsoft.com/azure/healthcare-apis/authentication-authorization",
    },
};

pub(super) const AZURE_RBAC: NodeWords = NodeWords {
    question: "Does this `oid` hold a FHIR data role at the service's scope?",
    short: "Azure RBAC: a data role?",
    hint: "Owner is no data role",
    passes: "Yes, you said[: {known-role}]",
    fails: "No, you said",
    why: "The token proves who calls. What the caller may do is kept in Azure, as role \
          assignments, and looked up for the `oid`. Owner and Contributor manage the service; they \
          open no data.",
    leads: &[
        on(
            "A role",
            "on to does it cover this operation?",
            NodeId::Operation,
        ),
        ends("None", "403, and the cause is certain"),
        ends(
            "Only Owner, Contributor or Reader",
            "403: these open no data",
        ),
    ],
    source: Source {
        title: "Configure Azure RBAC for the FHIR service",
        url: "https://learn.microsoft.com/azure/healthcare-apis/configure-azure-rbac",
    },
};

pub(super) const ALLOW_LIST: NodeWords = NodeWords {
    question: "Is the token's `oid` on the Allowed object IDs list?",
    short: "Allow list: is the `oid` on it?",
    hint: "Only Azure API for FHIR has one",
    passes: "Yes, it is listed",
    fails: "No, it is not listed",
    why: "With a list, or with the authority of another tenant, Azure API for FHIR asks only one \
          thing: is this `oid` listed? Azure roles count no longer. A client ID, a tenant ID or a \
          group on the list opens nothing.",
    leads: &[
        on(
            "Yes",
            "on to was it changed only minutes ago?",
            NodeId::Propagation,
        ),
        ends("No", "403: list the `oid`"),
    ],
    source: Source {
        title: "Configure local RBAC for Azure API for FHIR",
        url: "https://learn.microsoft.com/azure/healthcare-apis/azure-api-for-fhir/configure-local-rbac",
    },
};

pub(super) const ROLES_CLAIM: NodeWords = NodeWords {
    question: "Does the token carry a role that the server knows?",
    short: "Roles claim: a known role?",
    hint: "Only on a self-hosted server",
    passes: "Yes[, `{known-server-role}`]",
    fails: "No",
    why: "The self-hosted server keeps no role assignments. It matches `roles` in the token with \
          the names in its `roles.json`, and ignores names that it does not know.",
    leads: &[
        on(
            "Yes",
            "on to does it cover this operation?",
            NodeId::Operation,
        ),
        ends("No", "403: give an app role, then get a new token"),
    ],
    source: Source {
        title: "Roles in the FHIR server",
        url: "https://github.com/microsoft/fhir-server/blob/main/docs/Roles.md",
    },
};

pub(super) const SMART: NodeWords = NodeWords {
    question: "Do `fhirUser` and the SMART scopes allow it?",
    short: "SMART: user and scopes?",
    hint: "Scopes bind only SMART users",
    passes: "Yes, user and scopes fit",
    fails: "[{warns?}Yes, but `scope` is read, not `scp`|No]",
    why: "A SMART user sees only the records around `fhirUser`, and only what the scopes name. For \
          everyone else scopes are ignored.",
    leads: &[
        on(
            "Yes",
            "on to does it cover this operation?",
            NodeId::Operation,
        ),
        ends("No", "403, on newer versions 400"),
    ],
    source: Source {
        title: "Configure identity providers for the FHIR service",
        url: "https://learn.microsoft.com/azure/healthcare-apis/fhir/configure-identity-providers",
    },
};

pub(super) const OPERATION: NodeWords = NodeWords {
    question: "Does the role cover this operation?",
    short: "Does the role cover the operation?",
    hint: "A Reader cannot write",
    passes: "Yes, it does",
    fails: "No, it does not",
    why: "Every role is a list of actions. Reading, writing, deleting for good, exporting and \
          converting are actions of their own.",
    leads: &[
        on(
            "Yes",
            "on to was it changed only minutes ago?",
            NodeId::Propagation,
        ),
        ends("No", "403: the least role that does"),
    ],
    source: Source {
        title: "Azure built-in roles for integration: FHIR and DICOM data roles",
        url: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/integration",
    },
};

pub(super) const PROPAGATION: NodeWords = NodeWords {
    question: "Was it changed only minutes ago?",
    short: "Changed only minutes ago?",
    hint: "Roles take up to 10 minutes",
    passes: "No, you said",
    fails: "Yes, you said: wait",
    why: "A new role takes up to 10 minutes to arrive, and the service remembers its last answer \
          for up to 5. A managed identity's group membership takes about a day.",
    leads: &[
        ends("Yes", "wait, then try again"),
        ends(
            "No",
            "look for deny assignments, conditions and the wrong scope",
        ),
    ],
    source: Source {
        title: "Troubleshoot Azure RBAC",
        url: "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting",
    },
};
