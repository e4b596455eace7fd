//! What is seen: one file a region, plain functions of the model.

mod beside;
mod blur;
mod chips;
mod choice;
mod claims;
mod compare;
mod comparison;
mod copying;
mod detail;
mod dialogs;
mod el;
mod examples;
mod exhibits;
mod field;
mod fix;
mod hard_look;
mod icon;
mod ids;
mod invitation;
mod json;
mod legend;
mod lifetime;
mod line;
mod links;
mod look;
mod masthead;
mod needs;
mod paste;
mod problems;
mod prose;
mod readout;
mod session;
mod settings;
mod signature;
mod status;
mod suspected;
mod term;
mod token;
mod tree;
mod verdict;

use whydenied::{
    diagnosis::{Facts, NodeId, NodeState, Verdict},
    words,
};
use yew::{prelude::*, virtual_dom::ListenerKind};

use self::el::{Child, El, all, el};
use super::{
    dialog::{Dialog, DialogMsg},
    message::Msg,
    model::{Drawn, Model},
};

/// What every region reads, and where it reports to.
struct View<'a> {
    model: &'a Model,
    facts: &'a Facts<'a>,
    link: &'a Callback<Msg>,
}

impl View<'_> {
    /// A button that reports `msg`.
    #[inline(never)]
    fn button(&self, class: &'static str, msg: Msg) -> El {
        let click = self.link.reform(move |_| msg.clone());
        el("button", class)
            .is("type", "button")
            .on(ListenerKind::onclick, click)
    }

    /// A button that opens a dialog.
    fn opens(&self, class: &'static str, dialog: Dialog) -> El {
        self.button(class, Msg::Dialog(DialogMsg::Opened(dialog)))
            .is("aria-haspopup", "dialog")
    }

    /// Whether the token is judged as of a time that is over.
    fn is_of_the_past(&self) -> bool {
        const RECENT: i64 = 120;
        self.model.clock.now - self.facts.case.now >= RECENT
    }

    /// What a question's card says.
    fn answer(&self, state: &NodeState) -> String {
        let mut answer = words::answer(state, &self.model.reading.diagnosis, self.facts);
        let is_told = matches!(state.verdict, Verdict::Pass | Verdict::Warn);
        if state.node == NodeId::Lifetime && is_told && self.is_of_the_past() {
            answer.push_str(words::beside::THEN);
        }
        answer
    }

    /// A button that goes to a question; it reads as a link, because that is what it does.
    fn goes_to(&self, node: NodeId, words: Html) -> El {
        self.button("link", Msg::ClickedNode(node)).with(words)
    }
}

/// The page. `keys` marks the element by which it learns whether the tree is narrow.
///
/// Its panels are functions of their own in the program, too: an engine that compiles while the page runs has
/// done with small ones sooner than with one of them all.
pub(crate) fn page(model: &Model, keys: &NodeRef, link: &Callback<Msg>) -> Html {
    let facts = Facts::of(&model.reading.case);
    let view = View {
        model,
        facts: &facts,
        link,
    };
    let mut drawn = all([
        el("a", "skip")
            .is("href", "#evidence")
            .with("Skip to the paste box")
            .node(),
        masthead::masthead(&view).node(),
        links::notes(&view).node(),
        el("main", "page")
            .flag("data-blur", blur::is_on(&view))
            .with(verdict::peek(&view))
            .with(paste::paste(&view))
            .with(verdict::verdict(&view))
            .with(
                el("div", "work")
                    .with(settings::settings(&view))
                    .with(tree::map(&view, keys))
                    .with(detail::detail(&view)),
            )
            .with((model.drawn == Drawn::Whole).then(|| token::token(&view)))
            .node(),
        masthead::colophon(&view).node(),
        dialogs::dialog(&view).node(),
    ]);
    blur::conceal(&view, &mut drawn);
    drawn
}
