//! What is published: the one file under its version, what it is made of, and the hashes of both.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::build::{self, FILE, sha256};
use crate::commands;
use crate::commit::Commit;
use crate::project;
use crate::toolchain::WASM;
use crate::tools::CYCLONEDX;

/// Where it is put, from the project's folder on.
const FOLDER: &str = "dist/release";

/// That of all packages of the project.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How the bill of materials is named before it is moved; its tool writes one beside each of these.
const DRAFT: &str = "bill-of-materials.cdx";
const PACKAGES: [&str; 3] = [".", "xtask", "tests/browser"];

/// Builds the release of the last commit, and says where its files are.
pub(crate) fn release() -> Result<()> {
    let root = project::root()?;
    let commit = Commit::of(&root);
    match &commit {
        Some(commit) if commit.is_changed => bail!(
            "files were changed since {}: commit them, so that the release is of a commit",
            commit.short
        ),
        Some(_) => {}
        None => println!("==> This is no git checkout: the release does not tell its commit"),
    }
    build::build()?;
    let page = fs::read(root.join(FILE)).with_context(|| format!("{FILE} cannot be read"))?;
    let bill = bill_of_materials(&root, commit.as_ref())?;

    let folder = root.join(FOLDER);
    // What an earlier release has left is not of this one.
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let files = [
        (format!("whydenied-{VERSION}.html"), page),
        (format!("whydenied-{VERSION}.cdx.json"), bill.into_bytes()),
    ];
    let sums = sums(&files);
    for (name, bytes) in &files {
        write(&folder.join(name), bytes)?;
    }
    write(&folder.join("SHA256SUMS"), sums.as_bytes())?;
    println!("==> The release is in {FOLDER}, with these in SHA256SUMS:");
    print!("{sums}");
    Ok(())
}

/// The hashes, as `sha256sum --check` reads them.
fn sums(files: &[(String, Vec<u8>)]) -> String {
    let lines = files
        .iter()
        .map(|(name, bytes)| [&sha256(bytes), "  ", name, "\n"].concat());
    lines.collect()
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("{} cannot be written", file.display()))
}

/// The packages that the page is compiled from, in `CycloneDX` 1.5: those of the feature `page`, for the
/// target of the page, with the macros that write code of theirs.
fn bill_of_materials(root: &Path, commit: Option<&Commit>) -> Result<String> {
    let drafts = Drafts(
        PACKAGES
            .iter()
            .map(|package| root.join(package).join(format!("{DRAFT}.json")))
            .collect(),
    );
    let mut command = CYCLONEDX.command()?;
    command.current_dir(root).args([
        "cyclonedx",
        "--format",
        "json",
        "--spec-version",
        "1.5",
        "--features",
        "page",
        "--target",
        WASM,
        "--no-build-deps",
        "--override-filename",
        DRAFT,
    ]);
    // Its date; without one it is that of the build, and a number drawn at random stands beside it.
    if let Some(commit) = commit {
        command.env("SOURCE_DATE_EPOCH", &commit.seconds);
    }
    commands::run("Listing what the page is made of", &mut command)?;
    let [page, ..] = drafts.0.as_slice() else {
        bail!("the page is no package");
    };
    let bill =
        fs::read_to_string(page).with_context(|| format!("{} was not written", page.display()))?;
    elsewhere(&bill, root)
}

/// The bill as it would be in any folder.
fn elsewhere(bill: &str, root: &Path) -> Result<String> {
    let root = root.to_string_lossy();
    let bill = bill.replace(&*format!("file://{root}"), "file:///whydenied");
    if bill.contains(&*root) {
        bail!("the bill of materials names {root}");
    }
    Ok(bill)
}

/// Files that go when this is dropped.
struct Drafts(Vec<PathBuf>);

impl Drop for Drafts {
    fn drop(&mut self) {
        for draft in &self.0 {
            // Where the tool failed there is none.
            let _ = fs::remove_file(draft);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{PACKAGES, elsewhere, sums};
    use crate::project;

    #[test]
    fn the_hashes_are_written_as_sha256sum_reads_them() {
        let files = [("a.html".to_owned(), b"abc".to_vec())];
        assert_eq!(
            sums(&files),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.html\n"
        );
    }

    #[test]
    fn the_bill_does_not_tell_where_it_was_written() {
        let root = Path::new("/home/a/why");
        let bill = r#"{"bom-ref": "path+file:///home/a/why#whydenied@0.1.0"}"#;
        assert_eq!(
            elsewhere(bill, root).expect("only a reference names the folder"),
            r#"{"bom-ref": "path+file:///whydenied#whydenied@0.1.0"}"#
        );
        assert!(elsewhere(r#"{"path": "/home/a/why/src"}"#, root).is_err());
    }

    #[test]
    fn every_package_is_known_whose_draft_must_go() {
        let root = project::root().expect("the tests run by cargo");
        let manifest = std::fs::read_to_string(root.join("Cargo.toml")).expect("it is there");
        let members = manifest
            .split_once("members = [")
            .and_then(|(_, after)| after.split_once(']'))
            .map(|(members, _)| members.matches('"').count() / 2)
            .expect("there is a list of members");
        assert_eq!(members + 1, PACKAGES.len());
        for package in PACKAGES {
            assert!(root.join(package).join("Cargo.toml").is_file(), "{package}");
        }
    }
}
