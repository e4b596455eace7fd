//! Every question speaks, asks where it can, and answers in short.

use whydenied::{
    diagnosis::{
        Case, Facts,
        NodeId::{self, AzureRbac, BearerSent, GrantSource, Network, Propagation, Status},
        TREE, diagnose,
    },
    jose::Token,
    service::Service,
    words,
};

use super::{
    assert_plain, full,
    support::{NOW, Story},
};

#[test]
fn every_question_speaks() {
    for node in NodeId::ALL {
        let words = words::nodes::node(node);
        assert!(
            words.question.contains('?') && words.question.ends_with('?'),
            "{}",
            words.question
        );
        assert!(
            !words.short.is_empty() && words.short.len() <= 40,
            "{}",
            words.short
        );
        assert!(
            !words.hint.is_empty() && words.hint.len() <= 40,
            "{}",
            words.hint
        );
        assert_plain(words.why);
        assert!(!words.leads.is_empty());
        assert!(
            words
                .leads
                .iter()
                .all(|lead| !lead.answer.is_empty() && !lead.leads_to.is_empty())
        );
        assert!(
            words.source.url.starts_with("https://"),
            "{}",
            words.source.url
        );
        assert!(!words.source.title.is_empty());
    }
    for place in TREE {
        assert!(!words::nodes::branch(place.branch).1.is_empty());
    }
}

#[test]
fn the_asking_questions_ask_where_the_service_has_them() {
    let asking = |service| {
        let case = Case {
            service,
            ..Case::default()
        };
        let facts = Facts::of(&case);
        let asks =
            |node: &NodeId| words::asks(*node, &facts).is_some_and(|ask| ask.choices.len() > 1);
        NodeId::ALL.into_iter().filter(asks).collect::<Vec<_>>()
    };
    assert_eq!(
        asking(Service::AhdsFhir),
        [
            Status,
            BearerSent,
            Network,
            GrantSource,
            AzureRbac,
            Propagation
        ]
    );
    assert_eq!(asking(Service::AzureApiForFhir), asking(Service::AhdsFhir));
    assert_eq!(
        asking(Service::AhdsDicom),
        [Status, BearerSent, Network, AzureRbac, Propagation]
    );
    assert_eq!(
        asking(Service::FhirServer),
        [Status, BearerSent, Network, Propagation]
    );
}

#[test]
fn every_answer_is_short_and_filled() {
    let cases = Service::ALL.into_iter().flat_map(|service| {
        [
            Case {
                service,
                ..Case::default()
            },
            full(service),
            Story::new().service(service).case(),
            Story::new()
                .service(service)
                .says("The token is expired")
                .case(),
            Story::new().service(service).claim("exp", NOW - 60).case(),
            Story::new()
                .service(service)
                .claim("aud", "https://management.azure.com/")
                .case(),
            Case {
                service,
                token: Some(Token::read("null")),
                ..Case::default()
            },
        ]
    });
    for case in cases {
        let facts = Facts::of(&case);
        let diagnosis = diagnose(&case);
        for state in &diagnosis.nodes {
            let answer = words::answer(state, &diagnosis, &facts);
            assert!(
                (2..=48).contains(&answer.chars().count()),
                "{}: {answer}",
                state.node.id()
            );
            assert!(!words::verdict_word(state.verdict).is_empty());
        }
    }
}

#[test]
fn answers_say_what_the_cards_of_the_design_say() {
    let case = Story::new()
        .claim("aud", "https://management.azure.com/")
        .claim("exp", NOW + 240)
        .says("The audience 'https://management.azure.com/' is invalid")
        .case();
    let facts = Facts::of(&case);
    let diagnosis = diagnose(&case);
    let answer = |node: NodeId| {
        let state = diagnosis.node(node).expect("every question has a state");
        words::answer(state, &diagnosis, &facts)
    };
    assert_eq!(answer(Status), "401 Unauthorized");
    assert_eq!(answer(BearerSent), "Yes, and the service read it");
    assert_eq!(answer(NodeId::WellFormed), "Yes, three parts, RS256");
    assert_eq!(answer(NodeId::TokenKind), "No, for Azure Resource Manager");
    assert_eq!(answer(NodeId::Signature), "Not checked: paste the keys");
    assert_eq!(answer(NodeId::Lifetime), "Yes, for 4 more minutes");
    assert_eq!(answer(NodeId::Audience), "No, for the same cause");
    assert_eq!(answer(NodeId::Issuer), "Yes, same tenant, version 1.0");
}

#[test]
fn claims_tell_who_is_personal_and_what_decides() {
    for name in words::DECIDING {
        assert!(
            words::claim(name).is_some_and(|words| !words.personal),
            "{name}"
        );
    }
    for name in [
        "name",
        "upn",
        "email",
        "ipaddr",
        "preferred_username",
        "unique_name",
        "given_name",
        "middle_name",
        "family_name",
        "verified_primary_email",
        "verified_secondary_email",
        "phone",
        "altsecid",
        "birthdate",
        "employeeid",
    ] {
        assert!(
            words::claim(name).is_some_and(|words| words.personal),
            "{name}"
        );
    }
    assert_eq!(words::claim("x-unknown"), None);
}
