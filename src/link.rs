//! The page's own address: which settings, and which question, its fragment carries [experience 1].
//!
//! ```text
//! #service=ahds-fhir&authority=https%3A%2F%2F…&audience=…&node=audience&embed&lock
//! ```
//!
//! Settings and a place in the tree, never a token: a value that is one is neither read nor written.

use crate::{
    diagnosis::{CauseId, NodeId},
    http::form,
    intake,
    service::{Service, Settings, object_ids},
};

/// What a link to the page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Which service is called.
    pub service: Option<Service>,
    /// The API's settings; SMART identity providers have no place in a link.
    pub settings: Settings,
    /// What the service answered.
    pub status: Option<u16>,
    /// The question that is shown.
    pub node: Option<NodeId>,
    /// A cause that is suspected at its question.
    pub cause: Option<CauseId>,
    /// Whether the page is compact, as a part of another page.
    pub embed: bool,
    /// Whether what the link gives is fixed.
    pub lock: bool,
}

/// A parameter of which nothing was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// Why nothing of a parameter was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The page knows no parameter of this name.
    Unknown,
    /// There is one of this name before it, which counts.
    Repeated,
    /// Its value is none that it can have.
    Malformed,
    /// Its value is a token, which has no place in an address.
    Token,
}

impl Link {
    /// Reads a fragment, with or without its `#`, and tells what was ignored. Total: any text is answered.
    pub fn read(fragment: &str) -> (Self, Vec<Ignored>) {
        let (mut link, mut ignored) = (Self::default(), Vec::new());
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        for parameter in fragment.split('&').filter(|part| !part.is_empty()) {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            let name = form::decoded(name);
            if let Err(why) = link.take(&name, form::decoded(value).trim()) {
                ignored.push(Ignored { name, why });
            }
        }
        (link, ignored)
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), Why> {
        let settings = &mut self.settings;
        match name {
            "service" => set(&mut self.service, Service::from_id(value)),
            "authority" => set(&mut settings.authority, text(value)?),
            "audience" => set(&mut settings.audience, text(value)?),
            // An empty list is a list.
            "allow" => {
                let list = text(value)?.unwrap_or_default();
                let ids = object_ids(&list).map(str::to_owned).collect();
                set(&mut settings.allowed_object_ids, Some(ids))
            }
            "issuer" => set(&mut settings.issuer, text(value)?),
            "resource" => set(&mut settings.resource_id, text(value)?),
            "status" => set(&mut self.status, status(value)),
            "node" => set(&mut self.node, NodeId::from_id(value)),
            "cause" => set(&mut self.cause, CauseId::from_id(value)),
            "embed" => raise(&mut self.embed, value),
            "lock" => raise(&mut self.lock, value),
            _ => Err(Why::Unknown),
        }
    }

    /// Writes the fragment, without its `#`. What is a token is left out.
    pub fn write(&self) -> String {
        let mut fragment = String::new();
        let settings = &self.settings;
        let list = settings.allowed_object_ids.as_ref();
        let list = list.map(|ids| ids.join(","));
        let status = self.status.map(|status| status.to_string());
        let values = [
            ("service", self.service.map(Service::id)),
            ("authority", settings.authority.as_deref()),
            ("audience", settings.audience.as_deref()),
            ("allow", list.as_deref()),
            ("issuer", settings.issuer.as_deref()),
            ("resource", settings.resource_id.as_deref()),
            ("status", status.as_deref()),
            ("node", self.node.map(NodeId::id)),
            ("cause", self.cause.map(CauseId::id)),
        ];
        for (name, value) in values {
            if let Some(value) = value.filter(|value| !is_token(value)) {
                begin(&mut fragment, name);
                fragment.push('=');
                form::encode(value, &mut fragment);
            }
        }
        for (name, is_raised) in [("embed", self.embed), ("lock", self.lock)] {
            if is_raised {
                begin(&mut fragment, name);
            }
        }
        fragment
    }
}

fn set<T>(slot: &mut Option<T>, value: Option<T>) -> Result<(), Why> {
    if slot.is_some() {
        return Err(Why::Repeated);
    }
    *slot = value;
    slot.as_ref().map(drop).ok_or(Why::Malformed)
}

/// A flag stands alone; a host that gives every parameter a value writes `embed=` or `embed=true`.
fn raise(flag: &mut bool, value: &str) -> Result<(), Why> {
    if *flag {
        return Err(Why::Repeated);
    }
    *flag = matches!(value, "" | "1" | "true");
    flag.then_some(()).ok_or(Why::Malformed)
}

fn text(value: &str) -> Result<Option<String>, Why> {
    if is_token(value) {
        return Err(Why::Token);
    }
    Ok(Some(value.to_owned()).filter(|text| !text.is_empty()))
}

fn is_token(value: &str) -> bool {
    intake::read(value).token.is_some()
}

fn status(value: &str) -> Option<u16> {
    let status = value.parse().ok()?;
    (100..600).contains(&status).then_some(status)
}

fn begin(fragment: &mut String, name: &str) {
    if !fragment.is_empty() {
        fragment.push('&');
    }
    fragment.push_str(name);
}
