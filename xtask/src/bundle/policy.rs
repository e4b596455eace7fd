//! The content security policy: no request at all, and a hash for each script and style.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The encoding must be known within the first 1,024 bytes, so the policy comes right after it.
const ENCODING: &str = "<meta charset=\"utf-8\">";

/// Puts the policy in front of everything that it rules.
pub(super) fn insert(html: &str) -> Result<String> {
    let (before, after) = html
        .split_once(ENCODING)
        .with_context(|| format!("index.html has no {ENCODING}"))?;
    let policy = policy(after);
    Ok(format!(
        "{before}{ENCODING}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"
    ))
}

/// The policy for what stands behind it.
pub(crate) fn policy(html: &str) -> String {
    // A data block is never run, so it needs no hash.
    let scripts = hashes(html, &["<script>", "<script type=\"module\">"], "</script>");
    let styles = hashes(html, &["<style>"], "</style>");
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

fn hashes(html: &str, starts: &[&str], end: &str) -> String {
    let texts = starts.iter().flat_map(|start| html.split(start).skip(1));
    let texts = texts.filter_map(|rest| rest.split_once(end).map(|(text, _)| text));
    texts
        .map(|text| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text))))
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::insert;

    #[test]
    fn each_script_and_style_has_its_hash_and_the_data_block_has_none() {
        let html = insert(
            "<meta charset=\"utf-8\"><style>p{}</style><script>1</script>\
             <script type=\"text/plain\" id=\"program\">AAAA</script><script type=\"module\">2</script>",
        )
        .expect("the encoding is there");
        assert!(
            html.starts_with(
                "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\""
            )
        );
        assert!(html.contains(
            "script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' \
             'sha256-1HNeOiZeFu7gP1lxi5tdAwGcB9i2xR+Q2jpmbuwTqzU=' 'wasm-unsafe-eval';"
        ));
    }
}
