//! The release: `dist/index.html`.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::commands;
use crate::project;
use crate::toolchain;
use crate::tools::{self, ESBUILD, TRUNK, WASM_BINDGEN, WASM_OPT};

/// Builds the release, whose bytes depend on the sources and pins alone.
pub(crate) fn build() -> Result<()> {
    let root = project::root()?;
    let path = tools::path_with(&[&TRUNK, &WASM_BINDGEN, &WASM_OPT, &ESBUILD])?;
    toolchain::add_wasm_target()?;
    toolchain::fetch_packages(&root)?;
    commands::run(
        "Building the release",
        trunk("build", &root, &path)?.arg("--release").env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            remapped_paths(&root)?.join(" "),
        ),
    )?;
    let file = root.join("dist").join("index.html");
    let bytes = fs::read(&file).with_context(|| format!("{} was not built", file.display()))?;
    println!(
        "==> dist/index.html, {} bytes, SHA-256 {:x}",
        bytes.len(),
        Sha256::digest(&bytes)
    );
    Ok(())
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

/// Panic locations name source files, whose folders differ from machine to machine.
fn remapped_paths(root: &Path) -> Result<Vec<String>> {
    let sysroot = commands::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let version = commands::output(Command::new("rustc").args(["--version", "--verbose"]))?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .context("rustc does not tell its commit")?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");

    let mut remaps = vec![
        (root.to_owned(), String::from("whydenied")),
        (library, format!("/rustc/{commit}")),
    ];
    remaps.extend(
        registries()?
            .into_iter()
            .map(|registry| (registry, String::from("crates"))),
    );
    Ok(remaps
        .into_iter()
        // The variable is split at spaces; such a path stays as it is.
        .filter(|(from, _)| !from.to_string_lossy().contains(char::is_whitespace))
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect())
}

fn registries() -> Result<Vec<PathBuf>> {
    let home = match env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => env::home_dir()
            .context("neither CARGO_HOME nor HOME is set")?
            .join(".cargo"),
    };
    let sources = home.join("registry").join("src");
    let mut folders = Vec::new();
    for entry in
        fs::read_dir(&sources).with_context(|| format!("{} cannot be read", sources.display()))?
    {
        folders.push(entry?.path());
    }
    folders.sort();
    Ok(folders)
}
