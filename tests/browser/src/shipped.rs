//! The file under test.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Where the release lies.
pub(crate) fn path() -> Result<PathBuf> {
    // Read when run, not when built: a cached build may be run for another clone.
    let package = std::env::var("CARGO_MANIFEST_DIR").context("these tests run by `cargo test`")?;
    let file = Path::new(&package).join("../../dist/index.html");
    file.canonicalize()
        .context("dist/index.html is not there: run `cargo xtask build` first")
}

/// The text of the release.
///
/// # Errors
/// When there is no release.
pub fn shipped() -> Result<String> {
    fs::read_to_string(path()?).context("dist/index.html cannot be read")
}
