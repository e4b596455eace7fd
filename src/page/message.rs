//! What happened: facts, in the past tense.

use std::rc::Rc;

use whydenied::{
    diagnosis::{CauseId, NodeId},
    examples::Example,
    intake::Encoding,
    service::Service,
    words::Answer,
};
use yew::AttrValue;

use super::{
    clock::Clock,
    dialog::DialogMsg,
    effect::Spot,
    embedding::EmbedMsg,
    linked::LinkMsg,
    model::{Answered, Copyable, Field},
    report::ReportMsg,
    session::SessionMsg,
    shortcut::Shortcut,
    signature::Question,
    source::{Chip, Trouble},
    walk::{Item, Key},
};

/// Something that happened on the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Msg {
    /// Something was put into the paste box, or the whole text in it is another.
    PastedEvidence(AttrValue),
    /// The text in the paste box was changed by hand.
    TypedEvidence(AttrValue),
    /// A file was read, or a paste too long for the box; the latter has no name.
    ReadFile {
        /// Its name.
        name: Option<String>,
        /// Its text.
        text: String,
        /// How that was written.
        encoding: Encoding,
        /// Its size in bytes, as it was written.
        size: usize,
    },
    /// Nothing of a file was read.
    RefusedFile {
        /// Its name.
        name: String,
        /// Its size in bytes, where it is known.
        size: Option<usize>,
        /// Why.
        trouble: Trouble,
    },
    /// The file with this number was removed.
    RemovedFile(usize),
    /// A chip was opened or closed.
    ClickedChip(Chip),
    /// The open chip was left by its key.
    LeftChip,
    /// What a chip stands for is to be left out.
    RemovedChip(Chip),
    /// It is to be taken in again.
    PutBack(Chip),
    /// All of many chips are to be shown, or only the first.
    ToggledChips,
    /// What the last thing replaced is wanted back.
    Undid,
    /// A file came over the paste box, or left it.
    DraggedFile {
        /// Whether it is over the box.
        over: bool,
    },
    /// The comparison with another token is to be shown, or taken away.
    ToggledCompare,
    /// The text in the box of the other token changed.
    PastedOther(AttrValue),
    /// Something happened to a recorded session.
    Session(SessionMsg),
    /// Something happened to a dialog.
    Dialog(DialogMsg),
    /// A single key was pressed outside fields.
    PressedShortcut(Shortcut),
    /// Names and addresses are to be blurred, or to be read again.
    ToggledBlur,
    /// A story was opened.
    OpenedExample(Example),
    /// Something happened to the snippet that embeds the page.
    Embed(EmbedMsg),
    /// Something happened to the page's link.
    Link(LinkMsg),
    /// Everything is to be forgotten.
    ForgotEverything,
    /// A service was picked.
    ChoseService(Service),
    /// The Authority was typed.
    EnteredAuthority(AttrValue),
    /// The Audience was typed.
    EnteredAudience(AttrValue),
    /// The Allowed object IDs were typed.
    EnteredAllowList(AttrValue),
    /// The number of another status was typed.
    EnteredStatus(AttrValue),
    /// A setting's field was left.
    LeftSetting(Field),
    /// A status was picked.
    ChoseStatus(Answered),
    /// An item of the tree, or a link to it, was clicked.
    ClickedItem(Item),
    /// A link to a question was clicked.
    ClickedNode(NodeId),
    /// A key was pressed in the tree.
    PressedKey(Key),
    /// The tree's panel was measured.
    MeasuredTree {
        /// Whether it is too narrow for the wide form.
        narrow: bool,
    },
    /// The answer of this place, counted from 1, was chosen by its key.
    PressedAnswer(usize),
    /// The question was left for its item in the tree.
    LeftDetail,
    /// A question was answered.
    Answered(Answer),
    /// A question was answered where the verdict asks it.
    AnsweredAtVerdict(Answer),
    /// What the verdict misses is to be given there.
    WentTo(Spot),
    /// A cause was picked in guided use; picked again, it is taken back.
    Suspected(NodeId, CauseId),
    /// The cause that was picked at this question is not to be suspected any more.
    TookBack(NodeId),
    /// An arrow key moved to the next tab of the fix (1), or to the one before (-1).
    SteppedWay(isize),
    /// A tab of the fix was chosen.
    ChoseWay(usize),
    /// Something happened in the report's dialog.
    Report(ReportMsg),
    /// A command, or the report, is to be copied.
    ClickedCopy(Copyable),
    /// The clipboard took it, or there is none.
    Copied {
        /// What was copied.
        what: Copyable,
        /// Whether the clipboard took it.
        took: bool,
    },
    /// The word about it has been there long enough.
    SaidCopied,
    /// The browser answered which key verifies a signature.
    VerifiedSignature(Rc<Question>),
    /// The verdict was drawn.
    DrewVerdict,
    /// A minute passed.
    Ticked(Clock),
}
