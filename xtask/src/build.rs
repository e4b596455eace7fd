//! The release: `dist/index.html`.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::commands;
use crate::commit::Commit;
use crate::project;
use crate::remap;
use crate::toolchain;
use crate::tools::{self, ESBUILD, TRUNK, WASM_BINDGEN, WASM_OPT};

/// What is built, from the project's folder on.
pub(crate) const FILE: &str = "dist/index.html";

/// Builds the release, whose bytes depend on the sources and pins alone.
pub(crate) fn build() -> Result<()> {
    let root = project::root()?;
    let path = tools::path_with(&[&TRUNK, &WASM_BINDGEN, &WASM_OPT, &ESBUILD])?;
    toolchain::add_wasm_target()?;
    toolchain::fetch_packages(&root)?;
    let mut trunk = trunk("build", &root, &path)?;
    trunk.arg("--release");
    remap::set(&root, &mut trunk)?;
    Commit::set(Commit::of(&root).as_ref(), &mut trunk);
    commands::run("Building the release", &mut trunk)?;
    let file = root.join(FILE);
    let bytes = fs::read(&file).with_context(|| format!("{} was not built", file.display()))?;
    println!(
        "==> {FILE}, {} bytes, SHA-256 {}",
        bytes.len(),
        sha256(&bytes)
    );
    Ok(())
}

/// The SHA-256 of some bytes, as `sha256sum` prints it.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// A task of trunk's, with its tools on `PATH`.
pub(crate) fn trunk(task: &str, root: &Path, path: &OsStr) -> Result<Command> {
    let mut command = TRUNK.command()?;
    command
        .current_dir(root)
        .args([task, "--offline=true"])
        .env("PATH", path)
        // Trunk reads this one as its own option and refuses the usual value `1`.
        .env_remove("NO_COLOR");
    Ok(command)
}
