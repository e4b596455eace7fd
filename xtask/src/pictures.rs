//! The pictures of the README, drawn from the release in Chromium.

use std::process::Command;

use anyhow::Result;

use crate::browsers;
use crate::build;
use crate::commands;
use crate::project;

/// Draws them into `docs`.
pub(crate) fn pictures() -> Result<()> {
    build::build()?;
    browsers::install_missing()?;
    commands::run(
        "Drawing the pictures",
        Command::new("cargo")
            .current_dir(project::root()?)
            .args([
                "run",
                "--package",
                "whydenied-browser-tests",
                "--example",
                "pictures",
            ])
            .arg(project::root()?.join("docs")),
    )
}
