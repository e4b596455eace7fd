//! What stands beside the verdict.

/// Above the time as of which the token is judged.
pub const AS_OF: &str = "Judged as of";

/// Behind it.
pub const WHEN_ANSWERED: &str = ", when it was answered.";

/// Behind it, where nothing tells when it was answered.
pub const WHEN_ISSUED: &str = ", when the token was issued: a 403 goes to valid tokens only. To judge it as of the answer, paste \
     the answer with its Date header.";

/// Behind the answer to a question of that time.
pub const THEN: &str = " then";

/// Behind that, where the token that was good then is not any more.
pub const EXPIRED_SINCE: &str = " The token has expired since: try the fix with a new one.";

/// Above the service whose rules are applied.
pub const JUDGED_AS: &str = "Judged as";

/// Behind a service that nothing names.
pub const AS_ASSUMED: &str = ", which nothing here names. ";

/// The link to the choice of the service.
pub const CHOOSE: &str = "Is it another?";

/// Behind a number, before what would settle them.
pub const QUESTIONS: &str = " questions: ";
