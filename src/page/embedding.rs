//! The snippet that puts the page into a frame of another page.

use whydenied::link::Link;
use yew::AttrValue;

use super::{entries, model::Model};

/// What the snippet is to say.
#[derive(Clone)]
pub(crate) struct Embedding {
    /// Where the file is, as typed; none where it is taken from the page's own address.
    pub(crate) address: Option<AttrValue>,
    /// Whether the settings go with it.
    pub(crate) has_settings: bool,
    /// Whether they are fixed.
    pub(crate) is_locked: bool,
    /// Whether the page is compact.
    pub(crate) is_compact: bool,
}

/// Something that happened to the snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EmbedMsg {
    /// The file's address was typed.
    EnteredAddress(AttrValue),
    /// An option was switched.
    Switched(Choice),
}

/// An option of the snippet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    Settings,
    Lock,
    Compact,
}

impl Default for Embedding {
    fn default() -> Self {
        Self {
            address: None,
            has_settings: true,
            is_locked: false,
            is_compact: true,
        }
    }
}

impl Embedding {
    /// The option, as it is.
    pub(crate) fn choice(&mut self, choice: Choice) -> &mut bool {
        match choice {
            Choice::Settings => &mut self.has_settings,
            Choice::Lock => &mut self.is_locked,
            Choice::Compact => &mut self.is_compact,
        }
    }
}

/// Takes in what happened.
pub(super) fn update(embedding: &mut Embedding, msg: EmbedMsg) {
    match msg {
        EmbedMsg::EnteredAddress(address) => embedding.address = Some(address),
        EmbedMsg::Switched(choice) => {
            let option = embedding.choice(choice);
            *option = !*option;
        }
    }
}

/// The address of the file: as typed, else the page's own where a frame can open it, else one to fill in.
pub(crate) fn address(model: &Model) -> AttrValue {
    let own = &model.linked.address;
    match &model.embedding.address {
        Some(typed) => typed.clone(),
        None if is_hosted(own) => own.clone(),
        None => AttrValue::Static("https://YOUR-HOST/whydenied.html"),
    }
}

/// Whether this is the address of a page on a web server.
pub(crate) fn is_hosted(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// The frame as HTML. It may run scripts and copy, and nothing else that a frame can be allowed.
pub(crate) fn snippet(model: &Model) -> String {
    let embedding = &model.embedding;
    let mut link = Link::default();
    if embedding.has_settings {
        link = entries::link(model);
        link.lock = embedding.is_locked;
    }
    link.embed = embedding.is_compact;
    let address = address(model);
    let address = address.trim().split('#').next().unwrap_or_default();
    let fragment = link.write();
    let hash = if fragment.is_empty() { "" } else { "#" };
    let source = [address, hash, &fragment].concat();
    [
        "<iframe src=\"",
        &attribute(&source),
        "\" title=\"Why denied?\" sandbox=\"allow-scripts\" allow=\"clipboard-write\" \
         referrerpolicy=\"no-referrer\" loading=\"lazy\" width=\"100%\" height=\"900\"></iframe>",
    ]
    .concat()
}

/// A text inside the quotes of an HTML attribute [HTML 13.1.2.3].
fn attribute(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            other => escaped.push(other),
        }
    }
    escaped
}
