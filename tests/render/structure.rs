//! Names, roles and attributes: what assistive technology, password managers and tests rely on.

use std::collections::HashSet;

use crate::{
    arm_401, attribute, html_after,
    page::{Msg, model::Answered},
    tags,
};

fn both_pages() -> [String; 2] {
    let comparing = || {
        let mut messages = arm_401();
        messages.push(Msg::ToggledCompare);
        messages
    };
    [html_after(Vec::new), html_after(comparing)]
}

#[test]
fn every_text_field_keeps_others_out() {
    // Where tokens are compared there is one more, for the other token.
    for (html, count) in both_pages().into_iter().zip([4, 5]) {
        let fields: Vec<_> = tags(&html)
            .into_iter()
            .filter(|tag| tag.starts_with("textarea"))
            .collect();
        assert_eq!(fields.len(), count);
        for field in fields {
            assert_private(field);
        }
    }
}

#[test]
fn the_field_of_another_status_keeps_others_out_too() {
    let html = html_after(|| vec![Msg::ChoseStatus(Answered::Other)]);
    let tags = tags(&html);
    let is_field = |tag: &&&str| attribute(tag, "id") == Some("other-status");
    let fields: Vec<_> = tags.iter().filter(is_field).collect();
    assert_eq!(fields.len(), 1);
    for field in fields {
        assert_private(field);
    }
}

/// Asserts that browsers, password managers and writing assistants are kept out of a field.
fn assert_private(field: &str) {
    for (name, value) in [
        ("spellcheck", "false"),
        ("autocomplete", "off"),
        ("autocorrect", "off"),
        ("autocapitalize", "off"),
        ("translate", "no"),
        ("data-gramm", "false"),
        ("data-1p-ignore", ""),
        ("data-lpignore", "true"),
        ("data-bwignore", ""),
    ] {
        assert_eq!(attribute(field, name), Some(value), "{name} of <{field}>");
    }
}

#[test]
fn ids_are_there_once_and_every_reference_finds_its_own() {
    for html in both_pages() {
        let tags = tags(&html);
        let mut ids = HashSet::new();
        for id in tags.iter().filter_map(|tag| attribute(tag, "id")) {
            assert!(ids.insert(id), "{id} is there twice");
        }
        for tag in &tags {
            for name in [
                "aria-labelledby",
                "aria-describedby",
                "aria-controls",
                "for",
            ] {
                if let Some(id) = attribute(tag, name) {
                    assert!(ids.contains(id), "{name}={id} finds nothing");
                }
            }
        }
        for id in [
            "evidence",
            "service",
            "authority",
            "audience",
            "allow",
            "verdict",
            "n-status",
            "n-401-answered-by",
            "b-none",
        ] {
            assert!(ids.contains(id), "{id}");
        }
    }
}

#[test]
fn the_tree_is_one_tree_with_one_tab_stop() {
    for html in both_pages() {
        let tags = tags(&html);
        let items: Vec<_> = tags
            .iter()
            .filter(|tag| attribute(tag, "role") == Some("treeitem"))
            .collect();
        assert_eq!(items.len(), 22 + 5);
        assert_eq!(
            items
                .iter()
                .filter(|tag| attribute(tag, "tabindex") == Some("0"))
                .count(),
            1
        );
        assert_eq!(
            items
                .iter()
                .filter(|tag| attribute(tag, "aria-selected") == Some("true"))
                .count(),
            1
        );
        for item in items {
            for name in ["aria-level", "aria-posinset", "aria-setsize"] {
                assert!(
                    attribute(item, name).is_some_and(|value| value.parse::<u8>().is_ok()),
                    "{name} of <{item}>"
                );
            }
        }
    }
}

#[test]
fn the_verdict_is_a_live_region_with_the_headline_in_it() {
    let html = html_after(arm_401);
    let (_, behind) = html.split_once("role=\"status\"").expect("a live region");
    let (_, headline) = behind.split_once("id=\"h-verdict\"").expect("the headline");
    assert!(headline.contains("not for your FHIR service"));
}

#[test]
fn every_button_is_a_button_and_only_that() {
    for html in both_pages() {
        for tag in tags(&html)
            .into_iter()
            .filter(|tag| tag.starts_with("button"))
        {
            assert_eq!(attribute(tag, "type"), Some("button"), "<{tag}>");
        }
    }
}

#[test]
fn a_token_that_cannot_be_read_says_where_it_breaks() {
    let html = html_after(|| {
        vec![Msg::PastedEvidence(
            "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4!In0.c2ln".into(),
        )]
    });
    assert!(
        html.contains("It breaks in") && html.contains("2nd segment"),
        "the segment is named"
    );
}

#[test]
fn problems_are_said_at_their_field_and_the_entry_stays() {
    let html = html_after(|| vec![Msg::EnteredAuthority("http:/contoso".into())]);
    let tags = tags(&html);
    let field = tags
        .iter()
        .find(|tag| attribute(tag, "id") == Some("authority"))
        .expect("the field");
    assert_eq!(attribute(field, "aria-invalid"), Some("true"));
    assert_eq!(attribute(field, "aria-describedby"), Some("authority-note"));
    assert!(html.contains("http:/contoso") || html.contains("http:&#x2F;contoso"));
}
