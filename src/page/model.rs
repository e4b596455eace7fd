//! What the page knows: what the person gave, and what follows from it.

use std::rc::Rc;

use whydenied::{
    diagnosis::{Answers, Branch, Input, NodeId, OnPath, Verdict, Weight},
    jose::Token,
    service::Service,
};
use yew::AttrValue;

use super::{
    clock::Clock,
    dialog::Dialogs,
    embedding::Embedding,
    linked::Linked,
    reading::Reading,
    replaced::Said,
    report::Handing,
    session::Session,
    signature::Signature,
    source::Chip,
    sources::Sources,
    walk::{Item, branch_id},
};

/// What the page knows.
#[derive(Clone)]
pub(crate) struct Model {
    /// The time.
    pub(crate) clock: Clock,
    /// All that was given.
    pub(crate) sources: Sources,
    /// A recorded session.
    pub(crate) session: Option<Session>,
    /// The chip that is open.
    pub(crate) open: Option<Chip>,
    /// Whether all chips are shown, where they are many.
    pub(crate) shows_all: bool,
    /// What is said about the last thing that was given.
    pub(crate) said: Option<Said>,
    /// Whether a file hangs over the paste box.
    pub(crate) is_dragged_over: bool,
    /// The API's settings, as typed.
    pub(crate) typed: Typed,
    /// The status, as picked.
    pub(crate) answered: Option<Answered>,
    /// The answers given on the tree.
    pub(crate) answers: Answers,
    /// The item whose question is shown; none until the person chooses one.
    pub(crate) selected: Option<Item>,
    /// The item that takes the tree's keys.
    pub(crate) focused: Option<Item>,
    /// Branches that the person opened (`false`) or closed (`true`), in the order of the tree.
    pub(crate) folds: Vec<(Branch, bool)>,
    /// How much of the page is drawn.
    pub(crate) drawn: Drawn,
    /// Whether personal values can be read.
    pub(crate) sight: Sight,
    /// Whether the tree's panel is too narrow for its wide form.
    pub(crate) is_narrow: bool,
    /// The tab of the fix that is open.
    pub(crate) way: usize,
    /// The command that was copied a moment ago.
    pub(crate) copied: Option<Copied>,
    /// Another token to compare with.
    pub(crate) other: Other,
    /// The link that the page was opened with, and what the device remembers.
    pub(crate) linked: Linked,
    /// What the browser was asked about the signature, and what it answered.
    pub(crate) signature: Signature,
    /// What the snippet that embeds the page is to say.
    pub(crate) embedding: Embedding,
    /// The open dialog, and what is known for it.
    pub(crate) dialogs: Dialogs,
    /// How the report is to be handed on.
    pub(crate) report: Handing,
    /// What follows from all that: computed once a change.
    pub(crate) reading: Rc<Reading>,
}

/// How much of the page is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Drawn {
    /// All of it.
    Whole,
    /// Not the token's panel, which is as much to draw as all the rest and stands below it, nor another question.
    VerdictFirst,
}

/// Whether names and addresses can be read, as someone who shares the screen wants it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    Plain,
    Blurred,
}

/// The API's settings as typed: none where nothing was, so that the paste fills them.
#[derive(Clone, Default)]
pub(crate) struct Typed {
    pub(crate) service: Option<Service>,
    pub(crate) authority: Option<AttrValue>,
    pub(crate) audience: Option<AttrValue>,
    pub(crate) allow: Option<AttrValue>,
    /// The number of a status other than 400, 401 and 403.
    pub(crate) status: Option<AttrValue>,
}

/// One of the settings' text fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Authority,
    Audience,
    AllowList,
    Status,
}

/// Another token to compare with, as it was pasted.
#[derive(Clone, Default)]
pub(crate) struct Other {
    /// Whether its box is there.
    pub(crate) is_open: bool,
    /// The text in its box.
    pub(crate) text: AttrValue,
    /// The token in it.
    pub(crate) token: Option<Rc<Token>>,
}

impl Typed {
    /// The entry of a field.
    pub(crate) fn entry(&mut self, field: Field) -> &mut Option<AttrValue> {
        match field {
            Field::Authority => &mut self.authority,
            Field::Audience => &mut self.audience,
            Field::AllowList => &mut self.allow,
            Field::Status => &mut self.status,
        }
    }
}

/// What the service answered, as the person picks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answered {
    Unauthorized,
    Forbidden,
    BadRequest,
    Other,
    Nothing,
}

impl Answered {
    pub(crate) const ALL: [Self; 5] = [
        Self::Unauthorized,
        Self::Forbidden,
        Self::BadRequest,
        Self::Other,
        Self::Nothing,
    ];

    /// The answer that a branch of the tree stands for.
    pub(crate) const fn of_branch(branch: Branch) -> Self {
        match branch {
            Branch::Unauthorized => Self::Unauthorized,
            Branch::Forbidden => Self::Forbidden,
            Branch::BadRequest => Self::BadRequest,
            Branch::Other => Self::Other,
            Branch::NoAnswer | Branch::Root => Self::Nothing,
        }
    }

