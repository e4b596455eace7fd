//! What stands in the verdict's place before there is one: stories to open, and what is promised.

use whydenied::words::invitation::PROMISES;

use super::{
    View,
    el::{El, el},
    examples,
    icon::{BIN, CABLE, Icon, SHIELD, icon},
};
use crate::page::dialog::Dialog;

/// Stories to open, and what is promised.
pub(super) fn invitation(view: &View<'_>) -> El {
    el("div", "reasons")
        .with(el("div", "proof").with(examples::table(view)))
        .with(promises(view))
}

fn promises(view: &View<'_>) -> El {
    const SHOWN: [(Icon, Option<Dialog>); 3] = [
        (SHIELD, Some(Dialog::Privacy)),
        (CABLE, Some(Dialog::Offline)),
        (BIN, None),
    ];
    let mut list = el("ul", "promises");
    for ((shape, dialog), (promise, [before, opens, behind])) in SHOWN.into_iter().zip(PROMISES) {
        let opener = dialog.map(|dialog| view.opens("link", dialog).with(opens));
        let how = el("span", "").with(before).with(opener).with(behind);
        let title = el("strong", "").with(promise);
        list = list.with(el("li", "").with(icon(shape)).with(title).with(how));
    }
    list
}
