//! The page before there is a verdict: what it offers, and what it promises.

use crate::{arm_401, html_after, page::Msg};
use whydenied::examples::examples;

#[test]
fn each_example_is_offered_once_with_a_verdict_and_without() {
    for messages in [Vec::<Msg>::new as fn() -> Vec<Msg>, arm_401] {
        let html = html_after(messages);
        let offered = html.matches("class=\"story\"").count();
        assert_eq!(offered, examples().count());
    }
}

#[test]
fn what_is_promised_can_be_checked_and_had_at_its_place() {
    let html = html_after(Vec::new);
    let (_, promises) = html.split_once("class=\"promises\"").unwrap();
    let (promises, _) = promises.split_once("</ul>").unwrap();
    for words in ["Check it", "Save it"] {
        let (before, _) = promises.split_once(words).unwrap();
        let (_, button) = before.rsplit_once('<').unwrap();
        assert!(button.contains("aria-haspopup=\"dialog\""), "{button}");
    }
}

#[test]
fn the_legend_says_plainly_what_was_checked_by_whom() {
    let html = html_after(arm_401);
    let (_, legend) = html.split_once("class=\"legend\"").unwrap();
    let (legend, _) = legend.split_once("</ul>").unwrap();
    for words in ["passed, with a warning", "not asked by the service"] {
        assert!(legend.contains(words), "{legend}");
    }
    assert!(!html.contains("ragile"), "{html}");
}
