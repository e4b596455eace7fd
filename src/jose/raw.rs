//! JSON as it is written: a value is the stretch of text that holds it, and is only looked into on demand.
//!
//! A recorded session of 16 MB has millions of values of which a handful matters: no tree of them is built.

use std::{borrow::Cow, ops::Range};

use serde::de::IgnoredAny;

use super::{
    json_error::{JsonError, located, place},
    walk::Walk,
};

/// A JSON value in the document that it is part of. Only made of text that `serde_json` accepted.
#[derive(Clone, Copy)]
pub(crate) struct Raw<'a> {
    document: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Raw<'a> {
    /// The one value that this text is; none where it is anything else, wherever it fails.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        let accepted = serde_json::from_str::<IgnoredAny>(text);
        accepted.is_ok().then(|| Self::spanning(text))
    }

    /// The one value that this text is; else where it is not, and what was expected there.
    pub(crate) fn accept(text: &'a str) -> Result<Self, JsonError> {
        match serde_json::from_str::<IgnoredAny>(text) {
            Ok(_) => Ok(Self::spanning(text)),
            Err(error) => Err(located(text, &error)),
        }
    }

    /// The value that this text begins with, whatever follows it; else the byte up to which it was read.
    pub(crate) fn accept_prefix(text: &'a str) -> Result<Self, usize> {
        if let Some(object) = text.strip_prefix('{').map(str::trim_ascii_start)
            && !object.starts_with(['"', '}'])
        {
            return Err(text.len() - object.len());
        }
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
        match values.next() {
            Some(Ok(_)) => Ok(Self::spanning(
                text.get(..values.byte_offset()).unwrap_or_default(),
            )),
            Some(Err(error)) => Err(place(text, &error)),
            None => Err(text.len()),
        }
    }

    fn spanning(document: &'a str) -> Self {
        let end = document.trim_ascii_end().len();
        let start = document.len() - document.trim_ascii_start().len();
        Self {
            document,
            start,
            end,
        }
    }

    fn part(self, span: Range<usize>) -> Self {
        Self {
            document: self.document,
            start: span.start,
            end: span.end,
        }
    }

    /// Where it stands in the document.
    pub(crate) fn span(self) -> Range<usize> {
        self.start..self.end
    }

    /// Its exact text.
    pub(crate) fn text(self) -> &'a str {
        self.document.get(self.span()).unwrap_or_default()
    }

    /// An object's members in their order; none of anything else.
    pub(crate) fn members(self) -> impl Iterator<Item = (Cow<'a, str>, Self)> {
        let mut walk = self.inside(b'{');
        std::iter::from_fn(move || {
            let walk = walk.as_mut()?;
            let name = walk.next_name()?;
            Some((name, self.part(walk.value())))
        })
    }

    /// An array's items; none of anything else.
    pub(crate) fn items(self) -> impl Iterator<Item = Self> {
        let mut walk = self.inside(b'[');
        std::iter::from_fn(move || {
            let walk = walk.as_mut()?;
            walk.has_next_item().then(|| self.part(walk.value()))
        })
    }

    /// The member of this name that counts: the last.
    pub(crate) fn get(self, name: &str) -> Option<Self> {
        let mut found = None;
        for (other, value) in self.members() {
            if other == name {
                found = Some(value);
            }
        }
        found
    }

    /// The member at the end of these names, one inside the other.
    pub(crate) fn at(self, names: &[&str]) -> Option<Self> {
        names.iter().try_fold(self, |value, name| value.get(name))
    }

    /// What a string says; none of anything else.
    pub(crate) fn string(self) -> Option<Cow<'a, str>> {
        self.text()
            .starts_with('"')
            .then(|| Walk::at(self.document, self.start).string())
    }

    /// What a string says, as its own text.
    pub(crate) fn owned_string(self) -> Option<String> {
        self.string().map(Cow::into_owned)
    }

    /// What the member of this name says, where it is a string.
    pub(crate) fn string_at(self, name: &str) -> Option<String> {
        self.get(name)?.owned_string()
    }

    /// Whether it is an object.
    pub(crate) fn is_object(self) -> bool {
        self.text().starts_with('{')
    }

    /// Whether it is an array.
    pub(crate) fn is_array(self) -> bool {
        self.text().starts_with('[')
    }

    fn inside(self, opening: u8) -> Option<Walk<'a>> {
        let mut walk = Walk::at(self.document, self.start);
        (walk.peek() == Some(opening)).then(|| {
            walk.step();
            walk
        })
    }
}
