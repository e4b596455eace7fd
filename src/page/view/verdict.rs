//! The verdict: why, whose move, which command.

use whydenied::{
    diagnosis::{Certainty, Doubt, Finding, Weight},
    words::{self, CauseWords, Remedy},
};
use yew::prelude::*;

use super::{
    View, beside, comparison, fix,
    icon::{BIN, CABLE, DOWN, Fill, SHIELD, Tone, icon, mark},
    prose::{code, prose},
};

/// The tone of the whole panel.
pub(super) fn tone(view: &View<'_>) -> Tone {
    view.model.reading.diagnosis.headline.as_ref().map_or(Tone::Ask, tone_of)
}

/// The tone of a finding: only what is certain is red.
pub(super) fn tone_of(finding: &Finding) -> Tone {
    use whydenied::diagnosis::CauseId::{NotAuth, WouldBeAccepted};
    match (finding.cause.weight(), finding.cause, finding.certainty) {
        (Weight::SumsUp, WouldBeAccepted, _) => Tone::Pass,
        (Weight::SumsUp, NotAuth, _) | (Weight::Warns | Weight::Beside, ..) => Tone::Warn,
        (Weight::Fails, _, Certainty::Certain) => Tone::Fail,
        _ => Tone::Ask,
    }
}

/// The verdict in one line, stuck to the top of a narrow page.
pub(super) fn peek(view: &View<'_>) -> Html {
    let Some(words) = &view.model.reading.words else { return Html::default() };
    let tone = tone(view);
    html! {
        <a class="peek" href="#verdict" data-tone={tone.word()}>
            { mark(tone, Fill::Full, Some("small")) }<span>{ prose(&words.headline) }</span>{ icon(DOWN) }
        </a>
    }
}

/// The panel.
pub(super) fn verdict(view: &View<'_>) -> Html {
    let tone = tone(view);
    let reading = &view.model.reading;
    html! {
        <section class="panel verdict" id="verdict" data-tone={tone.word()} aria-labelledby="h-verdict">
            if let (Some(finding), Some(words)) = (&reading.diagnosis.headline, &reading.words) {
                <div class="banner">
                    { mark(tone, Fill::Full, Some("large")) }
                    <div role="status">
                        { kicker(view, Some(finding)) }
                        <h2 class="headline" id="h-verdict">{ prose(&words.headline) }</h2>
                        { for words.remedies.first().map(first_move) }
                    </div>
                </div>
                <div class="reasons">
                    { proof(view, finding, words) }
                    { beside::beside(view) }
                </div>
            } else if view.model.is_first_visit() {
                { invitation(view) }
            } else {
                { waiting(view) }
            }
        </section>
    }
}

/// Above the headline: what was asked, what was answered, how sure the page is and why.
fn kicker(view: &View<'_>, finding: Option<&Finding>) -> Html {
    let request = request_line(view);
    let status = view.facts.status.filter(|status| *status != 0);
    html! {
        <p class="kicker">
            { for request.map(|line| code(&line)) }
            { for status.map(|status| code(&status_line(status))) }
            { for finding.map(certainty) }
            { for finding.and_then(reason).map(|reason| html! { <span>{ prose(&reason) }</span> }) }
        </p>
    }
}

/// The request without its host: `GET /Patient`.
pub(super) fn request_line(view: &View<'_>) -> Option<String> {
    let request = view.facts.case.request.as_ref()?;
    let behind_scheme = request.url.split_once("://").map_or(request.url.as_str(), |(_, rest)| rest);
    let path = behind_scheme.find('/').and_then(|at| behind_scheme.get(at..)).unwrap_or("/");
    let path = path.split(['?', '#']).next().unwrap_or_default();
    Some(format!("{} {path}", request.method))
}

/// A status with its name (RFC 9110 section 15).
pub(super) fn status_line(status: u16) -> String {
    let name = match status {
        400 => " Bad Request",
        401 => " Unauthorized",
        403 => " Forbidden",
        404 => " Not Found",
        405 => " Method Not Allowed",
        409 => " Conflict",
        412 => " Precondition Failed",
        422 => " Unprocessable Content",
        429 => " Too Many Requests",
        500 => " Internal Server Error",
        503 => " Service Unavailable",
        _ => "",
    };
    format!("{status}{name}")
}

