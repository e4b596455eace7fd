//! The stories that the page can open: each gives what its title promises.

use std::{fs, path::Path};

use serde_json::Value;
use whydenied::{
    diagnosis::{Case, diagnose},
    examples::examples,
    intake,
};

/// The time of all answers: 2026-11-23T12:00:00Z.
const NOON: i64 = 1_795_435_200;

#[test]
fn there_are_stories_enough_and_no_two_are_the_same() {
    let titles: Vec<_> = examples().map(|example| example.title).collect();
    assert!(titles.len() >= 12, "{titles:?}");
    for title in &titles {
        assert_eq!(titles.iter().filter(|other| *other == title).count(), 1);
    }
}

#[test]
fn every_story_gives_the_cause_and_the_status_that_it_promises() {
    for example in examples() {
        let mut case = Case {
            now: NOON,
            ..Case::default()
        };
        intake::read(&example.paste()).fill(&mut case);
        let diagnosis = diagnose(&case);
        let found = diagnosis
            .headline
            .as_ref()
            .map(|finding| finding.cause.id());
        assert_eq!(found, Some(example.cause), "{}", example.title);
        let status = case.response.as_ref().and_then(|response| response.status);
        let told = status.map_or("—".to_owned(), |status| status.to_string());
        assert_eq!(told, example.status, "{}", example.title);
        if status.is_some() {
            let date = case.response.as_ref().and_then(|response| response.date);
            assert_eq!(date, Some(NOON), "{}", example.title);
        }
    }
}

#[test]
fn every_story_is_told_by_a_scenario_with_the_same_cause() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    for example in examples() {
        let file = folder.join(example.scenario).with_extension("json");
        let text = fs::read_to_string(&file).expect("the scenario is there");
        let scenario: Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(
            scenario["expect"]["cause"], example.cause,
            "{}",
            example.title
        );
    }
}
