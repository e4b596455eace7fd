//! What was sent, what stops it, and how to check that oneself.

use whydenied::words::privacy::{CHECKS, COUNTS, LIMITS, POLICY};

use super::{
    super::{
        View,
        el::{El, el},
        prose::prose,
    },
    offline::fingerprint,
};

pub(super) fn privacy(view: &View<'_>) -> El {
    let dialogs = &view.model.dialogs;
    let policy = dialogs
        .shipped
        .as_ref()
        .map_or("", |shipped| &shipped.policy);
    let mut directives = String::new();
    for directive in policy.split("; ").filter(|directive| !directive.is_empty()) {
        directives.push_str(directive);
        directives.push_str(";\n");
    }
    let checks = CHECKS.into_iter().map(|(what, how)| {
        el("li", "")
            .with(el("strong", "").with(what))
            .with(el("span", "").with(prose(how)))
    });
    el("div", "dialog-body")
        .with(
            el("dl", "counts")
                .with(count(dialogs.traffic.sent, "sent"))
                .with(count(dialogs.traffic.blocked, "blocked")),
        )
        .with(el("p", "hint").with(COUNTS))
        .with(el("h3", "").with("Check it yourself"))
        .with(el("ol", "checks").each(checks))
        .with(fingerprint(view))
        .with(el("h3", "").with("The policy in force"))
        .with(el("p", "").with(POLICY))
        .with(
            el("pre", "policy")
                .is("tabindex", "0")
                .is("role", "region")
                .is("aria-label", "The policy")
                .with(directives),
        )
        .with(el("h3", "").with("What no policy can stop"))
        .with(el("p", "").with(prose(LIMITS)))
}

fn count(count: u32, word: &'static str) -> El {
    let tone = if count == 0 { "pass" } else { "fail" };
    el("div", "")
        .is("data-tone", tone)
        .with(el("dt", "").with(word))
        .with(el("dd", "").with(count.to_string()))
}
