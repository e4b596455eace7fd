//! Two values that should have been the same, in words: where each stands, and what differs.

use crate::diagnosis::Field;

/// What marks the letters in which two values differ.
pub const UNDERLINED: &str = "Underlined letters differ.";
/// Of the caller's role.
pub const ROLE_NOT_KNOWN: &str = "not known; no token shows it";
/// Of a value that should have been found.
pub const NOT_THERE: &str = "not there";
/// Of a value that was to be expected.
pub const NOT_KNOWN: &str = "not known";
/// Behind a claim's name.
pub const IN_TOKEN: &str = " in the token";
/// Behind a header parameter's name.
pub const IN_HEADER: &str = " in its header";

/// The least role that has an action.
pub fn least_role(action: &str, role: &str) -> String {
    ["the least role with `", action, "` is ", role, "."].concat()
}

/// Where a value stands. Claims and header parameters are called by their own names.
pub const fn place(field: Field, is_found: bool) -> &'static str {
    match field {
        Field::Claim(name) | Field::Header(name) => name,
        Field::Audience => "Audience of the API",
        Field::Authority => "Authority of the API",
        Field::Issuer => "Issuer of the authority",
        Field::AllowList => "Allowed object IDs",
        Field::Now => "Now",
        Field::Keys => "The authority's keys",
        Field::Role if is_found => "Has",
        Field::Role => "Role",
        Field::Action => "Needs",
        Field::Body => "The answer's body",
        Field::Request => "The request",
        Field::SmartApplication => "SMART application",
        Field::Entered => "Entered here",
        Field::Server => "The service says",
    }
}
