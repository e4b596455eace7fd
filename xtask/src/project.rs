//! Where things lie.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of the root `Cargo.toml`.
pub(crate) fn root() -> Result<PathBuf> {
    // Read when run, not when built: a cached build may be run for another clone.
    let xtask = env::var_os("CARGO_MANIFEST_DIR")
        .context("this program runs as `cargo xtask`, which tells it where the project lies")?;
    let root = Path::new(&xtask)
        .parent()
        .context("the folder `xtask` has no parent")?;
    Ok(root.to_owned())
}

/// The per-user cache of this project.
pub(crate) fn cache() -> Result<PathBuf> {
    let given = env::var_os("XDG_CACHE_HOME")
        .filter(|given| !given.is_empty())
        .map(PathBuf::from);
    let cache = match given {
        Some(cache) => cache,
        None => env::home_dir()
            .context("neither XDG_CACHE_HOME nor HOME is set, so there is no place for the tools")?
            .join(".cache"),
    };
    Ok(cache.join("whydenied"))
}
