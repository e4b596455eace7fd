//! The page of causes in the repository, made from the texts of the page. The tests hold that it is current.

use std::process::Command;

use anyhow::Result;

use crate::commands;
use crate::project;

/// Writes `docs/causes.md`.
pub(crate) fn causes() -> Result<()> {
    commands::run(
        "Writing docs/causes.md",
        Command::new("cargo")
            .current_dir(project::root()?)
            .args(["test", "--test", "causes"])
            .env("WHYDENIED_WRITE_CAUSES", "1"),
    )
}