    /// The branch of the tree that stands for it.
    pub(crate) const fn branch(self) -> Branch {
        match self {
            Self::Unauthorized => Branch::Unauthorized,
            Self::Forbidden => Branch::Forbidden,
            Self::BadRequest => Branch::BadRequest,
            Self::Other => Branch::Other,
            Self::Nothing => Branch::NoAnswer,
        }
    }

    /// The answer with this status.
    pub(crate) const fn of_status(status: u16) -> Self {
        match status {
            401 => Self::Unauthorized,
            403 => Self::Forbidden,
            400 => Self::BadRequest,
            _ => Self::Other,
        }
    }

    /// The value of its radio button.
    pub(crate) const fn value(self) -> &'static str {
        branch_id(self.branch())
    }
}

/// What was copied, and whether the clipboard took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Copied {
    pub(crate) what: Copyable,
    /// False where there is no clipboard: then the text is selected instead.
    pub(crate) took: bool,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copyable {
    /// The command that fixes it.
    Fix,
    /// The command of another remedy, by its place among all.
    Instead(usize),
    /// The command that finds what the fix leaves to be filled in.
    LookUp,
    /// The command that finds out.
    Ask,
    /// The command that finds what that one leaves to be filled in.
    AskLookUp,
    /// The report.
    Report,
    /// A link to the page with these settings.
    Settings,
    /// A link to the question that is shown.
    Question,
    /// The HTML that embeds the page.
    Snippet,
}

impl Copyable {
    /// The id of the element whose text is copied.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Fix => "fix-command",
            Self::Instead(1) => "instead-command",
            Self::Instead(2) => "second-instead-command",
            Self::Instead(3) => "third-instead-command",
            Self::Instead(_) => "last-instead-command",
            Self::LookUp => "look-up-command",
            Self::Ask => "ask-command",
            Self::AskLookUp => "ask-look-up-command",
            Self::Report => "report-text",
            Self::Settings => "settings-link",
            Self::Question => "question-link",
            Self::Snippet => "snippet",
        }
    }
}

impl Model {
    /// A page on which nothing was done yet.
    pub(crate) fn at(clock: Clock) -> Self {
        let mut model = Self {
            clock,
            sources: Sources::default(),
            session: None,
            open: None,
            shows_all: false,
            said: None,
            is_dragged_over: false,
            typed: Typed::default(),
            answered: None,
            answers: Answers::default(),
            selected: None,
            focused: None,
            folds: Vec::new(),
            drawn: Drawn::Whole,
            sight: Sight::Plain,
            is_narrow: false,
            way: 0,
            copied: None,
            other: Other::default(),
            linked: Linked::default(),
            signature: Signature::default(),
            embedding: Embedding::default(),
            dialogs: Dialogs::default(),
            report: Handing::default(),
            reading: Rc::default(),
        };
        model.judge();
        model
    }

    /// Works out what follows from what was given.
    pub(crate) fn judge(&mut self) {
        let (reading, signature) = Reading::of(self);
        self.reading = Rc::new(reading);
        self.signature = signature;
    }

    /// Whether there is nothing to judge yet: the tree itself is the guide.
    pub(crate) fn is_first_visit(&self) -> bool {
        self.reading.diagnosis.headline.is_none() && self.reading.taken.is_none()
    }

    /// The item whose question is shown: the chosen one, else the headline's, else the first that waits.
    pub(crate) fn shown(&self) -> Item {
        self.selected.unwrap_or_else(|| self.reading.first_item())
    }

    /// The item that takes the tree's keys: the focused one, else the shown one, unless it is folded away.
    pub(crate) fn tab_stop(&self) -> Item {
        let item = self.focused.unwrap_or_else(|| self.shown());
        match item {
            Item::Node(place) if self.is_folded(place.branch) => Item::Head(place.branch),
            _ => item,
        }
    }

    /// Whether a branch is folded to its head: only where the panel is narrow, and then as the person
    /// wants it, or else where the branch was not taken.
    pub(crate) fn is_folded(&self, branch: Branch) -> bool {
        self.is_narrow && self.folds_when_narrow(branch)
    }

    /// Whether a branch folds where the panel is narrow.
    pub(crate) fn folds_when_narrow(&self, branch: Branch) -> bool {
        let wish = self
            .folds
            .iter()
            .rev()
            .find(|(of, _)| *of == branch)
            .map(|(_, is_folded)| *is_folded);
        branch != Branch::Root && wish.unwrap_or_else(|| !self.reading.is_lit(branch))
    }

    /// Whether the question of the headline is this one.
    pub(crate) fn is_cause(&self, node: NodeId) -> bool {
        let headline = self.reading.diagnosis.headline.as_ref();
        headline
            .is_some_and(|finding| finding.node == node && finding.cause.weight() != Weight::SumsUp)
    }

    /// The verdict on a question. One at which a cause is only suspected waits for its answer.
    pub(crate) fn verdict(&self, node: NodeId) -> Verdict {
        let diagnosis = &self.reading.diagnosis;
        if diagnosis
            .findings()
            .any(|finding| finding.node == node && finding.is_suspected())
        {
            return Verdict::CannotTell(Input::Token);
        }
        diagnosis
            .node(node)
            .map_or(Verdict::NotReached, |state| state.verdict)
    }

    /// How an item stands to the path taken.
    pub(crate) fn on_path(&self, item: Item) -> OnPath {
        self.reading.on_path(item)
    }
}
