//! What the verdict asks for, where it is not sure.

use crate::diagnosis::Input;

/// Above what would make a cause certain.
pub const TO_BE_SURE: &str = "To be sure";

/// Above what would tell more, where there is no cause yet.
pub const TO_TELL_MORE: &str = "What would tell more";

/// Above what the person answered.
pub const SAID: &str = "You said";

/// In the place of a certainty, where there is no cause yet.
pub const NOT_ENOUGH: &str = "Not enough to tell";

/// The button that leads to the field of a setting; none where it is given in another way.
pub const fn entry(input: Input) -> Option<&'static str> {
    Some(match input {
        Input::Audience => "Enter the Audience",
        Input::Authority => "Enter the Authority",
        Input::AllowedObjectIds => "Enter the Allowed object IDs",
        _ => return None,
    })
}
