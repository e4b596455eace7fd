//! The account of a run: what passed, what failed.

use std::{path::Path, time::Duration};

/// What came of one scenario.
pub(crate) struct Outcome<'a> {
    pub(crate) name: &'a str,
    pub(crate) file: &'a Path,
    pub(crate) failures: Vec<String>,
}

/// What came of all.
#[derive(Default)]
pub(crate) struct Run {
    passed: usize,
    failed: usize,
}

impl Run {
    /// Counts a scenario, and prints what is wrong with it.
    pub(crate) fn take(&mut self, outcome: &Outcome<'_>) {
        let Outcome {
            name,
            file,
            failures,
        } = outcome;
        if failures.is_empty() {
            self.passed += 1;
            return;
        }
        self.failed += 1;
        println!("FAILED {name} ({})", file.display());
        for failure in failures {
            println!("    {failure}");
        }
    }

    /// Prints the summary; whether nothing failed. No scenario may be pending: each passes or fails the run.
    pub(crate) fn close(&self, took: Duration) -> bool {
        let Self { passed, failed } = self;
        let ran = passed + failed;
        let result = if *failed == 0 { "ok" } else { "FAILED" };
        println!("\nscenarios: {ran} ran, {passed} passed, 0 pending, {failed} failed");
        println!(
            "\ntest result: {result}. {passed} passed; {failed} failed; 0 ignored; 0 measured; 0 filtered out; finished in {:.2}s\n",
            took.as_secs_f64()
        );
        *failed == 0
    }
}
