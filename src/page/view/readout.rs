//! What was read of a recognised thing, and from where. The text of a token is never shown here.

use whydenied::{
    http::{Body, Challenge},
    intake::Evidence,
    jose::{Token, Value},
    words::{given as words, intake},
};
use yew::prelude::*;

use super::{
    View,
    el::{Child, El, all, el},
    line::{request_line, status_line},
    prose::{prose, value},
};
use crate::page::{
    part::{Aspect, Part},
    source::{Origin, Source},
};

/// What is told of one thing, row by row.
#[derive(Default)]
struct Rows(Vec<(&'static str, String)>);

impl Rows {
    /// A row, where there is something to tell.
    #[inline(never)]
    fn tell(&mut self, name: &'static str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.0.push((name, text.to_owned()));
        }
    }
}

/// The place, the values, and what was tidied.
pub(super) fn readout(view: &View<'_>, source: &Source, part: &Part, aspect: Aspect) -> Html {
    let Rows(rows) = rows(part, aspect);
    let mut values = el("dl", "known");
    for (name, text) in &rows {
        values = values
            .with(el("dt", "").with(prose(name)))
            .with(el("dd", "").with(value(text)));
    }
    let mut notes = el("ul", "notes");
    for item in part
        .evidence
        .items
        .iter()
        .filter(|_| aspect == Aspect::Whole)
    {
        for note in &item.notes {
            notes = notes.with(el("li", "").with(prose(intake::note(*note))));
        }
    }
    all([
        place(view, source, part, aspect).node(),
        (!rows.is_empty()).then_some(values).node(),
        notes.node(),
    ])
}

/// Where it stands: the very line where that is known, or else the lines of all of it.
fn place(view: &View<'_>, source: &Source, part: &Part, aspect: Aspect) -> El {
    let text = match &source.origin {
        Origin::Recording { .. } => {
            return el("p", "").with(words::PICKED);
        }
        Origin::Box => words::PASTE.to_owned(),
        other => origin(other),
    };
    let line = (source.origin == Origin::Box)
        .then(|| line(&view.model.sources.text, part, aspect))
        .flatten();
    let (first, last) = line.map_or(part.lines, |line| (line, line));
    let mut words = words::lines(first, last, &text);
    let header = match aspect {
        Aspect::Token => ": `Authorization: Bearer …`",
        Aspect::Challenge => ": `WWW-Authenticate: …`",
        _ => "",
    };
    if line.is_some() {
        words.push_str(header);
    }
    el("p", "").with(prose(&words))
}

/// The one line that holds what was brought along; none where several lines could be meant.
fn line(text: &str, part: &Part, aspect: Aspect) -> Option<usize> {
    let beginning = match aspect {
        Aspect::Token => "authorization: bearer ",
        Aspect::Challenge => "www-authenticate:",
        _ => return None,
    };
    let whole = text.get(part.span.clone())?;
    let before = whole.len() - whole.trim_start().len();
    let mut found = None;
    for (index, line) in whole.get(before..)?.lines().enumerate() {
        if line.to_ascii_lowercase().contains(beginning) {
            if found.is_some() {
                return None;
            }
            found = Some(part.lines.0 + index);
        }
    }
    found
}

fn rows(part: &Part, aspect: Aspect) -> Rows {
    let evidence = &part.evidence;
    let mut rows = Rows::default();
    let is_asked = |inner| aspect == inner || aspect == Aspect::Whole;
    if is_asked(Aspect::Request) {
        let line = evidence.request.as_ref().and_then(request_line);
        rows.tell("Request", line.as_deref());
    }
    if is_asked(Aspect::Token)
        && let Some(token) = &evidence.token
    {
        of_token(token, &mut rows);
    }
    if let Some(response) = &evidence.response {
        if is_asked(Aspect::Status) {
            let status = response.status.map(status_line);
            rows.tell("Status", status.as_deref());
        }
        if is_asked(Aspect::Challenge) {
            for challenge in &response.challenges {
                of_challenge(challenge, &mut rows);
            }
        }
        if is_asked(Aspect::Outcome)
            && let Some(Body::OperationOutcome { code, diagnostics }) = &response.body
        {
            rows.tell("`code`", Some(code));
            rows.tell("`diagnostics`", Some(diagnostics));
        }
    }
    if aspect == Aspect::Whole {
        of_the_rest(evidence, &mut rows);
    }
    rows
}

fn of_token(token: &Token, rows: &mut Rows) {
    rows.tell("Token", Some(words::token(token)));
    let length = token.text().len();
    if length > 0 {
        rows.tell("Length", Some(&words::length(length)));
    }
    if let Token::Jws(jws) = token {
        for (label, name) in [("`aud`", "aud"), ("`iss`", "iss")] {
            let claim = jws.payload.root.get(name);
            rows.tell(label, claim.and_then(Value::as_str));
        }
    }
}

fn of_challenge(challenge: &Challenge, rows: &mut Rows) {
    rows.tell("Authority", challenge.authorization_uri.as_deref());
    rows.tell("Audience", challenge.audience());
    rows.tell("`error`", challenge.error.as_deref());
    rows.tell("It says", challenge.error_description.as_deref());
}

/// Settings, keys, and what a log or an identity provider says.
fn of_the_rest(evidence: &Evidence, rows: &mut Rows) {
    let response = evidence.response.as_ref();
    let id = response.and_then(|response| response.correlation_id.as_deref());
    rows.tell("Correlation id", id);
    let settings = &evidence.settings;
    rows.tell("Authority", settings.authority.as_deref());
    rows.tell("Audience", settings.audience.as_deref());
    rows.tell("Issuer", settings.issuer.as_deref());
    rows.tell("Resource ID", settings.resource_id.as_deref());
    if let Some(list) = &settings.allowed_object_ids {
        rows.tell("Allowed object IDs", Some(&list.len().to_string()));
    }
    if let Some(list) = &settings.smart_identity_providers {
        rows.tell("SMART identity providers", Some(&list.len().to_string()));
    }
    if let Some(set) = &evidence.keys {
        for key in set.keys.iter().take(MOST_KEYS) {
            rows.tell("Key", key.kid.as_deref().or(key.x5t.as_deref()));
        }
    }
    for role in evidence.held_roles.iter().flatten().take(MOST_KEYS) {
        rows.tell("Role", Some(role));
    }
    rows.tell("Reason", evidence.logged.map(words::reason));
    if let Some(refusal) = &evidence.token_refusal {
        let code = refusal
            .aadsts
            .map(|code| ["AADSTS", &code.to_string()].concat());
        rows.tell("Code", code.as_deref());
        rows.tell("`error`", refusal.error.as_deref());
    }
}

/// As many keys are named: an authority has a dozen.
const MOST_KEYS: usize = 16;

/// A text that was given, in a sentence.
pub(super) fn origin(origin: &Origin) -> String {
    match origin {
        Origin::Box => words::BOX.to_owned(),
        Origin::File { name, .. } => words::file(name),
        Origin::LongPaste { .. } => words::THE_LONG_PASTE.to_owned(),
        Origin::Recording { name, .. } => name
            .as_deref()
            .map_or_else(|| words::THE_LONG_PASTE.to_owned(), words::file),
    }
}
