//! The causes: every reason for a refusal that the diagnosis can name, in one table.

use super::node::NodeId;

/// How a cause may stand in a diagnosis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It refuses the request: it can be the headline.
    Fails,
    /// The service accepts it, but it is fragile or suspicious: a headline only where nothing fails.
    Warns,
    /// It only ever stands beside another cause.
    Beside,
    /// It sums up a diagnosis in which nothing fails.
    SumsUp,
}

macro_rules! causes {
    ($($cause:ident $id:literal $weight:ident at $node:ident;)+) => {
        /// A cause. Its id is stable: reports, links and scenarios name it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CauseId {
            $(#[doc = concat!("`", $id, "`")] $cause,)+
        }

        impl CauseId {
            /// Every cause, in the order of the tree.
            pub const ALL: &[Self] = &[$(Self::$cause,)+];

            /// The id in reports, links and scenarios.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$cause => $id,)+
                }
            }

            /// The question whose failure it explains.
            pub const fn node(self) -> NodeId {
                match self {
                    $(Self::$cause => NodeId::$node,)+
                }
            }

            /// How it may stand in a diagnosis.
            pub const fn weight(self) -> Weight {
                match self {
                    $(Self::$cause => Weight::$weight,)+
                }
            }
        }
    };
}

causes! {
    TokenRequestFailed "token-request-failed" Fails at TokenRequest;
    NoBearerToken "no-bearer-token" Fails at BearerSent;
    SecureStringToken "secure-string-token" Fails at WellFormed;
    PlaceholderToken "placeholder-token" Fails at WellFormed;
    MalformedToken "malformed-token" Fails at WellFormed;
    EncryptedToken "encrypted-token" Fails at WellFormed;
    OpaqueToken "opaque-token" Fails at WellFormed;
    UnsignedToken "unsigned-token" Fails at Signature;
    ClientAssertion "client-assertion" Fails at TokenKind;
    IdToken "id-token" Fails at TokenKind;
    GraphToken "graph-token" Fails at TokenKind;
    ArmToken "arm-token" Fails at TokenKind;
    DicomToken "dicom-token" Fails at TokenKind;
    FhirToken "fhir-token" Fails at TokenKind;
    SignatureInvalid "signature-invalid" Fails at Signature;
    SigningKeyNotFound "signing-key-not-found" Fails at Signature;
    Expired "expired" Fails at Lifetime;
    NotYetValid "not-yet-valid" Fails at Lifetime;
    NoExpiration "no-expiration" Fails at Lifetime;
    LifetimeUnreadable "lifetime-unreadable" Fails at Lifetime;
    LifetimeInverted "lifetime-inverted" Fails at Lifetime;
    LifetimeInMilliseconds "lifetime-in-milliseconds" Warns at Lifetime;
    InsideClockSkew "inside-clock-skew" Warns at Lifetime;
    AudienceSharedDefault "audience-shared-default" Fails at Audience;
    AudienceMissingFhirLabel "audience-missing-fhir-label" Fails at Audience;
    AudienceCase "audience-case" Fails at Audience;
    AudienceTrailingSlash "audience-trailing-slash" Warns at Audience;
    AudienceAppId "audience-app-id" Fails at Audience;
    AudienceOtherInstance "audience-other-instance" Fails at Audience;
    AudienceScopeSuffix "audience-scope-suffix" Fails at Audience;
    AudienceMismatch "audience-mismatch" Fails at Audience;
    AudienceMissing "audience-missing" Fails at Audience;
    IssuerOtherTenant "issuer-other-tenant" Fails at Issuer;
    IssuerTokenVersion "issuer-token-version" Fails at Issuer;
    IssuerOtherCloud "issuer-other-cloud" Fails at Issuer;
    IssuerTemplate "issuer-template" Fails at Issuer;
    IssuerMismatch "issuer-mismatch" Fails at Issuer;
    IssuerMissing "issuer-missing" Fails at Issuer;
    AuthorityMalformed "authority-malformed" Fails at Issuer;
    GatewayAnswered "gateway-answered" Fails at AnsweredBy;
    SettingsDifferFromServer "settings-differ-from-server" Beside at Issuer;
    Unexplained401 "unexplained-401" SumsUp at Status;
    NetworkBlocked "network-blocked" Fails at Network;
    StatusContradiction "status-contradiction" Beside at Accepted;
    ClientIdListed "client-id-listed" Fails at AllowList;
    TenantIdListed "tenant-id-listed" Fails at AllowList;
    AudienceIdListed "audience-id-listed" Fails at AllowList;
    GroupListed "group-listed" Fails at AllowList;
    AllowListEmpty "allow-list-empty" Fails at AllowList;
    OidNotListed "oid-not-listed" Fails at AllowList;
    OidMissing "oid-missing" Fails at AllowList;
    AllowListDisablesRbac "allow-list-disables-rbac" Beside at AllowList;
    AllowListNotSupported "allow-list-not-supported" Beside at AllowList;
    ForeignAuthority "foreign-authority" Fails at GrantSource;
    NoDataRole "no-data-role" Fails at AzureRbac;
    ControlPlaneRoleOnly "control-plane-role-only" Fails at AzureRbac;
    RoleLacksAction "role-lacks-action" Fails at Operation;
    RolesClaimMissing "roles-claim-missing" Fails at RolesClaim;
    RolesClaimUnknown "roles-claim-unknown" Fails at RolesClaim;
    SmartClientNotRegistered "smart-client-not-registered" Fails at Smart;
    SmartFhirUserMissing "smart-fhiruser-missing" Fails at Smart;
    SmartScopesMissing "smart-scopes-missing" Fails at Smart;
    SmartScopeInsufficient "smart-scope-insufficient" Fails at Smart;
    SmartReadOnly "smart-read-only" Fails at Smart;
    PropagationDelay "propagation-delay" Fails at Propagation;
    Unexplained403 "unexplained-403" SumsUp at Status;
    TokenInUrl "token-in-url" Fails at BadRequest;
    SmartScopesMalformed "smart-scopes-malformed" Fails at Smart;
    NotAuth "not-auth" SumsUp at NotAuth;
    WouldBeAccepted "would-be-accepted" SumsUp at Status;
}

impl CauseId {
    /// The causes that a question finds.
    pub fn of_node(node: NodeId) -> Vec<Self> {
        let of_node = |cause: &Self| cause.node() == node;
        Self::ALL.iter().copied().filter(of_node).collect()
    }

    /// The cause with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|cause| cause.id() == id)
    }
}
