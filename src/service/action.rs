//! Data actions: what a role allows and what an operation needs [domain 2.2, 3.7].

/// One data action, as roles name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Read, search and history.
    Read,
    /// Create, update and patch.
    Write,
    /// A soft delete.
    Delete,
    /// A delete that leaves no history.
    HardDelete,
    /// `$export`.
    Export,
    /// `$import`.
    Import,
    /// `$convert-data`.
    ConvertData,
    /// `$validate`.
    ResourceValidate,
    /// `$reindex`.
    Reindex,
    /// Create, update or delete a StructureDefinition, ValueSet or CodeSystem.
    EditProfileDefinitions,
}

impl Action {
    /// Its name in role definitions.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Delete => "delete",
            Self::HardDelete => "hardDelete",
            Self::Export => "export",
            Self::Import => "import",
            Self::ConvertData => "convertData",
            Self::ResourceValidate => "resourceValidate",
            Self::Reindex => "reindex",
            Self::EditProfileDefinitions => "editProfileDefinitions",
        }
    }
}

/// A set of data actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actions(u16);

impl Actions {
    /// No action.
    pub const NONE: Self = Self(0);
    /// Every action.
    pub const ALL: Self = Self(u16::MAX);

    /// These actions.
    pub const fn of(actions: &[Action]) -> Self {
        let mut bits = 0;
        let mut rest = actions;
        while let [action, others @ ..] = rest {
            bits |= 1 << *action as u16;
            rest = others;
        }
        Self(bits)
    }

    /// Every action but these.
    pub const fn all_but(actions: &[Action]) -> Self {
        Self(!Self::of(actions).0)
    }

    /// The actions of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the action is among them.
    pub const fn allow(self, action: Action) -> bool {
        self.0 & 1 << action as u16 != 0
    }
}
