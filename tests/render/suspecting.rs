//! A cause that someone picks, or a link: told as what it would be, and taken back.

use whydenied::{
    diagnosis::{CauseId, NodeId},
    words::samples::sample,
};

use crate::{
    html_after, model_after,
    page::{
        Msg,
        effect::{Effect, Spot},
        model::Answered,
        update::update,
    },
};

const PICKED: [Msg; 2] = [
    Msg::ChoseStatus(Answered::Unauthorized),
    Msg::Suspected(NodeId::Audience, CauseId::AudienceCase),
];

#[test]
fn a_picked_cause_asks_and_accuses_nobody() {
    let html = html_after(|| PICKED.into());
    for words in [
        "If this is the cause",
        "For example",
        "Not this cause",
        "Not known: a cause is picked",
    ] {
        assert_eq!(
            html.matches(words).count(),
            1 + usize::from(words.starts_with("Not known")),
            "{words}"
        );
    }
    assert_eq!(html.matches("picked, not proven").count(), 1);
    assert!(!html.contains("data-verdict=\"fail\""), "{html}");
    let (_, verdict) = html.split_once("id=\"verdict\"").unwrap();
    assert!(verdict.starts_with(" data-tone=\"ask\""));
}

#[test]
fn its_button_takes_the_choice_back() {
    let mut model = model_after(PICKED);
    let effect = update(&mut model, Msg::TookBack(NodeId::Audience));
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Verdict)));
    assert!(model.answers.suspects.is_empty());
    assert!(
        model
            .reading
            .diagnosis
            .headline
            .as_ref()
            .is_none_or(|finding| finding.cause != CauseId::AudienceCase)
    );
}

#[test]
fn every_sample_is_of_a_known_cause_and_its_two_values_differ() {
    let samples: Vec<_> = CauseId::ALL
        .iter()
        .filter_map(|cause| sample(*cause))
        .collect();
    assert_eq!(samples.len(), 7);
    for sample in samples {
        assert_ne!(sample.found, sample.expected);
    }
}
