//! Which file this is, in the footer.

use crate::{html_after, page::version::told};

#[test]
fn the_version_is_told_with_the_commit_and_its_day() {
    assert_eq!(
        told(Some(("f6db14b", "2026-11-28")), false),
        "Version 0.1.0, 2026-11-28 · f6db14b"
    );
}

#[test]
fn what_was_changed_since_the_commit_is_said() {
    assert_eq!(
        told(Some(("f6db14b", "2026-11-28")), true),
        "Version 0.1.0, 2026-11-28 · f6db14b, changed since"
    );
}

#[test]
fn without_a_commit_the_version_stands_alone() {
    assert_eq!(told(None, false), "Version 0.1.0");
}

#[test]
fn the_footer_says_which_version_it_is() {
    let html = html_after(Vec::new);
    let (_, footer) = html.split_once("<footer").expect("there is a footer");
    assert!(footer.contains("Version 0.1.0"), "{footer}");
}
