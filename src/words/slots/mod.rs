//! The slots of templates, by name: in a table for each kind.

mod dates;
mod given;
mod made;
mod phrases;
mod sides;
mod tenants;
mod when;

pub(super) use tenants::consent_page;

use super::template::Said;

/// A value that stands in the case, where it is known.
type Given = for<'a> fn(&Said<'a>) -> Option<&'a str>;
/// A value that is written for the sentence, where it is known.
type Made = fn(&Said<'_>) -> Option<String>;
/// Words that depend on the case: a template, empty where there is nothing to say.
type Words = fn(&Said<'_>) -> &'static str;
/// Whether something holds.
type Holds = fn(&Said<'_>) -> bool;

/// The given value of this name, and the template of the placeholder that stands for it.
pub(super) fn given(name: &str) -> Option<(&'static str, Given)> {
    let row = given::GIVEN.iter().find(|(known, ..)| *known == name);
    row.map(|(_, placeholder, value)| (*placeholder, *value))
}

/// The made value of this name, and the template of the placeholder that stands for it.
pub(super) fn made(name: &str) -> Option<(&'static str, Made)> {
    let row = made::MADE.iter().find(|(known, ..)| *known == name);
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
