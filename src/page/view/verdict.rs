//! The verdict: why, whose move, which command.

use whydenied::{
    diagnosis::{Certainty, Finding, Weight},
    words::{
        self, CauseWords,
        invitation::{FIRST_VISIT, PICK, UNEXPLAINED, Waiting},
    },
};
use yew::prelude::*;

use super::{
    View, beside, blur, comparison,
    el::{Child, El, all, el},
    fix,
    icon::{DOWN, FILE, Fill, Tone, icon, mark, small},
    invitation,
    line::{request_line, status_line},
    needs,
    prose::{code, prose},
    suspected,
};
use crate::page::dialog::Dialog;

/// The tone of the whole panel.
fn tone(view: &View<'_>) -> Tone {
    view.model
        .reading
        .diagnosis
        .headline
        .as_ref()
        .map_or(Tone::Ask, Tone::of_finding)
}

/// The verdict in one line, stuck to the top of a narrow page.
pub(super) fn peek(view: &View<'_>) -> Option<El> {
    let words = view.model.reading.words.as_ref()?;
    let tone = tone(view);
    Some(
        el("a", "peek")
            .is("href", "#verdict")
            .is("data-tone", tone.word())
            .with(small(tone, Fill::Full))
            .with(el("span", "").with(prose(&words.headline)))
            .with(icon(DOWN)),
    )
}

/// The panel.
#[inline(never)]
pub(super) fn verdict(view: &View<'_>) -> El {
    let tone = tone(view);
    let reading = &view.model.reading;
    let panel = el("section", "panel verdict")
        .is("id", "verdict")
        .is("data-tone", tone.word())
        .is("aria-labelledby", "h-verdict");
    match (&reading.diagnosis.headline, &reading.words) {
        (Some(finding), Some(words)) => {
            let needs = needs::needs(view, finding);
            let step = words.remedies.first().map(|remedy| {
                all([
                    el("strong", "").with(remedy.mover.label()).with(":").node(),
                    " ".node(),
                    prose(&remedy.step),
                ])
            });
            let report = view
                .opens("button report", Dialog::Report)
                .with(icon(FILE))
                .with("Report")
                .with(icon(DOWN));
            panel
                .with(
                    banner(
                        tone,
                        kicker(view, Some(finding), needs.is_none()),
                        prose(&words.headline),
                        step.node(),
                    )
                    .flag("data-report", true)
                    .with(report),
                )
                .with(
                    el("div", "reasons")
                        .with(proof(view, finding, words, needs))
                        .with(beside::beside(view)),
                )
        }
        _ if view.model.is_first_visit() => {
            let state = if view.model.sources.text.is_empty() && view.model.session.is_none() {
                "Nothing pasted yet"
            } else {
                "Nothing to judge yet"
            };
            let is_to_pick = view
                .model
                .session
                .as_ref()
                .is_some_and(|session| session.count() > 0);
            let words = if is_to_pick { PICK } else { FIRST_VISIT };
            waiting(view, panel, tone, el("p", "kicker").with(state), words)
        }
        _ => waiting(view, panel, tone, kicker(view, None, true), UNEXPLAINED),
    }
}

/// The panel before there is a verdict.
fn waiting(view: &View<'_>, panel: El, tone: Tone, kicker: El, words: Waiting) -> El {
    let Waiting { headline, step } = words;
    panel
        .with(banner(tone, kicker, headline.node(), step.node()))
        .with(invitation::invitation(view))
}

/// The coloured top: read out whenever it changes.
fn banner(tone: Tone, kicker: El, headline: Html, step: Html) -> El {
    let said = el("div", "")
        .is("role", "status")
        .with(kicker)
        .with(
            el("h2", "headline")
                .is("id", "h-verdict")
                .is("tabindex", "-1")
                .with(headline),
        )
        .with(el("p", "move").with(step));
    el("div", "banner")
        .with(mark(tone, Fill::Full, Some("large")))
        .with(said)
}

/// Above the headline: what was asked, what was answered, how sure the page is, and why where that is not
/// asked for below.
fn kicker(view: &View<'_>, finding: Option<&Finding>, says_why: bool) -> El {
    let status = view.facts.status.filter(|status| *status != 0);
    el("p", "kicker")
        .with(
            view.facts
                .case
                .request
                .as_ref()
                .and_then(request_line)
                .map(|line| code(&line)),
        )
        .with(status.map(|status| code(&status_line(status))))
        .with(finding.map(certainty))
        .with(
            finding
                .and_then(|finding| finding.doubt)
                .filter(|_| says_why)
                .map(|doubt| el("span", "").with(prose(&words::doubt(doubt)))),
        )
        .with(finding.and_then(|finding| suspected::take_back(view, finding)))
}

/// Three dots and a word.
fn certainty(finding: &Finding) -> El {
    if finding.is_suspected() {
        return el("span", "certainty").with(words::samples::IF_SO);
    }
    let is_sum = finding.cause.weight() == Weight::SumsUp;
    let (count, word) = match finding.certainty {
        Certainty::Certain => (3, "Certain"),
        // Of what sums up, only this can be said.
        _ if is_sum && Tone::of_finding(finding) == Tone::Ask => (1, words::needs::NOT_ENOUGH),
        Certainty::Possible => (1, "Possible"),
        Certainty::Likely => (2, "Likely"),
    };
    let dots = ["4", "10", "16"].into_iter().enumerate().map(|(index, x)| {
        el("circle", if index < count { "full" } else { "" })
            .is("cx", x)
            .is("cy", "4")
            .is("r", "2.2")
    });
    el("span", "certainty")
        .with(
            el("svg", "")
                .is("viewBox", "0 0 20 8")
                .is("aria-hidden", "true")
                .each(dots),
        )
        .with(word)
}

fn proof(view: &View<'_>, finding: &Finding, words: &CauseWords, needs: Option<El>) -> El {
    el("div", "proof")
        .with(
            finding
                .evidence
                .as_ref()
                .map(|sides| comparison::comparison(sides, blur::hides_both(view, sides))),
        )
        .with(suspected::sample(finding))
        .with(comparison::need(view, finding))
        .with(needs)
        .with(needs::given(view))
        .with(fix::fix(view, &words.remedies))
        .with(el("p", "because").with(prose(&words.explanation)))
        .with(fix::instead(view, &words.remedies))
}
