//! The shape of a scenario file. What it does not know is an error, never passed over.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// One scenario.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    /// Its name; the file's name is what reports say.
    #[serde(rename = "name")]
    _name: String,
    #[serde(rename = "source")]
    _source: Option<String>,
    #[serde(rename = "story")]
    _story: Option<String>,
    pub(crate) now: String,
    pub(crate) service: Option<String>,
    #[serde(default)]
    pub(crate) settings: Settings,
    pub(crate) keys: Option<Box<RawValue>>,
    pub(crate) token: Option<Box<RawValue>>,
    pub(crate) pasted: Option<Pasted>,
    pub(crate) request: Option<Request>,
    pub(crate) response: Option<Response>,
    #[serde(default)]
    pub(crate) answers: BTreeMap<String, String>,
    pub(crate) expect: Expect,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    pub(crate) authority: Option<String>,
    pub(crate) audience: Option<String>,
    pub(crate) allowed_object_ids: Option<Vec<String>>,
    pub(crate) smart_identity_providers: Option<Vec<SmartIdentityProvider>>,
    pub(crate) issuer: Option<String>,
    pub(crate) resource_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SmartIdentityProvider {
    pub(crate) authority: String,
    #[serde(default)]
    pub(crate) applications: Vec<SmartApplication>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SmartApplication {
    pub(crate) client_id: String,
    pub(crate) audience: String,
}

/// The parts of a token; a token may also be a string, its exact text. The parts' members keep their order
/// and their exact numbers, for a signature covers every byte.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Parts {
    pub(crate) header: Option<Box<RawValue>>,
    pub(crate) header_text: Option<String>,
    pub(crate) payload: Option<Box<RawValue>>,
    pub(crate) payload_text: Option<String>,
    pub(crate) signature: Option<String>,
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "what was pasted is a string or a list of strings"
)]
pub(crate) enum Pasted {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Request {
    pub(crate) method: Option<String>,
    pub(crate) url: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Response {
    pub(crate) status: Option<u16>,
    pub(crate) www_authenticate: Option<String>,
    pub(crate) body: Option<String>,
}

/// What the diagnosis must say. Only the given members are checked;
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expect {
    #[serde(default)]
    pub(crate) cause: Given,
    pub(crate) certainty: Option<String>,
    #[serde(default)]
    pub(crate) also: Vec<String>,
    #[serde(default)]
    pub(crate) never: Vec<String>,
    #[serde(default)]
    pub(crate) verdicts: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) would_report: Given,
    #[serde(default)]
    pub(crate) judged: Given,
    #[serde(default)]
    pub(crate) settings: Settings,
    #[serde(default)]
    pub(crate) mentions: Vec<String>,
}

/// An id that may be `null`, which is not the same as not being there.
#[derive(Default)]
pub(crate) enum Given {
    #[default]
    Not,
    Null,
    Id(String),
}

impl Given {
    /// The id, where one is given.
    pub(crate) fn id(&self) -> Option<&str> {
        match self {
            Self::Id(id) => Some(id),
            Self::Not | Self::Null => None,
        }
    }

    /// Whether anything is given.
    pub(crate) fn is_given(&self) -> bool {
        !matches!(self, Self::Not)
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Id))
    }
}

impl Scenario {
    /// Reads a file's text.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }
}
