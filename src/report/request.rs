//! The request line of a report: what was called, without what must not be handed on.

use super::Redaction;
use crate::http::{Request, Url};

/// Method and URL. User information and fragment are always left out, and so are parameters that hold a
/// secret. Unless all is to stay as it is, ids of records and the values of the query give way to marks: a
/// search may name a patient.
pub(super) fn line(request: Option<&Request>, redaction: Redaction) -> Option<String> {
    let request = request?;
    let url = Url::parse_reference(&request.url);
    let mut line = request.method.clone();
    if !url.path.is_empty() || !url.host.is_empty() {
        line.push(' ');
    }
    if !url.host.is_empty() {
        line.push_str(url.scheme);
        line.push_str("://");
        line.push_str(url.host);
    }
    let is_open = redaction == Redaction::AsTheyAre;
    push_path(url.path, is_open, &mut line);
    push_query(url.query, is_open, &mut line);
    (!line.trim().is_empty()).then(|| line.trim().to_owned())
}

/// The path. What follows a resource type is a record's id, unless it is an operation or a fixed word.
fn push_path(path: &str, is_open: bool, line: &mut String) {
    let mut is_behind_type = false;
    for (index, segment) in path.split('/').enumerate() {
        if index > 0 {
            line.push('/');
        }
        let is_id = is_behind_type && !segment.is_empty() && !segment.starts_with(['$', '_']);
        line.push_str(if is_id && !is_open { "<id>" } else { segment });
        is_behind_type = segment.starts_with(|first: char| first.is_ascii_uppercase());
    }
}

/// Parameters that hold a secret, or a part of one.
const SECRETS: [&str; 11] = [
    "token",
    "code",
    "secret",
    "password",
    "assertion",
    "key",
    "sig",
    "state",
    "session",
    "client_info",
    "credential",
];

fn push_query(query: Option<&str>, is_open: bool, line: &mut String) {
    for (index, parameter) in query
        .into_iter()
        .flat_map(|query| query.split('&'))
        .enumerate()
    {
        line.push(if index == 0 { '?' } else { '&' });
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        line.push_str(name);
        if value.is_empty() {
            continue;
        }
        let name = name.to_ascii_lowercase();
        let is_secret = SECRETS.iter().any(|secret| name.contains(secret));
        line.push('=');
        line.push_str(match (is_secret, is_open) {
            (true, _) => "<secret>",
            (false, true) => value,
            (false, false) => "<value>",
        });
    }
}
