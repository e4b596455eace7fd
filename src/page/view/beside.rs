//! What stands beside the verdict: the service's words, the other findings, who is judged, what was not
//! checked.

use whydenied::{
    diagnosis::{CauseId, Input, NodeId, Verdict},
    http::Body,
    jose::{Claim, NumericDate},
    words::{self, link::ASSUMED, nodes, signature::WAITING},
};

use super::{
    View,
    el::{Child, El, el},
    icon::{Fill, Tone, small},
    needs,
    prose::{code, prose, value},
};
use crate::page::{effect::Spot, entries, message::Msg};

/// The column beside the proof.
pub(super) fn beside(view: &View<'_>) -> El {
    el("dl", "beside")
        .with(as_of(view))
        .with(judged_as(view))
        .with(service_words(view))
        .with(would_say(view))
        .with(also(view))
        .with(judged(view))
        .with(unchecked(view))
}

fn entry(title: &'static str, content: impl Child) -> El {
    el("div", "")
        .with(el("dt", "").with(title))
        .with(el("dd", "").with(content))
}

fn list(title: &'static str, items: Vec<El>) -> Option<El> {
    (!items.is_empty()).then(|| entry(title, el("ul", "finds").each(items)))
}

fn item(tone: Tone, fill: Fill, content: El) -> El {
    el("li", "").with(small(tone, fill)).with(content)
}

/// As of when the token is judged, where that is not now; and whether it has expired since.
fn as_of(view: &View<'_>) -> Option<El> {
    if !view.is_of_the_past() {
        return None;
    }
    let (then, now) = (view.facts.case.now, view.model.clock.now);
    let answer = view.facts.case.response.as_ref();
    let is_dated = answer.is_some_and(|answer| answer.date.is_some());
    let whose = if is_dated {
        words::beside::WHEN_ANSWERED
    } else {
        words::beside::WHEN_ISSUED
    };
    let expiry = view.facts.claims.map(|claims| claims.time("exp"));
    let is_expired_since =
        matches!(expiry, Some(Claim::Present(NumericDate(end))) if (then..now).contains(&end));
    Some(entry(
        words::beside::AS_OF,
        el("span", "")
            .with(words::utc(then))
            .with(whose)
            .with(is_expired_since.then_some(words::beside::EXPIRED_SINCE)),
    ))
}

/// Which service the request is judged as, where nothing in hand names it.
fn judged_as(view: &View<'_>) -> Option<El> {
    let service = words::service(view.facts.service());
    (entries::service(view.model) == Some(ASSUMED)).then(|| {
        let choose = view.button("link", Msg::WentTo(Spot::Setting("service")));
        entry(
            words::beside::JUDGED_AS,
            el("span", "")
                .with(service)
                .with(words::beside::AS_ASSUMED)
                .with(choose.with(words::beside::CHOOSE)),
        )
    })
}

/// What the service itself said.
fn service_words(view: &View<'_>) -> Option<El> {
    let description = view
        .facts
        .challenge
        .and_then(|challenge| challenge.error_description.as_deref());
    let body = match view
        .facts
        .case
        .response
        .as_ref()
        .and_then(|response| response.body.as_ref())
    {
        Some(Body::OperationOutcome { diagnostics, .. }) => Some(diagnostics.as_str()),
        _ => None,
    };
    let said = description
        .into_iter()
        .chain(body)
        .find(|text| !text.is_empty())?;
    let is_403 = view.facts.status == Some(403);
    let words = el("span", "")
        .with("“")
        .with(value(said))
        .with("”")
        .with(if is_403 { " A 403 never says why." } else { "" });
    Some(entry("The service says", words))
}

/// At which question the service would refuse, where that is another than the headline's.
fn would_say(view: &View<'_>) -> Option<El> {
    let diagnosis = &view.model.reading.diagnosis;
    let reported = diagnosis.would_report?;
    let title = if view.facts.challenge.is_some() {
        "Reported at"
    } else {
        "The service would report"
    };
    let is_elsewhere = reported != diagnosis.headline.as_ref()?.node;
    is_elsewhere.then(|| {
        entry(
            title,
            view.goes_to(reported, prose(nodes::node(reported).short)),
        )
    })
}

