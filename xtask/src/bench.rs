//! How fast it is: the engine natively, then the release in Chromium.

use std::process::Command;

use anyhow::Result;

use crate::browsers;
use crate::build;
use crate::commands;
use crate::project;

/// Times one diagnosis, a paste until its verdict is drawn, and a recorded session until it is listed.
pub(crate) fn bench() -> Result<()> {
    let cargo = |arguments: &[&str]| -> Result<Command> {
        let mut command = Command::new("cargo");
        command
            .current_dir(project::root()?)
            .arg("bench")
            .args(arguments);
        Ok(command)
    };
    commands::run(
        "Timing the engine",
        &mut cargo(&["--bench", "diagnose", "--bench", "large_paste"])?,
    )?;
    build::build()?;
    browsers::install_missing()?;
    for name in ["paste_to_verdict", "recorded_session"] {
        commands::run(
            "Timing the page, in Chromium",
            &mut cargo(&[
                "--package",
                "whydenied-browser-tests",
                "--bench",
                name,
                // The browser is timed, not what drives it.
                "--profile",
                "dev",
            ])?,
        )?;
    }
    Ok(())
}
