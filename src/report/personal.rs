//! What in a case is personal, and the mark that stands for it.

use super::Redaction;
use crate::{
    diagnosis::Case,
    entra::Identity,
    http::Url,
    jose::{Json, Token, Value},
    words,
};

/// A value that is not to be handed on, and the mark that stands for it.
pub(super) struct Personal {
    pub(super) value: String,
    /// Whether that is only its beginning.
    pub(super) is_beginning: bool,
    kind: &'static str,
    /// Equal values have equal numbers, from 1 on for each kind.
    number: usize,
}

impl Personal {
    /// The mark, as `<oid>` or `<oid-1>`.
    pub(super) fn mark(&self, redaction: Redaction) -> String {
        if redaction == Redaction::StandIns {
            ["<", self.kind, "-", &self.number.to_string(), ">"].concat()
        } else {
            ["<", self.kind, ">"].concat()
        }
    }
}

/// Kinds of personal claims, and their names. The Object ID comes first: what `sub` repeats is called so.
const KINDS: [(&str, &[&str]); 9] = [
    ("oid", &["oid", "home_oid"]),
    ("sub", &["sub"]),
    (
        "upn",
        &["upn", "unique_name", "preferred_username", "login_hint"],
    ),
    (
        "mail",
        &[
            "email",
            "emails",
            "verified_primary_email",
            "verified_secondary_email",
        ],
    ),
    (
        "name",
        &[
            "name",
            "given_name",
            "middle_name",
            "family_name",
            "nickname",
        ],
    ),
    ("ip", &["ipaddr", "fwd"]),
    (
        "fhir-user",
        &["fhirUser", "extension_fhirUser", "extn.fhirUser"],
    ),
    ("phone", &["phone_number", "phone"]),
    (
        "address",
        &["address", "streetAddress", "postalCode", "city"],
    ),
];

/// The kind of a claim that the page itself calls personal, and that is none of those above.
const OTHER: &str = "personal";

/// As many personal values are looked for, the Object ID first. A real token has a tenth of them.
const MOST: usize = 200;

/// A value is known by as many characters: more of it are not compared at every place of a text.
const TELLING: usize = 256;

/// What is personal in a case; nothing where all is to stay as it is.
pub(super) fn of(case: &Case, redaction: Redaction) -> Vec<Personal> {
    let mut found = Found(Vec::new());
    if redaction == Redaction::AsTheyAre {
        return found.0;
    }
    let jws = case.token.as_ref().and_then(Token::jws);
    // An application is no person.
    let is_app = jws.is_some_and(|jws| Identity::of(jws.claims()).kind.is_app_only());
    // Nobody is named by an application's id, or by a group's.
    let mut ids = Vec::new();
    if let Some(jws) = jws {
        let payload = &jws.payload;
        for (kind, names) in KINDS {
            if is_app && matches!(kind, "oid" | "sub") {
                continue;
            }
            for member in payload.root.members() {
                if names.contains(&&*member.name) {
                    found.take(kind, payload, &member.value);
                }
            }
        }
        let others = words::personal_claims();
        for member in payload.root.members() {
            if others.contains(&&*member.name) {
                found.take(OTHER, payload, &member.value);
            }
        }
        for name in ["appid", "azp", "tid", "aud", "groups"] {
            ids.extend(jws.claims().texts(name));
        }
        ids.extend(jws.claims().text("oid").filter(|_| is_app));
    }
    // A record's id may name a patient, or be known for one. It is told with its type, `Patient/1`: alone it may
    // be any short word.
    let request = case.request.as_ref();
    let path = request.map(|request| Url::parse_reference(&request.url).path);
    let mut kind = "";
    for segment in path.unwrap_or_default().split('/') {
        let is_behind_type = kind.starts_with(|first: char| first.is_ascii_uppercase());
        if is_behind_type && !segment.is_empty() && !segment.starts_with(['$', '_']) {
            found.add("record", &[kind, "/", segment].concat());
        }
        kind = segment;
    }
    for entry in case.settings.allowed_object_ids.iter().flatten().take(MOST) {
        let entry = entry.trim();
        if !ids.iter().any(|id| id.eq_ignore_ascii_case(entry)) {
            found.add("oid", entry);
        }
    }
    found.0
}

struct Found(Vec<Personal>);

impl Found {
    /// Takes all texts in a claim's value.
    fn take(&mut self, kind: &'static str, json: &Json, value: &Value) {
        if self.0.len() >= MOST {
            return;
        }
        match value {
            Value::String { text, .. } => {
                let (kind, number) = self.add(kind, text);
                // As it may stand elsewhere: in JSON, in a sentence, in a command, in a URL, in HTML.
                for form in [
                    json.source_of(value).trim_matches('"'),
                    &text.replace('`', "'"),
                    &text.replace('\'', r"'\''"),
                    &text.replace('\'', "''"),
                    &text.replace('@', "%40").replace(' ', "%20"),
                    &text.replace('@', "%40").replace(' ', "+"),
                    &text.replace('\'', "&#39;"),
                ] {
                    self.add_as(form, kind, number);
                }
            }
            Value::Number { text, .. } => {
                self.add(kind, text);
            }
            Value::Array { items, .. } => {
                for item in items {
                    self.take(kind, json, item);
                }
            }
            Value::Object { members, .. } => {
                for member in members {
                    self.take(kind, json, &member.value);
                }
            }
            Value::Null { .. } | Value::Bool { .. } => {}
        }
    }

    /// Takes a value; kind and number of its mark, which stands for all that are equal to it.
    fn add(&mut self, kind: &'static str, value: &str) -> (&'static str, usize) {
        let (compared, _) = beginning(value);
        let mut number = 1;
        for known in &self.0 {
            if known.value.eq_ignore_ascii_case(compared) {
                return (known.kind, known.number);
            }
            if known.kind == kind {
                number = known.number + 1;
            }
        }
        self.add_as(value, kind, number);
        (kind, number)
    }

    /// Takes another form of a value.
    fn add_as(&mut self, value: &str, kind: &'static str, number: usize) {
        let (value, is_beginning) = beginning(value);
        let is_known = self.0.iter().any(|known| known.value == value);
        if !value.is_empty() && self.0.len() < MOST && !is_known {
            self.0.push(Personal {
                value: value.to_owned(),
                is_beginning,
                kind,
                number,
            });
        }
    }
}

/// A value as far as it is compared, and whether that is not all of it.
fn beginning(value: &str) -> (&str, bool) {
    let value = value.trim();
    match value.char_indices().nth(TELLING) {
        Some((at, _)) => (value.get(..at).unwrap_or_default(), true),
        None => (value, false),
    }
}
