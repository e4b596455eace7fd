//! The open dialog: a frame, and in it one file's body.

mod causes;
mod embed;
mod keys;
mod offline;
mod privacy;
mod report;
mod terms;

use yew::{prelude::*, virtual_dom::ListenerKind};

use super::{
    View,
    el::{El, el},
    icon::{FAIL, icon},
};
use crate::page::{
    dialog::{Dialog, DialogMsg},
    message::Msg,
};

/// The open dialog.
pub(super) fn dialog(view: &View<'_>) -> Option<El> {
    let dialog = view.model.dialogs.open?;
    let (title, body) = match dialog {
        Dialog::Report => ("Report", report::report(view)),
        Dialog::Privacy => ("What leaves this page: nothing", privacy::privacy(view)),
        Dialog::Offline => ("An offline copy", offline::offline(view)),
        Dialog::Causes => ("Every cause", causes::causes(view)),
        Dialog::Terms => ("What the words mean", terms::terms()),
        Dialog::Embed => ("Embed in a wiki", embed::embed(view)),
        Dialog::Keys => ("Keys", keys::keys(view)),
    };
    let closed = view.link.reform(|_: Event| Msg::Dialog(DialogMsg::Closed));
    let close = view
        .button("button", Msg::Dialog(DialogMsg::ClickedClose))
        .is("data-look", "icon")
        .is("aria-label", "Close")
        .with(icon(FAIL));
    let head = el("div", "panel-title")
        .with(el("h2", "").is("id", "h-dialog").with(title))
        .with(close);
    Some(
        el("dialog", "dialog")
            .is("id", "dialog")
            .is("aria-labelledby", "h-dialog")
            .is("closedby", "any")
            .on(ListenerKind::onclose, closed)
            .with(head)
            .with(body.keyed(title.to_owned())),
    )
}
