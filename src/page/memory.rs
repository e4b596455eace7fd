//! What the device remembers where it is asked to: the settings, and nothing else that was given.

use whydenied::{link::Link, service::Service, words::link::FROM_DEVICE};

use super::{
    entries,
    model::{Field, Model},
};

/// What the device remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Memory {
    /// Whether it can.
    pub(crate) is_there: bool,
    /// What it did when the page was opened, less what was typed since.
    pub(crate) remembered: Link,
    /// What it is to remember: the fragment of a link.
    pub(crate) kept: Option<String>,
}

impl Memory {
    /// The memory of a device that remembers this, or nothing.
    pub(crate) fn of(kept: Option<String>) -> Self {
        Self {
            is_there: true,
            remembered: kept.as_deref().map(Link::read).unwrap_or_default().0,
            kept,
        }
    }

    /// The memory of the same device, when all in it was forgotten.
    pub(crate) fn forgotten(self) -> Self {
        Self {
            is_there: self.is_there,
            ..Self::default()
        }
    }
}

/// The device is to remember the settings, or to forget them.
pub(super) fn toggle(model: &mut Model) {
    if model.linked.memory.kept.is_none() {
        model.linked.memory.kept = Some(entries::link(model).write());
        return;
    }
    own(model);
    let memory = std::mem::take(&mut model.linked.memory);
    model.linked.memory = memory.forgotten();
    model.judge();
}

/// The device could not.
pub(super) fn fail(model: &mut Model) {
    own(model);
    model.linked.memory = Memory::default();
    model.judge();
}

/// The fields keep what the device remembered, as if it were typed.
fn own(model: &mut Model) {
    let service = model.reading.case.service;
    if entries::service(model) == Some(FROM_DEVICE) {
        model.typed.service = Some(service);
    }
    for (entry, field) in [
        (entries::authority(model), Field::Authority),
        (entries::audience(model), Field::Audience),
        (entries::allow_list(model), Field::AllowList),
    ] {
        if entry.from == Some(FROM_DEVICE) {
            *model.typed.entry(field) = Some(entry.text);
        }
    }
}

/// A field was typed into: what the device remembered of it is out of date.
pub(super) fn enter(model: &mut Model, field: Field) {
    let settings = &mut model.linked.memory.remembered.settings;
    match field {
        Field::Authority => settings.authority = None,
        Field::Audience => settings.audience = None,
        Field::AllowList => settings.allowed_object_ids = None,
        Field::Status => {}
    }
    keep(model);
}

/// A service was picked.
pub(super) fn choose(model: &mut Model, service: Service) {
    model.typed.service = Some(service);
    model.linked.memory.remembered.service = None;
    keep(model);
}

/// A setting is another: where the device remembers the settings, it remembers these.
pub(super) fn keep(model: &mut Model) {
    model.judge();
    if model.linked.memory.kept.is_some() {
        model.linked.memory.kept = Some(entries::link(model).write());
    }
}
