//! The sample header files of `hosting` say the same, and no more than the page's own policy does.

use std::collections::BTreeMap;
use std::fs;

use crate::bundle::policy::policy;
use crate::project;

type Headers = BTreeMap<String, String>;

/// How a line of a sample tells a header: what stands before its name, between it and the value, and
/// behind that.
const SAMPLES: [(&str, [&str; 3]); 4] = [
    ("nginx.conf", ["add_header ", " \"", "\" always;"]),
    ("apache.htaccess", ["Header always set ", " \"", "\""]),
    ("_headers", ["", ": ", ""]),
    ("staticwebapp.config.json", ["\"", "\": \"", "\""]),
];

/// What must be sent, because it cannot stand in the page or holds before it is read.
const NEEDED: [&str; 7] = [
    "Cache-Control",
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
];

#[test]
fn every_sample_sends_the_same_headers() {
    let mut samples = SAMPLES
        .iter()
        .map(|(name, form)| (name, headers(name, form)));
    let (first, expected) = samples.next().expect("there are samples");
    assert_eq!(expected.keys().collect::<Vec<_>>(), NEEDED, "{first}");
    for (name, found) in samples {
        assert_eq!(found, expected, "{name} beside {first}");
    }
}

#[test]
fn the_policy_that_is_sent_agrees_with_that_of_the_page() {
    let page = policy("<script>1</script><style>p{}</style>");
    let page = directives(&page);
    let (name, form) = SAMPLES.first().expect("there are samples");
    let sent = headers(name, form);
    let sent = directives(sent.get("Content-Security-Policy").expect("it is sent"));
    assert_eq!(sent.get("frame-ancestors"), Some(&"'self'"));
    for (directive, value) in sent {
        // A page cannot say this one.
        if directive == "frame-ancestors" {
            continue;
        }
        let said = page.get(directive).or_else(|| {
            page.get("default-src")
                .filter(|_| directive.ends_with("-src"))
        });
        assert_eq!(said, Some(&value), "{directive}");
    }
}

#[test]
fn what_carries_a_hash_is_left_to_the_page() {
    for (name, form) in SAMPLES {
        let sent = headers(name, &form);
        let sent = directives(sent.get("Content-Security-Policy").expect("it is sent"));
        for directive in ["default-src", "script-src", "style-src", "sandbox"] {
            assert!(
                !sent.contains_key(directive),
                "{name}: {directive} would break the page"
            );
        }
    }
}

#[test]
fn a_header_is_read_in_each_form() {
    for (line, (name, form)) in [
        "    add_header Referrer-Policy \"no-referrer\" always;",
        "Header always set Referrer-Policy \"no-referrer\"",
        "  Referrer-Policy: no-referrer",
        "    \"Referrer-Policy\": \"no-referrer\",",
    ]
    .into_iter()
    .zip(SAMPLES)
    {
        let read = header(line, &form);
        assert_eq!(
            read,
            Some(("Referrer-Policy".into(), "no-referrer".into())),
            "{name}"
        );
    }
}

fn headers(name: &str, form: &[&str; 3]) -> Headers {
    let file = project::root()
        .expect("the tests run by cargo")
        .join("hosting")
        .join(name);
    let text = fs::read_to_string(&file).expect(name);
    text.lines().filter_map(|line| header(line, form)).collect()
}

fn header(line: &str, [before, between, behind]: &[&str; 3]) -> Option<(String, String)> {
    let line = line.trim().trim_end_matches(',');
    let (name, value) = line.strip_prefix(before)?.split_once(between)?;
    let is_name = name.starts_with(|first: char| first.is_ascii_uppercase())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    is_name.then(|| Some((name.to_owned(), value.strip_suffix(behind)?.to_owned())))?
}

fn directives(policy: &str) -> BTreeMap<&str, &str> {
    policy
        .split(';')
        .filter_map(|directive| directive.trim().split_once(' '))
        .collect()
}
