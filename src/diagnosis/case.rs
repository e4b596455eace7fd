//! The case: everything a person can give.

use crate::{
    http::{Reason, Request, Response, TokenRefusal},
    jose::{JsonWebKeySet, Token},
    service::{Service, Settings},
};

use super::{cause::CauseId, node::NodeId};

/// Everything a person can give. Any field may be missing; the diagnosis says what it could not tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// Which of the four services was called.
    pub service: Service,
    /// The API's settings, as entered: typed, or read from its settings JSON.
    pub settings: Settings,
    /// The authority's keys.
    pub keys: Option<JsonWebKeySet>,
    /// What verifying the signature with those keys gave; absent while unknown.
    pub signature_check: Option<SignatureCheck>,
    /// The bearer token as sent.
    pub token: Option<Token>,
    /// The request that was refused.
    pub request: Option<Request>,
    /// What the service answered.
    pub response: Option<Response>,
    /// The anonymous call that stands beside this request.
    pub anonymous: AnonymousCall,
    /// The reason that a server's log gives (an `IDX…` code).
    pub logged: Option<Reason>,
    /// The identity provider's refusal to issue a token.
    pub token_refusal: Option<TokenRefusal>,
    /// The roles that the caller holds at the service, as a list of its assignments names them.
    pub held_roles: Option<Vec<String>>,
    /// What no paste can show.
    pub answers: Answers,
    /// The clock: seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
}

/// What is known of a call that needs no token. It is never the one that is judged where another was made, for it
/// proves nothing about a token; its status tells whether the network refuses [domain 2.5].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnonymousCall {
    /// None was seen.
    #[default]
    NotSeen,
    /// It was the last thing seen: what is read next may be its answer.
    Asked,
    /// It was answered with this status.
    Answered(u16),
}

/// What verifying a signature gave. The page asks WebCrypto; native tests ask a test dependency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureCheck {
    /// The key of this id verifies it.
    Valid {
        /// The key's `kid`, or its place in the set where it has none.
        key: String,
    },
    /// The key is known and does not verify it.
    Invalid,
    /// No key of the set fits.
    NoKey,
    /// It cannot be checked: the algorithm is not asked for here, or the key must not be used.
    Unsupported,
}

/// What no paste can show: the person's answers to the tree's questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Was a token sent at all?
    pub token_sent: Option<bool>,
    /// The status of an anonymous `GET /metadata`.
    pub metadata_status: Option<u16>,
    /// Is the authority the tenant of the service's own subscription?
    pub home_tenant: Option<bool>,
    /// The role that the judged identity holds at the service's scope.
    pub data_role: Option<DataRoleAnswer>,
    /// Was the role, or the list, changed only minutes ago?
    pub role_recent: Option<bool>,
    /// Causes that the person picked in guided use, one a question: hints, `possible` at most.
    pub suspects: Vec<(NodeId, CauseId)>,
}

/// The answer to "which role does it hold?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DataRoleAnswer {
    /// No FHIR or DICOM data role.
    None,
    /// Only Owner, Contributor or Reader, which have no data actions.
    OwnerOrContributor,
    /// A role, by its display name.
    Named(String),
}
