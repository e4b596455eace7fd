//! Claims that would like to be more than text.

use whydenied::report::Redaction;

use crate::{json_of, markdown_of, support::Story};

#[test]
fn no_claim_makes_a_link_an_image_a_line_or_a_mention_of_itself() {
    for claim in [
        "![x](https://evil.example/p.png)",
        "[click](https://evil.example)",
        "https://evil.example/a",
        "www.evil.example",
        "<img src=https://evil.example>",
        "a ` b `` [c](https://evil.example)",
        "```\n# Solved\n```",
        "x\n\n# Solved by [admin](https://evil.example)",
        "x\r\n- [ ] done",
        "| a | b |\n|---|---|",
        "@everyone #1 !1 ~~x~~ **y** $z$",
        "a\u{202e}txt.exe",
        "&lt;b&gt; &#64;me \\",
    ] {
        for story in [
            Story::new().claim("aud", claim).status(401),
            Story::new().claim("iss", claim).status(401),
            Story::new().audience(claim).status(401),
            Story::new().request("GET", claim).status(403),
            Story::new().says(claim),
            Story::new().claim("oid", claim).status(403),
        ] {
            let case = story.case();
            for redaction in Redaction::ALL {
                let markdown = markdown_of(&case, redaction);
                assert_harmless(&markdown, claim);
                let _ = json_of(&case, redaction);
            }
        }
    }
}

/// Whatever stands outside code is plain, and lines begin as the report's own do.
fn assert_harmless(markdown: &str, claim: &str) {
    let mut is_in_block = false;
    for line in markdown.lines() {
        let text = line.trim_start();
        if text.starts_with("```") && text.bytes().all(|byte| byte == b'`') {
            is_in_block = !is_in_block;
            continue;
        }
        if is_in_block {
            continue;
        }
        assert!(
            text.is_empty()
                || text.starts_with("- ")
                || text.starts_with("# ")
                || text.starts_with("## ")
                || !line.starts_with([' ', '#', '>', '|', '+', '=']),
            "{claim:?}: {line:?} in {markdown}"
        );
        let outside = outside_code(text);
        for mark in [
            "://", "www.", "[", "]", "<", ">", "|", "@", "&", "\\", "~", "evil", "\u{202e}",
        ] {
            assert!(
                !outside.contains(mark),
                "{claim:?}: {mark} outside code in {line:?}"
            );
        }
        let own = text.trim_start_matches(['#', '-', ' ']);
        assert!(!outside_code(own).contains('#'), "{claim:?}: {line:?}");
    }
    assert!(!is_in_block, "{claim:?}: a block stays open in {markdown}");
}

/// A line without its code spans, as `CommonMark` section 6.1 finds them.
fn outside_code(line: &str) -> String {
    let mut outside = String::new();
    let mut rest = line;
    while let Some((before, after)) = opening(rest) {
        outside.push_str(before);
        let run = after.len() - after.trim_start_matches('`').len();
        let end = closing(after, run);
        assert!(end.is_some(), "a code span stays open in {line:?}");
        rest = end.unwrap_or_default();
    }
    outside.push_str(rest);
    outside
}

/// A text before its first code span, and from its first backtick on.
fn opening(text: &str) -> Option<(&str, &str)> {
    text.find('`').map(|at| text.split_at(at))
}

/// What stands behind the code span that a run of so many backticks opens.
fn closing(span: &str, run: usize) -> Option<&str> {
    let (_, mut rest) = span.split_at(run);
    while let Some((_, after)) = opening(rest) {
        let behind = after.trim_start_matches('`');
        if after.len() - behind.len() == run {
            return Some(behind);
        }
        rest = behind;
    }
    None
}
