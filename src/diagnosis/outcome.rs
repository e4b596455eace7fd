//! What a diagnosis says: verdicts, findings, the path taken.

use super::{cause::CauseId, node::NodeId};
use crate::entra::Identity;

/// The answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Yes, as it should be.
    Pass,
    /// Accepted, but fragile or suspicious.
    Warn,
    /// No: this refuses the request.
    Fail,
    /// It cannot be told; this input would settle it.
    CannotTell(Input),
    /// The question does not arise for this service or token.
    NotApplicable,
    /// The service, or the token, never got this far.
    NotReached,
}

/// The one input that would settle a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// The status that the service answered with.
    Status,
    /// The token, or whether one was sent.
    Token,
    /// The response, with its headers and body.
    Response,
    /// The `WWW-Authenticate` header of the 401.
    WwwAuthenticate,
    /// The authority's keys.
    Keys,
    /// The Audience setting of the API.
    Audience,
    /// The Authority setting of the API.
    Authority,
    /// The authority's discovery document.
    DiscoveryDocument,
    /// The service's settings as JSON.
    SettingsJson,
    /// The status of an anonymous `GET /metadata`.
    MetadataStatus,
    /// Whether the authority is the service's home tenant.
    HomeTenant,
    /// The role held at the service's scope.
    DataRole,
    /// The Allowed object IDs list.
    AllowedObjectIds,
    /// The request that was refused: method and URL.
    Request,
    /// Whether a role or list was changed only minutes ago.
    RoleRecent,
}

/// How sure the diagnosis is of a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A hint.
    Possible,
    /// The evidence points to it; one fact is assumed.
    Likely,
    /// A comparison of values in hand, or the service's own words, prove it.
    Certain,
}

impl Certainty {
    /// The id in reports and scenarios.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Possible => "possible",
        }
    }
}

impl Verdict {
    /// The id in reports and scenarios.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Warn => "warn",
            Self::Fail => "fail",
            Self::CannotTell(_) => "cannot-tell",
            Self::NotApplicable => "not-applicable",
            Self::NotReached => "not-reached",
        }
    }
}

/// A cause found, with its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The cause.
    pub cause: CauseId,
    /// The question at which it was found. Mostly the cause's own; `smart-fhiruser-missing` at 400 is
    /// found at `bad-request`.
    pub node: NodeId,
    /// How sure it is.
    pub certainty: Certainty,
    /// What was found and what was expected, both sides, where two values were compared.
    pub evidence: Option<Comparison>,
    /// What makes the finding less than certain, where something does.
    pub doubt: Option<Doubt>,
}

impl Finding {
    /// A cause that is only suspected, without any evidence.
    pub const fn suspected(cause: CauseId) -> Self {
        Self {
            cause,
            node: cause.node(),
            certainty: Certainty::Possible,
            evidence: None,
            doubt: Some(Doubt::Suspected),
        }
    }

    /// Whether the person picked it, and nothing in hand speaks for or against it.
    pub fn is_suspected(&self) -> bool {
        self.doubt == Some(Doubt::Suspected)
    }
}

/// Two values that should have been the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Where the first value stands: a claim's name, or a setting's.
    pub found_in: Field,
    /// The value found; empty where there is none.
    pub found: String,
    /// Where the expected value comes from.
    pub expected_in: Field,
    /// The value expected; empty where it is unknown.
    pub expected: String,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A claim of the token's payload, by name.
    Claim(&'static str),
    /// A member of the token's header, by name.
    Header(&'static str),
    /// The API's Audience.
    Audience,
    /// The API's Authority.
    Authority,
    /// The issuer that the Authority stands for.
    Issuer,
    /// The Allowed object IDs list.
    AllowList,
    /// The clock.
    Now,
    /// The keys.
    Keys,
    /// The role, or the roles, held.
    Role,
    /// What the operation needs.
    Action,
    /// The answer's body.
    Body,
    /// The request.
    Request,
    /// A SMART identity provider's application.
    SmartApplication,
    /// What was entered by hand.
    Entered,
    /// What the service itself says.
    Server,
}

/// Why a finding is less than certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The service names this failure, and the pasted token does not show it: it may not be the one sent.
    OtherTokenSent,
    /// Something between the client and the service dropped the header.
    DroppedOnTheWay,
    /// This input would settle it.
    Needs(Input),
    /// The person picked it; nothing in hand speaks for or against it.
    Suspected,
    /// The service's behaviour depends on its version.
    ServiceVersion,
}

/// One question, answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeState {
    /// The question.
    pub node: NodeId,
    /// Its answer.
    pub verdict: Verdict,
    /// The short answer in words is chosen by this, where the verdict alone does not say it.
    pub detail: Detail,
}

/// What the answer rests on, where the verdict alone does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Detail {
    /// Nothing beside the verdict.
    #[default]
    Plain,
    /// The service's own words say so.
    ServiceSaid,
    /// The person said so.
    PersonSaid,
    /// It follows from another question's failure.
    FollowsFrom(NodeId),
    /// This cause.
    Because(CauseId),
    /// Azure RBAC decides.
    ByAzureRbac,
    /// The allow list decides.
    ByAllowList,
    /// The token's `roles` decide.
    ByRolesClaim,
    /// `fhirUser` and SMART scopes decide.
    BySmart,
    /// The token runs out within five minutes.
    ExpiresSoon,
}

/// How a question stands to the path taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPath {
    /// The service got this far.
    Taken,
    /// On the branch taken, behind the failure that ended it: only this page judged it.
    After,
    /// On a branch not taken.
    Off,
}

/// A diagnosis: why the request was refused, as far as it can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// The cause; none where there is nothing in hand to judge.
    pub headline: Option<Finding>,
    /// The other findings, in the order of the tree.
    pub also: Vec<Finding>,
    /// Every question once, in the order of [`NodeId::ALL`].
    pub nodes: Vec<NodeState>,
    /// The question whose failure the service would report first.
    pub would_report: Option<NodeId>,
    /// The identity that the service judges; none without a readable token.
    pub judged: Option<Identity>,
}

impl Diagnosis {
    /// The state of one question.
    pub fn node(&self, node: NodeId) -> Option<&NodeState> {
        self.nodes.iter().find(|state| state.node == node)
    }

    /// Whether nothing was sent that the questions could be asked of: no token was issued.
    pub fn is_before_sending(&self) -> bool {
        let headline = self.headline.as_ref();
        headline.is_some_and(|finding| finding.node == NodeId::TokenRequest)
    }

    /// The headline and the other findings.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.headline.iter().chain(&self.also)
    }
}
