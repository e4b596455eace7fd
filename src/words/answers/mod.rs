//! The short answers on the cards.

mod forbidden;
mod others;
mod unauthorized;

use super::inputs;
use crate::diagnosis::{
    CauseId, Detail, Diagnosis, Facts, Finding, Input, NodeId, NodeState, SignatureCheck, Verdict,
};

/// A verdict as one word or two.
pub const fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "passed",
        Verdict::Warn => "fragile",
        Verdict::Fail => "failed",
        Verdict::CannotTell(_) => "asks you",
        Verdict::NotApplicable => "does not apply",
        Verdict::NotReached => "not reached",
    }
}

/// The short answer to a question, as it stands on its card.
pub fn answer(state: &NodeState, diagnosis: &Diagnosis, facts: &Facts<'_>) -> String {
    match state.verdict {
        Verdict::NotApplicable => return "Does not apply".to_owned(),
        Verdict::NotReached if state.node == NodeId::Propagation => {
            return "Asked once a role is there".to_owned();
        }
        Verdict::NotReached => return "Not reached".to_owned(),
        Verdict::CannotTell(input) => return open(state, input, facts),
        Verdict::Fail if state.detail == Detail::PersonSaid => {
            return "Perhaps not: you picked a cause".to_owned();
        }
        Verdict::Pass | Verdict::Warn | Verdict::Fail => {}
    }
    let finding = diagnosis
        .findings()
        .find(|finding| finding.node == state.node);
    let asked = Asked {
        state,
        finding,
        facts,
    };
    match state.node {
        NodeId::Status => others::status(&asked),
        NodeId::TokenRequest => others::token_request(&asked),
        NodeId::BearerSent => unauthorized::bearer_sent(&asked),
        NodeId::AnsweredBy => unauthorized::answered_by(&asked),
        NodeId::WellFormed => unauthorized::well_formed(&asked),
        NodeId::TokenKind => unauthorized::token_kind(&asked),
        NodeId::Signature => unauthorized::signature(&asked),
        NodeId::Lifetime => unauthorized::lifetime(&asked),
        NodeId::Audience => unauthorized::audience(&asked),
        NodeId::Issuer => unauthorized::issuer(&asked),
        NodeId::Network => forbidden::network(&asked),
        NodeId::Accepted => forbidden::accepted(&asked),
        NodeId::GrantSource => forbidden::grant_source(&asked),
        NodeId::AzureRbac => forbidden::azure_rbac(&asked),
        NodeId::AllowList => forbidden::allow_list(&asked),
        NodeId::RolesClaim => forbidden::roles_claim(&asked),
        NodeId::Smart => forbidden::smart(&asked),
        NodeId::Operation => forbidden::operation(&asked),
        NodeId::Propagation => forbidden::propagation(&asked),
        NodeId::BadRequest => others::bad_request(&asked),
        NodeId::NotAuth => others::not_auth(&asked),
    }
}

/// A question that was answered, with what its answer rests on.
struct Asked<'a> {
    state: &'a NodeState,
    finding: Option<&'a Finding>,
    facts: &'a Facts<'a>,
}

impl Asked<'_> {
    fn passes(&self) -> bool {
        self.state.verdict == Verdict::Pass
    }

    /// The cause of the failure. At 401 the causes of the 403 questions are not listed, only judged.
    fn cause(&self) -> Option<CauseId> {
        match self.state.detail {
            Detail::Because(cause) => Some(cause),
            _ => self.finding.map(|finding| finding.cause),
        }
    }

    fn is_said(&self) -> bool {
        self.state.detail == Detail::ServiceSaid
    }
}

/// The answer to a question that is open.
fn open(state: &NodeState, input: Input, facts: &Facts<'_>) -> String {
    let is_unsupported = facts.case.signature_check == Some(SignatureCheck::Unsupported);
    let words = match (state.node, input) {
        (NodeId::Status, _) => "Click the answer you got",
        (NodeId::Network | NodeId::AzureRbac | NodeId::Propagation, _)
        | (NodeId::BearerSent, Input::Token) => "Only you can tell",
        (NodeId::GrantSource, Input::HomeTenant) => "Azure RBAC, if the tenant is its own",
        (NodeId::Operation, Input::DataRole) => "Known once you name the role",
        (NodeId::Signature, Input::Keys) if is_unsupported => "Not checked: unknown algorithm",
        (NodeId::Signature, Input::Keys) => "Not checked: paste the keys",
        _ => return ["Not known: ", inputs::short(input)].concat(),
    };
    words.to_owned()
}