/// The other findings, then what fits.
fn also(view: &View<'_>) -> Option<El> {
    let diagnosis = &view.model.reading.diagnosis;
    let mut items = Vec::new();
    // Nobody but Microsoft Graph can verify its tokens: that the service cannot is no second finding.
    let headline = diagnosis.headline.as_ref().map(|finding| finding.cause);
    let is_told =
        |cause| headline == Some(CauseId::GraphToken) && cause == CauseId::SignatureInvalid;
    for finding in diagnosis.also.iter().filter(|it| !is_told(it.cause)) {
        let headline = prose(&words::cause(finding, view.facts).headline);
        items.push(item(
            Tone::of_finding(finding),
            Fill::Full,
            view.goes_to(finding.node, headline),
        ));
    }
    // The answer comes in a moment, and then nothing may move: its line is there before it.
    if is_being_checked(view) {
        let link = view.goes_to(
            NodeId::Signature,
            prose(nodes::node(NodeId::Signature).short),
        );
        let content = el("span", "").with(link).with(" ").with(WAITING);
        items.push(item(Tone::Ask, Fill::Open, content));
    }
    for node in [
        NodeId::Signature,
        NodeId::Audience,
        NodeId::Issuer,
        NodeId::Lifetime,
    ] {
        let is_told = diagnosis.findings().any(|finding| finding.node == node);
        let Some(state) = diagnosis.node(node).filter(|_| !is_told) else {
            continue;
        };
        if matches!(state.verdict, Verdict::Pass | Verdict::Warn) {
            let answer = view.answer(state);
            let link = view.goes_to(node, prose(nodes::node(node).short));
            items.push(item(
                Tone::of(state.verdict),
                Fill::Full,
                el("span", "").with(link).with(" ").with(prose(&answer)),
            ));
        }
    }
    list("Also found", items)
}

/// Whether the browser is checking the signature.
fn is_being_checked(view: &View<'_>) -> bool {
    let question = view.model.signature.question();
    question.is_some_and(|question| question.is_open())
}

/// Who is judged, and why it is taken for that.
fn judged(view: &View<'_>) -> Option<El> {
    let identity = view.model.reading.diagnosis.judged.as_ref()?;
    let oid = identity
        .oid
        .as_deref()
        .map(|oid| el("div", "").with(code(oid)));
    Some(entry(
        "Who is judged",
        el("div", "")
            .with(prose(&words::identity(identity)))
            .with(oid),
    ))
}

/// What nothing in hand answers of the way taken, under what would settle it.
fn unchecked(view: &View<'_>) -> Option<El> {
    /// Of more questions that wait for the same, only how many is told.
    const MOST: usize = 3;
    let diagnosis = &view.model.reading.diagnosis;
    if diagnosis.is_before_sending() {
        return None;
    }
    let headline = diagnosis.headline.as_ref().map(|finding| finding.node);
    let is_being_checked = is_being_checked(view);
    let mut waiting: Vec<(Input, Vec<NodeId>)> = Vec::new();
    for (node, input) in needs::open(view) {
        if Some(node) == headline || node == NodeId::Signature && is_being_checked {
            continue;
        }
        match waiting.iter_mut().find(|(known, _)| *known == input) {
            Some((_, nodes)) => nodes.push(node),
            None => waiting.push((input, vec![node])),
        }
    }
    let items = waiting.into_iter().map(|(input, waiting)| {
        let mut questions = el("span", "");
        if waiting.len() > MOST {
            let count = waiting.len().to_string();
            questions = questions.with([&count, words::beside::QUESTIONS].concat());
        } else {
            for node in waiting {
                let link = view.goes_to(node, prose(nodes::node(node).short));
                questions = questions.with(link).with(" ");
            }
        }
        item(
            Tone::Ask,
            Fill::Open,
            questions.with(prose(words::input(input))),
        )
    });
    list("Not checked", items.collect())
}
