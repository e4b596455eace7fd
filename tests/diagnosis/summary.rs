//! What is said of a case as a whole: nothing in hand, nothing that fails, other statuses, suspicions.

use whydenied::diagnosis::{CauseId, CauseId as C, NodeId as N, Weight};

use crate::support::Story;

#[test]
fn an_empty_case_has_no_cause() {
    assert_eq!(Story::new().told_without_token().headline(), None);
}

#[test]
fn a_token_that_fits_would_be_accepted_and_its_signature_is_never_said_to_pass() {
    let told = Story::new().told();
    assert_eq!(
        (told.headline(), told.certainty()),
        (Some(C::WouldBeAccepted), "likely")
    );
    assert_eq!(told.verdict(N::Signature), "cannot-tell");
    assert_eq!(told.0.would_report, None);
}

#[test]
fn other_statuses_are_outside_and_400_is_too_without_a_known_reason() {
    assert_eq!(Story::new().status(404).told().headline(), Some(C::NotAuth));
    assert_eq!(Story::new().status(400).told().headline(), Some(C::NotAuth));
    let url = "https://x/Patient?access_token=eyJh.eyJi.c";
    assert_eq!(
        Story::new()
            .status(400)
            .request("GET", url)
            .told()
            .headline(),
        Some(C::TokenInUrl)
    );
    let mixed = Story::new()
        .claim("scp", "patient/Patient.read patient/Observation.rs")
        .status(400)
        .told();
    assert_eq!(mixed.headline(), Some(C::SmartScopesMalformed));
}

#[test]
fn a_suspicion_is_a_hint_and_never_more() {
    let story = Story::new().answers(|it| it.suspects.push((N::Lifetime, C::Expired)));
    let told = story.status(401).told_without_token();
    assert_eq!(
        (told.headline(), told.certainty()),
        (Some(C::Expired), "possible")
    );
    let known = Story::new()
        .answers(|it| it.suspects.push((N::Lifetime, C::Expired)))
        .status(401)
        .told();
    assert_eq!(known.headline(), Some(C::Unexplained401));
}

#[test]
fn every_cause_of_a_refusal_is_reached_by_suspicion_at_its_own_question() {
    let refuses = |cause: &CauseId| matches!(cause.weight(), Weight::Fails | Weight::Warns);
    for cause in CauseId::ALL.iter().copied().filter(refuses) {
        let story = Story::new().answers(|it| it.suspects.push((cause.node(), cause)));
        let told = story.told_without_token();
        assert_eq!(
            (told.headline(), told.certainty()),
            (Some(cause), "possible"),
            "{}",
            cause.id()
        );
    }
}
