//! A recorded session: how far it was read, and its refused requests, of which one can be picked.

use whydenied::{
    http::Url,
    intake::har::{Exchange, Recording},
    words::session as words,
};
use yew::prelude::*;

use super::{
    View, chips,
    el::{Child, El, all, el},
    icon::{FAIL, Tone, icon, trouble},
    prose::{prose, shown, value},
};
use crate::page::{
    message::Msg,
    session::{Session, SessionMsg, Stage},
};

/// The session, and what was recognised in the request that was picked.
pub(super) fn session(view: &View<'_>, session: &Session) -> Html {
    let picked = view.model.sources.recording();
    all([
        panel(view, session).node(),
        picked.map(|source| chips::chips(view, source)).node(),
    ])
}

/// It takes the same room from the beginning, so that nothing moves when the list is there.
fn panel(view: &View<'_>, session: &Session) -> El {
    let name = session.name.as_deref().unwrap_or(words::PASTED);
    let titled = |text: &str, action: El| {
        let status = el("p", "").is("role", "status").with(shown(text));
        // One button after the other in one place, so that the focus stays on it.
        let title = el("div", "session-title").with(status).with(action);
        el("section", "session")
            .is("aria-label", "Recorded requests")
            .is("id", "session")
            .with(title)
    };
    let remove = || {
        view.button("", Msg::Session(SessionMsg::Removed))
            .is("aria-label", "Remove the recording")
            .with(icon(FAIL))
    };
    match &session.stage {
        Stage::Reading { read, found, .. } => {
            let percent = read.saturating_mul(100) / session.size.max(1);
            let cancel = view
                .button("button", Msg::Session(SessionMsg::Stopped))
                .with("Cancel");
            let bar = el("progress", "")
                .is("max", "100")
                .is("aria-label", "Reading the file")
                .set("value", percent.to_string().into());
            // Said once: a status that counted would be read out over and over.
            let so_far = el("p", "hint").with(words::so_far(percent, *found));
            titled(&words::reading(name), cancel).with(bar).with(so_far)
        }
        Stage::Stopped => titled(&words::stopped(name), remove()),
        Stage::Listed {
            recording,
            picked,
            shown,
        } => titled(&words::listed(name, recording), remove())
            .each(notes(recording))
            .with(list(
                view,
                recording,
                picked.as_ref().map(|picked| picked.index),
                *shown,
            )),
    }
}

/// What the person should know of the recording.
fn notes(recording: &Recording) -> [Option<El>; 3] {
    let note = |text: &str| el("p", "hint").with(prose(text));
    let is_sanitized = recording.refused > 0 && !recording.has_authorization;
    let broken = recording.broken.map(words::broken);
    [
        broken.map(|text| trouble(Tone::Warn).with(el("span", "").with(prose(&text)))),
        is_sanitized.then(|| note(words::SANITIZED)),
        words::beyond(recording).map(|text| note(&text)),
    ]
}

fn list(view: &View<'_>, recording: &Recording, picked: Option<usize>, shown: usize) -> Html {
    if recording.exchanges.is_empty() {
        return Html::default();
    }
    let items = recording.exchanges.iter().enumerate().take(shown);
    let rows = items.map(|(index, exchange)| row(view, index, exchange, picked));
    let more = (recording.exchanges.len() > shown).then(|| {
        view.button("button", Msg::Session(SessionMsg::AskedForMore))
            .with("Show more")
    });
    el("div", "exchanges")
        .with(el("ul", "").each(rows))
        .with(more)
        .node()
}

fn row(view: &View<'_>, index: usize, exchange: &Exchange, picked: Option<usize>) -> El {
    let url = Url::parse_reference(&exchange.url);
    let behind_host = exchange.url.find(url.path).filter(|_| !url.path.is_empty());
    let path = behind_host.and_then(|at| exchange.url.get(at..));
    let audience = exchange.audience.as_deref();
    let about = el("span", "about")
        .with(time_of_day(&exchange.started).map(|time| [time, " · "].concat()))
        .with(audience.map_or(words::NO_TOKEN, |_| words::TOKEN_FOR))
        .with(audience.map(value));
    let request = el("span", "request")
        .with(el("b", "").with(exchange.status.to_string()))
        .with(" ")
        .with(value(&exchange.method))
        .with(" ")
        .with(value(path.unwrap_or(&exchange.url)));
    let button = view
        .button("exchange", Msg::Session(SessionMsg::Picked(index)))
        .state("aria-pressed", picked == Some(index))
        .with(request)
        .with(about);
    let is_other = picked.is_some_and(|picked| picked != index);
    let compare = (is_other && exchange.audience.is_some()).then(|| {
        view.button("link", Msg::Session(SessionMsg::Compared(index)))
            .with(words::COMPARE)
    });
    el("li", "").with(button).with(compare)
}

/// `12:00:03` of an RFC 3339 time, in the offset in which the browser wrote it.
fn time_of_day(started: &str) -> Option<&str> {
    let (_, time) = started.split_once('T')?;
    let time = time.get(..8)?;
    let is_time = time
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b':');
    is_time.then_some(time)
}
