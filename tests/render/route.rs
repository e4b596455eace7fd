//! The route through the tree, in data attributes: the style sheet draws what they say.

use whydenied::service::Service;

use crate::{
    arm_401, attribute, html_after,
    page::{Msg, model::Answered},
    tags,
};

/// The list item around the element of this id; nothing where there is none.
fn place<'html>(html: &'html str, id: &str) -> &'html str {
    let before = tags(html)
        .into_iter()
        .take_while(|tag| attribute(tag, "id") != Some(id));
    before
        .filter(|tag| tag.starts_with("li "))
        .last()
        .unwrap_or_default()
}

fn rail<'html>(html: &'html str, id: &str) -> Option<&'html str> {
    attribute(place(html, id), "data-rail")
}

#[test]
fn marks_and_routes_stand_in_data_attributes() {
    let html = html_after(arm_401);
    let stands = |id| {
        let step = place(&html, id);
        (
            attribute(step, "data-verdict"),
            attribute(step, "data-path"),
        )
    };
    assert_eq!(stands("n-token-kind"), (Some("fail"), Some("on")));
    assert_eq!(stands("n-lifetime"), (Some("pass"), Some("after")));
    assert_eq!(stands("n-network"), (None, Some("off")));
    assert!(html.contains("Azure Resource Manager"));
}

#[test]
fn the_rail_of_the_route_goes_on_and_is_another_behind_its_end() {
    let html = html_after(arm_401);
    assert_eq!(rail(&html, "n-well-formed"), Some("on"));
    assert_eq!(rail(&html, "n-token-kind"), Some("after"));
    assert_eq!(rail(&html, "n-lifetime"), None);
    assert_eq!(rail(&html, "n-network"), None);
}

#[test]
fn the_rail_passes_the_choices_before_the_one_that_decides() {
    let html = html_after(|| {
        vec![
            Msg::ChoseService(Service::FhirServer),
            Msg::ChoseStatus(Answered::Forbidden),
        ]
    });
    let rails = ["n-azure-rbac", "n-allow-list", "n-roles-claim", "n-smart"].map(|id| {
        let place = place(&html, id);
        (attribute(place, "data-path"), attribute(place, "data-rail"))
    });
    assert_eq!(
        rails,
        [
            (Some("off"), Some("on")),
            (Some("off"), Some("on")),
            (Some("on"), None),
            (Some("off"), None)
        ]
    );
}

#[test]
fn the_trunk_goes_on_to_the_short_branch_that_is_taken() {
    let branches = |html: &str| {
        let tags = tags(html);
        let list = tags.iter().find(|tag| tag.contains("class=\"branches\""));
        let rail = attribute(list.expect("the branches"), "data-rail");
        rail.map(str::to_owned)
    };
    let html = html_after(|| vec![Msg::ChoseStatus(Answered::BadRequest)]);
    assert_eq!(branches(&html).as_deref(), Some("on"));
    let passed = ["b-401", "b-403", "b-none", "b-400", "b-other"].map(|id| rail(&html, id));
    assert_eq!(passed, [Some("on"), Some("on"), Some("on"), None, None]);
    assert_eq!(branches(&html_after(arm_401)), None);
}
