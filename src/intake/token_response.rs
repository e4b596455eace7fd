//! A token endpoint's answer (RFC 6749 section 5.1), and what `az`, Az PowerShell and a managed identity's
//! endpoint make of it [domain 5.1-5.3].

use super::{Evidence, Item, Kind, Note, bare_token, json::token_at};
use crate::jose::Raw;

/// Where the access token stands, before an ID token, which is taken where there is nothing else.
const MEMBERS: [&str; 4] = ["access_token", "accessToken", "AccessToken", "id_token"];

/// The token of an answer.
pub(super) fn read(json: Raw<'_>) -> Option<Evidence> {
    // Az PowerShell's `Get-AzAccessToken | ConvertTo-Json`; other documents have a `token` too.
    let by_short_name = || {
        let is_token = |evidence: &Evidence| evidence.token.is_some();
        let named = ["Token", "token"].into_iter().find_map(|name| {
            json.string_at(name)
                .filter(|token| bare_token::is_token(token.trim()))
                .map(|_| name)
        })?;
        token_at(json, named).filter(is_token)
    };
    let found = MEMBERS
        .iter()
        .find_map(|name| token_at(json, name))
        .or_else(by_short_name)?;
    let notes: Vec<Note> = found
        .items
        .into_iter()
        .flat_map(|item| item.notes)
        .collect();
    Some(Evidence {
        items: vec![Item {
            kind: Kind::TokenResponse,
            notes,
        }],
        token: found.token,
        ..Evidence::default()
    })
}
