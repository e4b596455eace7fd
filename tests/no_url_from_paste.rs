//! No code of the page builds an address that a browser would follow or load from what was pasted.
//!
//! A policy in a page stops no navigation, no `window.open`, no preconnect and no WebRTC, so that the sources
//! themselves are held to it: an attribute that holds an address is set from a fixed text, and nothing that
//! opens or loads is named at all. What is allowed all the same is listed here, with the reason.

#![allow(
    clippy::panic,
    reason = "a test fails by a panic, also in what it calls"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The attributes whose value a browser follows, loads or runs.
const ADDRESSES: [&str; 16] = [
    "href",
    "src",
    "action",
    "formaction",
    "srcset",
    "srcdoc",
    "data",
    "poster",
    "ping",
    "background",
    "cite",
    "manifest",
    "xlink:href",
    "style",
    "target",
    "rel",
];

/// What opens, loads or runs, in Rust and as a name that is looked up.
const LOADERS: [&str; 36] = [
    "open_with_url",
    "set_href",
    "set_src",
    "set_action",
    "set_location",
    "set_attribute_ns",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "from_html_unchecked",
    "html!",
    "innerHTML",
    "send_beacon",
    "sendBeacon",
    "fetch_with_str",
    "fetch_with_request",
    "\"fetch\"",
    "XmlHttpRequest",
    "XMLHttpRequest",
    "WebSocket",
    "WebTransport",
    "EventSource",
    "RtcPeerConnection",
    "RTCPeerConnection",
    "Worker",
    "HtmlImageElement",
    "HtmlIFrameElement",
    "HtmlFormElement",
    "HtmlScriptElement",
    "HtmlLinkElement",
    "HtmlAnchorElement",
    "js_sys::eval",
    "\"eval\"",
    "\"Function\"",
    "Function::new_with_args",
    "::leak(",
];

/// The same, in the scripts of the boot.
const SCRIPT_LOADERS: [&str; 17] = [
    "fetch(",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "Worker(",
    "import(",
    "eval(",
    "Function(",
    "innerHTML",
    "outerHTML =",
    "setAttribute(\"href",
    "setAttribute(\"src",
    ".src =",
    "location =",
    "location.assign",
];

/// What a script of the boot may do in these ways only.
const SCRIPTS_MAY: [(&str, &[&str]); 3] = [
    // The fragment of the page itself, where the history cannot be changed.
    ("location.replace(", &["\"#\" + "]),
    // A file to save: a link that stands nowhere, to bytes of the page's own making. A text that the page broke.
    ("createElement(", &["\"a\")", "\"p\")"]),
    (".href =", &[" URL.createObjectURL(new Blob("]),
];

/// A file and what stands in it all the same.
struct Allowed {
    file: &'static str,
    found: &'static str,
}

const ALLOWED: [Allowed; 1] = [
    // The sources of the page's own words; and the documents of an authority, whose host is one of Microsoft's
    // own, and of what was typed only the name of a tenant or of a policy stands in them
    // (`src/entra/metadata.rs`, held by `tests/metadata.rs`); and the page for an administrator's consent, made of
    // a host of Microsoft's and two GUIDs (`src/entra/consent.rs`). Who may call it is held below.
    Allowed {
        file: "src/page/view/links.rs",
        found: "href",
    },
];

#[test]
fn an_address_is_set_from_a_fixed_text() {
    let mut found = Vec::new();
    for (name, code) in sources(&["src/main.rs", "src/page"], "rs") {
        found.extend(
            addresses(&code)
                .into_iter()
                .map(|what| (name.clone(), what)),
        );
    }
    only_allowed(&found);
}

#[test]
fn the_page_names_nothing_that_opens_or_loads() {
    let mut found = Vec::new();
    for (name, code) in sources(&["src/main.rs", "src/page"], "rs") {
        found.extend(named(&code, &LOADERS).map(|what| (name.clone(), what.to_owned())));
    }
    only_allowed(&found);
}

#[test]
fn the_boot_names_nothing_that_opens_or_loads() {
    let mut found = Vec::new();
    for (name, code) in sources(&["boot"], "js") {
        found.extend(named(&code, &SCRIPT_LOADERS).map(|what| (name.clone(), what.to_owned())));
        for (what, allowed) in SCRIPTS_MAY {
            let others = code
                .split(what)
                .skip(1)
                .filter(|rest| !allowed.iter().any(|allowed| rest.starts_with(allowed)));
            found.extend(others.map(|_| (name.clone(), what.to_owned())));
        }
    }
    only_allowed(&found);
}

#[test]
fn a_fixed_attribute_is_fixed_by_its_type() {
    let el = text(&root().join("src/page/view/el.rs"));
    for signature in [
        "fn is(self, name: &'static str, value: &'static str)",
        "fn maybe(self, name: &'static str, value: Option<&'static str>)",
        "fn set(self, name: &'static str, value: AttrValue)",
    ] {
        assert!(el.contains(signature), "{signature}");
    }
}

