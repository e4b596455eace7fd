//! Which commit the release is built from. The page shows it, so that a file can be traced to its source.

use std::path::Path;
use std::process::{Command, Stdio};

/// The commit of the checkout.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Commit {
    /// The first seven digits of its hash.
    pub(crate) short: String,
    /// The day on which it was made, never the time of the build: `2026-11-28`.
    pub(crate) date: String,
    /// The second in which it was made, counted from 1970.
    pub(crate) seconds: String,
    /// Whether files differ from it.
    pub(crate) is_changed: bool,
}

impl Commit {
    /// The commit of this folder, or none where it is no checkout, or there is no git.
    pub(crate) fn of(root: &Path) -> Option<Self> {
        let top = git(root, &["rev-parse", "--show-toplevel"])?;
        // Sources that were unpacked inside another repository are not of its commits.
        if Path::new(top.trim()).canonicalize().ok()? != root.canonicalize().ok()? {
            return None;
        }
        let told = git(
            root,
            &["log", "-1", "--no-show-signature", "--format=%H %cs %ct"],
        )?;
        let changes = git(root, &["status", "--porcelain"])?;
        Self::parse(&told, !changes.trim().is_empty())
    }

    fn parse(told: &str, is_changed: bool) -> Option<Self> {
        let mut words = told.split_whitespace();
        let (hash, date, seconds) = (words.next()?, words.next()?, words.next()?);
        Some(Self {
            // Not what git calls short, whose length depends on what else the repository holds.
            short: hash.get(..7)?.to_owned(),
            date: date.to_owned(),
            seconds: seconds.to_owned(),
            is_changed,
        })
    }

    /// What `src/page/version.rs` is built with.
    pub(crate) fn set(this: Option<&Self>, command: &mut Command) {
        let variables = [
            ("WHYDENIED_COMMIT", this.map(|commit| commit.short.as_str())),
            (
                "WHYDENIED_COMMIT_DATE",
                this.map(|commit| commit.date.as_str()),
            ),
            (
                "WHYDENIED_CHANGED",
                this.and_then(|commit| commit.is_changed.then_some("changed")),
            ),
        ];
        for (name, value) in variables {
            match value {
                Some(value) => command.env(name, value),
                // What the machine has set is not of this commit.
                None => command.env_remove(name),
            };
        }
    }
}

/// What git prints, if it is there and has something to say.
fn git(root: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git")
        .current_dir(root)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8(output.stdout).ok())?
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::process::Command;

    use super::Commit;

    const TOLD: &str = "f6db14b3b1f1a3f6b2b7a6f0c0a1d2e3f4a5b6c7 2026-11-28 1795830000\n";

    #[test]
    fn a_commit_is_told_by_seven_digits_and_its_own_day() {
        let commit = Commit::parse(TOLD, false).expect("git told a commit");
        assert_eq!(commit.short, "f6db14b");
        assert_eq!(commit.date, "2026-11-28");
        assert_eq!(commit.seconds, "1795830000");
    }

    #[test]
    fn a_repository_without_a_commit_has_none() {
        assert_eq!(Commit::parse("", false), None);
    }

    #[test]
    fn a_folder_that_is_no_checkout_has_no_commit() {
        assert_eq!(Commit::of(&std::env::temp_dir()), None);
    }

    #[test]
    fn what_the_machine_has_set_does_not_come_into_the_release() {
        let mut command = Command::new("true");
        Commit::set(None, &mut command);
        for name in [
            "WHYDENIED_COMMIT",
            "WHYDENIED_COMMIT_DATE",
            "WHYDENIED_CHANGED",
        ] {
            assert!(
                command
                    .get_envs()
                    .any(|set| set == (OsStr::new(name), None))
            );
        }
    }

    #[test]
    fn an_unchanged_checkout_is_not_said_to_be_changed() {
        let changed = |is_changed| {
            let mut command = Command::new("true");
            let commit = Commit::parse(TOLD, is_changed);
            Commit::set(commit.as_ref(), &mut command);
            command
                .get_envs()
                .any(|(name, value)| name == "WHYDENIED_CHANGED" && value.is_some())
        };
        assert!(changed(true));
        assert!(!changed(false));
    }
}
