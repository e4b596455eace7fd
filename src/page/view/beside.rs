//! What stands beside the verdict: the service's words, the other findings, who is judged, what was not
//! checked.

use whydenied::{
    diagnosis::{NodeId, OnPath, Verdict},
    http::Body,
    words::{self, nodes},
};
use yew::prelude::*;

use super::{
    View,
    icon::{Fill, Tone, mark},
    prose::{code, prose, value},
    verdict,
};

/// The column beside the proof.
pub(super) fn beside(view: &View<'_>) -> Html {
    html! {
        <dl class="beside">
            { for service_words(view) }
            { for would_say(view) }
            { for also(view) }
            { for judged(view) }
            { for unchecked(view) }
        </dl>
    }
}

fn entry(title: &'static str, content: Html) -> Html {
    html! { <div><dt>{ title }</dt><dd>{ content }</dd></div> }
}

/// What the service itself said.
fn service_words(view: &View<'_>) -> Option<Html> {
    let description = view.facts.challenge.and_then(|challenge| challenge.error_description.as_deref());
    let body = view.facts.case.response.as_ref().and_then(|response| response.body.as_ref());
    let said = description.filter(|text| !text.is_empty()).or(match body {
        Some(Body::OperationOutcome { diagnostics, .. }) => Some(diagnostics.as_str()).filter(|text| !text.is_empty()),
        _ => None,
    })?;
    let is_403 = view.facts.status == Some(403);
    Some(entry(
        "The service says",
        html! { <>{ "“" }{ value(said) }{ "”" }{ if is_403 { " A 403 never says why." } else { "" } }</> },
    ))
}

/// At which question the service would refuse, where that is another than the headline's.
fn would_say(view: &View<'_>) -> Option<Html> {
    let reading = &view.model.reading;
    let reported = reading.diagnosis.would_report?;
    let headline = reading.diagnosis.headline.as_ref()?;
    (reported != headline.node).then(|| {
        entry(
            if view.facts.challenge.is_some() { "Reported at" } else { "The service would report" },
            view.goes_to(reported, prose(nodes::node(reported).short)),
        )
    })
}

/// The other findings, then what fits.
fn also(view: &View<'_>) -> Option<Html> {
    const FITS: [NodeId; 3] = [NodeId::Audience, NodeId::Issuer, NodeId::Lifetime];
    let diagnosis = &view.model.reading.diagnosis;
    let findings = diagnosis.also.iter().map(|finding| {
        let tone = verdict::tone_of(finding);
        found(tone, view.goes_to(finding.node, prose(&words::cause(finding, view.facts).headline)))
    });
    let has_finding = |node| diagnosis.findings().any(|finding| finding.node == node);
    let fits = FITS.into_iter().filter(|node| !has_finding(*node)).filter_map(|node| {
        let state = diagnosis.node(node)?;
        matches!(state.verdict, Verdict::Pass | Verdict::Warn).then(|| {
            let answer = words::answer(state, diagnosis, view.facts);
            let link = view.goes_to(node, prose(nodes::node(node).short));
            found(Tone::of(state.verdict), html! { <>{ link }{ " " }{ prose(&answer) }</> })
        })
    });
    let list: Vec<Html> = findings.chain(fits).collect();
    (!list.is_empty()).then(|| entry("Also found", html! { <ul class="finds">{ list }</ul> }))
}

fn found(tone: Tone, content: Html) -> Html {
    html! { <li>{ mark(tone, Fill::Full, Some("small")) }<span>{ content }</span></li> }
}

/// Who is judged, and why it is taken for that.
fn judged(view: &View<'_>) -> Option<Html> {
    let identity = view.model.reading.diagnosis.judged.as_ref()?;
    Some(entry(
        "Who is judged",
        html! {
            <>
                { prose(&words::identity(identity)) }
                { for identity.oid.as_deref().map(|oid| html! { <><br />{ code(oid) }</> }) }
            </>
        },
    ))
}

/// The questions on the branch taken that nothing in hand answers.
fn unchecked(view: &View<'_>) -> Option<Html> {
    let reading = &view.model.reading;
    let headline = reading.diagnosis.headline.as_ref().map(|finding| finding.node);
    let is_in_play = |node: NodeId| view.model.on_path(reading.item_of(node)) != OnPath::Off;
    let list: Vec<Html> = NodeId::ALL
        .into_iter()
        .filter(|node| Some(*node) != headline && is_in_play(*node))
        .filter_map(|node| match view.model.verdict(node) {
            Verdict::CannotTell(input) => Some((node, input)),
            _ => None,
        })
        .map(|(node, input)| {
            let link = view.goes_to(node, prose(nodes::node(node).short));
            html! { <li>{ mark(Tone::Ask, Fill::Open, Some("small")) }<span>{ link }{ " " }{ prose(words::input(input)) }</span></li> }
        })
        .collect();
    (!list.is_empty()).then(|| entry("Not checked", html! { <ul class="finds">{ list }</ul> }))
}
