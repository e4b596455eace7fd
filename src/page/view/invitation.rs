//! What stands in the verdict's place before there is one: stories to open, and what is promised.

use whydenied::words::invitation::PROMISES;

use super::{
    View,
    el::{El, el},
    examples,
    icon::{BIN, CABLE, Icon, SHIELD, icon},
};

/// Stories to open, and what is promised.
pub(super) fn invitation(view: &View<'_>) -> El {
    el("div", "reasons")
        .with(el("div", "proof").with(examples::table(view)))
        .with(promises())
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