/// Three dots and a word.
fn certainty(finding: &Finding) -> Html {
    let count = match finding.certainty {
        Certainty::Possible => 1,
        Certainty::Likely => 2,
        Certainty::Certain => 3,
    };
    let word = match finding.certainty {
        Certainty::Possible => "Possible",
        Certainty::Likely => "Likely",
        Certainty::Certain => "Certain",
    };
    html! {
        <span class="certainty">
            <svg viewBox="0 0 20 8" aria-hidden="true">
                { for [("4", 1), ("10", 2), ("16", 3)].map(|(x, number)| html! {
                    <circle cx={x} cy="4" r="2.2" class={(number <= count).then_some("full")} />
                }) }
            </svg>
            { word }
        </span>
    }
}

/// Why it is not more certain.
fn reason(finding: &Finding) -> Option<String> {
    Some(match finding.doubt? {
        Doubt::OtherTokenSent => "the pasted token may not be the one that was sent".to_owned(),
        Doubt::DroppedOnTheWay => "something on the way dropped the header".to_owned(),
        Doubt::Needs(input) => ["to be sure, ", words::input(input)].concat(),
        Doubt::Suspected => "picked by you; nothing pasted speaks for or against it".to_owned(),
        Doubt::ServiceVersion => "it depends on the service's version".to_owned(),
    })
}

fn first_move(remedy: &Remedy) -> Html {
    html! { <p class="move"><strong>{ remedy.mover.label() }{ ":" }</strong>{ " " }{ prose(&remedy.step) }</p> }
}

fn proof(view: &View<'_>, finding: &Finding, words: &CauseWords) -> Html {
    html! {
        <div class="proof">
            { for finding.evidence.as_ref().map(comparison::comparison) }
            <p class="because">{ prose(&words.explanation) }</p>
            { fix::fix(view, &words.remedies) }
        </div>
    }
}

/// The first visit: the tree itself is the guide.
fn invitation(view: &View<'_>) -> Html {
    html! {
        <>
            <div class="banner">
                { mark(Tone::Ask, Fill::Full, Some("large")) }
                <div role="status">
                    <p class="kicker">{ if view.model.pasted.is_empty() { "Nothing pasted yet" } else { "Nothing to judge yet" } }</p>
                    <h2 class="headline" id="h-verdict">{ "Paste the refused request, or answer the first question." }</h2>
                    <p class="move">{ "You learn why it was refused, whose move it is, and the command that fixes it." }</p>
                </div>
            </div>
            <div class="reasons">
                <div class="proof">{ offers() }</div>
                { promises() }
            </div>
        </>
    }
}

/// What may be pasted, and what each thing tells.
fn offers() -> Html {
    const OFFERS: [(&str, &str); 6] = [
        ("A token", "What it is, for which API, by whom, until when, and what is wrong with it."),
        ("A `WWW-Authenticate` header", "What the service expects, in its own words."),
        ("A whole response", "Who answered: the FHIR service, or something in front of it."),
        ("An `OperationOutcome`", "Whether it was the service's own refusal, and its id for support."),
        ("An `Authorization` header", "Whether what was sent is a token at all."),
        ("Nothing", "Click the answer you got in the tree, and answer what it asks."),
    ];
    html! {
        <div>
            <h3 id="h-offers">{ "What you may have" }</h3>
            <ul class="offers" aria-labelledby="h-offers">
                { for OFFERS.iter().map(|(what, tells)| html! { <li><strong>{ prose(what) }</strong><span>{ *tells }</span></li> }) }
            </ul>
        </div>
    }
}

fn promises() -> Html {
    let promises = [
        (SHIELD, "Your token stays here", "This page cannot send anything: its own policy forbids every request."),
        (CABLE, "Works offline", "One file. Save it, pull the cable, and use it from the disk."),
        (BIN, "Nothing is kept", "Close the tab, or press Forget everything, and it is gone."),
    ];
    html! {
        <ul class="promises">
            { for promises.iter().map(|(shape, promise, how)| html! {
                <li>{ icon(*shape) }<strong>{ *promise }</strong><span>{ *how }</span></li>
            }) }
        </ul>
    }
}

/// A status, and nothing yet that explains it.
fn waiting(view: &View<'_>) -> Html {
    html! {
        <>
            <div class="banner">
                { mark(Tone::Ask, Fill::Full, Some("large")) }
                <div role="status">
                    { kicker(view, None) }
                    <h2 class="headline" id="h-verdict">{ "Nothing explains it yet. The tree asks on." }</h2>
                    <p class="move">{ "Answer the question that waits, or paste the token and the response." }</p>
                </div>
            </div>
            <div class="reasons"><div class="proof">{ offers() }</div>{ promises() }</div>
        </>
    }
}
