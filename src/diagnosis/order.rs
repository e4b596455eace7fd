//! The order in which the service asks, and so which finding is the headline and which the service
//! would report.

use super::{
    cause::{CauseId, Weight},
    checks::{has_foreign_nonce, is_key_unknown},
    facts::{Facts, Sent},
    node::NodeId,
    outcome::{Detail, Doubt, Finding, Verdict},
    sheet::Sheet,
};

/// The service's own order with a known key [domain 3.5].
const KNOWN_KEY: [NodeId; 4] = [
    NodeId::Signature,
    NodeId::Lifetime,
    NodeId::Audience,
    NodeId::Issuer,
];
/// Its order where the key is not among the authority's: the key comes last.
const UNKNOWN_KEY: [NodeId; 4] = [
    NodeId::Lifetime,
    NodeId::Issuer,
    NodeId::Audience,
    NodeId::Signature,
];
/// The questions before those.
const BEFORE: [NodeId; 4] = [
    NodeId::BearerSent,
    NodeId::AnsweredBy,
    NodeId::WellFormed,
    NodeId::TokenKind,
];
/// The questions of a 403 before the token's own.
const NETWORK: [NodeId; 2] = [NodeId::Network, NodeId::AnsweredBy];
/// The questions of who may do what; a caller who fails at one holds too little.
pub(super) const GRANTS: [NodeId; 6] = [
    NodeId::GrantSource,
    NodeId::AzureRbac,
    NodeId::AllowList,
    NodeId::RolesClaim,
    NodeId::Smart,
    NodeId::Operation,
];
/// The question behind them.
const DELAY: [NodeId; 1] = [NodeId::Propagation];

/// Whether only a 403 asks the question.
pub(super) fn is_of_403(node: NodeId) -> bool {
    node == NodeId::Network || GRANTS.contains(&node) || DELAY.contains(&node)
}

/// The questions in the order in which they can refuse a request with this status.
pub(super) fn questions(facts: &Facts<'_>, sheet: &Sheet) -> Vec<NodeId> {
    let inside = if is_unknown_key_order(facts, sheet) {
        &UNKNOWN_KEY
    } else {
        &KNOWN_KEY
    };
    let in_order: &[&[NodeId]] = match facts.status {
        Some(401) => &[&BEFORE, inside, &[NodeId::Smart, NodeId::GrantSource]],
        Some(403) => &[&NETWORK, &BEFORE, inside, &GRANTS, &DELAY],
        None => &[
            &BEFORE,
            inside,
            &[NodeId::Network],
            &GRANTS,
            &DELAY,
            &[NodeId::BadRequest],
        ],
        Some(400) => &[&[NodeId::BadRequest]],
        Some(_) => &[&[NodeId::NotAuth]],
    };
    in_order.concat()
}

/// The finding that stands first.
pub(super) fn headline(facts: &Facts<'_>, sheet: &Sheet) -> Option<Finding> {
    if let Some(finding) = sheet.failure(NodeId::TokenRequest) {
        return Some(finding.clone());
    }
    let questions = questions(facts, sheet);
    let failing = |node: &NodeId| {
        sheet
            .failure(*node)
            .filter(|finding| counts(facts, finding))
    };
    if facts.status == Some(401)
        && let Some(finding) = named(facts, sheet)
    {
        return Some(finding.clone());
    }
    // A time that cannot be read makes the whole token unreadable, whatever its signature.
    let unreadable = sheet
        .at(NodeId::Lifetime)
        .iter()
        .find(|finding| finding.cause == CauseId::LifetimeUnreadable);
    let mut before_signature = questions
        .iter()
        .take_while(|node| !KNOWN_KEY.contains(node));
    before_signature
        .find_map(failing)
        .or(unreadable.filter(|_| questions.contains(&NodeId::Lifetime)))
        .or_else(|| questions.iter().find_map(failing))
        .cloned()
}

/// What the service's words name, unless something before it already explains the refusal.
fn named<'a>(facts: &Facts<'_>, sheet: &'a Sheet) -> Option<&'a Finding> {
    let node = facts.reasons.first()?.node();
    let is_settled_before = [NodeId::BearerSent, NodeId::AnsweredBy, NodeId::TokenKind]
        .iter()
        .any(|earlier| sheet.failure(*earlier).is_some());
    let findings = sheet.at(node).iter();
    let mut named =
        findings.filter(|finding| matches!(finding.cause.weight(), Weight::Fails | Weight::Warns));
    named.next().filter(|_| !is_settled_before)
}

