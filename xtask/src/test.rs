//! Every check and test, in the order in which they fail soonest.

use std::process::Command;

use anyhow::Result;

use crate::axe;
use crate::browsers;
use crate::build;
use crate::commands;
use crate::project;
use crate::size;
use crate::toolchain::{self, WASM};
use crate::tools::{self, GECKODRIVER};

/// Checks, builds and tests everything. Ends with the browser tests of the shipped file.
pub(crate) fn test() -> Result<()> {
    toolchain::add_wasm_target()?;
    cargo("Checking the format", &["fmt", "--all", "--check"])?;
    cargo(
        "Linting, native",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--",
            "--deny",
            "warnings",
        ],
    )?;
    cargo(
        "Linting, the page",
        &[
            "clippy",
            "--target",
            WASM,
            "--bin",
            "page",
            "--features",
            "page",
            "--",
            "--deny",
            "warnings",
        ],
    )?;
    cargo("Testing the engine", &["test"])?;
    cargo("Testing the tasks", &["test", "--package", "xtask"])?;
    cargo(
        "Testing what the page renders",
        &["test", "--features", "render", "--test", "render"],
    )?;

    build::build()?;
    size::size()?;
    browsers::install_missing()?;
    let path = tools::path_with(&[&GECKODRIVER])?;
    commands::run(
        "Testing the shipped file in the browsers",
        command(&["test", "--package", "whydenied-browser-tests"])?
            .env("PATH", path)
            .env(axe::VARIABLE, axe::installed()?),
    )
}

fn cargo(step: &str, arguments: &[&str]) -> Result<()> {
    commands::run(step, &mut command(arguments)?)
}

fn command(arguments: &[&str]) -> Result<Command> {
    let mut command = Command::new("cargo");
    command.current_dir(project::root()?).args(arguments);
    Ok(command)
}
