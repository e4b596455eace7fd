//! The pinned tools, each installed once into the per-user cache.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::commands;
use crate::project;

/// A program that the project pins.
pub(crate) struct Tool {
    package: &'static str,
    version: &'static str,
    source: Source,
    program: &'static str,
    /// How it is asked for its version.
    asked: &'static [&'static str],
    /// What it then prints, among other words.
    reports: &'static str,
    takes: &'static str,
}

enum Source {
    Crates,
    Npm,
}

pub(crate) const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    source: Source::Crates,
    program: "trunk",
    asked: &["--version"],
    reports: "0.21.14",
    takes: "about two minutes",
};

pub(crate) const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    source: Source::Crates,
    program: "wasm-bindgen",
    asked: &["--version"],
    reports: "0.2.130",
    takes: "about one minute",
};

pub(crate) const WASM_OPT: Tool = Tool {
    package: "binaryen",
    version: "132.0.0",
    source: Source::Npm,
    program: "wasm-opt",
    asked: &["--version"],
    reports: "132",
    takes: "some seconds",
};

pub(crate) const ESBUILD: Tool = Tool {
    package: "esbuild",
    version: "0.28.2",
    source: Source::Npm,
    program: "esbuild",
    asked: &["--version"],
    reports: "0.28.2",
    takes: "some seconds",
};

pub(crate) const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: "0.37.0",
    source: Source::Crates,
    program: "geckodriver",
    asked: &["--version"],
    reports: "0.37.0",
    takes: "about one minute",
};

/// Lists the packages of a release. It is wanted by `cargo xtask release` alone.
pub(crate) const CYCLONEDX: Tool = Tool {
    package: "cargo-cyclonedx",
    version: "0.5.9",
    source: Source::Crates,
    program: "cargo-cyclonedx",
    asked: &["cyclonedx", "--version"],
    reports: "0.5.9",
    takes: "about one minute",
};

/// `PATH` with these tools first, each installed if it is missing.
pub(crate) fn path_with(tools: &[&Tool]) -> Result<OsString> {
    let mut folders = Vec::new();
    for tool in tools {
        folders.push(tool.installed()?);
    }
    let inherited = env::var_os("PATH").unwrap_or_default();
    folders.extend(env::split_paths(&inherited));
    env::join_paths(folders).context("a folder of a tool cannot stand in PATH")
}

impl Tool {
    /// A command that runs the tool, installed if it is missing.
    pub(crate) fn command(&self) -> Result<Command> {
        Ok(Command::new(self.installed()?.join(self.program)))
    }

    fn installed(&self) -> Result<PathBuf> {
        let root = project::cache()?
            .join("tools")
            .join(format!("{}-{}", self.package, self.version));
        let programs = match self.source {
            Source::Crates => root.join("bin"),
            Source::Npm => root.join("node_modules").join(".bin"),
        };
        let program = programs.join(self.program);
        if self.answers(&program) {
            return Ok(programs);
        }
        fs::create_dir_all(&root).with_context(|| {
            format!(
                "{} cannot be made: set XDG_CACHE_HOME to a folder you may write to",
                root.display()
            )
        })?;
        self.install(&root)?;
        if !self.answers(&program) {
            bail!(
                "{} was installed but does not answer as {}: remove {} and try again",
                self.program,
                self.version,
                root.display()
            );
        }
        Ok(programs)
    }

    fn install(&self, root: &PathBuf) -> Result<()> {
        let step = format!(
            "Installing {} {}, once, {}",
            self.package, self.version, self.takes
        );
        let package = format!("{}@{}", self.package, self.version);
        let remedy =
            || format!("{package} could not be installed: check the network and the message above");
        match self.source {
            Source::Crates => {
                let install = |more: &[&str]| {
                    let mut command = Command::new("cargo");
                    // Outside the project, so that its cargo settings stay out of it.
                    command
                        .current_dir(root)
                        .args(["install", "--debug", "--force", "--root"])
                        .arg(root)
                        .args(more)
                        .arg(&package)
                        .env("CARGO_PROFILE_DEV_DEBUG", "0")
                        .env("CARGO_INCREMENTAL", "0")
                        .env_remove("CARGO_TARGET_DIR");
                    command
                };
                if commands::run(&step, &mut install(&["--locked"])).is_ok() {
                    return Ok(());
                }
                // Its lock file may name a version that the registry no longer has.
                let step = format!("{step} (its own lock file could not be used)");
                commands::run(&step, &mut install(&[])).with_context(remedy)
            }
            Source::Npm => {
                let mut command = Command::new("npm");
                command
                    .args([
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefix",
                    ])
                    .arg(root)
                    .arg(&package);
                commands::run(&step, &mut command).with_context(remedy)
            }
        }
    }

    fn answers(&self, program: &PathBuf) -> bool {
        let output = Command::new(program)
            .args(self.asked)
            .stdin(Stdio::null())
            .output();
        let Ok(output) = output else { return false };
        let printed = String::from_utf8_lossy(&output.stdout);
        output.status.success() && printed.split_whitespace().any(|word| word == self.reports)
    }
}