/// Which failures of the 403 questions can be the headline: at 401 only the two that are a 401 of their
/// own, and without a status all but the delay: by then nobody has been refused who could wait.
fn counts(facts: &Facts<'_>, finding: &Finding) -> bool {
    let is_grant = is_of_403(finding.node);
    match facts.status {
        _ if !is_grant => true,
        Some(401) => matches!(
            finding.cause,
            CauseId::SmartClientNotRegistered | CauseId::ForeignAuthority
        ),
        Some(_) => true,
        None => finding.node != NodeId::Propagation || finding.doubt == Some(Doubt::Suspected),
    }
}

/// The question whose failure the service would report; it reports only the first.
pub(super) fn would_report(facts: &Facts<'_>, sheet: &Sheet) -> Option<NodeId> {
    let is_asked =
        matches!(facts.status, None | Some(401 | 403)) && facts.case.token_refusal.is_none();
    let is_gateways = facts.status == Some(401) && sheet.fails(NodeId::AnsweredBy);
    let is_networks = facts.status == Some(403) && sheet.fails(NodeId::Network);
    if !is_asked || is_gateways || is_networks {
        return None;
    }
    if facts.says_no_token() {
        return Some(NodeId::BearerSent);
    }
    if let Some(reason) = facts.reasons.first() {
        return Some(reason.node());
    }
    match facts.sent() {
        Sent::No if facts.needs_no_token() => return None,
        Sent::No => return Some(NodeId::BearerSent),
        Sent::Unreadable => return Some(NodeId::WellFormed),
        Sent::Unknown | Sent::Readable => {}
    }
    predicted(facts, sheet)
}

fn predicted(facts: &Facts<'_>, sheet: &Sheet) -> Option<NodeId> {
    if sheet.has(CauseId::LifetimeUnreadable) {
        return Some(NodeId::WellFormed);
    }
    if is_unknown_key_order(facts, sheet) {
        return UNKNOWN_KEY.into_iter().find(|node| reports(sheet, *node));
    }
    let is_graphs_own = sheet.has(CauseId::GraphToken) && facts.jws.is_some_and(has_foreign_nonce);
    if is_graphs_own {
        return Some(NodeId::Signature);
    }
    KNOWN_KEY.into_iter().find(|node| reports(sheet, *node))
}

/// A service whose authority is malformed cannot report anything about the issuer.
fn reports(sheet: &Sheet, node: NodeId) -> bool {
    sheet.fails(node) && !(node == NodeId::Issuer && sheet.has(CauseId::AuthorityMalformed))
}

fn is_unknown_key_order(facts: &Facts<'_>, sheet: &Sheet) -> bool {
    sheet.has(CauseId::SigningKeyNotFound)
        || facts.jws.is_some_and(|jws| is_key_unknown(facts, jws))
}

/// Marks what lies behind a failure: of the asking 403 questions, those that nobody has answered are not
/// reached any more.
pub(super) fn mark_not_reached(facts: &Facts<'_>, sheet: &mut Sheet) {
    let is_refused_before = sheet.fails_any(&BEFORE)
        || sheet.fails_any(&KNOWN_KEY)
        || sheet.fails(NodeId::TokenRequest);
    let is_untold = |sheet: &Sheet, node| matches!(sheet.verdict(node), Verdict::CannotTell(_));
    if facts.status != Some(403) && is_refused_before && is_untold(sheet, NodeId::Network) {
        sheet.mark(NodeId::Network, Verdict::NotReached, Detail::Plain);
    }
    let is_ended = is_refused_before || sheet.fails(NodeId::Network);
    let holds_nothing = sheet.fails_any(&GRANTS);
    if is_ended && is_untold(sheet, NodeId::AzureRbac) {
        sheet.mark(NodeId::AzureRbac, Verdict::NotReached, Detail::Plain);
    }
    if (is_ended || holds_nothing) && is_untold(sheet, NodeId::Propagation) {
        sheet.mark(NodeId::Propagation, Verdict::NotReached, Detail::Plain);
    }
}
