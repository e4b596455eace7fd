//! A later text replaces what it contradicts; the page says what, and takes it back on demand.

use whydenied::intake::Encoding;

use crate::{
    html_after, model_after,
    page::{
        Model, Msg,
        effect::{Effect, Spot},
        model::Answered,
        part::Aspect,
        session::SessionMsg,
        update::update,
    },
    token,
};

/// What was given, in its order.
type Given = fn() -> Vec<Msg>;

/// A token for this audience.
fn token_for(audience: &str) -> String {
    token(r#"{"alg":"RS256"}"#, &format!(r#"{{"aud":"{audience}"}}"#))
}

fn pasted(text: impl Into<String>) -> Msg {
    Msg::PastedEvidence(text.into().into())
}

fn typed(text: impl Into<String>) -> Msg {
    Msg::TypedEvidence(text.into().into())
}

fn file(name: &str, text: impl Into<String>) -> Msg {
    Msg::ReadFile {
        name: Some(name.to_owned()),
        text: text.into(),
        encoding: Encoding::Utf8,
        size: 1024,
    }
}

/// What the page says about the last thing that was given.
fn said(messages: impl FnOnce() -> Vec<Msg> + Send + 'static) -> String {
    let html = html_after(messages);
    let (_, behind) = html
        .split_once("role=\"status\"")
        .unwrap_or(("", ">no live region"));
    let region = behind
        .split("<div id=\"recognised\"")
        .next()
        .unwrap_or_default();
    format!("<div{region}")
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect()
}

fn audience(model: &Model) -> Option<String> {
    let token = model.reading.case.token.as_ref()?;
    match token {
        whydenied::jose::Token::Jws(jws) => {
            let claim = jws.payload.root.get("aud")?;
            claim.as_str().map(str::to_owned)
        }
        _ => None,
    }
}

#[test]
fn a_first_text_replaces_nothing() {
    assert_eq!(said(|| vec![pasted(token_for("a"))]), "");
}

#[test]
fn a_later_text_counts_and_says_what_it_replaced() {
    let cases: [(Given, &str); 6] = [
        (
            || vec![pasted(token_for("a")), file("session.txt", token_for("b"))],
            "The token of the box was replaced by that of session.txt.Undo",
        ),
        (
            || vec![file("session.txt", token_for("b")), pasted(token_for("a"))],
            "The token of session.txt was replaced by that of the box.Undo",
        ),
        (
            || {
                let exchange = |status: &str, audience: &str| {
                    format!(
                        "GET /Patient HTTP/1.1\nAuthorization: Bearer {}\n\nHTTP/1.1 {status}\n\n",
                        token_for(audience)
                    )
                };
                vec![
                    pasted(exchange("401 Unauthorized", "a")),
                    file("x.txt", exchange("403 Forbidden", "b")),
                ]
            },
            "The token and the status 401 of the box were replaced by those of x.txt.Undo",
        ),
        (
            || {
                vec![
                    pasted(token_for("a")),
                    file("1.txt", "HTTP/1.1 401 Unauthorized\n\n"),
                    file(
                        "2.txt",
                        format!("{}\n\nHTTP/1.1 403 Forbidden\n\n", token_for("b")),
                    ),
                ]
            },
            "The token and the status 401 of what was given before were replaced by those of 2.txt.Undo",
        ),
        (
            || {
                vec![
                    pasted(format!(
                        "{}\n\nHTTP/1.1 401 Unauthorized\n\n",
                        token_for("a")
                    )),
                    pasted(token_for("b")),
                ]
            },
            "Replaced what was in the box: token, 401.Undo",
        ),
        (
            || {
                let first = token_for("a");
                vec![
                    pasted(first.clone()),
                    pasted(format!(
                        "{first}\n\nAuthorization: Bearer {}\n",
                        token_for("b")
                    )),
                ]
            },
            "Replaced what was in the box: token.Undo",
        ),
    ];
    for (messages, expected) in cases {
        assert_eq!(said(messages), expected);
    }
}

#[test]
fn what_fits_together_replaces_nothing() {
    let cases: [Given; 5] = [
        || {
            vec![
                file("open.txt", "GET https://x.example/metadata 200 (OK)\n"),
                file(
                    "refused.txt",
                    "GET https://x.example/Patient 403 (Forbidden)\n",
                ),
            ]
        },
        || {
            vec![
                pasted(token_for("a")),
                file("401.txt", "HTTP/1.1 401 Unauthorized\n\n"),
            ]
        },
        || vec![pasted(token_for("a")), file("same.txt", token_for("a"))],
        || vec![pasted(token_for("a")), file("words.txt", "no more to say")],
        || {
            vec![
                pasted(token_for("a")),
                pasted(format!(
                    "{}\n\nHTTP/1.1 401 Unauthorized\n\n",
                    token_for("a")
                )),
            ]
        },
    ];
    for messages in cases {
        assert_eq!(said(messages), "");
    }
}

#[test]
fn what_is_typed_by_hand_replaces_nothing_and_says_nothing() {
    let messages = || {
        vec![
            pasted(token_for("a")),
            file("b.txt", token_for("b")),
            typed(format!("{} ", token_for("c"))),
        ]
    };
    assert_eq!(audience(&model_after(messages())).as_deref(), Some("b"));
    assert_eq!(said(messages), "");
}

#[test]
fn undo_restores_what_was_there_and_goes_to_the_box() {
    let first = format!("{}\n\nHTTP/1.1 401 Unauthorized\n\n", token_for("a"));
    let mut model = model_after([
        pasted(first.clone()),
        Msg::ChoseStatus(Answered::Forbidden),
        pasted(format!(
            "{}\n\nHTTP/1.1 400 Bad Request\n\n",
            token_for("b")
        )),
    ]);
    assert_eq!(audience(&model).as_deref(), Some("b"));
    assert_eq!(model.reading.status, Some(400));
    let effect = update(&mut model, Msg::Undid);
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Box)));
    assert_eq!(model.sources.text.as_str(), first);
    assert_eq!(audience(&model).as_deref(), Some("a"));
    assert_eq!(
        model.reading.status,
        Some(403),
        "the status picked before is back"
    );
    update(&mut model, Msg::Undid);
    assert_eq!(model.sources.text.as_str(), first, "there is one level");
}

