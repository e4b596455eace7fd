//! The tree is data: these tests walk all of it.

use std::collections::BTreeSet;

use whydenied::diagnosis::{Branch, CauseId, NodeId, TREE};

#[test]
fn every_question_has_a_place_and_only_answered_by_has_two() {
    for node in NodeId::ALL {
        let places = TREE.iter().filter(|place| place.node == node).count();
        let expected = if node == NodeId::AnsweredBy { 2 } else { 1 };
        assert_eq!(places, expected, "{}", node.id());
    }
    assert_eq!(TREE.len(), NodeId::ALL.len() + 1);
}

#[test]
fn every_id_is_its_own_and_leads_back() {
    let nodes: BTreeSet<_> = NodeId::ALL.iter().map(|node| node.id()).collect();
    assert_eq!(nodes.len(), NodeId::ALL.len());
    let causes: BTreeSet<_> = CauseId::ALL.iter().map(|cause| cause.id()).collect();
    assert_eq!(causes.len(), CauseId::ALL.len());
    assert!(
        NodeId::ALL
            .iter()
            .all(|node| NodeId::from_id(node.id()) == Some(*node))
    );
    assert!(
        CauseId::ALL
            .iter()
            .all(|cause| CauseId::from_id(cause.id()) == Some(*cause))
    );
    assert_eq!(NodeId::from_id("Audience"), None);
    assert_eq!(CauseId::from_id(""), None);
}

#[test]
fn every_cause_hangs_at_a_question_that_is_drawn() {
    for cause in CauseId::ALL {
        assert!(
            TREE.iter().any(|place| place.node == cause.node()),
            "{}",
            cause.id()
        );
    }
}

#[test]
fn the_choices_of_grant_source_stand_behind_it_and_nowhere_else() {
    let fork = TREE
        .iter()
        .position(|place| place.node == NodeId::GrantSource)
        .expect("the fork is drawn");
    for (index, place) in TREE.iter().enumerate() {
        let is_choice = (fork + 1..fork + 5).contains(&index);
        assert_eq!(
            place.under,
            is_choice.then_some(NodeId::GrantSource),
            "{}",
            place.node.id()
        );
    }
}

#[test]
fn each_branch_is_drawn_in_one_piece() {
    let mut branches: Vec<Branch> = TREE.iter().map(|place| place.branch).collect();
    branches.dedup();
    let all: Vec<Branch> = vec![
        Branch::Root,
        Branch::Unauthorized,
        Branch::Forbidden,
        Branch::NoAnswer,
        Branch::BadRequest,
        Branch::Other,
    ];
    assert_eq!(branches, all);
}
