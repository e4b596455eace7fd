//! What is said of the link that the page was opened with, and of links to it.

use super::fields::plain;
use crate::link::{Ignored, Why};

/// A setting's origin: the link.
pub const FROM_LINK: &str = "from the link";
/// The same, where the link fixes what it gives.
pub const FIXED: &str = "fixed by the link";
/// A setting's origin: the device.
pub const FROM_DEVICE: &str = "remembered here";

/// The service's origin, where nothing that was given names it.
pub const ASSUMED: &str = "assumed: choose yours";

/// The token that the address carried.
pub const HAD_TOKEN: &str = "This page was opened with a token in its address. The token was taken \
                             out of the address bar and of this tab's history, and stands in the \
                             paste box. The browser's own history still holds that address, and \
                             Chrome and Edge also note it with their icons, top sites and tabs to \
                             restore, until you clear the browsing data of the last hour. Paste \
                             tokens instead of opening them.";

/// What is remembered, and what is not.
pub const MEMORY: &str =
    "The service and its settings as shown above. Never a token, and nothing else that you paste.";

/// So many parameters are told one by one.
const MOST: usize = 4;
/// So many characters of a name are told.
const LONGEST: usize = 40;

/// Which parameters of the link were ignored.
pub fn ignored(parameters: &[Ignored]) -> String {
    let mut text = "The link says things that this page does not take: ".to_owned();
    for (index, parameter) in parameters.iter().take(MOST).enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        let name: String = parameter.name.chars().take(LONGEST).collect();
        let name = if name.is_empty() { "=" } else { &name };
        text.push('`');
        text.push_str(&plain(name));
        text.push_str("` (");
        text.push_str(why(parameter.why));
        text.push(')');
    }
    if let Some(others) = parameters
        .len()
        .checked_sub(MOST)
        .filter(|others| *others > 0)
    {
        text.push_str(" and ");
        text.push_str(&others.to_string());
        text.push_str(" more");
    }
    text.push('.');
    text
}

const fn why(why: Why) -> &'static str {
    match why {
        Why::Unknown => "unknown",
        Why::Repeated => "there twice: the first counts",
        Why::Malformed => "not a value that it can have",
        Why::Token => "a token has no place in a link",
    }
}
