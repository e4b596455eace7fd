//! Another token beside the first: what differs is shown, and what follows from it.

use crate::{
    NOON, arm_401, html_after, model_after,
    page::{
        Msg,
        effect::{Effect, Spot},
        session::SessionMsg,
        update::update,
    },
    token,
};

/// The text of the comparison, without its tags.
fn comparison(other: fn() -> String) -> String {
    let html = html_after(move || {
        let mut messages = arm_401();
        messages.push(Msg::PastedOther(other().into()));
        messages
    });
    let (_, behind) = html
        .split_once("class=\"stack compare\"")
        .unwrap_or_default();
    let (inside, _) = behind.split_once("class=\"stack\"").unwrap_or((behind, ""));
    let texts = inside.split('<').filter_map(|part| part.split_once('>'));
    texts.map(|(_, text)| text).collect()
}

fn other(audience: &str) -> String {
    let payload = format!(r#"{{"aud":"{audience}","exp":{}}}"#, NOON + 3_000);
    token(r#"{"typ":"JWT","alg":"RS256","kid":"k1"}"#, &payload)
}

#[test]
fn what_differs_stands_beside_each_other_with_what_follows() {
    let text = comparison(|| other("https://ws-fhir.fhir.azurehealthcareapis.com"));
    let row = "audhttps://management.azure.com/https://ws-fhir.fhir.azurehealthcareapis.com\
               They differ. The service decides by it";
    assert!(text.contains(row), "{text}");
    assert!(text.contains("Only the first token has it."), "{text}");
    assert!(text.contains("4 more are the same in both."), "{text}");
}

#[test]
fn another_text_is_no_token_and_said_to_be_none() {
    let text = comparison(|| "good morning".to_owned());
    assert!(
        text.contains("no signed token in it that can be read"),
        "{text}"
    );
    let text = comparison(String::new);
    assert!(!text.contains("no signed token"), "{text}");
}

#[test]
fn the_token_of_another_recorded_request_is_put_into_the_box() {
    let entry = |audience: &str| {
        format!(
            r#"{{"request":{{"method":"GET","url":"https://a.example/","headers":[{{"name":"authorization","value":"Bearer {}"}}]}},"response":{{"status":401}}}}"#,
            other(audience)
        )
    };
    let text = format!(
        r#"{{"log":{{"entries":[{},{}]}}}}"#,
        entry("https://a.example"),
        entry("https://b.example")
    );
    let mut model = model_after([
        Msg::PastedEvidence(text.into()),
        Msg::Session(SessionMsg::Picked(0)),
    ]);
    let effect = update(&mut model, Msg::Session(SessionMsg::Compared(1)));
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Other)));
    assert_eq!(*model.other.text, *other("https://b.example"));
}
