//! A token endpoint's answer (RFC 6749 section 5.1), and what `az`, Az PowerShell and a managed identity's
//! endpoint make of it [domain 5.1-5.3].

use super::{Evidence, Kind, bare_token, json::token_at};
use crate::jose::Members;

/// Where the access token stands, before an ID token, which is taken where there is nothing else.
const MEMBERS: [&str; 4] = ["access_token", "accessToken", "AccessToken", "id_token"];

/// The token of an answer.
pub(super) fn read(json: &Members<'_>) -> Option<Evidence> {
    // Az PowerShell's `Get-AzAccessToken | ConvertTo-Json`; other documents have a `token` too.
    let is_token = |name: &&str| {
        json.string_at(name)
            .is_some_and(|token| bare_token::is_token(token.trim()))
    };
    let by_short_name = || {
        ["Token", "token"]
            .iter()
            .find(|name| is_token(name))
            .and_then(|name| token_at(json, name))
    };
    let mut found = MEMBERS
        .iter()
        .find_map(|name| token_at(json, name))
        .or_else(by_short_name)?;
    for item in &mut found.items {
        item.kind = Kind::TokenResponse;
    }
    Some(found)
}
