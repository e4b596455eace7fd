//! Named values of a report while they are gathered.

use super::{Entry, Value};

/// As much of one value is looked at: more than is shown, so that what is cut off is no part of a value that
/// is to be masked.
const LONGEST: usize = 4_000;

/// Named values that are being gathered. Each kind is put in by one call: written out in place, they would weigh
/// several times as much.
pub(super) struct Fields(Vec<Entry>);

impl Fields {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    #[inline(never)]
    pub(super) fn put(&mut self, key: &'static str, value: Value) {
        self.0.push(Entry { key, value });
    }

    #[inline(never)]
    pub(super) fn id(&mut self, key: &'static str, id: Option<&'static str>) {
        self.put(key, id.map_or(Value::Unknown, Value::Id));
    }

    #[inline(never)]
    pub(super) fn prose(&mut self, key: &'static str, text: &str) {
        let value = if text.is_empty() {
            Value::Unknown
        } else {
            prose(text)
        };
        self.put(key, value);
    }

    #[inline(never)]
    pub(super) fn exact(&mut self, key: &'static str, text: &str) {
        self.put(key, exact(text));
    }

    #[inline(never)]
    pub(super) fn list(&mut self, key: &'static str, items: Vec<Value>) {
        self.put(key, Value::List(items));
    }

    pub(super) fn group(self) -> Value {
        Value::Group(self.0)
    }

    pub(super) fn entries(self) -> Vec<Entry> {
        self.0
    }
}

pub(super) fn prose(text: &str) -> Value {
    Value::Prose(text.to_owned())
}

/// A value, as long as it can be of use; nothing where it is empty.
fn exact(text: &str) -> Value {
    if text.is_empty() {
        return Value::Unknown;
    }
    let end = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    Value::Exact(text.get(..end).unwrap_or_default().to_owned())
}
