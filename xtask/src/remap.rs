//! Panic locations name source files, whose folders differ from machine to machine. The release names
//! them from the project's, the package's or the compiler's own folder on, so that its bytes do not
//! depend on where it was built.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::commands;

/// A folder of this machine, and what stands in its place.
type Remap = (PathBuf, String);

/// Lets a build of the page shorten every path of this machine, and heed no flags but these.
pub(crate) fn set(root: &Path, command: &mut Command) -> Result<()> {
    command
        // For the target alone: the hook that runs in between is a program of the machine's.
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            flags(&remaps(root)?),
        )
        // These would count before it.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    Ok(())
}

/// Fails when a path of this machine stands in the program.
pub(crate) fn check(program: &[u8], root: &Path) -> Result<()> {
    for (folder, _) in remaps(root)? {
        let path = folder.to_string_lossy();
        if holds(program, path.as_bytes()) {
            bail!(
                "the program holds {path}, so its bytes depend on this machine: build it by `cargo xtask build`"
            );
        }
    }
    Ok(())
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn remaps(root: &Path) -> Result<Vec<Remap>> {
    let sysroot = commands::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let version = commands::output(Command::new("rustc").args(["--version", "--verbose"]))?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .context("rustc does not tell its commit")?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);

    let mut remaps = vec![
        (root.to_owned(), String::new()),
        // What build scripts write; inside the project or elsewhere.
        (root.join(target), String::from("target")),
        // As where the library's sources are not installed.
        (library, format!("/rustc/{commit}")),
    ];
    remaps.extend(
        registries()?
            .into_iter()
            .map(|registry| (registry, String::new())),
    );
    // The variable is split at spaces; such a path stays as it is.
    remaps.retain(|(folder, _)| !folder.to_string_lossy().contains(char::is_whitespace));
    Ok(remaps)
}

fn flags(remaps: &[Remap]) -> String {
    remaps
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The folders into which cargo unpacked the packages.
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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{flags, holds};

    #[test]
    fn each_folder_is_one_flag_and_may_come_to_nothing() {
        let remaps = [
            (PathBuf::from("/home/a/why"), String::new()),
            (PathBuf::from("/built"), String::from("target")),
        ];
        assert_eq!(
            flags(&remaps),
            "--remap-path-prefix=/home/a/why= --remap-path-prefix=/built=target"
        );
    }

    #[test]
    fn a_path_in_the_program_is_found() {
        let program = b"\0asm...\xff/home/a/why/src/main.rs...";
        assert!(holds(program, b"/home/a/why"));
        assert!(!holds(program, b"/home/b/why"));
        assert!(!holds(b"", b"/home/a/why"));
    }
}
