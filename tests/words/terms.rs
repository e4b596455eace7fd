//! The terms of the page.

use whydenied::words::{term, terms};

#[test]
fn every_term_is_explained_once_in_the_order_of_the_alphabet() {
    let names: Vec<String> = terms().map(|(name, _)| name.to_lowercase()).collect();
    assert!(names.len() > 20);
    assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
    for (name, meaning) in terms() {
        assert!(meaning.ends_with('.'), "{name}");
    }
}

#[test]
fn the_labels_of_the_settings_are_terms() {
    for label in ["Authority", "Audience", "Allowed object IDs"] {
        assert!(!term(label).is_empty(), "{label}");
    }
    assert!(term("Answered").is_empty());
}
