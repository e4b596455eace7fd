//! Nothing that was pasted becomes anything but text.

use crate::{html_after, page::Msg, tags, token};

/// Stands in every hostile value, so that it can be found again.
const TRACE: &str = "zqxjk";

fn hostile() -> String {
    let payload = r#"{
        "aud": "javascript:alert('zqxjk')",
        "iss": "https://sts.windows.net/\" onmouseover=\"alert(zqxjk)",
        "name": "<img src=x onerror=alert('zqxjk')>",
        "upn": "zqxjk\u202eevil\u200b@contoso.example",
        "<script>zqxjk</script>": "</textarea><script>alert('zqxjk')</script>",
        "scp": "zqxjk\"><svg/onload=alert(1)>",
        "oid": "'zqxjk`<b>`",
        "roles": ["<zqxjk>", "</pre>"],
        "exp": 9999999999999999999999
    }"#;
    let payload = payload
        .replace(r"\u202e", "\u{202e}")
        .replace(r"\u200b", "\u{200b}");
    token(
        r#"{"alg":"none","kid":"<zqxjk onload=1>","typ":"&lt;zqxjk"}"#,
        &payload,
    )
}

fn hostile_page() -> String {
    html_after(|| {
        vec![
            Msg::PastedEvidence(hostile().into()),
            Msg::EnteredAuthority("javascript:alert('zqxjk')//<b>".into()),
            Msg::EnteredAudience("https://zqxjk.example/\"><img src=x>".into()),
        ]
    })
}

#[test]
fn markup_in_claims_and_settings_is_text() {
    let html = hostile_page();
    assert!(html.contains(TRACE), "the values are shown");
    for tag in tags(&html) {
        assert!(
            !tag.starts_with("img") && !tag.starts_with("script") && !tag.starts_with("zqxjk"),
            "<{tag}>"
        );
    }
}

#[test]
fn no_attribute_carries_a_pasted_value() {
    for tag in tags(&hostile_page()) {
        assert!(!tag.contains(TRACE), "<{tag}>");
        assert!(!tag.contains("javascript:"), "<{tag}>");
    }
}

#[test]
fn no_style_and_no_handler_is_written_into_the_page() {
    for tag in tags(&hostile_page()) {
        assert!(!tag.contains(" style="), "<{tag}>");
        assert!(!tag.contains(" on"), "<{tag}>");
    }
}

#[test]
fn characters_that_would_not_be_seen_are_named() {
    let html = hostile_page();
    assert!(html.contains("U+202E") && html.contains("U+200B"));
    assert!(!html.contains('\u{202e}') && !html.contains('\u{200b}'));
}

#[test]
fn numbers_and_names_stand_exactly_as_they_were_written() {
    let exact = r#"{"exp":1.7954352e9,"big":12345678901234567890123,"a":1,"a":2,"caf\u00e9":"\/"}"#;
    let html = html_after(move || {
        vec![Msg::PastedEvidence(
            token(r#"{"alg":"RS256"}"#, exact).into(),
        )]
    });
    let text = html.replace("&quot;", "\"").replace("&#x2F;", "/");
    for written in [
        "1.7954352e9",
        "12345678901234567890123",
        r#""a": 1"#,
        r#""a": 2"#,
        r#""caf\u00e9": "\/""#,
    ] {
        assert!(text.contains(written), "{written}");
    }
}

#[test]
fn links_are_made_of_the_pages_own_words() {
    for tag in tags(&hostile_page())
        .into_iter()
        .filter(|tag| tag.contains(" href="))
    {
        let href = crate::attribute(tag, "href").unwrap_or_default();
        assert!(
            href.starts_with('#') || href.starts_with("https://"),
            "{href}"
        );
        if href.starts_with("https://") {
            assert_eq!(
                crate::attribute(tag, "rel"),
                Some("noopener noreferrer"),
                "{href}"
            );
        }
    }
}
