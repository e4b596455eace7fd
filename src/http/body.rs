//! A response's body, as far as it tells who answered [domain 2.6].

use super::{Body, Form, Gateway, Headers, position_of};
use crate::jose::{Members, Raw};

/// As much of a foreign body as is shown.
const EXCERPT: usize = 200;

impl Body {
    /// Reads a body; the headers that came with it decide only where the text itself does not.
    pub fn read(text: &str, headers: &Headers) -> Self {
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            return Self::Empty;
        }
        let json = Raw::of(text);
        if let Some(outcome) = operation_outcome(text, json) {
            return outcome;
        }
        let has_type = |part: &str| {
            let content_type = headers.first("content-type");
            content_type.is_some_and(|given| position_of(given, part).is_some())
        };
        let beginning = excerpt(text);
        let json = json.filter(|_| text.starts_with(['{', '[']));
        let is_page = position_of(&beginning, "<html").is_some()
            || position_of(&beginning, "<!doctype html") == Some(0);
        let form = if json.is_some() || text.starts_with(['{', '[']) && has_type("json") {
            Form::Json
        } else if is_page || has_type("html") {
            Form::Html
        } else {
            Form::Text
        };
        let title = || title(text).filter(|_| form == Form::Html);
        Self::Foreign {
            form,
            gateway: Gateway::of(text, json.and_then(Members::of).as_ref(), headers),
            excerpt: title().unwrap_or(beginning),
        }
    }
}

/// The `id` of an `OperationOutcome`: the correlation id that support asks for.
pub(super) fn operation_outcome_id(text: &str) -> Option<String> {
    operation_outcome_value(text, &["id"])
}

/// When an `OperationOutcome` was made, which newer services tell [domain 2.6]: seconds since 1970.
pub(super) fn operation_outcome_time(text: &str) -> Option<i64> {
    super::seconds(&operation_outcome_value(text, &["meta", "lastUpdated"])?)
}

fn operation_outcome_value(text: &str, path: &[&str]) -> Option<String> {
    let text = text.trim();
    if let Some(json) = Raw::of(text) {
        Members::of(json).filter(is_operation_outcome)?;
        return json.at(path)?.owned_string();
    }
    let outcome = text.get(text.find("<OperationOutcome")?..)?;
    let (value, _) = xml_value(outcome, path.last().copied()?)?;
    Some(value.to_owned())
}

/// Whether this is a FHIR `OperationOutcome`.
pub(crate) fn is_operation_outcome(json: &Members<'_>) -> bool {
    json.get("resourceType").and_then(Raw::string).as_deref() == Some("OperationOutcome")
}

fn operation_outcome(text: &str, json: Option<Raw<'_>>) -> Option<Body> {
    let mut codes = Vec::new();
    let mut diagnostics = Vec::new();
    match json {
        Some(json) => {
            let json = Members::of(json).filter(is_operation_outcome)?;
            for issue in json.get("issue").into_iter().flat_map(Raw::items) {
                let details = || issue.at(&["details", "text"])?.owned_string();
                codes.extend(issue.string_at("code"));
                diagnostics.extend(issue.string_at("diagnostics").or_else(details));
            }
        }
        // FHIR's XML, and JSON that was cut off on its way into the clipboard.
        None if text.starts_with('<') => {
            let outcome = text.get(text.find("<OperationOutcome")?..)?;
            codes = all(outcome, "code", xml_value);
            diagnostics = all(outcome, "diagnostics", xml_value);
        }
        None => {
            let (_, outcome) = text.split_once("\"resourceType\"")?;
            let value = outcome.trim_start().strip_prefix(':')?.trim_start();
            value.strip_prefix("\"OperationOutcome\"")?;
            codes = all(outcome, "\"code\"", cut_member);
            diagnostics = all(outcome, "\"diagnostics\"", cut_member);
        }
    }
    let telling = codes
        .iter()
        .position(|code| matches!(code.as_str(), "login" | "forbidden"));
    Some(Body::OperationOutcome {
        code: codes
            .into_iter()
            .nth(telling.unwrap_or_default())
            .unwrap_or_default(),
        diagnostics: diagnostics.join(" "),
    })
}

/// Finds the first value of this name, and what stands behind it.
type Finder = for<'a> fn(text: &'a str, name: &str) -> Option<(&'a str, &'a str)>;

/// All values of this name.
fn all(mut text: &str, name: &str, find: Finder) -> Vec<String> {
    let mut all = Vec::new();
    while let Some((value, behind)) = find(text, name) {
        all.push(value.to_owned());
        text = behind;
    }
    all
}

fn cut_member<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let (_, behind) = text.split_once(name)?;
    let value = behind
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix('"')?;
    value.split_once('"')
}

fn xml_value<'a>(text: &'a str, element: &str) -> Option<(&'a str, &'a str)> {
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('<') {
        rest = behind;
        if let Some(attributes) = behind
            .strip_prefix(element)
            .filter(|after| after.starts_with(char::is_whitespace))
        {
            return attributes
                .trim_start()
                .strip_prefix("value=\"")?
                .split_once('"');
        }
    }
    None
}

fn title(text: &str) -> Option<String> {
    let (_, title) = text.get(position_of(text, "<title")?..)?.split_once('>')?;
    let title = title.get(..position_of(title, "</title")?)?.trim();
    (!title.is_empty()).then(|| excerpt(title))
}

fn excerpt(text: &str) -> String {
    text.chars().take(EXCERPT).collect()
}
