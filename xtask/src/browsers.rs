//! The browsers and drivers of the browser tests.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::commands;

/// A program that the browser tests start, and Debian's package that brings it.
const NEEDED: [(&str, &str); 5] = [
    ("/usr/bin/chromium", "chromium"),
    ("/usr/bin/chromedriver", "chromium-driver"),
    ("/usr/bin/firefox-esr", "firefox-esr"),
    ("/usr/bin/WebKitWebDriver", "webkit2gtk-driver"),
    ("/usr/bin/Xvfb", "xvfb"),
];

/// Installs the missing browsers where apt is at hand and may be used, else says what is missing.
///
/// A test whose browser is missing says so itself, so that the other tests run.
pub(crate) fn install_missing() -> Result<()> {
    let missing: Vec<&str> = NEEDED
        .into_iter()
        .filter(|(program, _)| !Path::new(program).exists())
        .map(|(_, package)| package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    if !may_install()? {
        println!(
            "==> Browsers are missing. Install them, on Debian by: sudo apt-get install {packages}"
        );
        return Ok(());
    }
    let remedy =
        || format!("the browsers could not be installed: try `apt-get install {packages}` by hand");
    commands::run(
        "Updating apt's lists",
        Command::new("apt-get").args(["-q", "update"]),
    )
    .with_context(remedy)?;
    commands::run(
        &format!("Installing {packages}, once, about two minutes"),
        Command::new("apt-get")
            .args(["-q", "-y", "--no-install-recommends", "install"])
            .args(missing)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
    .with_context(remedy)
}

fn may_install() -> Result<bool> {
    if !Path::new("/usr/bin/apt-get").exists() {
        return Ok(false);
    }
    Ok(commands::output(Command::new("id").arg("-u"))?.trim() == "0")
}
