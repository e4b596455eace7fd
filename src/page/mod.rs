//! The page: a model, what happens to it, and a view of it.
//!
//! [`update`](update::update) is pure; the root component alone asks for the time, listens, and acts.

pub(crate) mod align;
mod answers;
pub(crate) mod boot;
mod browser;
pub(crate) mod clock;
pub(crate) mod dialog;
pub(crate) mod effect;
pub(crate) mod embedding;
pub(crate) mod entries;
pub(crate) mod linked;
pub(crate) mod memory;
mod message;
pub(crate) mod model;
pub(crate) mod opening;
pub(crate) mod part;
mod perform;
mod reading;
mod recording;
pub(crate) mod replaced;
pub(crate) mod report;
pub(crate) mod session;
pub(crate) mod shortcut;
pub(crate) mod signature;
pub(crate) mod source;
pub(crate) mod sources;
pub(crate) mod taking;
pub(crate) mod text;
pub(crate) mod update;
mod verify;
pub(crate) mod version;
mod view;
pub(crate) mod walk;

use std::rc::Rc;

use gloo::{events::EventListener, timers::callback::Timeout};
use yew::prelude::*;

use self::signature::Question;
pub(crate) use self::{linked::LinkMsg, message::Msg, model::Model, perform::clock};

/// The marks that a browser's timeline shows around a paste being read and judged.
const PASTED: &str = "whydenied: pasted";
const JUDGED: &str = "whydenied: judged";

/// The whole page.
pub(crate) struct Page {
    model: Model,
    /// The one way in for all that happens.
    link: Callback<Msg>,
    /// The hint by which the page learns whether the tree is narrow.
    keys: NodeRef,
    /// The next tick, and the end of the word "Copied": dropped, they do not come.
    tick: Option<Timeout>,
    word: Option<Timeout>,
    /// What is heard outside the page's own elements, as long as the page is there.
    heard: Vec<EventListener>,
    /// What the device remembers.
    kept: Option<String>,
    /// The question about a signature that the browser was asked last.
    asked: Option<Rc<Question>>,
}

/// What the page starts with.
#[derive(Clone, Properties)]
pub(crate) struct PageProperties {
    /// The first state of the model.
    pub(crate) model: Rc<Model>,
}

impl PartialEq for PageProperties {
    /// The page is drawn from its own model; the first one is never compared by what is in it.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
    }
}

impl Component for Page {
    type Message = Msg;
    type Properties = PageProperties;

    fn create(context: &Context<Self>) -> Self {
        Self {
            model: Model::clone(&context.props().model),
            link: context.link().callback(|msg| msg),
            keys: NodeRef::default(),
            tick: None,
            word: None,
            heard: Vec::new(),
            kept: context.props().model.linked.memory.kept.clone(),
            asked: None,
        }
    }

    fn update(&mut self, _context: &Context<Self>, msg: Msg) -> bool {
        if matches!(msg, Msg::Ticked(_)) {
            self.wait_for_tick();
        }
        if let Msg::MeasuredTree { narrow } = msg
            && narrow == self.model.is_narrow
        {
            return false;
        }
        let is_paste = matches!(msg, Msg::PastedEvidence(_));
        perform::mark(PASTED, is_paste);
        let had_token = self.has_token();
        let effect = update::update(&mut self.model, msg);
        perform::mark(JUDGED, is_paste);
        if is_paste && !had_token && self.has_token() {
            self.draw_verdict_first();
        }
        if let Some(effect) = effect {
            self.act(effect);
        }
        self.ask_for_signature();
        self.keep_settings();
        true
    }

    fn view(&self, _context: &Context<Self>) -> Html {
        view::page(&self.model, &self.keys, &self.link)
    }

    fn rendered(&mut self, _context: &Context<Self>, is_first: bool) {
        opening::mark_embedded(self.model.linked.link.embed);
        if is_first {
            self.wait_for_tick();
            self.listen_for_width();
            self.heard
                .extend(perform::listen(&self.link).into_iter().flatten());
            self.heard.extend(opening::listen(self.link.clone()));
            // A frame leaves it to its host where the page is scrolled to.
            if self.model.linked.link.node.is_some() && !self.model.linked.is_framed {
                perform::reveal_detail();
            }
        }
    }
}

impl Page {
    fn has_token(&self) -> bool {
        self.model.reading.case.token.is_some()
    }

    fn draw_verdict_first(&mut self) {
        self.model.drawn = model::Drawn::VerdictFirst;
        let link = self.link.clone();
        Timeout::new(0, move || link.emit(Msg::DrewVerdict)).forget();
    }

    /// Ticks once a minute, on the minute.
    fn wait_for_tick(&mut self) {
        let link = self.link.clone();
        let tick = move || link.emit(Msg::Ticked(clock()));
        self.tick = Some(Timeout::new(clock().until_next_minute(), tick));
    }

    /// Asks the style sheet whether the tree is narrow, now and whenever the window changes.
    fn listen_for_width(&mut self) {
        let (link, keys) = (self.link.clone(), self.keys.clone());
        let measure = move || {
            link.emit(Msg::MeasuredTree {
                narrow: perform::is_hidden(&keys),
            });
        };
        measure();
        let resized = web_sys::window()
            .map(|window| EventListener::new(&window, "resize", move |_| measure()));
        self.heard.extend(resized);
    }

    /// Asks the browser about the signature, once for each token and set of keys.
    fn ask_for_signature(&mut self) {
        let question = self.model.signature.question();
        if let Some(question) = question.filter(|question| question.is_open())
            && self.asked.as_ref() != Some(question)
        {
            self.asked = Some(Rc::clone(question));
            verify::ask(Rc::clone(question), self.link.clone());
        }
    }

    /// Lets the device remember the settings where it is to, and forget them where it is not.
    fn keep_settings(&mut self) {
        let kept = &self.model.linked.memory.kept;
        if *kept == self.kept {
            return;
        }
        self.kept.clone_from(kept);
        if !opening::keep(self.kept.as_deref()) {
            self.link.emit(Msg::Link(LinkMsg::FailedToRemember));
        }
    }

    fn act(&mut self, effect: effect::Effect) {
        match effect {
            effect::Effect::SaidCopied => {
                let link = self.link.clone();
                self.word = Some(Timeout::new(2_000, move || link.emit(Msg::SaidCopied)));
            }
            other => perform::perform(other, &self.link),
        }
    }
}
