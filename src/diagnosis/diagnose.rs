//! From a case to its diagnosis.

use super::{
    case::Case,
    cause::CauseId,
    checks::{self, Check},
    facts::{Facts, Sent},
    node::NodeId,
    order,
    outcome::{Certainty, Comparison, Detail, Diagnosis, Doubt, Field, Finding, Input, Verdict},
    said,
    sheet::Sheet,
};
use crate::entra::without_slash;

/// Why the request of this case was refused, as far as it can be told.
pub fn diagnose(case: &Case) -> Diagnosis {
    let facts = Facts::of(case);
    let mut sheet = Sheet::of(&facts);
    said::apply(&facts, &mut sheet);
    let accepted = checks::accepted(&facts, &sheet);
    sheet.put(NodeId::Accepted, accepted);
    suspect(&facts, &mut sheet);
    differ_from_server(&facts, &mut sheet);
    judge_delay(&mut sheet);
    order::mark_not_reached(&facts, &mut sheet);
    guess_grant(&facts, &mut sheet);

    let would_report = order::would_report(&facts, &sheet);
    let headline = order::headline(&facts, &sheet).or_else(|| sum_up(&facts, &sheet));
    let also = beside(&facts, &sheet, headline.as_ref());
    Diagnosis {
        headline,
        also,
        nodes: sheet.into_states(),
        would_report,
        judged: facts.identity,
    }
}

/// The causes that the person picked in guided use: hints, where nothing in hand speaks.
fn suspect(facts: &Facts<'_>, sheet: &mut Sheet) {
    for (node, cause) in &facts.case.answers.suspects {
        let is_untold = matches!(
            sheet.verdict(*node),
            Verdict::CannotTell(_) | Verdict::NotApplicable
        );
        // Who decides is told by the service's kind alone, which is no evidence against a suspicion.
        let is_open = is_untold || *node == NodeId::GrantSource;
        if is_open && sheet.at(*node).is_empty() {
            let finding = Finding::new(*cause, Certainty::Possible)
                .at(*node)
                .doubting(Doubt::Suspected);
            sheet.put(*node, Check::fail(finding).with(Detail::PersonSaid));
        }
    }
}

/// The service's own 401 names other settings than those entered.
fn differ_from_server(facts: &Facts<'_>, sheet: &mut Sheet) {
    let Some(challenge) = facts.challenge else {
        return;
    };
    let entered = &facts.case.settings;
    let differing = [
        (
            Field::Authority,
            &entered.authority,
            challenge.authorization_uri.as_deref(),
            true,
        ),
        (
            Field::Audience,
            &entered.audience,
            challenge.audience(),
            false,
        ),
    ]
    .into_iter()
    .find_map(|(field, entered, server, is_authority)| {
        let (entered, server) = (entered.as_deref()?, server?);
        let is_same = if is_authority {
            without_slash(entered).eq_ignore_ascii_case(without_slash(server))
        } else {
            entered == server
        };
        (!is_same).then(|| (field, entered.to_owned(), server.to_owned()))
    });
    if let Some((field, entered, server)) = differing {
        let node = if field == Field::Authority {
            NodeId::Issuer
        } else {
            NodeId::Audience
        };
        sheet.add(
            Finding::certain(CauseId::SettingsDifferFromServer)
                .at(node)
                .comparing(Comparison {
                    found_in: Field::Entered,
                    found: entered,
                    expected_in: Field::Server,
                    expected: server,
                }),
        );
    }
}

/// A delay explains a refusal only of someone who holds what it takes.
fn judge_delay(sheet: &mut Sheet) {
    let lacks_something = sheet.fails_any(&order::GRANTS);
    if lacks_something && sheet.has(CauseId::PropagationDelay) {
        sheet.put(NodeId::Propagation, Check::plain(Verdict::NotReached));
    }
}

/// At 403, where the open question is who holds which right, the likeliest cause is named as such.
fn guess_grant(facts: &Facts<'_>, sheet: &mut Sheet) {
    if facts.status != Some(403) {
        return;
    }
    let is_explained = sheet.fails_any(&order::GRANTS);
    if sheet.verdict(NodeId::AzureRbac) == Verdict::CannotTell(Input::DataRole) && !is_explained {
        let finding = Finding::new(CauseId::NoDataRole, Certainty::Likely)
            .doubting(Doubt::Needs(Input::DataRole));
        sheet.add(finding);
    }
    if sheet.verdict(NodeId::AllowList) == Verdict::CannotTell(Input::AllowedObjectIds) {
        let finding = Finding::new(CauseId::OidNotListed, Certainty::Possible);
        sheet.add(finding.doubting(Doubt::Needs(Input::AllowedObjectIds)));
    }
}

/// What is said where nothing fails.
fn sum_up(facts: &Facts<'_>, sheet: &Sheet) -> Option<Finding> {
    let missing = missing_input(facts, sheet);
    let doubting = |finding: Finding| match missing {
        Some(input) => finding.doubting(Doubt::Needs(input)),
        None => finding,
    };
    let summary = match facts.status {
        None if facts.sent() == Sent::Unknown => return None,
        None => {
            if let Some(warning) = sheet.warning() {
                return Some(Finding {
                    certainty: Certainty::Certain,
                    ..warning.clone()
                });
            }
            Finding::new(CauseId::WouldBeAccepted, Certainty::Likely)
        }
        Some(401) => Finding::new(CauseId::Unexplained401, Certainty::Possible),
        Some(403) => Finding::new(CauseId::Unexplained403, Certainty::Possible),
        Some(_) => Finding::certain(CauseId::NotAuth),
    };
    Some(doubting(summary))
}

/// The one input that would settle most of what is left open.
fn missing_input(facts: &Facts<'_>, sheet: &Sheet) -> Option<Input> {
    if facts.status == Some(401) {
        return Some(if facts.challenge.is_none() {
            Input::WwwAuthenticate
        } else {
            Input::Keys
        });
    }
    match facts.status {
        None => sheet.untold(&[
            NodeId::Lifetime,
            NodeId::Audience,
            NodeId::Issuer,
            NodeId::AllowList,
            NodeId::AzureRbac,
            NodeId::Smart,
        ]),
        Some(403) => sheet.untold(&[NodeId::Network, NodeId::Operation, NodeId::Propagation]),
        Some(_) => None,
    }
}

/// The findings that stand beside the headline.
fn beside(facts: &Facts<'_>, sheet: &Sheet, headline: Option<&Finding>) -> Vec<Finding> {
    let asked = order::questions(facts, sheet);
    let is_listed = |finding: &Finding| {
        let is_headline = headline.is_some_and(|headline| headline.cause == finding.cause);
        let is_of_any_status = matches!(
            finding.cause,
            CauseId::SmartClientNotRegistered | CauseId::ForeignAuthority
        );
        let is_asked = match facts.status {
            None | Some(403) => true,
            Some(_) => {
                !order::is_of_403(finding.cause.node())
                    || asked.contains(&finding.node) && is_of_any_status
            }
        };
        !is_headline
            && is_asked
            && !(is_open_question(finding)
                && headline.is_some_and(|it| it.certainty == Certainty::Certain))
    };
    sheet
        .findings()
        .filter(|finding| is_listed(finding))
        .cloned()
        .collect()
}

/// A guess at an unanswered question: not worth listing beside something certain.
fn is_open_question(finding: &Finding) -> bool {
    matches!(
        finding.doubt,
        Some(Doubt::Needs(Input::DataRole | Input::AllowedObjectIds))
    )
}
