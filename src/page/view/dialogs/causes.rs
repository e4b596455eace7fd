//! Every cause, under the question that finds it.

use whydenied::{
    diagnosis::{CauseId, Finding, NodeId, Weight},
    words::{self, nodes},
};

use super::super::{
    View,
    el::{El, el},
    prose::{code, prose},
};
use crate::page::{dialog::DialogMsg, message::Msg};

pub(super) fn causes(view: &View<'_>) -> El {
    let mut body = el("div", "dialog-body");
    for node in NodeId::ALL {
        let causes = CauseId::of_node(node);
        if !causes.is_empty() {
            let question = nodes::node(node).question;
            body = body
                .with(el("h3", "").with(prose(question)))
                .each(causes.into_iter().map(|cause| entry(view, cause)));
        }
    }
    body
}

fn entry(view: &View<'_>, cause: CauseId) -> El {
    let words = words::cause(&Finding::suspected(cause), view.facts);
    let moves = words.remedies.iter().map(|remedy| {
        el("p", "")
            .with(el("strong", "").with(remedy.mover.label()).with(": "))
            .with(prose(&remedy.step))
    });
    // What sums up the whole case is found at no question, so that nobody can suspect it there.
    let opens = (cause.weight() != Weight::SumsUp).then(|| {
        view.button("button", Msg::Dialog(DialogMsg::ChoseCause(cause)))
            .with("Show it in the tree")
    });
    el("details", "cause")
        .keyed(cause.id().to_owned())
        .with(el("summary", "").with(prose(&words.headline)))
        .with(el("p", "").with(prose(&words.explanation)))
        .each(moves)
        .with(
            el("p", "row").with(opens).with(
                el("span", "hint")
                    .with("Link: ")
                    .with(code(["#cause=", cause.id()].concat().as_str())),
            ),
        )
}
