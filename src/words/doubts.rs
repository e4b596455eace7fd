//! Why the page is not more certain, in a few words.

use super::inputs::input;
use crate::diagnosis::Doubt;

/// What makes a finding less than certain.
pub fn doubt(doubt: Doubt) -> String {
    let words = match doubt {
        Doubt::Needs(needed) => return ["to be sure, ", input(needed)].concat(),
        Doubt::OtherTokenSent => "the pasted token may not be the one that was sent",
        Doubt::DroppedOnTheWay => "something on the way dropped the header",
        Doubt::Suspected => "picked, not proven: nothing pasted speaks for or against it",
        Doubt::ServiceVersion => "it depends on the service's version",
    };
    words.to_owned()
}
