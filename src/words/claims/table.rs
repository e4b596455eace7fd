//! The claims of Entra ID and of SMART on FHIR.

use super::{
    ClaimGroup::{self, Decides, Rest, WhoAndThrough},
    ClaimWords,
};

/// What the claims of these names mean.
pub(super) const CLAIMS: &[(&[&str], ClaimWords)] = &[
    (
        &["aud"],
        shown(
            Decides,
            "The API it is meant for. Must be the Audience, letter by letter",
        ),
    ),
    (
        &["iss"],
        shown(Decides, "Who issued it. Must be the authority's issuer"),
    ),
    (&["tid"], shown(Decides, "The tenant that issued the token")),
    (
        &["exp"],
        shown(Decides, "Ends then. Accepted for 5 minutes more"),
    ),
    (
        &["nbf"],
        shown(Decides, "Starts then. Accepted from 5 minutes before"),
    ),
    (
        &["oid"],
        shown(
            Decides,
            "The Object ID that is judged. Roles and the allow list are looked up for it",
        ),
    ),
    (
        &["roles"],
        shown(
            WhoAndThrough,
            "App roles. They decide only at a self-hosted server; Azure roles never appear in a \
             token",
        ),
    ),
    (
        &["fhirUser", "extension_fhirUser"],
        shown(
            WhoAndThrough,
            "The SMART user's own record. Must be a full URL",
        ),
    ),
    (
        &["scope"],
        shown(
            WhoAndThrough,
            "SMART scopes, as a self-hosted server reads them",
        ),
    ),
    (
        &["extn.fhirUser"],
        shown(
            WhoAndThrough,
            "A SMART user under a name that the service does not read",
        ),
    ),
    (
        &["scp"],
        shown(
            WhoAndThrough,
            "On behalf of a user, so the user is judged, not the app. SMART scopes stand here too",
        ),
    ),
    (
        &["idtyp"],
        shown(
            WhoAndThrough,
            "`app`: no user is involved, the app itself is judged",
        ),
    ),
    (
        &["sub"],
        shown(
            WhoAndThrough,
            "The caller as this app sees it; equals `oid` in an app's own token. Not the ID to \
             grant",
        ),
    ),
    (
        &["appid", "azp"],
        shown(
            WhoAndThrough,
            "Application (client) ID. Never the ID to grant",
        ),
    ),
    (
        &["appidacr", "azpacr"],
        shown(
            WhoAndThrough,
            "How the app proved itself: 0 not at all, 1 secret, 2 certificate",
        ),
    ),
    (
        &["idp"],
        shown(
            WhoAndThrough,
            "Where the user signed in. Another one than `iss` is a guest's",
        ),
    ),
    (&["acct"], shown(WhoAndThrough, "0 member, 1 guest")),
    (
        &["groups"],
        shown(
            WhoAndThrough,
            "Groups. Azure RBAC looks memberships up itself",
        ),
    ),
    (
        &["hasgroups", "_claim_names", "_claim_sources"],
        shown(
            WhoAndThrough,
            "Too many groups for the token. Azure RBAC does not need them",
        ),
    ),
    (&["amr"], shown(WhoAndThrough, "How the user signed in")),
    (
        &["tfp"],
        shown(WhoAndThrough, "The B2C policy that issued it"),
    ),
    (
        &["xms_mirid"],
        shown(WhoAndThrough, "The managed identity's resource"),
    ),
    (
        &["xms_az_rid"],
        shown(
            WhoAndThrough,
            "The resource that the managed identity runs on",
        ),
    ),
    (
        &["name", "given_name", "family_name", "nickname"],
        personal(WhoAndThrough, "Shown only. Nothing is decided by it"),
    ),
    (
        &[
            "upn",
            "unique_name",
            "preferred_username",
            "email",
            "login_hint",
        ],
        personal(WhoAndThrough, "Shown only"),
    ),
    (
        &["ipaddr", "fwd"],
        personal(WhoAndThrough, "Where the sign-in came from"),
    ),
    (
        &["onprem_sid", "puid"],
        personal(Rest, "The user in another directory. Ignored"),
    ),
    (&["sid"], shown(Rest, "The session. Ignored")),
    (&["iat"], shown(Rest, "Issued then")),
    (
        &["ver"],
        shown(
            Rest,
            "Token version. The resource decides it, not the endpoint",
        ),
    ),
    (
        &["uti", "jti"],
        shown(
            Rest,
            "Finds this token in the sign-in logs. Quote it to support",
        ),
    ),
    (
        &["acr"],
        shown(Rest, "1: the user did sign in. In a B2C token, the policy"),
    ),
    (
        &["acrs"],
        shown(Rest, "Authentication contexts that were met"),
    ),
    (
        &["wids"],
        shown(
            Rest,
            "Directory roles of the tenant. Not Azure roles, not used here",
        ),
    ),
    (
        &["xms_cc"],
        shown(
            Rest,
            "`cp1`: the client takes longer-lived tokens and can be asked to sign in again",
        ),
    ),
    (&["nonce"], shown(Rest, "The mark of an ID token")),
    (
        &["at_hash", "c_hash"],
        shown(
            Rest,
            "The mark of an ID token: the hash of what came with it",
        ),
    ),
    (
        &[
            "rh",
            "aio",
            "xms_rd",
            "xms_ftd",
            "xms_idrel",
            "xms_act_fct",
            "xms_sub_fct",
            "xms_st",
            "xms_tcdt",
            "xms_spcu",
            "platf",
            "ztdid",
        ],
        shown(Rest, INTERNAL),
    ),
    (
        &["pwd_exp", "pwd_url"],
        shown(Rest, "When and where the password is to be changed"),
    ),
    (
        &["in_corp"],
        shown(Rest, "The sign-in came from the company's network"),
    ),
    (&["xms_pl", "xms_tpl"], shown(Rest, "Preferred language")),
    (&["xms_pdl"], shown(Rest, "Where the user's data is kept")),
    (
        &["xms_edov"],
        shown(Rest, "Whether the address was verified"),
    ),
    (&["tenant_region_scope"], shown(Rest, "The tenant's region")),
    (&["tenant_ctry", "ctry"], shown(Rest, "Country")),
    (&["typ"], shown(Rest, "The kind of token")),
    (&["alg"], shown(Rest, "The signature's algorithm")),
    (&["kid", "x5t"], shown(Rest, "The key that signed it")),
];

const fn shown(group: ClaimGroup, meaning: &'static str) -> ClaimWords {
    ClaimWords {
        meaning,
        group,
        personal: false,
    }
}

const fn personal(group: ClaimGroup, meaning: &'static str) -> ClaimWords {
    ClaimWords {
        meaning,
        group,
        personal: true,
    }
}

const INTERNAL: &str = "For Microsoft's own use. Ignored";
