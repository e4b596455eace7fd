//! The path through the tree: what is lit, what lies behind the failure, what is off.

mod support;

use OnPath::{After, Off, Taken};
use support::{NOW, Story};
use whydenied::diagnosis::{Branch, Case, Facts, NodeId, OnPath, TREE, diagnose, path};

fn standing(case: &Case, branch: Branch, node: NodeId) -> OnPath {
    let standings = path(&Facts::of(case), &diagnose(case));
    let found = TREE
        .iter()
        .zip(standings)
        .find(|(place, _)| place.branch == branch && place.node == node);
    found.map_or(Off, |(_, standing)| standing)
}

#[test]
fn the_path_ends_at_the_headline_and_what_follows_is_a_hint() {
    let case = Story::new()
        .claim("aud", "https://management.azure.com/")
        .status(401)
        .case();
    let expected = [
        (Branch::Root, NodeId::Status, Taken),
        (Branch::Unauthorized, NodeId::BearerSent, Taken),
        (Branch::Unauthorized, NodeId::TokenKind, Taken),
        (Branch::Unauthorized, NodeId::Signature, After),
        (Branch::Unauthorized, NodeId::Issuer, After),
        (Branch::Forbidden, NodeId::AnsweredBy, Off),
        (Branch::Forbidden, NodeId::AzureRbac, Off),
    ];
    for (branch, node, standing_expected) in expected {
        assert_eq!(
            standing(&case, branch, node),
            standing_expected,
            "{}",
            node.id()
        );
    }
}

#[test]
fn at_403_a_failing_token_ends_the_path_at_accepted() {
    let case = Story::new()
        .claim("exp", NOW - 4000)
        .claim("nbf", NOW - 5000)
        .status(403)
        .case();
    assert_eq!(standing(&case, Branch::Forbidden, NodeId::Accepted), Taken);
    assert_eq!(
        standing(&case, Branch::Forbidden, NodeId::GrantSource),
        After
    );
    assert_eq!(standing(&case, Branch::Unauthorized, NodeId::Lifetime), Off);
}

#[test]
fn a_token_that_cannot_be_read_is_judged_without_a_status_too() {
    let case = Case {
        token: Some(whydenied::jose::Token::read("eyJhbGciOiJSUzI1NiJ9")),
        ..Case::default()
    };
    let at = |node| standing(&case, Branch::Unauthorized, node);
    assert_eq!(at(NodeId::WellFormed), After);
}

#[test]
fn only_the_choice_that_decides_is_on_the_path() {
    let case = Story::new().status(403).case();
    assert_eq!(standing(&case, Branch::Forbidden, NodeId::AzureRbac), Taken);
    assert_eq!(standing(&case, Branch::Forbidden, NodeId::AllowList), Off);
    assert_eq!(standing(&case, Branch::Forbidden, NodeId::Operation), After);
}

#[test]
fn without_a_status_the_path_stops_at_the_root_and_all_else_is_a_prediction() {
    let case = Story::new().case();
    assert_eq!(standing(&case, Branch::Root, NodeId::Status), Taken);
    assert_eq!(
        standing(&case, Branch::Unauthorized, NodeId::Audience),
        After
    );
    let empty = Case::default();
    assert_eq!(
        standing(&empty, Branch::Unauthorized, NodeId::Audience),
        Off
    );
}
