//! The WebAssembly program as text: gzip, then base64.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zopfli::{Format, Options};

use crate::remap;

/// The program as the page carries it. The browser unpacks it with `DecompressionStream`.
pub(super) fn packed(file: &Path, root: &Path) -> Result<String> {
    let wasm = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    if !wasm.starts_with(b"\0asm") {
        bail!("{} is no WebAssembly", file.display());
    }
    remap::check(&wasm, root)?;
    let mut gzip = Vec::new();
    // Slower than zlib's best and about four percent smaller. Code and data differ: more blocks than the
    // default of 15 let each have its own codes.
    let options = Options {
        maximum_block_splits: 40,
        ..Options::default()
    };
    zopfli::compress(options, Format::Gzip, wasm.as_slice(), &mut gzip)?;
    Ok(STANDARD.encode(gzip))
}
