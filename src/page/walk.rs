//! Ways through the tree: its items in drawing order, and where each key leads.

use whydenied::diagnosis::{Branch, NodeId, Place, TREE};

/// The answers under the root, in drawing order.
pub(crate) const BRANCHES: [Branch; 5] = [
    Branch::Unauthorized,
    Branch::Forbidden,
    Branch::NoAnswer,
    Branch::BadRequest,
    Branch::Other,
];

/// An item of the drawn tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A question.
    Node(Place),
    /// An answer to the root's question, and the head of its branch.
    Head(Branch),
}

/// A key that moves through the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// To the item above.
    Up,
    /// To the item below.
    Down,
    /// Opens, then goes to the first child.
    Right,
    /// Closes, then goes to the parent.
    Left,
    /// To the first item.
    Home,
    /// To the last item.
    End,
    /// Opens all branches.
    Star,
    /// Chooses.
    Enter,
    /// To the next item that starts with this letter.
    Letter(char),
}

impl Key {
    /// The key that the browser gives this name, where it moves through the tree.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "ArrowRight" => Self::Right,
            "ArrowLeft" => Self::Left,
            "Home" => Self::Home,
            "End" => Self::End,
            "Enter" | " " => Self::Enter,
            "*" => Self::Star,
            _ => {
                let mut letters = name.chars();
                let letter = letters.next().filter(char::is_ascii_alphanumeric)?;
                letters.next().is_none().then_some(Self::Letter(letter))?
            }
        })
    }
}

/// The root.
pub(crate) const ROOT: Item = Item::Node(TREE[0]);

impl Item {
    /// The id of its element.
    pub(crate) fn id(self) -> String {
        match self {
            Self::Head(branch) => format!("b-{}", branch_id(branch)),
            Self::Node(Place {
                node: NodeId::AnsweredBy,
                branch,
                ..
            }) => format!("n-{}-answered-by", branch_id(branch)),
            Self::Node(Place { node, .. }) => format!("n-{}", node.id()),
        }
    }

    /// The item whose element has this id.
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        all().find(|item| item.id() == id)
    }

    /// The place where a question is drawn: on this branch, if it is drawn on several.
    pub(crate) fn of(node: NodeId, branch: Branch) -> Self {
        let mut places = TREE.into_iter().filter(|place| place.node == node);
        let first = places.next();
        places
            .find(|place| place.branch == branch)
            .or(first)
            .map_or(ROOT, Self::Node)
    }

    /// The branch it belongs to.
    pub(crate) fn branch(self) -> Branch {
        match self {
            Self::Head(branch) | Self::Node(Place { branch, .. }) => branch,
        }
    }

    /// The question it stands for; a branch's head answers the root's.
    pub(crate) fn node(self) -> NodeId {
        match self {
            Self::Head(_) => NodeId::Status,
            Self::Node(place) => place.node,
        }
    }

    fn parent(self) -> Self {
        match self {
            Self::Node(Place {
                under: Some(above),
                branch,
                ..
            }) => Self::of(above, branch),
            Self::Node(place) if place.branch != Branch::Root => Self::Head(place.branch),
            Self::Head(_) | Self::Node(_) => ROOT,
        }
    }
}

/// The short word for a branch, in ids and attributes.
pub(crate) const fn branch_id(branch: Branch) -> &'static str {
    match branch {
        Branch::Root => "root",
        Branch::Unauthorized => "401",
        Branch::Forbidden => "403",
        Branch::NoAnswer => "none",
        Branch::BadRequest => "400",
        Branch::Other => "other",
    }
}

/// The questions that hang directly on a branch.
pub(crate) fn steps(branch: Branch) -> impl Iterator<Item = Place> {
    TREE.into_iter()
        .filter(move |place| place.branch == branch && place.under.is_none())
}

/// The choices that hang below a question.
pub(crate) fn choices(node: NodeId) -> impl Iterator<Item = Place> {
    TREE.into_iter()
        .filter(move |place| place.under == Some(node))
}

/// Every item, in drawing order.
fn all() -> impl Iterator<Item = Item> {
    let below = BRANCHES.into_iter().flat_map(|branch| {
        let places = TREE.into_iter().filter(move |place| place.branch == branch);
        std::iter::once(Item::Head(branch)).chain(places.map(Item::Node))
    });
    std::iter::once(ROOT).chain(below)
}

/// Every item that is not folded away.
pub(crate) fn visible(is_folded: impl Fn(Branch) -> bool) -> Vec<Item> {
    all()
        .filter(|item| matches!(item, Item::Head(_)) || !is_folded(item.branch()))
        .collect()
}

/// Where a key leads from an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To this item.
    To(Item),
    /// Opens or closes this branch.
    Fold(Branch, bool),
    /// Opens every branch.
    OpenAll,
    /// Chooses the item.
    Choose,
}

/// Where `key` leads from `here`. `name` gives what an item is called.
pub(crate) fn step(
    key: Key,
    here: Item,
    is_folded: impl Fn(Branch) -> bool,
    can_fold: bool,
    name: impl Fn(Item) -> &'static str,
) -> Step {
    let items = visible(&is_folded);
    let at = items.iter().position(|item| *item == here).unwrap_or(0);
    let item = |index: usize| Step::To(items.get(index).copied().unwrap_or(here));
    match key {
        Key::Up => item(at.saturating_sub(1)),
        Key::Down => item(at + 1),
        Key::Home => item(0),
        Key::End => item(items.len() - 1),
        Key::Star => Step::OpenAll,
        Key::Enter => Step::Choose,
        Key::Right => match here {
            Item::Head(branch) if is_folded(branch) => Step::Fold(branch, false),
            _ => Step::To(
                items
                    .get(at + 1)
                    .copied()
                    .filter(|next| next.parent() == here && *next != ROOT)
                    .unwrap_or(here),
            ),
        },
        Key::Left => match here {
            Item::Head(branch) if can_fold && !is_folded(branch) => Step::Fold(branch, true),
            _ => Step::To(here.parent()),
        },
        Key::Letter(letter) => {
            let starts = |item: &&Item| {
                name(**item)
                    .chars()
                    .next()
                    .is_some_and(|first| first.eq_ignore_ascii_case(&letter))
            };
            let (before, after) = items.split_at(at + 1);
            Step::To(
                after
                    .iter()
                    .chain(before)
                    .find(starts)
                    .copied()
                    .unwrap_or(here),
            )
        }
    }
}

/// How many questions hang on a branch.
pub(crate) fn places(branch: Branch) -> usize {
    TREE.iter().filter(|place| place.branch == branch).count()
}
