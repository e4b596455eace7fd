//! What stands in the verdict's place before there is one: what may be pasted, and what is promised.

use whydenied::words::invitation::{OFFERS, PROMISES};

use super::{
    el::{El, el},
    icon::{BIN, CABLE, Icon, SHIELD, icon},
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
    const SHAPES: [Icon; 3] = [SHIELD, CABLE, BIN];
    el("ul", "promises").each(
        SHAPES
            .into_iter()
            .zip(PROMISES)
            .map(|(shape, (promise, how))| {
                el("li", "")
                    .with(icon(shape))
                    .with(el("strong", "").with(promise))
                    .with(el("span", "").with(how))
            }),
    )
}
