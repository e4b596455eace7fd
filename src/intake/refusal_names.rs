//! What the message of a refusal names: the client, the API, and the login that it asks for.

use crate::{entra::Guid, http::Named, service::DEFAULT_SCOPE};

/// What Entra ID writes before the id of the client, in one message or another.
const BEFORE_CLIENT: [&str; 6] = [
    "with ID '",
    "lient app ID: ",
    "with identifier '",
    " app '",
    "application '",
    " ('",
];

/// No name or address is longer.
const LONGEST: usize = 200;

/// What this message names.
pub(super) fn read(message: &str) -> Named {
    let id = BEFORE_CLIENT
        .iter()
        .find_map(|words| Some((*words, id_behind(message, words)?)));
    let (tenant, scope) = login(message);
    let of_scope = || {
        let scope = scope.as_deref()?;
        Some(scope.strip_suffix(DEFAULT_SCOPE)?.to_owned())
    };
    let resource = between(message, "Resource value from request: ", ". ")
        .or_else(|| between(message, "resource principal named ", " was not found in"));
    Named {
        client: id.and_then(|(words, id)| name(message, words, id)),
        client_id: id.map(|(_, id)| id.to_owned()),
        resource: resource.map(str::to_owned).or_else(of_scope),
        tenant,
        scope,
    }
}

/// The GUID that stands behind these words.
fn id_behind<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    const LENGTH: usize = 36;
    let (_, behind) = text.split_once(words)?;
    let id = behind.get(..LENGTH)?;
    Guid::parse(id).map(|_| id)
}

/// The name that stands beside the client's id: behind it in quotation marks or brackets, or before it.
fn name(message: &str, words: &str, id: &str) -> Option<String> {
    let (_, behind) = message.split_once(id)?;
    let name = behind
        .strip_prefix("' named '")
        .and_then(|name| name.split_once('\''))
        .or_else(|| behind.strip_prefix('(')?.split_once(')'))
        .map(|(name, _)| name)
        .filter(|name| is_shown(name));
    name.or_else(|| between(message, "the application ", words))
        .map(str::to_owned)
}

/// What stands between these words.
fn between<'a>(text: &'a str, before: &str, behind: &str) -> Option<&'a str> {
    let (_, from) = text.split_once(before)?;
    let (found, _) = from.split_once(behind)?;
    is_shown(found).then_some(found)
}

fn is_shown(name: &str) -> bool {
    !name.is_empty() && name.len() <= LONGEST && !name.contains(char::is_control)
}

/// The tenant and the scope of the `az login` that the Azure CLI proposes.
fn login(message: &str) -> (Option<String>, Option<String>) {
    for line in message.split("az login ").skip(1) {
        let mut words = line.lines().next().unwrap_or_default().split_whitespace();
        let (mut tenant, mut scope) = (None, None);
        while let Some(word) = words.next() {
            match word {
                "--tenant" => tenant = value(&mut words).filter(|id| Guid::parse(id).is_some()),
                "--scope" => scope = value(&mut words).filter(|scope| is_scope(scope)),
                _ => {}
            }
        }
        if scope.is_some() {
            return (tenant, scope);
        }
    }
    (None, None)
}

fn value<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<String> {
    let value = words.next()?.trim_matches(['"', '\'']);
    Some(value.to_owned())
}

/// A scope for all that is granted, as `az` asks for it.
fn is_scope(scope: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b":/.-_~".contains(&byte);
    scope.len() <= LONGEST && scope.ends_with(DEFAULT_SCOPE) && scope.bytes().all(is_part)
}
