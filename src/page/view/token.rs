//! The token: as sent, decoded, and its claims. What cannot be read is shown as far as it is known.

use whydenied::{
    diagnosis::{NodeId, Verdict},
    jose::{Jwe, Jws, Malformed, Token},
    words::{self, nodes, problems},
};
use yew::prelude::*;

use super::{
    View, claims,
    icon::{Fill, Tone, mark},
    json::json,
    prose::{prose, shown},
};

/// The panel "The token"; none without one.
pub(super) fn token(view: &View<'_>) -> Option<Html> {
    let content = match view.facts.case.token.as_ref()? {
        Token::Jws(jws) => signed(view, jws),
        Token::Jwe(jwe) => encrypted(view, jwe),
        Token::Malformed(malformed) => broken(view, malformed),
        Token::Opaque(_) | Token::SecureString | Token::Placeholder(_) => unreadable(view),
    };
    Some(html! {
        <section class="panel token" aria-labelledby="h-token">
            <div class="panel-title"><h2 id="h-token">{ "The token" }</h2></div>
            { content }
        </section>
    })
}

fn signed(view: &View<'_>, jws: &Jws) -> Html {
    html! {
        <div class="token-columns">
            { claims::claims(view, jws) }
            <div class="stack">
                { as_sent(jws) }
                { decoded(view, jws) }
                { signature(view, jws) }
            </div>
        </div>
    }
}

/// The three segments, each in its colour, dots between them.
fn as_sent(jws: &Jws) -> Html {
    const CLASSES: [&str; 3] = ["part-1", "part-2", "part-3"];
    let segments = jws.parts.iter().zip(CLASSES).enumerate().map(|(index, (part, class))| {
        let text = jws.text.get(part.span.clone()).unwrap_or_default();
        html! { <>if index > 0 { <b>{ "." }</b> }<span class={class}>{ shown(text) }</span></> }
    });
    html! {
        <>
            <div class="subtitle">
                <h3>{ "As sent" }</h3>
                <p class="parts">
                    <span class="part-1">{ "header" }</span><span class="part-2">{ "payload" }</span><span class="part-3">{ "signature" }</span>
                </p>
            </div>
            <div class="sent" tabindex="0" role="region" aria-label="The token as sent" translate="no">{ for segments }</div>
        </>
    }
}

fn decoded(view: &View<'_>, jws: &Jws) -> Html {
    let mut failing = Vec::new();
    for (node, names) in [(NodeId::Audience, &["aud"][..]), (NodeId::Issuer, &["iss"]), (NodeId::Lifetime, &["exp"])] {
        if view.model.verdict(node) == Verdict::Fail {
            failing.extend_from_slice(names);
        }
    }
    html! {
        <>
            <div class="subtitle"><h3>{ "Decoded" }</h3><span class="hint">{ "exactly as it stands" }</span></div>
            <pre class="json part-1" tabindex="0" role="region" aria-label="Decoded header" translate="no" dir="ltr">{ json(&jws.header, &[]) }</pre>
            <pre class="json part-2" tabindex="0" role="region" aria-label="Decoded payload" translate="no" dir="ltr">{ json(&jws.payload, &failing) }</pre>
        </>
    }
}

/// What is known of the signature. Without keys that is nothing, and so it says.
fn signature(view: &View<'_>, jws: &Jws) -> Html {
    let verdict = view.model.verdict(NodeId::Signature);
    let (tone, word) = match verdict {
        Verdict::Pass => (Tone::Pass, "checked"),
        Verdict::Fail => (Tone::Fail, "refused"),
        _ => (Tone::Ask, "not checked"),
    };
    let made_with = [jws.algorithm(), jws.key_id()].map(|part| part.map(str::to_owned));
    let [algorithm, key] = made_with;
    html! {
        <div class="signature">
            <div class="subtitle"><h3>{ "Signature" }</h3><span class="tag" data-tone={tone.word()}>{ word }</span></div>
            if tone == Tone::Ask {
                <p>{ "Nothing here says that the authority wrote this token: everything above is what it claims." }</p>
            }
            <p>{ view.goes_to(NodeId::Signature, prose(nodes::node(NodeId::Signature).short)) }</p>
            <p class="hint"><code>{ for algorithm.map(|name| shown(&name)) }{ for key.map(|id| html! { <>{ " · kid " }{ shown(&id) }</> }) }</code></p>
        </div>
    }
}

/// An encrypted token: its header is all that can be read.
fn encrypted(view: &View<'_>, jwe: &Jwe) -> Html {
    html! {
        <>
            { told(view) }
            if let Some(header) = &jwe.header {
                <div class="stack">
                    <h3>{ "Its header" }</h3>
                    <pre class="json part-1" tabindex="0" role="region" aria-label="Decoded header" translate="no" dir="ltr">{ json(header, &[]) }</pre>
                </div>
            }
        </>
    }
}

/// A broken token: where it breaks.
fn broken(view: &View<'_>, malformed: &Malformed) -> Html {
    html! {
        <>
            <p class="trouble" data-tone="fail">
                { mark(Tone::Fail, Fill::Full, Some("small")) }<span>{ "It breaks in " }{ prose(&problems::malformed(malformed)) }{ "." }</span>
            </p>
            { told(view) }
        </>
    }
}

fn unreadable(view: &View<'_>) -> Html {
    told(view)
}

/// What the text is taken for.
fn told(view: &View<'_>) -> Html {
    let finding = view.model.reading.diagnosis.findings().find(|finding| finding.node == NodeId::WellFormed);
    let words = finding.map(|finding| words::cause(finding, view.facts));
    html! {
        if let Some(words) = words {
            <p><strong>{ prose(&words.headline) }</strong>{ " " }{ prose(&words.explanation) }</p>
        }
    }
}
