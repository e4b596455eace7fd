//! The causes in words.

use super::CauseWords;
use crate::diagnosis::{Facts, Finding};

/// A cause in words, with this case's values.
pub fn cause(finding: &Finding, _facts: &Facts<'_>) -> CauseWords {
    CauseWords { headline: finding.cause.id().to_owned(), explanation: String::new(), remedies: Vec::new() }
}
