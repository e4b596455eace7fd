//! What the pinned toolchain must bring beside the compiler.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::commands;

/// The target of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target where rustup has not.
pub(crate) fn add_wasm_target() -> Result<()> {
    let printed = commands::output(Command::new("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM,
    ]))?;
    if Path::new(printed.trim()).exists() {
        return Ok(());
    }
    commands::run(
        &format!("Adding the target {WASM} to the toolchain"),
        Command::new("rustup").args(["target", "add", WASM]),
    )
    .with_context(|| {
        format!(
            "the Rust target {WASM} is missing: install it for the toolchain of rust-toolchain.toml"
        )
    })
}

/// Fetches the packages of the lock file, because trunk builds offline.
pub(crate) fn fetch_packages(root: &Path) -> Result<()> {
    commands::run(
        "Fetching the packages of Cargo.lock",
        Command::new("cargo").arg("fetch").current_dir(root),
    )
}
