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
    let (inside, _) = behind
        .split_once("class=\"token-columns\"")
        .unwrap_or((behind, ""));
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
    let text = text.replace('\u{a0}', "");
    let row = "audThis tokenhttps://management.azure.com/\
               The otherhttps://ws-fhir.fhir.azurehealthcareapis.com\
               Does not fit. The API it is meant for";
    assert!(text.contains(row), "{text}");
    let row = "scpThis tokenuser_impersonationThe othernot there";
    assert!(text.contains(row), "{text}");
    assert!(text.contains("4 more are the same in both."), "{text}");
}

#[test]
fn what_decides_comes_first_and_what_any_two_tokens_differ_in_last_and_each_is_said_once() {
    let text = comparison(|| {
        let payload = format!(
            r#"{{"roles":["a"],"oid":"51ac0e37-77d1-4f20-b3aa-0d5f6c7e8b91","tid":"t","iss":"i","exp":{}}}"#,
            NOON + 3_600
        );
        token(r#"{"typ":"JWT","alg":"RS256","kid":"k2"}"#, &payload)
    });
    let places = [
        "The service decides by these",
        "audThis",
        "issThis",
        "tidThis",
        "oidThis",
        "These tell who calls",
        "rolesThis",
        "scpThis",
        "Any two tokens differ in these",
        "expThis",
        "kidThis",
        "The service does not read these",
    ]
    .map(|part| (text.find(part), part));
    assert!(places.iter().all(|(at, _)| at.is_some()), "{places:?}");
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(text.matches("The service decides").count(), 1, "{text}");
}

#[test]
fn a_time_decides_where_the_clock_has_passed_it() {
    let html = html_after(|| {
        let end = |exp: i64| {
            let payload = format!(r#"{{"aud":"https://a.example","exp":{exp}}}"#);
            token(r#"{"alg":"RS256"}"#, &payload).into()
        };
        vec![
            Msg::PastedEvidence(end(NOON - 7_200)),
            Msg::PastedOther(end(NOON + 3_600)),
        ]
    });
    let (_, behind) = html.split_once("class=\"stack compare\"").unwrap();
    let (first, _) = behind.split_once("</tr>").unwrap();
    assert!(!first.contains("Any two"), "{first}");
    assert!(behind.contains("The service decides by these"), "{behind}");
    assert!(!behind.contains("Any two tokens"), "{behind}");
}

#[test]
fn only_what_fails_is_coloured_and_equal_letters_stand_below_each_other() {
    let html = html_after(|| {
        let mut messages = arm_401();
        let token = other("https://management.azure.com").into();
        messages.push(Msg::PastedOther(token));
        messages
    });
    let (_, behind) = html.split_once("class=\"stack compare\"").unwrap();
    let (table, _) = behind.split_once("</table>").unwrap();
    assert_eq!(table.matches("data-tone=\"fail\"").count(), 2, "{table}");
    assert!(
        table.contains("https://management.azure.com<mark>/</mark>"),
        "{table}"
    );
}

#[test]
fn a_button_brings_the_box_and_puts_it_away_and_loses_nothing_that_is_in_it() {
    let after = |toggles: usize| {
        move || {
            let mut messages = arm_401();
            messages.push(Msg::PastedOther("some text".into()));
            messages.extend((0..toggles).map(|_| Msg::ToggledCompare));
            messages
        }
    };
    assert!(!html_after(arm_401).contains("id=\"other\""));
    assert!(html_after(after(0)).contains("some text"));
    assert!(!html_after(after(1)).contains("some text"));
    assert!(html_after(after(2)).contains("some text"));
    let mut model = model_after(arm_401());
    let effect = update(&mut model, Msg::ToggledCompare);
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Other)));
    let effect = update(&mut model, Msg::ToggledCompare);
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Compare)));
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

#[test]
fn a_string_and_a_number_of_the_same_digits_differ_in_their_quotation_marks() {
    let text = comparison(|| {
        let payload = format!(
            r#"{{"aud":"https://management.azure.com/","exp":"{}"}}"#,
            NOON + 3_000
        );
        token(r#"{"typ":"JWT","alg":"RS256","kid":"k1"}"#, &payload)
    });
    let end = NOON + 3_000;
    let row = format!("expThis token{end}The other\"{end}\"");
    assert!(text.contains(&row), "{text}");
}
