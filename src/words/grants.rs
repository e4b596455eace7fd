//! Scopes and app roles in words, one by one.

use super::texts;
use crate::service::{ClinicalScope, Context, Permission};

/// What a scope asks for; none of one that is not known. Source: OpenID Connect Core 1.0, section 5.4;
/// SMART App Launch 2.2, "Scopes and Launch Context".
pub fn scope(scope: &str) -> Option<String> {
    let known = texts::line("scopes", scope);
    if !known.is_empty() {
        return Some(known.to_owned());
    }
    let scope = ClinicalScope::of(scope)?;
    let whose = match scope.context {
        Context::Patient => " of one patient",
        Context::User => " that the user may see",
        Context::System => " of the whole service",
    };
    let what = scope.resource_type.as_deref().unwrap_or("everything");
    Some([&permitted(scope.permission), " ", what, whose].concat())
}

fn permitted(permission: Permission) -> String {
    let letters = match permission {
        Permission::Read => return "read and search".to_owned(),
        Permission::Write => return "create, update and delete".to_owned(),
        Permission::All => return "read and write".to_owned(),
        Permission::Letters(letters) => letters,
    };
    let verbs = ["create", "read", "update", "delete", "search"];
    let mut words = String::new();
    for (bit, verb) in verbs.into_iter().enumerate() {
        if letters & 1 << bit != 0 {
            words.push_str(if words.is_empty() { "" } else { ", " });
            words.push_str(verb);
        }
    }
    words
}

/// What an app role allows at a self-hosted server; none of one that its `roles.json` does not have
/// [domain 3.7].
pub fn app_role(role: &str) -> Option<&'static str> {
    let allows = texts::line("app-roles", &role.to_ascii_lowercase());
    (!allows.is_empty()).then_some(allows)
}
