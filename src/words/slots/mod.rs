//! The slots of templates, by name: in three tables, one for each kind.

mod dates;
mod phrases;
mod sides;
mod tenants;
mod values;
mod when;

use std::borrow::Cow;

use super::template::Said;

/// A value of the person's own, where it is known.
type Value = for<'a> fn(&'a Said<'a>) -> Option<Cow<'a, str>>;
/// Words that depend on the case: a template, empty where there is nothing to say.
type Words = fn(&Said<'_>) -> &'static str;
/// Whether something holds.
type Holds = fn(&Said<'_>) -> bool;

/// The value of this name, and the template of the placeholder that stands for it.
pub(super) fn value(name: &str) -> Option<(&'static str, Value)> {
    let row = values::VALUES.iter().find(|(known, ..)| *known == name);
    row.map(|(_, placeholder, value)| (*placeholder, *value))
}

/// The words of this name.
pub(super) fn words(name: &str) -> Option<Words> {
    let row = phrases::PHRASES.iter().find(|(known, _)| *known == name);
    row.map(|(_, words)| *words)
}

/// The condition of this name.
pub(super) fn condition(name: &str) -> Option<Holds> {
    let row = when::CONDITIONS.iter().find(|(known, _)| *known == name);
    row.map(|(_, holds)| *holds)
}
