//! What a status is called, what it usually means, and where to look.

/// A status in words.
pub(super) struct StatusText {
    /// Its name.
    pub(super) name: &'static str,
    /// What it usually means, as a clause.
    pub(super) means: &'static str,
    /// What to do.
    pub(super) step: &'static str,
}

/// A status in words.
pub(super) const fn status(status: u16) -> &'static StatusText {
    match status {
        200..=299 => &DONE,
        300..=399 => &ELSEWHERE,
        400 => &BAD_REQUEST,
        401 => &UNAUTHORIZED,
        403 => &FORBIDDEN,
        404 => &NOT_FOUND,
        405 => &METHOD,
        406 | 415 => &FORMAT,
        409 | 412 => &CONFLICT,
        410 => &GONE,
        422 => &RULE,
        429 => &TOO_MANY,
        500 => &FAILED,
        502 => &BAD_GATEWAY,
        503 => &UNAVAILABLE,
        501..=599 => &OTHER_FAILURE,
        _ => &OTHER,
    }
}

const DONE: StatusText = StatusText {
    name: "",
    means: "the service did what was asked",
    step: "Nothing is to be done.",
};

const ELSEWHERE: StatusText = StatusText {
    name: "",
    means: "the service points to another address",
    step: "Follow it, and send the header again: redirects drop it.",
};

const BAD_REQUEST: StatusText = StatusText {
    name: "Bad request",
    means: "the request itself cannot be read",
    step: READ_DIAGNOSTICS,
};

const UNAUTHORIZED: StatusText = StatusText {
    name: "Unauthorized",
    ..OTHER
};

const FORBIDDEN: StatusText = StatusText {
    name: "Forbidden",
    ..OTHER
};

const NOT_FOUND: StatusText = StatusText {
    name: "Not found",
    means: "there is nothing at this address",
    step: "Compare the base URL, the path and the record's id.",
};

const METHOD: StatusText = StatusText {
    name: "",
    means: "the address does not know this method",
    step: "Compare method and path with the CapabilityStatement.",
};

const FORMAT: StatusText = StatusText {
    name: "",
    means: "the format is not one that the service knows",
    step: "Send and accept `application/fhir+json`.",
};

const CONFLICT: StatusText = StatusText {
    name: "",
    means: "somebody else changed the record",
    step: "Read it once more, then write with its new version.",
};

const GONE: StatusText = StatusText {
    name: "",
    means: "the record was deleted",
    step: "Read its history.",
};

const RULE: StatusText = StatusText {
    name: "",
    means: "the record breaks a rule",
    step: READ_DIAGNOSTICS,
};

const TOO_MANY: StatusText = StatusText {
    name: "Too many requests",
    means: "too many calls in a short time",
    step: "Wait as long as `Retry-After` says, then go slower.",
};

const FAILED: StatusText = StatusText {
    name: "Internal server error",
    ..OTHER_FAILURE
};

const BAD_GATEWAY: StatusText = StatusText {
    name: "Bad gateway",
    ..OTHER_FAILURE
};

const UNAVAILABLE: StatusText = StatusText {
    name: "Service unavailable",
    ..OTHER_FAILURE
};

const OTHER_FAILURE: StatusText = StatusText {
    name: "",
    means: "the service, or something in front of it, failed",
    step: "Try again later. A server of your own that cannot load its Authority's keys answers 500 \
           as well: read its log.",
};

const OTHER: StatusText = StatusText {
    name: "",
    means: "its reason lies elsewhere",
    step: "Read the answer's own text.",
};

const READ_DIAGNOSTICS: &str = "Read the `diagnostics` of the answer.";
