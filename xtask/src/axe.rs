//! axe-core, which the browser tests run inside the page. A library: there is no program to ask for its version.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::commands;
use crate::project;

const VERSION: &str = "4.14.1";

/// The variable by which the tests find it.
pub(crate) const VARIABLE: &str = "WHYDENIED_AXE";

/// The script, installed into the per-user cache if it is missing.
pub(crate) fn installed() -> Result<PathBuf> {
    let root = project::cache()?
        .join("tools")
        .join(format!("axe-core-{VERSION}"));
    let script = root.join("node_modules/axe-core/axe.min.js");
    if !script.exists() {
        fs::create_dir_all(&root).with_context(|| format!("{} cannot be made", root.display()))?;
        let package = format!("axe-core@{VERSION}");
        commands::run(
            &format!("Installing {package}, once, some seconds"),
            Command::new("npm")
                .args([
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--prefix",
                ])
                .arg(&root)
                .arg(&package),
        )
        .with_context(|| {
            format!("{package} could not be installed: check the network and the message above")
        })?;
    }
    Ok(script)
}
