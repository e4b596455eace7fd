//! What the release weighs, against its budget and against what it weighed before.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project;

const KB: usize = 1024;

/// A bound on what the release may weigh.
struct Limit {
    name: &'static str,
    raw: usize,
    brotli: usize,
}

/// What the release is meant to weigh. It weighs more still.
const BUDGET: Limit = Limit {
    name: "budget",
    raw: 230 * KB,
    brotli: 140 * KB,
};
/// What no release may weigh: what it weighs with all that it reads today, and a little. It rises only
/// with what the page can do, and falls towards the budget with every release that does the same.
const CEILING: Limit = Limit {
    name: "ceiling",
    raw: 418 * KB,
    brotli: 278 * KB,
};

#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the weight of every shipped file, says by how much it is over its budget, and fails over the
/// ceiling.
pub(crate) fn size() -> Result<()> {
    let folder = project::root()?.join("dist");
    let mut total = Weight::default();
    println!("{:<20}{:>22}{:>22}{:>22}", "file", "raw", "gzip", "brotli");
    for (name, bytes) in shipped(&folder)? {
        let weight = weight(&bytes)?;
        print_row(&name, weight);
        total.raw += weight.raw;
        total.gzip += weight.gzip;
        total.brotli += weight.brotli;
    }
    print_row("together", total);
    for limit in [BUDGET, CEILING] {
        println!(
            "{:<20}{:>22}{:>22}{:>22}",
            limit.name,
            shown(limit.raw),
            "",
            shown(limit.brotli)
        );
    }
    if !fits(total, &BUDGET) {
        println!(
            "over the budget by {} on disk and {} in brotli",
            shown(total.raw.saturating_sub(BUDGET.raw)),
            shown(total.brotli.saturating_sub(BUDGET.brotli))
        );
    }
    if !fits(total, &CEILING) {
        bail!("the release is over its ceiling");
    }
    Ok(())
}

fn fits(weight: Weight, limit: &Limit) -> bool {
    weight.raw <= limit.raw && weight.brotli <= limit.brotli
}

fn shipped(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let unread = || {
        format!(
            "{} cannot be read: run `cargo xtask build` first",
            folder.display()
        )
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(unread)? {
        let path = entry?.path();
        if path.is_dir() {
            // Trunk's staging folder is hidden and empty after a build; a release holds the same file again.
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with('.') || name == "release" {
                continue;
            }
            bail!("{} is a folder: the release is files alone", path.display());
        }
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        files.push((name, fs::read(&path).with_context(unread)?));
    }
    if files.is_empty() {
        bail!(
            "{} is empty: run `cargo xtask build` first",
            folder.display()
        );
    }
    files.sort();
    Ok(files)
}

fn weight(bytes: &[u8]) -> Result<Weight> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    let best = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &best)?;
    Ok(Weight {
        raw: bytes.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli.len(),
    })
}

fn print_row(name: &str, weight: Weight) {
    println!(
        "{name:<20}{:>22}{:>22}{:>22}",
        shown(weight.raw),
        shown(weight.gzip),
        shown(weight.brotli)
    );
}

/// Bytes, and KB of 1,024 bytes to one place, rounded up so that no rounding hides an overrun.
fn shown(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(KB);
    format!("{bytes} ({}.{} KB)", tenths / 10, tenths % 10)
}
