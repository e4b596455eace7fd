//! The `WWW-Authenticate` header: what a 401 says about itself (RFC 9110 sections 11.2 and 11.6.1).

use super::{cut_at, description, reason::Reason};

/// One challenge: an authentication scheme and its parameters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Challenge {
    /// The scheme, as it was written: `Bearer`.
    pub scheme: String,
    /// `authorization_uri`: the Authority that the service is configured with [domain 3.2].
    pub authorization_uri: Option<String>,
    /// `resource_id`: the Audience that the service is configured with [domain 3.2].
    pub resource_id: Option<String>,
    /// `realm`: the Audience once more.
    pub realm: Option<String>,
    /// `error`: the code of RFC 6750 section 3.1; none where no token was seen.
    pub error: Option<String>,
    /// `error_description`: the one failure that the service reports.
    pub error_description: Option<String>,
}

impl Challenge {
    /// Whether it asks for a bearer token.
    pub fn is_bearer(&self) -> bool {
        self.scheme.eq_ignore_ascii_case("Bearer")
    }

    /// The Audience that it names: `resource_id`, and where that is missing `realm`.
    pub fn audience(&self) -> Option<&str> {
        self.resource_id.as_deref().or(self.realm.as_deref())
    }

    /// The failures that it names, in its order. `invalid_token` without a description is how the service
    /// says that it cannot read the token at all [domain 3.3]. Without either it names none.
    pub fn reasons(&self) -> Vec<Reason> {
        match self
            .error_description
            .as_deref()
            .map(str::trim)
            .filter(|description| !description.is_empty())
        {
            Some(description) => description::reasons(description),
            None if self.error.as_deref() == Some("invalid_token") => vec![Reason::Unreadable],
            None => Vec::new(),
        }
    }

    /// Takes a parameter; of a repeated one, which RFC 9110 forbids, the first counts.
    fn take(&mut self, name: &str, value: String) {
        let known = [
            ("authorization_uri", &mut self.authorization_uri),
            ("resource_id", &mut self.resource_id),
            ("realm", &mut self.realm),
            ("error", &mut self.error),
            ("error_description", &mut self.error_description),
        ];
        for (known, place) in known {
            if name.eq_ignore_ascii_case(known) {
                place.get_or_insert(value);
                return;
            }
        }
    }
}

/// As many challenges are read of one header. No server asks in so many ways.
const MOST: usize = 64;

/// The challenges of one header value, in their order. What is not to the grammar is passed over, and so
/// are the brackets that .NET and PowerShell print around it: `{Bearer …}`.
pub fn challenges(header_value: &str) -> Vec<Challenge> {
    let mut challenges: Vec<Challenge> = Vec::new();
    let mut rest = after_separators(header_value.trim_start_matches(['{', '[']));
    while !rest.is_empty() && challenges.len() < MOST {
        let (name, behind_name) = token(rest);
        if name.is_empty() {
            rest = after_separators(past_item(rest));
            continue;
        }
        rest = match (value_of(behind_name), challenges.last_mut()) {
            (Some((value, behind_value)), Some(challenge)) => {
                challenge.take(name, value);
                behind_value
            }
            (Some((_, behind_value)), None) => behind_value,
            // Cut off: there is a description, and nobody knows what it says.
            (None, Some(challenge))
                if behind_name.is_empty()
                    && name.starts_with("error_")
                    && "error_description".starts_with(name) =>
            {
                challenge.error_description.get_or_insert("…".to_owned());
                behind_name
            }
            (None, _) => {
                challenges.push(Challenge {
                    scheme: name.to_owned(),
                    ..Challenge::default()
                });
                past_token68(behind_name)
            }
        };
        rest = after_separators(rest);
    }
    challenges
}

/// `=` and a value, with what stands behind it; none where a scheme's name was read, not a parameter's.
fn value_of(text: &str) -> Option<(String, &str)> {
    let value = text.trim_start().strip_prefix('=')?.trim_start();
    if let Some(quoted) = value.strip_prefix('"') {
        return Some(quoted_string(quoted));
    }
    let (value, rest) = cut_at(value, is_separator);
    Some((value.to_owned(), rest))
}

fn is_separator(byte: u8) -> bool {
    matches!(byte, b',' | b' ' | b'\t' | b'\r' | b'\n')
}

/// The text up to the closing quotation mark, escapes resolved; up to the end where there is none.
fn quoted_string(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\\']) {
        let (plain, from_mark) = rest.split_at_checked(at).unwrap_or((rest, ""));
        value.push_str(plain);
        let mut marked = from_mark.chars();
        if marked.next() == Some('"') {
            return (value, marked.as_str());
        }
        value.extend(marked.next());
        rest = marked.as_str();
    }
    value.push_str(rest);
    (value, "")
}

/// Passes over the opaque text that some schemes have in place of parameters: `Negotiate TlRM…==`.
fn past_token68(text: &str) -> &str {
    let rest = text.trim_start();
    let (word, behind) = cut_at(rest, is_separator);
    let is_name = token(word).0.len() == word.len();
    let is_token68 = word
        .trim_end_matches('=')
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
        && !behind.trim_start().starts_with('=');
    let ends_item = behind.is_empty() || behind.trim_start().starts_with(',');
    if is_token68 && (ends_item || !is_name) && !word.is_empty() {
        behind
    } else {
        rest
    }
}

fn past_item(text: &str) -> &str {
    text.split_once(',').map_or("", |(_, rest)| rest)
}

fn after_separators(text: &str) -> &str {
    text.trim_start_matches(|character: char| character == ',' || character.is_whitespace())
}

/// A token (RFC 9110 section 5.6.2) and what stands behind it.
fn token(text: &str) -> (&str, &str) {
    cut_at(text, |byte| {
        !byte.is_ascii_alphanumeric() && !b"!#$%&'*+-.^_`|~".contains(&byte)
    })
}
