//! Folds trunk's release build into one self-contained, canonical HTML file.
//!
//! ```text
//! index.html ──template──▶ lines ──┐
//! boot/*.js ──minify──▶ scripts ───┤
//! styles/*.css ──minify──▶ style ──┼─▶ policy (a hash for each) ─▶ canonical? ─▶ dist/index.html
//! page.js ──────┬─names─┬─minify───▶ start module ┤
//! page_bg.wasm ─┘       └─program──▶ base64 ──────┘
//! ```

mod canonical;
mod minify;
mod names;
pub(crate) mod policy;
mod program;
mod template;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project;

/// Where the sources and trunk's output lie.
struct Folders {
    sources: PathBuf,
    staging: PathBuf,
}

/// Trunk's `post_build` hook. A development build stays as trunk made it.
pub(crate) fn bundle() -> Result<()> {
    let profile = env::var("TRUNK_PROFILE")
        .context("`cargo xtask bundle` is for trunk to call; use `build`")?;
    if profile != "release" {
        return Ok(());
    }
    let staging =
        env::var_os("TRUNK_STAGING_DIR").context("trunk did not set TRUNK_STAGING_DIR")?;
    let folders = Folders {
        sources: project::root()?,
        staging: PathBuf::from(staging),
    };

    let html = page(&folders)?;
    empty(&folders.staging)?;
    fs::write(folders.staging.join("index.html"), html).context("the one file cannot be written")
}

fn page(folders: &Folders) -> Result<String> {
    let template = read(&folders.sources.join("index.html"))?;
    let html = template::fill(&template, folders)?;
    let html = policy::insert(&html)?;
    canonical::check(&html)?;
    Ok(html)
}

fn empty(folder: &Path) -> Result<()> {
    fs::remove_dir_all(folder)
        .and_then(|()| fs::create_dir_all(folder))
        .with_context(|| format!("{} cannot be emptied", folder.display()))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}
