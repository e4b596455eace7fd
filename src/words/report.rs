//! What reports are called, and what is in them.

pub use super::commands::is_plain;
use crate::report::Redaction;

/// The headline where there is none.
pub const NOTHING: &str = "There is nothing to judge yet.";

/// The label of a key of a report.
pub fn label(key: &str) -> &str {
    match key {
        "headline" => "Verdict",
        "explanation" => "Why",
        "cause" => "Cause",
        "certainty" => "Certainty",
        "question" => "Question",
        "service_reports" => "The service reports",
        "service" => "Service",
        "status" => "Status",
        "request" => "Request",
        "evidence" => "Evidence",
        "found_in" => "Found in",
        "found" => "Found",
        "expected_in" => "Expected by",
        "expected" => "Expected",
        "fixes" => "Fix",
        "step" => "Step",
        "whose" => "Whose move",
        "ways" => "Ways",
        "tool" => "Tool",
        "command" => "Command",
        "note" => "Note",
        "judged" => "Who is judged",
        "kind" => "Kind",
        "because" => "Because",
        "oid" => "Object ID",
        "client_id" => "Client ID",
        "said" => "What was said",
        "by" => "By",
        "words" => "Words",
        "settings" => "Compared with",
        "authority" => "Authority",
        "audience" => "Audience",
        "claims" => "Claims that decide",
        "name" => "Name",
        "value" => "Value",
        "time" => "Time",
        "also" => "Also found",
        "remarks" => "A hard look at the token",
        "not_checked" => "Not checked, and what would settle it",
        "settled_by" => "Settled by",
        "correlation" => "For support",
        "about" => "About this report",
        "judged_at" => "Judged as of",
        "clock" => "Whose clock",
        "redaction" => "Personal values",
        "version" => "Version of whydenied",
        "schema" => "Schema",
        other => other,
    }
}

/// A way to redact: its name, and what it does.
pub const fn redaction(redaction: Redaction) -> (&'static str, &'static str) {
    match redaction {
        Redaction::Masked => ("Masked", "A mark says what each was, as `<oid>`."),
        Redaction::StandIns => (
            "Numbered stand-ins",
            "Equal values have equal marks, as `<oid-1>`, so that comparisons can be followed.",
        ),
        Redaction::AsTheyAre => (
            "As they are",
            "Names, addresses and IDs stay. Only for someone who may know them.",
        ),
    }
}

/// What is called personal, and what is in no report.
pub const PERSONAL: &str = "Names, user names, mail and IP addresses, the Object ID of a user, and in the URL record ids and \
     search values. No part of the token is in a report, whatever you choose.";

/// What is printed.
pub const PRINT: &str = "Print takes the page as it stands, with nothing masked: verdict, fix, the path taken, who is judged.";

/// In a frame, which may forbid to save and to print without a word.
pub const CANNOT_SAVE: &str = "This page is in a frame, which may forbid to save and to print. Then copy the text: it can be selected above.";
