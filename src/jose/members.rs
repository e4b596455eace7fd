//! An object's members, found in one walk and asked for by name as often as one likes.

use std::borrow::Cow;

use super::raw::Raw;

/// No document that is asked for its members has so many.
const MOST: usize = 1_000;

/// The members of one object, in their order.
pub(crate) struct Members<'a> {
    object: Raw<'a>,
    all: Vec<(Cow<'a, str>, Raw<'a>)>,
}

impl<'a> Members<'a> {
    /// An object's members; none of what is no object, or one of a size that none has that is read here.
    pub(crate) fn of(object: Raw<'a>) -> Option<Self> {
        if !object.is_object() {
            return None;
        }
        let mut all = Vec::new();
        for member in object.members() {
            if all.len() == MOST {
                return None;
            }
            all.push(member);
        }
        Some(Self { object, all })
    }

    /// The object that they are of.
    pub(crate) fn object(&self) -> Raw<'a> {
        self.object
    }

    /// The member of this name that counts: the last.
    pub(crate) fn get(&self, name: &str) -> Option<Raw<'a>> {
        let named = self.all.iter().rev().find(|(other, _)| other == name);
        named.map(|(_, value)| *value)
    }

    /// The first of these names that the object has a member of.
    pub(crate) fn any(&self, names: &[&str]) -> Option<Raw<'a>> {
        names.iter().find_map(|name| self.get(name))
    }

    /// What the member of this name says, where it is a string.
    pub(crate) fn string_at(&self, name: &str) -> Option<String> {
        self.get(name)?.owned_string()
    }
}
