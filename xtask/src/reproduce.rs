//! The proof that the release depends on its commit alone: two builds, in two fresh folders.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};

use anyhow::{Context, Result, bail, ensure};

use crate::build::{FILE, sha256};
use crate::commands;
use crate::commit::Commit;
use crate::project;

/// The folders of the two builds, of different depth and length, and those of what they compile, one
/// inside the project and one elsewhere.
const BUILDS: [(&str, &str); 2] = [
    ("one", "one/target"),
    ("another/deeper/checkout", "compiled"),
];

/// Builds the last commit twice and compares the bytes.
pub(crate) fn reproduce() -> Result<()> {
    let root = project::root()?;
    let commit =
        Commit::of(&root).context("there is no commit to build: this is no git checkout")?;
    if commit.is_changed {
        println!("==> What was changed since {} is left out", commit.short);
    }
    let folder = Removed(env::temp_dir().join(format!("whydenied-reproduce-{}", process::id())));
    let mut hashes = Vec::new();
    for (checkout, target) in BUILDS {
        let checkout = folder.0.join(checkout);
        commands::run(
            &format!("Cloning {} into {}", commit.short, checkout.display()),
            Command::new("git")
                .args(["-c", "advice.detachedHead=false"])
                .args(["clone", "--quiet", "--no-hardlinks"])
                .arg(&root)
                .arg(&checkout),
        )?;
        hashes.push(built(&checkout, &folder.0.join(target))?);
    }
    same(&hashes)?;
    println!(
        "==> {} built twice, in two folders, gives the same bytes",
        commit.short
    );
    Ok(())
}

/// Builds a checkout as a person would, and gives the hash of the file.
fn built(checkout: &Path, target: &Path) -> Result<String> {
    commands::run(
        &format!("Building in {}", checkout.display()),
        Command::new("cargo")
            .args(["xtask", "build"])
            .current_dir(checkout)
            .env("CARGO_TARGET_DIR", target)
            // Cargo sets these for the task that runs now; they are of this checkout.
            .env_remove("CARGO_MANIFEST_DIR")
            .env_remove("CARGO_MANIFEST_PATH"),
    )?;
    let file = checkout.join(FILE);
    let bytes = fs::read(&file).with_context(|| format!("{} was not built", file.display()))?;
    Ok(sha256(&bytes))
}

fn same(hashes: &[String]) -> Result<()> {
    let [one, two] = hashes else {
        bail!("two builds were meant");
    };
    ensure!(
        one == two,
        "the bytes differ:\n  {one} in the first folder\n  {two} in the second"
    );
    Ok(())
}

/// A folder that goes when this is dropped.
struct Removed(PathBuf);

impl Drop for Removed {
    fn drop(&mut self) {
        // What is left lies among the temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn builds_that_differ_fail() {
        assert!(same(&["a1".into(), "a1".into()]).is_ok());
        assert!(same(&["a1".into(), "b2".into()]).is_err());
        assert!(same(&["a1".into()]).is_err());
    }
}
