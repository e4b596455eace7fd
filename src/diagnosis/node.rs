//! The questions of the tree and how they hang together.

use Branch::{BadRequest, Forbidden, NoAnswer, Other, Root, Unauthorized};

/// A question of the decision tree. Its id is stable: reports, links and scenarios name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeId {
    /// What did the service answer?
    Status,
    /// Did the identity provider refuse to issue a token?
    TokenRequest,
    /// Did a bearer token reach the service?
    BearerSent,
    /// Was it the FHIR service that answered, or a gateway in front of it? Drawn under 401 and 403.
    AnsweredBy,
    /// Is it a JWT at all?
    WellFormed,
    /// Is it an access token for this API, or some other token?
    TokenKind,
    /// Is it signed by a key of the authority?
    Signature,
    /// Is it inside its lifetime?
    Lifetime,
    /// Is it meant for this API?
    Audience,
    /// Does it come from the configured authority?
    Issuer,
    /// Does an anonymous `GET /metadata` get 403 as well?
    Network,
    /// Would this token be accepted at all?
    Accepted,
    /// Who decides: Azure RBAC, the allow list, the token's roles, SMART scopes?
    GrantSource,
    /// Does this `oid` hold a FHIR data role at the service's scope?
    AzureRbac,
    /// Is the token's `oid` on the Allowed object IDs list?
    AllowList,
    /// Does the token carry a role that the server knows?
    RolesClaim,
    /// Do `fhirUser` and the SMART scopes allow it?
    Smart,
    /// Does the role cover this operation?
    Operation,
    /// Was it changed only minutes ago?
    Propagation,
    /// Token in the URL, malformed or mixed SMART scopes, missing `fhirUser`?
    BadRequest,
    /// Not an authentication or authorization problem.
    NotAuth,
}

/// A branch of the tree: what hangs below one kind of answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Branch {
    /// The root itself.
    Root,
    /// 401.
    Unauthorized,
    /// 403.
    Forbidden,
    /// No answer yet.
    NoAnswer,
    /// 400.
    BadRequest,
    /// Any other status.
    Other,
}

/// One place in the drawn tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The question asked there.
    pub node: NodeId,
    /// The branch it hangs on.
    pub branch: Branch,
    /// The question it is a choice of, where it is not a step of its branch.
    pub under: Option<NodeId>,
}

const fn step(branch: Branch, node: NodeId) -> Place {
    Place {
        node,
        branch,
        under: None,
    }
}

const fn choice(node: NodeId) -> Place {
    Place {
        node,
        branch: Forbidden,
        under: Some(NodeId::GrantSource),
    }
}

/// The whole tree, in drawing order.
pub const TREE: [Place; 22] = [
    step(Root, NodeId::Status),
    step(Unauthorized, NodeId::BearerSent),
    step(Unauthorized, NodeId::AnsweredBy),
    step(Unauthorized, NodeId::WellFormed),
    step(Unauthorized, NodeId::TokenKind),
    step(Unauthorized, NodeId::Signature),
    step(Unauthorized, NodeId::Lifetime),
    step(Unauthorized, NodeId::Audience),
    step(Unauthorized, NodeId::Issuer),
    step(Forbidden, NodeId::Network),
    step(Forbidden, NodeId::AnsweredBy),
    step(Forbidden, NodeId::Accepted),
    step(Forbidden, NodeId::GrantSource),
    choice(NodeId::AzureRbac),
    choice(NodeId::AllowList),
    choice(NodeId::RolesClaim),
    choice(NodeId::Smart),
    step(Forbidden, NodeId::Operation),
    step(Forbidden, NodeId::Propagation),
    step(NoAnswer, NodeId::TokenRequest),
    step(BadRequest, NodeId::BadRequest),
    step(Other, NodeId::NotAuth),
];

impl NodeId {
    /// Every question, each once, in the order of the tree.
    pub const ALL: [Self; 21] = [
        Self::Status,
        Self::BearerSent,
        Self::AnsweredBy,
        Self::WellFormed,
        Self::TokenKind,
        Self::Signature,
        Self::Lifetime,
        Self::Audience,
        Self::Issuer,
        Self::Network,
        Self::Accepted,
        Self::GrantSource,
        Self::AzureRbac,
        Self::AllowList,
        Self::RolesClaim,
        Self::Smart,
        Self::Operation,
        Self::Propagation,
        Self::TokenRequest,
        Self::BadRequest,
        Self::NotAuth,
    ];

    /// The id in reports, links and scenarios.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::TokenRequest => "token-request",
            Self::BearerSent => "bearer-sent",
            Self::AnsweredBy => "answered-by",
            Self::WellFormed => "well-formed",
            Self::TokenKind => "token-kind",
            Self::Signature => "signature",
            Self::Lifetime => "lifetime",
            Self::Audience => "audience",
            Self::Issuer => "issuer",
            Self::Network => "network",
            Self::Accepted => "accepted",
            Self::GrantSource => "grant-source",
            Self::AzureRbac => "azure-rbac",
            Self::AllowList => "allow-list",
            Self::RolesClaim => "roles-claim",
            Self::Smart => "smart",
            Self::Operation => "operation",
            Self::Propagation => "propagation",
            Self::BadRequest => "bad-request",
            Self::NotAuth => "not-auth",
        }
    }

    /// The question with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|node| node.id() == id)
    }
}
