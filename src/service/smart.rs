//! SMART on FHIR clinical scopes, as the services read them [domain 3.8].

use super::action::Action;
use super::operation::{Interaction, Operation};
use crate::http::Url;

/// A clinical scope: `patient/Observation.rs`, in any of the spellings that the services accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClinicalScope {
    /// Whose data.
    pub context: Context,
    /// The resource type; none for all of them (`*`, `all`).
    pub resource_type: Option<String>,
    /// What may be done.
    pub permission: Permission,
}

/// Whose data a scope opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// One patient's.
    Patient,
    /// A user's.
    User,
    /// A system's.
    System,
}

/// What a scope lets do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Version 1: read, search, export.
    Read,
    /// Version 1: create, update, delete.
    Write,
    /// Version 1: everything.
    All,
    /// Version 2: the letters of `cruds`, as bits in this order.
    Letters(u8),
}

const LETTERS: &str = "cruds";

/// The clinical scopes of a token, or why the service refuses them as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scopes {
    /// There is none.
    None,
    /// These.
    Some(Vec<ClinicalScope>),
    /// One of them is malformed, or versions or contexts are mixed.
    Malformed,
}

impl Scopes {
    /// Reads the scopes of a token; those that are not clinical are passed over.
    pub fn read<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut scopes: Vec<ClinicalScope> = Vec::new();
        for word in words {
            match ClinicalScope::read(word) {
                Read::Scope(scope) => scopes.push(scope),
                Read::Malformed => return Self::Malformed,
                Read::NotClinical => {}
            }
        }
        let Some(first) = scopes.first() else {
            return Self::None;
        };
        let is_mixed = scopes.iter().any(|scope| {
            scope.context != first.context
                || scope.permission.is_version_2() != first.permission.is_version_2()
        });
        if is_mixed {
            Self::Malformed
        } else {
            Self::Some(scopes)
        }
    }

    /// Whether every scope is a system's.
    pub fn are_of_a_system(&self) -> bool {
        matches!(self, Self::Some(scopes) if scopes.iter().all(|scope| scope.context == Context::System))
    }
}

/// Whether the word is a clinical scope.
pub fn is_clinical_scope(word: &str) -> bool {
    ClinicalScope::of(word).is_some()
}

enum Read {
    Scope(ClinicalScope),
    Malformed,
    NotClinical,
}

impl ClinicalScope {
    /// The clinical scope that this word is.
    pub fn of(word: &str) -> Option<Self> {
        match Self::read(word) {
            Read::Scope(scope) => Some(scope),
            Read::Malformed | Read::NotClinical => None,
        }
    }

    fn read(word: &str) -> Read {
        // Entra ID cannot issue a slash in a scope's name, so it comes as a dot, or encoded.
        let word = word.replace("%2f", "/").replace("%2F", "/");
        // A scope asked for in full carries the resource in front: `https://…/patient.Patient.read`.
        let word = match Url::parse(&word) {
            Some(url) => url.path.rsplit_once('/').map_or(url.path, |(_, last)| last),
            None => &word,
        };
        let Some((context, rest)) = Context::before(word) else {
            return Read::NotClinical;
        };
        let Some((name, permission)) = rest.split_once('.') else {
            return Read::NotClinical;
        };
        if name.is_empty() || name != "*" && !name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Read::NotClinical;
        }
        let resource_type = Some(name).filter(|name| !matches!(*name, "*" | "all"));
        // No type begins with a small letter.
        let is_known = resource_type
            .is_none_or(|name| name.starts_with(|first: char| first.is_ascii_uppercase()));
        let (permission, search) = permission.split_once('?').unwrap_or((permission, ""));
        match Permission::read(permission).filter(|_| is_plain_search(search)) {
            Some(permission) if is_known => Read::Scope(Self {
                context,
                resource_type: resource_type.map(str::to_owned),
                permission,
            }),
            None if !is_known => Read::NotClinical,
            _ => Read::Malformed,
        }
    }

    /// Whether it covers the operation.
    pub fn covers(&self, operation: &Operation) -> bool {
        let Operation::Needs {
            action,
            interaction,
            resource_type,
            ..
        } = operation
        else {
            return false;
        };
        let covers_type = match (&self.resource_type, resource_type) {
            (None, _) => true,
            (Some(mine), Some(theirs)) => mine == theirs,
            (Some(_), None) => false,
        };
        covers_type && self.permission.covers(*action, *interaction)
    }
}

impl Context {
    /// The context at the start of a scope, and what follows its separator.
    fn before(word: &str) -> Option<(Self, &str)> {
        [
            ("patient", Self::Patient),
            ("user", Self::User),
            ("system", Self::System),
        ]
        .into_iter()
        .find_map(|(name, context)| {
            Some((
                context,
                word.strip_prefix(name)?.strip_prefix(['/', '.', '$'])?,
            ))
        })
    }
}

impl Permission {
    fn read(text: &str) -> Option<Self> {
        match text {
            "read" => return Some(Self::Read),
            "write" => return Some(Self::Write),
            "*" | "all" => return Some(Self::All),
            "" => return None,
            _ => {}
        }
        let mut bits = 0;
        for letter in text.chars() {
            let bit = 1 << LETTERS.find(letter)?;
            if bits & bit != 0 {
                return None;
            }
            bits |= bit;
        }
        Some(Self::Letters(bits))
    }

    fn is_version_2(self) -> bool {
        matches!(self, Self::Letters(_))
    }

    fn covers(self, action: Action, interaction: Interaction) -> bool {
        match self {
            Self::All => true,
            Self::Read => matches!(action, Action::Read | Action::Export),
            Self::Write => {
                matches!(
                    interaction,
                    Interaction::Create | Interaction::Update | Interaction::Delete
                )
            }
            Self::Letters(bits) => {
                let letter = match interaction {
                    Interaction::Create => 'c',
                    Interaction::Read => 'r',
                    Interaction::Update => 'u',
                    Interaction::Delete => 'd',
                    Interaction::Search => 's',
                    Interaction::Other if matches!(action, Action::Export) => 's',
                    Interaction::Other => return false,
                };
                LETTERS.find(letter).is_some_and(|bit| bits & 1 << bit != 0)
            }
        }
    }
}

/// Whether a scope's search has only what the services take there: no modifier, no chain, nothing that includes
/// other resources [domain 3.8].
fn is_plain_search(search: &str) -> bool {
    search.split('&').all(|parameter| {
        let name = parameter
            .split_once('=')
            .map_or(parameter, |(name, _)| name);
        !name.contains([':', '.']) && !matches!(name, "_include" | "_revinclude")
    })
}

/// Whether a `fhirUser` is what the services take: a URL that ends in a resource type and an id.
pub fn is_fhir_user(text: &str) -> bool {
    let Some(url) = Url::parse(text) else {
        return false;
    };
    let is_type = |name: &str| name.starts_with(|first: char| first.is_ascii_uppercase());
    matches!(url.scheme, "http" | "https")
        && matches!(url.segments().as_slice(), [.., name, _id] if is_type(name))
}
