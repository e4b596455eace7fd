//! What stands beside the verdict.

/// Above the time as of which the token is judged.
pub const AS_OF: &str = "Judged as of";

/// Behind it.
pub const WHEN_ANSWERED: &str = ", when it was answered.";

/// Behind that, where the token that was good then is not any more.
pub const EXPIRED_SINCE: &str = " The token has expired since: try again with a new one first.";
