//! Single keys that work everywhere on the page but in fields. They can be switched off (WCAG 2.2, 2.1.4).

/// What a single key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shortcut {
    /// To the paste box.
    PasteBox,
    /// To the verdict.
    Verdict,
    /// To the tree.
    Tree,
    /// Copies the fix.
    CopyFix,
    /// Blurs names and addresses.
    Blur,
    /// Opens the list of the keys.
    Keys,
}

impl Shortcut {
    /// The shortcut on the key that the browser gives this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "/" => Self::PasteBox,
            "v" => Self::Verdict,
            "t" => Self::Tree,
            "c" => Self::CopyFix,
            "b" => Self::Blur,
            "?" => Self::Keys,
            _ => return None,
        })
    }
}
