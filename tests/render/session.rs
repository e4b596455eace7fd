//! A recorded session on the page: its progress, its list, and what is missing in it.

use crate::{
    html_after, model_after,
    page::{
        Msg,
        effect::{Effect, Spot},
        session::{SessionMsg, Stop},
        update::update,
    },
    token,
};

fn entry(status: u16, headers: &str) -> String {
    format!(
        r#"{{"startedDateTime":"2026-11-23T12:00:03.000Z","request":{{"method":"GET","url":"https://ws-f.fhir.azurehealthcareapis.com/Patient?name=a","headers":[{headers}]}},"response":{{"status":{status}}}}}"#
    )
}

fn bearer() -> String {
    let token = token(
        "{\"alg\":\"RS256\"}",
        "{\"aud\":\"https://graph.microsoft.com\"}",
    );
    format!(r#"{{"name":"authorization","value":"Bearer {token}"}}"#)
}

/// A file of these entries; cut where it ends with a part of one.
fn file(entries: &str, end: &str) -> Msg {
    Msg::ReadFile {
        name: Some("session.har".to_owned()),
        encoding: whydenied::intake::Encoding::Utf8,
        size: 1024,
        text: format!(r#"{{"log":{{"entries":[{entries}{end}"#),
    }
}

const WHOLE: &str = "]}}";

/// What is given to the page.
type Given = fn() -> Vec<Msg>;

/// The text of the panel, without its tags.
fn panel(messages: Given) -> String {
    let html = html_after(messages);
    let (_, panel) = html.split_once("id=\"session\"").unwrap_or_default();
    let (panel, _) = panel.split_once("</section>").unwrap_or_default();
    let texts = panel.split('<').filter_map(|part| part.split_once('>'));
    texts.map(|(_, text)| text).collect()
}

fn began() -> Msg {
    Msg::Session(SessionMsg::Began {
        name: "session.har".to_owned(),
        size: 200,
        stop: Stop::default(),
    })
}

fn refused(headers: &str) -> String {
    [entry(401, headers), entry(403, headers)].join(",")
}

#[test]
fn what_is_said_of_a_session() {
    let table: [(Given, &str); 9] = [
        (|| vec![began()], "Reading session.har…"),
        (
            || {
                vec![
                    began(),
                    Msg::Session(SessionMsg::Read { read: 86, found: 1 }),
                ]
            },
            "43 %, 1 refused request so far",
        ),
        (
            || vec![began(), Msg::Session(SessionMsg::Stopped)],
            "Reading session.har was stopped. Nothing of it was taken.",
        ),
        (
            || vec![file("", WHOLE)],
            "No request is recorded in session.har.",
        ),
        (
            || vec![file(&entry(200, ""), WHOLE)],
            "The one request in session.har was answered otherwise than 400, 401 or 403.",
        ),
        (
            || {
                vec![file(
                    &[entry(200, ""), entry(401, &bearer())].join(","),
                    WHOLE,
                )]
            },
            "One of 2 requests in session.har was refused. It is taken.",
        ),
        (
            || vec![file(&refused(&bearer()), WHOLE)],
            "2 refused requests of 2 in session.har. Choose the one to explain.401 GET /Patient?name=a12:00:03 · with a token for https://graph.microsoft.com",
        ),
        (
            || vec![file(&refused(""), WHOLE)],
            "No request in it has an Authorization header",
        ),
        (
            || vec![file(&refused(&bearer()), ",{\"a")],
            "the file ends in the middle of the recording",
        ),
    ];
    for (messages, said) in table {
        let panel = panel(messages);
        assert!(panel.contains(said), "{said}: {panel}");
    }
}

fn long_file() -> Msg {
    file(&vec![entry(401, &bearer()); 130].join(","), WHOLE)
}

#[test]
fn of_a_long_list_the_beginning_is_shown_until_more_is_asked_for() {
    let shown = |messages| panel(messages).matches("/Patient").count();
    assert_eq!(shown(|| vec![long_file()]), 100);
    assert_eq!(
        shown(|| vec![long_file(), Msg::Session(SessionMsg::AskedForMore)]),
        130
    );
}

#[test]
fn a_stopped_reading_reports_no_more() {
    let stop = Stop::default();
    let began = Msg::Session(SessionMsg::Began {
        name: "a.har".to_owned(),
        size: 1,
        stop: stop.clone(),
    });
    model_after([began, Msg::Session(SessionMsg::Stopped)]);
    assert!(stop.is_stopped());
}

#[test]
fn another_session_and_forgetting_stop_the_reading_too() {
    for next in [
        began(),
        Msg::Session(SessionMsg::Removed),
        Msg::ForgotEverything,
    ] {
        let stop = Stop::default();
        let began = Msg::Session(SessionMsg::Began {
            name: "a.har".to_owned(),
            size: 1,
            stop: stop.clone(),
        });
        model_after([began, next.clone()]);
        assert!(stop.is_stopped(), "{next:?}");
    }
}

#[test]
fn where_a_session_is_removed_the_focus_goes_to_the_box() {
    let mut model = model_after([began()]);
    let effect = update(&mut model, Msg::Session(SessionMsg::Removed));
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Box)));
}
