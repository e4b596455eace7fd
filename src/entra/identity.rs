//! Who is judged: the identity that a token stands for.

use super::{
    guid::Guid,
    issuer::{Issuer, is_same_issuer},
};
use crate::{http::position_of, jose::Claims};

/// The identity that the service judges, and why it is taken for that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// What it is.
    pub kind: IdentityKind,
    /// The evidence.
    pub because: IdentityEvidence,
    /// Its Object ID as the token has it.
    pub oid: Option<String>,
    /// The application it acts through, or is: `appid` or `azp`.
    pub client_id: Option<String>,
}

/// What kind of identity a token stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityKind {
    /// A user of the tenant.
    User,
    /// A user of another organisation, invited as a guest.
    Guest,
    /// An application on its own behalf.
    ServicePrincipal,
    /// An Azure resource on its own behalf.
    ManagedIdentity,
    /// The token does not tell.
    Undetermined,
}

/// What in the token says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityEvidence {
    /// `scp` is there: on behalf of a user.
    Scp,
    /// `idtyp` is `app`.
    IdtypApp,
    /// `idtyp` is `user`.
    IdtypUser,
    /// No `scp`, and `sub` equals `oid`.
    SubEqualsOid,
    /// `xms_mirid` names the managed identity.
    XmsMirid,
    /// `appidacr` or `azpacr` is 2 and `xms_az_rid` names the resource it runs on.
    XmsAzRid,
    /// `idp` differs from `iss`.
    Idp,
    /// `acct` is 1.
    Acct,
    /// `upn` or `unique_name` has the form of a guest's.
    GuestName,
    /// Neither `scp` nor an app's marks.
    Neither,
}

impl IdentityKind {
    /// The id in reports and scenarios.
    pub const fn id(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Guest => "guest",
            Self::ServicePrincipal => "service-principal",
            Self::ManagedIdentity => "managed-identity",
            Self::Undetermined => "undetermined",
        }
    }

    /// Whether a user is judged, not an application.
    pub const fn is_delegated(self) -> bool {
        matches!(self, Self::User | Self::Guest)
    }

    /// Whether an application or a resource is judged on its own behalf.
    pub const fn is_app_only(self) -> bool {
        matches!(self, Self::ServicePrincipal | Self::ManagedIdentity)
    }
}

/// The user names of guests: `name_home.example#EXT#@host.example`, `live.com#name@home.example`.
const GUEST_NAMES: [&str; 2] = ["#EXT#", "live.com#"];

impl Identity {
    /// The identity that a token's claims stand for [domain 4.4].
    pub fn of(claims: Claims<'_>) -> Self {
        let (kind, because) = judge(claims);
        Self {
            kind,
            because,
            oid: claims.text("oid").map(str::to_owned),
            client_id: claims
                .text("appid")
                .or_else(|| claims.text("azp"))
                .map(str::to_owned),
        }
    }
}

fn judge(claims: Claims<'_>) -> (IdentityKind, IdentityEvidence) {
    let is_app_only = claims.text("idtyp") == Some("app")
        || (!claims.has("scp") && (sub_equals_oid(claims) || claims.has("xms_mirid")));
    if is_app_only {
        return judge_app(claims);
    }
    if claims.has("scp") || claims.text("idtyp") == Some("user") {
        let because = if claims.has("scp") {
            IdentityEvidence::Scp
        } else {
            IdentityEvidence::IdtypUser
        };
        return match guest(claims) {
            Some(because) => (IdentityKind::Guest, because),
            None => (IdentityKind::User, because),
        };
    }
    (IdentityKind::Undetermined, IdentityEvidence::Neither)
}

fn judge_app(claims: Claims<'_>) -> (IdentityKind, IdentityEvidence) {
    let authenticated_by = claims.text("appidacr").or_else(|| claims.text("azpacr"));
    if claims.has("xms_mirid") {
        return (IdentityKind::ManagedIdentity, IdentityEvidence::XmsMirid);
    }
    if authenticated_by == Some("2") && claims.has("xms_az_rid") {
        return (IdentityKind::ManagedIdentity, IdentityEvidence::XmsAzRid);
    }
    if claims.text("idtyp") == Some("app") {
        return (IdentityKind::ServicePrincipal, IdentityEvidence::IdtypApp);
    }
    (
        IdentityKind::ServicePrincipal,
        IdentityEvidence::SubEqualsOid,
    )
}

fn sub_equals_oid(claims: Claims<'_>) -> bool {
    claims
        .text("sub")
        .zip(claims.text("oid"))
        .is_some_and(|(sub, oid)| sub.eq_ignore_ascii_case(oid))
}

/// Only Entra ID's own tokens tell guests apart: those of B2C carry `idp` for every user.
fn guest(claims: Claims<'_>) -> Option<IdentityEvidence> {
    let iss = claims.text("iss")?;
    let home = Issuer::parse(iss)?.tenant;
    if claims
        .text("idp")
        .is_some_and(|idp| !is_same_issuer(idp, iss) && !is_of_tenant(idp, home))
    {
        return Some(IdentityEvidence::Idp);
    }
    if claims.text("acct") == Some("1") {
        return Some(IdentityEvidence::Acct);
    }
    ["upn", "unique_name", "preferred_username"]
        .iter()
        .any(|claim| {
            let name = claims.text(claim).unwrap_or_default();
            GUEST_NAMES
                .iter()
                .any(|mark| position_of(name, mark).is_some())
        })
        .then_some(IdentityEvidence::GuestName)
}

/// Whether an identity provider is this tenant. `idp` names it as version 1.0 issuers do, in tokens of version 2.0
/// too.
fn is_of_tenant(idp: &str, tenant: Option<Guid>) -> bool {
    tenant.is_some() && Issuer::parse(idp).and_then(|issuer| issuer.tenant) == tenant
}
