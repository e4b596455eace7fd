//! The folder in which a browser keeps what it remembers, searched after it has quit.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

use aho_corasick::AhoCorasick;
use anyhow::{Context, Result};

use crate::engine::DOWNLOADS;

/// So many bytes of a secret in a row are a part of it. No two of the tests' texts share so many by chance.
const PART: usize = 12;

static NEXT: AtomicUsize = AtomicUsize::new(0);

/// A new, empty profile, removed when this is dropped.
#[derive(Debug)]
pub(crate) struct Profile(PathBuf);

impl Profile {
    pub(crate) fn new() -> Result<Self> {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("whydenied-profile-{}-{number}", process::id());
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self(folder))
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// Removes what an earlier test has saved.
    pub(crate) fn clear_downloads(&self) -> Result<()> {
        match fs::remove_dir_all(self.0.join(DOWNLOADS)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// The files that hold a part of the secret, as UTF-8 or as UTF-16, from the profile's folder on.
    ///
    /// # Errors
    /// When the profile is empty, so that nothing was searched.
    pub(crate) fn holding(&self, secret: &str) -> Result<Vec<String>> {
        let parts = parts(secret)?;
        let mut files = Vec::new();
        collect(&self.0, &mut files)?;
        anyhow::ensure!(!files.is_empty(), "the profile is empty");
        let mut holding = Vec::new();
        for file in files {
            // Sockets and locks of the browser that has gone cannot be read, and hold nothing.
            let Ok(bytes) = fs::read(&file) else { continue };
            if parts.is_match(&bytes) {
                let name = file.strip_prefix(&self.0)?;
                holding.push(name.to_string_lossy().into_owned());
            }
        }
        holding.sort();
        Ok(holding)
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // What is left lies among the temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What finds every part of a secret: also where a file is compressed, what is new in it stands in it as it is.
fn parts(secret: &str) -> Result<AhoCorasick> {
    let wide: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let narrow = secret.as_bytes().windows(PART);
    Ok(AhoCorasick::new(narrow.chain(wide.windows(2 * PART)))?)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        // A browser that still runs removes folders as it likes.
        Err(gone) if gone.kind() == ErrorKind::NotFound => return Ok(()),
        Err(other) => return Err(other).context(folder.display().to_string()),
    };
    for entry in entries {
        let entry = entry?;
        // A link may lead out of the profile.
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if kind.is_dir() {
            collect(&entry.path(), files)?;
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_part_of_a_secret_is_found_in_both_encodings() {
        let parts = parts("eyJhbGciOiJSUzI1NiJ9.c2VjcmV0").unwrap();
        let wide: Vec<u8> = "hbGciOiJSUzI1N"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(parts.is_match(b"\0\x01..iOiJSUzI1NiJ.."));
        assert!(parts.is_match(&wide));
        assert!(!parts.is_match(b"eyJhbGci"));
        assert!(!parts.is_match(b""));
    }
}
