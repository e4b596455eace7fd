//! The account of a run: what passed, what may fail, what failed.

use std::{fs, path::Path, time::Duration};

/// The scenarios that may fail, each with its reason.
#[derive(Default)]
pub(crate) struct Pending {
    reasons: Vec<(String, String)>,
    seen: Vec<String>,
}

impl Pending {
    /// Reads lines `name: reason`; `#` begins a comment.
    pub(crate) fn read(file: &Path) -> Result<Self, String> {
        let problem = |what: &dyn std::fmt::Display| format!("{}: {what}", file.display());
        let text = fs::read_to_string(file).map_err(|error| problem(&error))?;
        let mut pending = Self::default();
        for line in text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let (name, reason) = line
                .split_once(':')
                .filter(|(_, reason)| !reason.trim().is_empty())
                .ok_or_else(|| problem(&format!("`{line}` gives no reason")))?;
            pending
                .reasons
                .push((name.trim().to_owned(), reason.trim().to_owned()));
        }
        Ok(pending)
    }

    /// The reason why this scenario may fail.
    pub(crate) fn reason(&mut self, name: &str) -> Option<String> {
        self.seen.push(name.to_owned());
        self.reasons
            .iter()
            .find(|(pending, _)| pending == name)
            .map(|(_, reason)| reason.clone())
    }

    fn without_scenario(&self) -> impl Iterator<Item = &str> {
        self.reasons
            .iter()
            .map(|(name, _)| name.as_str())
            .filter(|name| !self.seen.iter().any(|seen| seen == name))
    }
}

/// What came of one scenario.
pub(crate) struct Outcome<'a> {
    pub(crate) name: &'a str,
    pub(crate) file: &'a Path,
    pub(crate) failures: Vec<String>,
    pub(crate) pending_because: Option<String>,
}

/// What came of all.
#[derive(Default)]
pub(crate) struct Run {
    ran: usize,
    passed: usize,
    pending: usize,
    failed: usize,
}

impl Run {
    /// Counts a scenario, and prints what is wrong with it.
    pub(crate) fn take(&mut self, outcome: &Outcome<'_>) {
        let Outcome {
            name,
            file,
            failures,
            pending_because,
        } = outcome;
        self.ran += 1;
        match (failures.is_empty(), pending_because) {
            (true, None) => self.passed += 1,
            (false, Some(reason)) => {
                self.pending += 1;
                println!("pending {name}: {reason}");
            }
            (true, Some(_)) => {
                self.failed += 1;
                println!("FAILED {name}: it is listed as pending, but passes");
            }
            (false, None) => {
                self.failed += 1;
                println!("FAILED {name} ({})", file.display());
                for failure in failures {
                    println!("    {failure}");
                }
            }
        }
    }

    /// Counts the pending names that no scenario has.
    pub(crate) fn take_unknown(&mut self, pending: &Pending) {
        for name in pending.without_scenario() {
            self.failed += 1;
            println!("FAILED {name}: it is listed as pending, but there is no such scenario");
        }
    }

    /// Prints the summary; whether nothing failed.
    pub(crate) fn close(&self, took: Duration) -> bool {
        let Self {
            ran,
            passed,
            pending,
            failed,
        } = self;
        let result = if *failed == 0 { "ok" } else { "FAILED" };
        println!("\nscenarios: {ran} ran, {passed} passed, {pending} pending, {failed} failed");
        println!(
            "\ntest result: {result}. {passed} passed; {failed} failed; {pending} ignored; 0 measured; 0 filtered out; finished in {:.2}s\n",
            took.as_secs_f64()
        );
        *failed == 0
    }
}
