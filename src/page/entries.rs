//! What the settings' fields show, and where that is from.

use whydenied::{
    intake::Kind,
    link::Link,
    service::Settings,
    words::link::{ASSUMED, FIXED, FROM_DEVICE, FROM_LINK},
};
use yew::AttrValue;

use super::{
    model::Model,
    reading::{guessed, takes_allow_list},
};

/// A field's text, and where it is from, if it was not typed.
#[derive(Clone, Default)]
pub(crate) struct Entry {
    pub(crate) text: AttrValue,
    pub(crate) from: Option<&'static str>,
}

/// The setting that a field shows.
type Setting = fn(&Settings) -> Option<String>;

pub(crate) fn authority(model: &Model) -> Entry {
    entry(model, model.typed.authority.as_ref(), |settings| {
        settings.authority.clone()
    })
}

pub(crate) fn audience(model: &Model) -> Entry {
    entry(model, model.typed.audience.as_ref(), |settings| {
        settings.audience.clone()
    })
}

/// The list is filled only where the service uses it.
pub(crate) fn allow_list(model: &Model) -> Entry {
    let setting: Setting = if takes_allow_list(model.reading.case.service) {
        |settings| Some(settings.allowed_object_ids.as_ref()?.join("\n"))
    } else {
        |_| None
    };
    entry(model, model.typed.allow.as_ref(), setting)
}

pub(crate) fn issuer(model: &Model) -> Entry {
    entry(model, None, |settings| settings.issuer.clone())
}

pub(crate) fn resource_id(model: &Model) -> Entry {
    entry(model, None, |settings| settings.resource_id.clone())
}

/// What was typed, else what the link, the paste or the device gives, else what the service's own 401 names.
#[inline(never)]
fn entry(model: &Model, typed: Option<&AttrValue>, setting: Setting) -> Entry {
    if let Some(typed) = typed {
        return Entry {
            text: typed.clone(),
            from: None,
        };
    }
    let linked = &model.linked;
    let reading = &model.reading;
    let link = (&linked.link.settings, of_link(&linked.link));
    let from_paste = if was_read(model, Kind::ServiceSettings) {
        "from the settings"
    } else {
        "from the paste"
    };
    let paste = (&reading.pasted, from_paste);
    let (first, second) = if linked.is_first() {
        (link, paste)
    } else {
        (paste, link)
    };
    let device = (&linked.memory.remembered.settings, FROM_DEVICE);
    let served = (&reading.served, "from WWW-Authenticate");
    for (settings, from) in [first, second, device, served] {
        if let Some(text) = setting(settings) {
            return Entry {
                text: text.into(),
                from: Some(from),
            };
        }
    }
    Entry::default()
}

/// The words for what a link gives.
const fn of_link(link: &Link) -> &'static str {
    if link.lock { FIXED } else { FROM_LINK }
}

/// Whether something of this kind was read.
pub(crate) fn was_read(model: &Model, kind: Kind) -> bool {
    let evidence = model.sources.evidence();
    evidence
        .iter()
        .any(|evidence| evidence.items.iter().any(|item| item.kind == kind))
}

/// Whether something that was given names the service.
pub(crate) fn is_named(model: &Model) -> bool {
    let evidence = model.sources.evidence();
    evidence.iter().any(|evidence| evidence.service.is_some())
}

/// Where the service is from; nothing where it was picked, or where nothing was given.
pub(crate) fn service(model: &Model) -> Option<&'static str> {
    let linked = &model.linked;
    let of_link = linked.link.service.map(|_| of_link(&linked.link));
    let is_pasted = || was_read(model, Kind::ServiceSettings);
    match of_link {
        _ if model.typed.service.is_some() => None,
        Some(of_link) if linked.is_first() => Some(of_link),
        _ if is_named(model) && is_pasted() => Some("from the settings"),
        _ if is_named(model) => Some("from the host name"),
        Some(of_link) => Some(of_link),
        None if linked.memory.remembered.service.is_some() => Some(FROM_DEVICE),
        None if guessed(&model.reading.case).is_some() => Some("from the audience"),
        None => model.reading.case.token.as_ref().map(|_| ASSUMED),
    }
}

/// Where the status is from.
pub(crate) fn status(model: &Model) -> Option<&'static str> {
    let link = &model.linked.link;
    let status = model.reading.status?;
    match model.answered {
        None => Some("from the paste"),
        Some(_) if link.status == Some(status) => Some(of_link(link)),
        Some(_) => None,
    }
}

/// A link to what the fields show.
pub(crate) fn link(model: &Model) -> Link {
    let service = model.reading.case.service;
    let text = |entry: Entry| {
        let text = entry.text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let list = allow_list(model);
    let is_list = takes_allow_list(service) && !(list.text.is_empty() && list.from.is_none());
    let ids = || {
        let ids = whydenied::service::object_ids(&list.text);
        ids.map(str::to_owned).collect()
    };
    Link {
        service: Some(service),
        settings: Settings {
            authority: text(authority(model)),
            audience: text(audience(model)),
            allowed_object_ids: is_list.then(ids),
            issuer: text(issuer(model)),
            resource_id: text(resource_id(model)),
            smart_identity_providers: None,
        },
        ..Link::default()
    }
}
