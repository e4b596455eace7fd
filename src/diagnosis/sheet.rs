//! The answers to all questions while a diagnosis is made.

use super::{
    cause::{CauseId, Weight},
    checks::{Check, check},
    facts::Facts,
    node::NodeId,
    outcome::{Detail, Doubt, Finding, Input, NodeState, Verdict},
};

/// Every question with its answer, in the order of [`NodeId::ALL`].
pub(super) struct Sheet {
    checks: Vec<(NodeId, Check)>,
}

impl Sheet {
    /// Every question, answered from the facts alone.
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        Self {
            checks: NodeId::ALL
                .into_iter()
                .map(|node| (node, check(node, facts)))
                .collect(),
        }
    }

    pub(super) fn verdict(&self, node: NodeId) -> Verdict {
        self.checks
            .iter()
            .find(|(known, _)| *known == node)
            .map_or(Verdict::NotReached, |(_, check)| check.verdict)
    }

    pub(super) fn fails(&self, node: NodeId) -> bool {
        self.verdict(node) == Verdict::Fail
    }

    /// Whether any of these questions fails.
    pub(super) fn fails_any(&self, nodes: &[NodeId]) -> bool {
        nodes.iter().any(|node| self.fails(*node))
    }

    /// The input that would settle the first of these questions that cannot be told.
    pub(super) fn untold(&self, nodes: &[NodeId]) -> Option<Input> {
        nodes.iter().find_map(|node| match self.verdict(*node) {
            Verdict::CannotTell(input) => Some(input),
            _ => None,
        })
    }

    /// Answers a question anew.
    pub(super) fn put(&mut self, node: NodeId, check: Check) {
        if let Some((_, old)) = self.checks.iter_mut().find(|(known, _)| *known == node) {
            *old = check;
        }
    }

    /// Changes a question's verdict; its findings stay.
    pub(super) fn mark(&mut self, node: NodeId, verdict: Verdict, detail: Detail) {
        if let Some((_, check)) = self.checks.iter_mut().find(|(known, _)| *known == node) {
            check.verdict = verdict;
            check.detail = detail;
        }
    }

    /// Adds a finding to the question at which it was found.
    pub(super) fn add(&mut self, finding: Finding) {
        if let Some((_, check)) = self
            .checks
            .iter_mut()
            .find(|(known, _)| *known == finding.node)
        {
            check.findings.push(finding);
        }
    }

    /// The findings of one question.
    pub(super) fn at(&self, node: NodeId) -> &[Finding] {
        self.checks
            .iter()
            .find(|(known, _)| *known == node)
            .map_or(&[], |(_, check)| check.findings.as_slice())
    }

    pub(super) fn findings_mut(&mut self, node: NodeId) -> Option<&mut Vec<Finding>> {
        self.checks
            .iter_mut()
            .find(|(known, _)| *known == node)
            .map(|(_, check)| &mut check.findings)
    }

    /// The first finding of one question that refuses the request, or that the person takes for that. What
    /// a question only warns of refuses nothing.
    pub(super) fn failure(&self, node: NodeId) -> Option<&Finding> {
        let is_warning = self.verdict(node) == Verdict::Warn;
        self.at(node).iter().find(|finding| {
            finding.cause.weight() == Weight::Fails && !is_warning
                || finding.doubt == Some(Doubt::Suspected)
        })
    }

    /// The first finding that is only a warning, and not one that stands beside others by nature.
    pub(super) fn warning(&self) -> Option<&Finding> {
        self.findings()
            .find(|finding| match finding.cause.weight() {
                Weight::Warns => true,
                Weight::Fails => self.verdict(finding.node) == Verdict::Warn,
                Weight::Beside | Weight::SumsUp => false,
            })
    }

    /// Every finding, in the order of the tree.
    pub(super) fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.checks.iter().flat_map(|(_, check)| &check.findings)
    }

    pub(super) fn has(&self, cause: CauseId) -> bool {
        self.findings().any(|finding| finding.cause == cause)
    }

    pub(super) fn into_states(self) -> Vec<NodeState> {
        self.checks
            .into_iter()
            .map(
                |(
                    node,
                    Check {
                        verdict,
                        detail,
                        findings: _,
                    },
                )| NodeState {
                    node,
                    verdict,
                    detail,
                },
            )
            .collect()
    }
}
