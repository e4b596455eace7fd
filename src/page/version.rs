//! Which file this is: the version, and the commit it was built from.
//!
//! `cargo xtask build` sets the variables (`xtask/src/commit.rs`). They tell of the source alone, never of
//! the time or the machine of the build, so that the same commit gives the same bytes. In development,
//! and in a folder that is no checkout, only the version is known.

/// The version of the package.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The commit, by the first seven digits of its hash.
pub(crate) const COMMIT: Option<&str> = option_env!("WHYDENIED_COMMIT");

/// The day of the commit: `2026-11-28`.
pub(crate) const COMMIT_DATE: Option<&str> = option_env!("WHYDENIED_COMMIT_DATE");

/// Whether the files it was built from differ from that commit.
pub(crate) const IS_CHANGED: bool = option_env!("WHYDENIED_CHANGED").is_some();

/// All of it in one line: `Version 0.1.0, 2026-11-28 · f6db14b`.
pub(crate) fn version() -> String {
    told(COMMIT.zip(COMMIT_DATE), IS_CHANGED)
}

/// The line for this commit and its day.
pub(crate) fn told(commit: Option<(&str, &str)>, is_changed: bool) -> String {
    let Some((commit, date)) = commit else {
        return ["Version ", VERSION].concat();
    };
    let changed = if is_changed { ", changed since" } else { "" };
    ["Version ", VERSION, ", ", date, " · ", commit, changed].concat()
}
