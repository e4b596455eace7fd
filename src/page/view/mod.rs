//! What is seen: one file a region, plain functions of the model.

mod beside;
mod claims;
mod comparison;
mod detail;
mod exhibits;
mod fix;
pub(crate) mod icon;
mod json;
mod lifetime;
mod masthead;
mod paste;
mod problems;
mod prose;
mod settings;
mod token;
mod tree;
mod verdict;

use whydenied::diagnosis::{Facts, NodeId};
use yew::prelude::*;

use super::{message::Msg, model::Model};

/// What every region reads, and where it reports to.
pub(crate) struct View<'a> {
    pub(crate) model: &'a Model,
    pub(crate) facts: &'a Facts<'a>,
    pub(crate) link: &'a Callback<Msg>,
}

impl View<'_> {
    /// Reports `msg` on a click.
    fn click(&self, msg: Msg) -> Callback<MouseEvent> {
        self.link.reform(move |_| msg.clone())
    }

    /// A button that goes to a question.
    fn goes_to(&self, node: NodeId, words: Html) -> Html {
        html! { <button type="button" class="link" onclick={self.click(Msg::ClickedNode(node))}>{ words }</button> }
    }
}

/// The page.
pub(crate) fn page(model: &Model, tree: &NodeRef, link: &Callback<Msg>) -> Html {
    let facts = Facts::of(&model.reading.case);
    let view = View { model, facts: &facts, link };
    html! {
        <>
            <a class="skip" href="#evidence">{ "Skip to the paste box" }</a>
            { masthead::masthead() }
            { verdict::peek(&view) }
            <main class="page">
                { paste::paste(&view) }
                { verdict::verdict(&view) }
                { settings::settings(&view) }
                { tree::map(&view, tree) }
                { detail::detail(&view) }
                { for token::token(&view) }
            </main>
            { masthead::colophon() }
        </>
    }
}
