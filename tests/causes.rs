//! `docs/causes.md` says what the page says.

use std::{env, fs, path::Path};

use whydenied::{diagnosis::CauseId, report};

/// Set by `cargo xtask causes`.
const WRITE: &str = "WHYDENIED_WRITE_CAUSES";

#[test]
fn the_page_of_causes_is_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/causes.md");
    if env::var_os(WRITE).is_some() {
        fs::write(&file, report::causes()).expect("the file can be written");
    }
    let written = fs::read_to_string(&file).expect("the file is there");
    assert!(written == report::causes(), "run `cargo xtask causes`");
}

#[test]
fn the_page_of_causes_has_every_cause_once() {
    let page = report::causes();
    for cause in CauseId::ALL {
        let anchor = format!("<a id=\"{}\">", cause.id());
        assert_eq!(page.matches(&anchor).count(), 1, "{anchor}");
    }
}