#[test]
fn undo_is_said_and_has_no_button_of_its_own() {
    let messages = || vec![pasted(token_for("a")), pasted(token_for("b")), Msg::Undid];
    assert_eq!(said(messages), "What was there before is back.");
}

#[test]
fn undo_takes_back_the_file_that_replaced_something() {
    let mut model = model_after([pasted(token_for("a")), file("b.txt", token_for("b"))]);
    update(&mut model, Msg::Undid);
    assert!(model.sources.files.is_empty());
    assert_eq!(audience(&model).as_deref(), Some("a"));
}

/// A recorded session of these refused requests, each with a token for this audience.
fn recorded(audiences: &[&str]) -> String {
    let entry = |audience: &&str| {
        format!(
            r#"{{"request":{{"method":"GET","url":"https://ws-fhir.fhir.azurehealthcareapis.com/Patient","headers":[{{"name":"Authorization","value":"Bearer {}"}}]}},"response":{{"status":401,"headers":[]}}}}"#,
            token_for(audience)
        )
    };
    let entries: Vec<String> = audiences.iter().map(entry).collect();
    format!(
        r#"{{"log":{{"version":"1.2","entries":[{}]}}}}"#,
        entries.join(",")
    )
}

fn picked(index: usize) -> Msg {
    Msg::Session(SessionMsg::Picked(index))
}

#[test]
fn a_request_picked_in_a_recorded_session_counts_as_any_other_text() {
    let messages = || {
        vec![
            pasted(token_for("a")),
            file("rec.har", recorded(&["b", "c"])),
            picked(1),
        ]
    };
    let mut model = model_after(messages());
    assert_eq!(audience(&model).as_deref(), Some("c"));
    assert_eq!(
        said(messages),
        "The token of the box was replaced by that of rec.har.Undo"
    );
    update(&mut model, Msg::Undid);
    assert_eq!(audience(&model).as_deref(), Some("a"));
    let session = model.session.as_ref().expect("the list is still there");
    assert!(session.picked().is_none(), "and nothing is picked in it");

    update(&mut model, picked(0));
    update(&mut model, picked(1));
    assert!(model.said.is_none(), "another pick is meant as one");
    update(&mut model, pasted(token_for("d")));
    assert_eq!(
        audience(&model).as_deref(),
        Some("d"),
        "what is pasted later counts"
    );
    update(&mut model, Msg::Undid);
    assert_eq!(audience(&model).as_deref(), Some("c"));
    update(&mut model, Msg::Session(SessionMsg::Removed));
    assert_eq!(audience(&model).as_deref(), Some("a"));
}

#[test]
fn what_a_picked_request_brought_can_be_left_out() {
    let mut model = model_after([file("rec.har", recorded(&["b", "c"])), picked(1)]);
    let source = model.sources.recording().expect("the picked request");
    let chips = source.chips();
    let token = chips.iter().find(|chip| chip.aspect == Aspect::Token);
    update(&mut model, Msg::RemovedChip(*token.expect("its token")));
    assert_eq!(audience(&model), None);
    assert_eq!(model.reading.status, Some(401));
}

#[test]
fn forgetting_everything_forgets_the_undo_and_goes_to_the_box() {
    let mut model = model_after([pasted(token_for("a")), pasted(token_for("b"))]);
    let effect = update(&mut model, Msg::ForgotEverything);
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Box)));
    update(&mut model, Msg::Undid);
    assert!(model.sources.is_empty() && audience(&model).is_none());
}

#[test]
fn a_removed_file_leaves_the_focus_to_its_neighbour() {
    let mut model = model_after([
        file("1.txt", token_for("a")),
        file("2.txt", token_for("b")),
        file("3.txt", token_for("c")),
    ]);
    for (number, expected) in [(1, Spot::File(2)), (3, Spot::File(2)), (2, Spot::Box)] {
        let effect = update(&mut model, Msg::RemovedFile(number));
        assert_eq!(effect, Some(Effect::FocusGiven(expected)), "file {number}");
    }
}

#[test]
fn a_name_of_a_file_is_text() {
    let messages = || {
        vec![
            pasted(token_for("a")),
            file("<b>`\u{202e}x.txt", token_for("b")),
        ]
    };
    let html = html_after(messages);
    assert!(!html.contains("<b>`") && !html.contains('\u{202e}'));
    assert!(said(messages).ends_with("was replaced by that of &lt;b&gt;'U+202Ex.txt.Undo"));
}