#[test]
fn links_out_are_made_for_sources_and_an_authoritys_documents_alone() {
    let mut addresses = Vec::new();
    for (_, code) in sources(&["src/page"], "rs") {
        let calls = code.split("leads_out(").skip(1);
        let arguments = calls.filter_map(|call| call.split(',').nth(1).map(str::trim));
        addresses.extend(
            arguments
                .filter(|argument| !argument.contains(':'))
                .map(str::to_owned),
        );
    }
    addresses.sort();
    assert_eq!(
        addresses,
        [
            "SOURCE.into()",
            "consent_page.into()",
            "discovery.into()",
            "keys.into()",
            "words.source.url.into()"
        ]
    );
}

#[test]
fn what_is_allowed_is_still_there() {
    for Allowed { file, found } in ALLOWED {
        let code = text(&root().join(file));
        let all: Vec<String> = addresses(&code)
            .into_iter()
            .chain(named(&code, &LOADERS).map(str::to_owned))
            .collect();
        assert!(all.iter().any(|what| what == found), "{file}: {found}");
    }
}

#[test]
fn an_address_from_elsewhere_would_be_found() {
    let link = r#"el("a", "").set("href", AttrValue::from(pasted))"#;
    assert_eq!(addresses(link), ["href"]);
    let broken = ".set(\n    \"src\",\n    pasted,\n)";
    assert_eq!(addresses(broken), ["src"]);
    let named_elsewhere = ".set(name, pasted)";
    assert_eq!(addresses(named_elsewhere), ["set(name"]);
    let fixed = r#"el("a", "").is("href", "https://example.org").set("id", id)"#;
    assert!(addresses(fixed).is_empty());
    let opened = "window.open_with_url(&claim)";
    assert_eq!(
        named(opened, &LOADERS).collect::<Vec<_>>(),
        ["open_with_url"]
    );
    let told = code("// never open_with_url\nlet a = 1;");
    assert_eq!(named(&told, &LOADERS).count(), 0);
}

fn only_allowed(found: &[(String, String)]) {
    let is_allowed = |(name, what): &&(String, String)| {
        ALLOWED
            .iter()
            .any(|allowed| allowed.file == name && allowed.found == what)
    };
    let others: Vec<_> = found.iter().filter(|one| !is_allowed(one)).collect();
    assert!(
        others.is_empty(),
        "an address may come from what was pasted, or something may be loaded: {others:?}"
    );
}

/// The attributes with addresses that are set from what is no fixed text, and attributes whose own name is
/// not fixed.
fn addresses(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for call in code.split(".set(").skip(1) {
        let call = call.trim_start();
        let Some(rest) = call.strip_prefix('"') else {
            // The name is handed on; cells, which are set too, take one thing alone.
            let arguments = call.split([')', ';']).next().unwrap_or_default();
            if let Some((name, _)) = arguments.split_once(',') {
                found.push(format!("set({name}"));
            }
            continue;
        };
        let name = rest.split('"').next().unwrap_or_default();
        if ADDRESSES.contains(&name) {
            found.push(name.to_owned());
        }
    }
    // The one place where a name is handed on: the builder itself, whose names are fixed by their type.
    found.retain(|what| what != "set(name" || !code.contains("pub(crate) struct El("));
    found
}

fn named<'list>(code: &str, list: &'list [&'list str]) -> impl Iterator<Item = &'list str> {
    list.iter().copied().filter(move |name| code.contains(name))
}

/// The code of each source below these, without its comments.
fn sources(places: &[&str], extension: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for place in places {
        collect(&root().join(place), &mut files);
    }
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    assert!(!files.is_empty(), "there are no sources in {places:?}");
    files
        .into_iter()
        .map(|file| {
            let name = file.strip_prefix(root()).unwrap_or(&file);
            let name = name.to_string_lossy().replace('\\', "/");
            (name, code(&text(&file)))
        })
        .collect()
}

fn code(text: &str) -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    text.lines()
        .filter(is_code)
        .flat_map(|line| [line, "\n"])
        .collect()
}

fn collect(place: &Path, files: &mut Vec<PathBuf>) {
    if place.is_file() {
        files.push(place.to_owned());
        return;
    }
    match fs::read_dir(place) {
        Ok(entries) => {
            for entry in entries.flatten() {
                collect(&entry.path(), files);
            }
        }
        Err(error) => panic!("{} cannot be read: {error}", place.display()),
    }
}

fn text(file: &Path) -> String {
    fs::read_to_string(file)
        .unwrap_or_else(|error| panic!("{} cannot be read: {error}", file.display()))
}

fn root() -> PathBuf {
    // Read when run, not when built: a cached build may be run for another clone.
    std::env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .unwrap_or_default()
}
