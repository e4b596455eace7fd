//! What in a case is personal, and the mark that stands for it.

use super::Redaction;
use crate::{
    diagnosis::Case,
    entra::Identity,
    jose::{Json, Token, Value},
    words,
};

/// A value that is not to be handed on, and the mark that stands for it.
pub(super) struct Personal {
    pub(super) value: String,
    pub(super) mark: String,
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

/// As many personal values are looked for. No real token has a hundredth of them.
const MOST: usize = 2_000;

/// As many entries of the allow list are looked at: no more are ever in a report.
const MOST_LISTED: usize = 2_000;

/// What is personal in a case; nothing where all is to stay as it is.
pub(super) fn of(case: &Case, redaction: Redaction) -> Vec<Personal> {
    let mut found = Found {
        values: Vec::new(),
        redaction,
    };
    if redaction == Redaction::AsTheyAre {
        return found.values;
    }
    let jws = case.token.as_ref().and_then(Token::jws);
    // An application is no person.
    let is_app = jws.is_some_and(|jws| Identity::of(jws.claims()).kind.is_app_only());
    if let Some(payload) = jws.map(|jws| &jws.payload) {
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
        for member in payload.root.members() {
            if words::claim(&member.name).is_some_and(|words| words.personal)
                || member.name == "altsecid"
            {
                found.take(OTHER, payload, &member.value);
            }
        }
    }
    let listed = case.settings.allowed_object_ids.iter().flatten();
    for entry in listed.take(MOST_LISTED) {
        // Nobody is named by an application's id, or by a group's.
        let is_of_app = jws.is_some_and(|jws| {
            ["appid", "azp", "tid", "aud", "groups"].iter().any(|name| {
                jws.claims()
                    .texts(name)
                    .iter()
                    .any(|id| id.eq_ignore_ascii_case(entry.trim()))
            }) || is_app && jws.claims().text("oid") == Some(entry.trim())
        });
        if !is_of_app {
            found.add("oid", entry.trim());
        }
    }
    found.values
}

struct Found {
    values: Vec<Personal>,
    redaction: Redaction,
}

impl Found {
    /// Takes all texts in a claim's value.
    fn take(&mut self, kind: &'static str, json: &Json, value: &Value) {
        match value {
            Value::String { text, .. } => {
                let mark = self.add(kind, text);
                // As it may stand elsewhere: in JSON, in a sentence, in a command.
                self.add_as(json.source_of(value).trim_matches('"'), &mark);
                self.add_as(&text.replace('`', "'"), &mark);
                self.add_as(&text.replace('\'', r"'\''"), &mark);
                self.add_as(&text.replace('\'', "''"), &mark);
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

    /// Takes a value; the mark that stands for it, and for all that are equal to it.
    fn add(&mut self, kind: &'static str, value: &str) -> String {
        let value = value.trim();
        let is_same = |known: &&Personal| known.value.eq_ignore_ascii_case(value);
        if let Some(known) = self.values.iter().find(is_same) {
            return known.mark.clone();
        }
        let mark = self.mark(kind);
        self.add_as(value, &mark);
        mark
    }

    fn mark(&self, kind: &str) -> String {
        let mut number = 1_usize;
        loop {
            let mark = match self.redaction {
                Redaction::StandIns => ["<", kind, "-", &number.to_string(), ">"].concat(),
                _ => return ["<", kind, ">"].concat(),
            };
            if self.values.iter().all(|known| known.mark != mark) {
                return mark;
            }
            number += 1;
        }
    }

    /// Takes another form of a value.
    fn add_as(&mut self, value: &str, mark: &str) {
        let value = value.trim();
        if !value.is_empty()
            && self.values.len() < MOST
            && self.values.iter().all(|known| known.value != value)
        {
            self.values.push(Personal {
                value: value.to_owned(),
                mark: mark.to_owned(),
            });
        }
    }
}
