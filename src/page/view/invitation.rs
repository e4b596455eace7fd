//! What stands in the verdict's place before there is one: what may be pasted, and what is promised.

use super::{
    el::{El, el},
    icon::{BIN, CABLE, SHIELD, icon},
    prose::prose,
};

/// What may be pasted, and what is promised.
pub(super) fn invitation() -> El {
    el("div", "reasons")
        .with(el("div", "proof").with(offers()))
        .with(promises())
}

/// What may be pasted, and what each thing tells.
fn offers() -> El {
    const OFFERS: [(&str, &str); 8] = [
        (
            "A token",
            "Which API it is for, whose it is, until when it lasts",
        ),
        ("`curl -v` output", "Request, token and answer in one go"),
        (
            "`WWW-Authenticate`",
            "What the service expects, in its own words",
        ),
        (
            "The answer's body",
            "Whether FHIR refused, or a gateway before it",
        ),
        (
            "`az … show` JSON",
            "The settings, and the scope for the command",
        ),
        (
            "`Copy as cURL`",
            "From the browser's tools, PowerShell or fetch",
        ),
        ("An `AADSTS` error", "Why no token was issued at all"),
        ("Nothing", "Click the answer you got in the tree"),
    ];
    let offers = OFFERS.into_iter().map(|(what, tells)| {
        el("li", "")
            .with(el("strong", "").with(prose(what)))
            .with(el("span", "").with(tells))
    });
    el("div", "")
        .with(
            el("h3", "")
                .is("id", "h-offers")
                .with("What you may have, and what it tells"),
        )
        .with(
            el("ul", "offers")
                .is("aria-labelledby", "h-offers")
                .each(offers),
        )
}

fn promises() -> El {
    let promises = [
        (
            SHIELD,
            "Your token stays here",
            "This page cannot send anything: its own policy forbids every request.",
        ),
        (
            CABLE,
            "Works offline",
            "One file. Save it, pull the cable, and use it from the disk.",
        ),
        (
            BIN,
            "Nothing is kept",
            "Close the tab, or press Forget everything, and it is gone.",
        ),
    ];
    el("ul", "promises").each(promises.into_iter().map(|(shape, promise, how)| {
        el("li", "")
            .with(icon(shape))
            .with(el("strong", "").with(promise))
            .with(el("span", "").with(how))
    }))
}
