//! Scripts and styles, minified by esbuild.

use std::path::Path;

use anyhow::{Context, Result};

use super::{Folders, read};
use crate::commands;
use crate::tools::ESBUILD;

/// No older syntax is wanted: every browser that runs the page knows all of this.
const OPTIONS: [&str; 5] = [
    "--minify",
    "--charset=utf8",
    "--legal-comments=none",
    "--log-level=warning",
    "--target=esnext",
];

/// One script of the boot, which imports nothing.
pub(super) fn script(file: &Path) -> Result<String> {
    minified(file, &[])
}

/// A style sheet with everything it imports.
pub(super) fn style(file: &Path) -> Result<String> {
    minified(file, &["--bundle"])
}

/// The module that starts the program: wasm-bindgen's glue and the boot's last step.
pub(super) fn start(folders: &Folders) -> Result<String> {
    let start = read(&folders.sources.join("boot").join("start.js"))?;
    let module = format!("import start from \"./page.js\";\n{start}");
    let mut esbuild = ESBUILD.command()?;
    esbuild
        .current_dir(&folders.staging)
        .args(OPTIONS)
        .args(["--bundle", "--format=esm"]);
    commands::filter(&mut esbuild, &module)
        .map(|text| text.trim().to_owned())
        .context("boot/start.js with wasm-bindgen's glue")
}

fn minified(file: &Path, options: &[&str]) -> Result<String> {
    let mut esbuild = ESBUILD.command()?;
    esbuild.args(OPTIONS).args(options).arg(file);
    commands::output(&mut esbuild).map(|text| text.trim().to_owned())
}
