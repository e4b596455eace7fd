//! What would settle the verdict, asked for where the verdict stands.

use whydenied::{
    diagnosis::{DataRoleAnswer, NodeId},
    words::Answer,
};

use crate::{
    NOON, OID, TENANT, arm_401, arm_token, html_after, model_after,
    page::{
        Msg,
        effect::{Effect, Spot},
        model::Answered,
        update::update,
    },
    token,
};

const AUDIENCE: &str = "https://ws-fhir.fhir.azurehealthcareapis.com";

/// A token that fits an API, and the two settings of that API.
fn fitting(more: Vec<Msg>) -> Vec<Msg> {
    let payload = format!(
        r#"{{"aud":"{AUDIENCE}","iss":"https://sts.windows.net/{TENANT}/","tid":"{TENANT}","nbf":{},"exp":{},"oid":"{OID}","scp":"user_impersonation"}}"#,
        NOON - 600,
        NOON + 3_000,
    );
    let token = token(r#"{"typ":"JWT","alg":"RS256","kid":"k1"}"#, &payload);
    [vec![Msg::PastedEvidence(token.into())], more].concat()
}

fn with_settings(answer: Answered) -> Vec<Msg> {
    fitting(vec![
        Msg::EnteredAuthority(format!("https://login.microsoftonline.com/{TENANT}").into()),
        Msg::EnteredAudience(AUDIENCE.into()),
        Msg::ChoseStatus(answer),
    ])
}

/// The part of the verdict that asks.
fn asked(html: &str) -> Option<&str> {
    html.split_once("class=\"needs\"")?
        .1
        .split("</section>")
        .next()
}

#[test]
fn a_403_that_is_not_sure_asks_for_the_call_and_the_role_that_would_settle_it() {
    let html = html_after(|| with_settings(Answered::Forbidden));
    let asked = asked(&html).expect("the verdict asks");
    for words in [
        "To be sure",
        "/metadata",
        "404 or another status",
        "Data Reader",
        "None of these",
    ] {
        assert!(asked.contains(words), "{words}: {asked}");
    }
}

#[test]
fn a_token_alone_asks_what_was_answered_and_leads_to_the_settings() {
    let html = html_after(|| fitting(Vec::new()));
    let asked = asked(&html).expect("the verdict asks");
    for words in [
        "What would tell more",
        "401 Unauthorized",
        "403 Forbidden",
        "Enter the Audience",
        "Enter the Authority",
    ] {
        assert!(asked.contains(words), "{words}: {asked}");
    }
    assert!(!asked.contains("Data Reader"), "{asked}");
}

#[test]
fn what_is_not_judged_looks_like_no_success() {
    let html = html_after(|| fitting(Vec::new()));
    assert!(html.contains("Not enough to tell"), "{html}");
    assert!(
        !html.contains("id=\"verdict\" data-tone=\"pass\""),
        "{html}"
    );
}

#[test]
fn a_certain_cause_asks_for_nothing() {
    let html = html_after(arm_401);
    assert_eq!(asked(&html), None);
}

#[test]
fn an_answer_given_in_the_verdict_counts_and_brings_the_focus_to_the_new_verdict() {
    let mut model = model_after(with_settings(Answered::Forbidden));
    let answer = Answer::DataRole(DataRoleAnswer::None);
    let effect = update(&mut model, Msg::AnsweredAtVerdict(answer));
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Verdict)));
    let headline = model
        .reading
        .diagnosis
        .headline
        .as_ref()
        .map(|it| (it.node, it.certainty.id()));
    assert_eq!(headline, Some((NodeId::AzureRbac, "certain")));
}

#[test]
fn a_setting_that_is_asked_for_takes_the_focus() {
    let mut model = model_after(fitting(Vec::new()));
    let effect = update(&mut model, Msg::WentTo(Spot::Setting("audience")));
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Setting("audience"))));
}

#[test]
fn a_service_that_nothing_names_is_said_beside_the_verdict() {
    let html = html_after(|| {
        vec![
            Msg::PastedEvidence(arm_token().into()),
            Msg::ChoseStatus(Answered::Unauthorized),
        ]
    });
    assert!(html.contains("which nothing here names"), "{html}");
    let html = html_after(|| with_settings(Answered::Forbidden));
    assert!(!html.contains("which nothing here names"), "{html}");
}

#[test]
fn questions_that_wait_for_the_same_are_told_together() {
    let html = html_after(|| vec![Msg::ChoseStatus(Answered::Unauthorized)]);
    assert_eq!(
        html.matches("paste the token, or say whether one was sent")
            .count(),
        1,
        "{html}"
    );
    assert!(html.contains(" questions: "), "{html}");
}

#[test]
fn without_a_token_nothing_is_said_of_one() {
    let html = html_after(|| vec![Msg::ChoseStatus(Answered::Unauthorized)]);
    assert!(
        html.contains("Not enough is known to tell why the service answered 401"),
        "{html}"
    );
    assert!(!html.contains("Nothing in this token"), "{html}");
}

#[test]
fn what_was_answered_is_said_in_the_verdict_and_can_be_taken_back_there() {
    let html = html_after(|| {
        let mut messages = with_settings(Answered::Forbidden);
        messages.push(Msg::Answered(Answer::DataRole(DataRoleAnswer::None)));
        messages
    });
    let asked = asked(&html).expect("the verdict says it");
    assert!(
        asked.contains("You said") && asked.contains("aria-pressed=\"true\">None of these"),
        "{asked}"
    );
    assert!(!asked.contains("Data Reader"), "{asked}");
}

#[test]
fn while_the_network_is_not_excluded_it_is_named_beside_the_role() {
    let html = html_after(|| with_settings(Answered::Forbidden));
    assert!(
        html.contains("Either this user has no FHIR data role, or the network refuses everyone")
    );
    let html = html_after(|| {
        let mut messages = with_settings(Answered::Forbidden);
        messages.push(Msg::Answered(Answer::MetadataStatus(200)));
        messages
    });
    assert!(html.contains("Most likely this user has no FHIR data role"));
}

#[test]
fn of_several_audiences_each_may_name_the_service() {
    let html = html_after(|| {
        let payload = r#"{"aud":["api://other","https://ws-fhir.fhir.azurehealthcareapis.com"]}"#;
        let token = token(r#"{"typ":"JWT","alg":"RS256"}"#, payload);
        vec![
            Msg::PastedEvidence(token.into()),
            Msg::ChoseStatus(Answered::Unauthorized),
        ]
    });
    assert!(!html.contains("which nothing here names"), "{html}");
}
