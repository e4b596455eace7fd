//! A diagnosis to hand on: as Markdown for a ticket, as JSON for tools, as plain text.
//!
//! All three are written from one [`Report`], so they cannot disagree. It is a list of named values that
//! was redacted before anyone may write it out: see [`Redaction`]. Whatever the redaction, no part of the
//! token is in it, only claims that were compared.
//!
//! # JSON
//!
//! One object. A key is always there; what is not known is `null`, and a list of nothing is `[]`.
//!
//! | key | what it is |
//! |---|---|
//! | `schema` | [`SCHEMA`]: raised when a key is renamed or goes, not when one is added |
//! | `headline`, `explanation` | sentences; code terms stand in backticks |
//! | `cause`, `certainty`, `question` | ids of `CauseId`, `Certainty`, `NodeId` |
//! | `service_reports` | the question whose failure the service itself would report |
//! | `service`, `status` | the service's id, the HTTP status |
//! | `request` | method and URL, without user information, fragment and secrets |
//! | `evidence` | `found_in`, `found`, `expected_in`, `expected` |
//! | `fixes` | each `whose`, `step`, and `ways` of `tool`, `command`, `note` |
//! | `judged` | `kind`, `because`, `oid`, `client_id` of the identity that the service judges |
//! | `said` | what the service, a log or the identity provider said: `by`, `words` |
//! | `settings` | `authority` and `audience` that the token was compared with |
//! | `claims` | the token's claims that decide: `name`, `value`, and `time` of a number that is one |
//! | `also` | other findings: `headline`, `cause`, `certainty` |
//! | `remarks` | of a hard look at the token: sentences |
//! | `not_checked` | `settled_by`: what is missing, and `question`: the first one that it would settle |
//! | `correlation` | ids that support asks for: `name`, `value` |
//! | `judged_at`, `clock` | as of when, and whose clock that is: `answer`, `own`, or `token` for when it was issued |
//! | `redaction` | the id of the [`Redaction`] |
//! | `version` | of this program |

mod causes;
mod fields;
mod gather;
mod json;
mod markdown;
mod mask;
mod personal;
mod request;
mod said;
mod text;
mod token_parts;

pub use causes::causes;
pub use json::json;
pub use markdown::markdown;
pub use text::text;

use crate::diagnosis::{Case, Diagnosis};
use token_parts::TokenParts;

/// The version of the report's keys.
pub const SCHEMA: u16 = 1;

/// How what is personal stands in a report: names, user names, addresses of all kinds, the Object ID and the
/// `sub` of a user, the person's record, and in the request's URL the ids and the values of its query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redaction {
    /// A fixed mark says what it was: `<oid>`.
    Masked,
    /// Equal values have equal numbered marks, as `<oid-1>`. The default: nobody is named, and a
    /// comparison can still be followed.
    StandIns,
    /// As they are.
    AsTheyAre,
}

impl Redaction {
    /// All, the strictest first.
    pub const ALL: [Self; 3] = [Self::Masked, Self::StandIns, Self::AsTheyAre];

    /// The id in reports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Masked => "masked",
            Self::StandIns => "stand-ins",
            Self::AsTheyAre => "as-they-are",
        }
    }
}

/// A diagnosis and its case, redacted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report(Vec<Entry>);

impl Report {
    /// The report of a case and its diagnosis.
    pub fn of(case: &Case, diagnosis: &Diagnosis, redaction: Redaction) -> Self {
        let mut entries = gather::gather(case, diagnosis, redaction);
        let personal = personal::of(case, redaction);
        let token = TokenParts::of(case.token.as_ref());
        visit(&mut entries, &mut |text| {
            let masked = mask::masked(text, &personal, redaction);
            *text = shortened(token.without(&masked));
        });
        Self(entries)
    }
}

/// As much of a value is in a report.
const LONGEST: usize = 2_000;

fn shortened(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => [text.get(..at).unwrap_or_default(), "…"].concat(),
        None => text,
    }
}

/// A named value.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    /// Its key in JSON; its label is the one of `words::report`.
    key: &'static str,
    value: Value,
}

/// A value of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    /// An id or a word of our own.
    Id(&'static str),
    /// Our own sentences, with values in them; code terms stand in backticks.
    Prose(String),
    /// A value as it stands elsewhere.
    Exact(String),
    /// A command line.
    Command(String),
    /// A number.
    Number(u16),
    /// Named values.
    Group(Vec<Entry>),
    /// Several of one kind.
    List(Vec<Value>),
    /// Not known.
    Unknown,
}

/// Shows every text that is not our own alone.
fn visit(entries: &mut [Entry], change: &mut dyn FnMut(&mut String)) {
    for entry in entries {
        visit_value(&mut entry.value, change);
    }
}

fn visit_value(value: &mut Value, change: &mut dyn FnMut(&mut String)) {
    match value {
        Value::Prose(text) | Value::Exact(text) | Value::Command(text) => change(text),
        Value::Group(entries) => visit(entries, change),
        Value::List(items) => {
            for item in items {
                visit_value(item, change);
            }
        }
        Value::Id(_) | Value::Number(_) | Value::Unknown => {}
    }
}
