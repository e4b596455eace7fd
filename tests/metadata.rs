//! The addresses of an authority's documents: links to Microsoft's own hosts, or text.

use whydenied::entra::Metadata;

const TENANT: &str = "8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5";

fn known(discovery: &str, keys: &str) -> Metadata {
    Metadata::Known {
        discovery: ["https://", discovery, "/.well-known/openid-configuration"].concat(),
        keys: ["https://", keys, "/keys"].concat(),
    }
}

#[test]
fn an_authority_of_microsofts_leads_to_its_documents() {
    let cases = [
        // Each cloud, both versions, aliases.
        (
            format!("https://login.microsoftonline.com/{TENANT}"),
            format!("login.microsoftonline.com/{TENANT}"),
            format!("login.microsoftonline.com/{TENANT}/discovery"),
        ),
        (
            format!(
                " https://LOGIN.windows.net/{}/v2.0/ ",
                TENANT.to_uppercase()
            ),
            format!("login.microsoftonline.com/{}/v2.0", TENANT.to_uppercase()),
            format!(
                "login.microsoftonline.com/{}/discovery/v2.0",
                TENANT.to_uppercase()
            ),
        ),
        (
            format!("https://login.microsoftonline.us/{TENANT}/v2.0"),
            format!("login.microsoftonline.us/{TENANT}/v2.0"),
            format!("login.microsoftonline.us/{TENANT}/discovery/v2.0"),
        ),
        (
            format!("https://login.chinacloudapi.cn/{TENANT}"),
            format!("login.partner.microsoftonline.cn/{TENANT}"),
            format!("login.partner.microsoftonline.cn/{TENANT}/discovery"),
        ),
        (
            "https://login.microsoftonline.com/Contoso.onmicrosoft.com".to_owned(),
            "login.microsoftonline.com/Contoso.onmicrosoft.com".to_owned(),
            "login.microsoftonline.com/Contoso.onmicrosoft.com/discovery".to_owned(),
        ),
        (
            "https://login.microsoftonline.com/common/v2.0".to_owned(),
            "login.microsoftonline.com/common/v2.0".to_owned(),
            "login.microsoftonline.com/common/discovery/v2.0".to_owned(),
        ),
        // B2C and External ID.
        (
            "https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_in/v2.0".to_owned(),
            "contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_in/v2.0".to_owned(),
            "contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_in/discovery/v2.0".to_owned(),
        ),
        (
            "https://contoso.b2clogin.com/tfp/contoso.onmicrosoft.com/B2C_1_in".to_owned(),
            "contoso.b2clogin.com/tfp/contoso.onmicrosoft.com/B2C_1_in/v2.0".to_owned(),
            "contoso.b2clogin.com/tfp/contoso.onmicrosoft.com/B2C_1_in/discovery/v2.0".to_owned(),
        ),
        (
            format!("https://contoso.ciamlogin.com/{TENANT}/v2.0"),
            format!("contoso.ciamlogin.com/{TENANT}/v2.0"),
            format!("contoso.ciamlogin.com/{TENANT}/discovery/v2.0"),
        ),
    ];
    for (authority, discovery, keys) in cases {
        assert_eq!(
            Metadata::of(&authority),
            Some(known(&discovery, &keys)),
            "{authority}"
        );
    }
}

#[test]
fn another_host_gives_no_link() {
    for authority in [
        "https://keys.example",
        "https://login.microsoftonline.com.keys.example/common",
        "https://contoso.b2clogin.com/t",
        "https://contoso.b2clogin.com/t/p/q",
        "https://contoso.b2clogin.com/../p",
        "https://contoso.ciamlogin.com/",
        "https://contoso.ciamlogin.com/%2e%2e/v2.0",
    ] {
        let metadata = Metadata::of(authority);
        assert!(
            matches!(metadata, Some(Metadata::Elsewhere(_))),
            "{authority}: {metadata:?}"
        );
    }
    assert_eq!(
        Metadata::of("https://keys.example/a/"),
        Some(Metadata::Elsewhere(
            "https://keys.example/a/.well-known/openid-configuration".to_owned()
        ))
    );
}

#[test]
fn what_is_no_authority_has_no_documents() {
    for authority in [
        "",
        "contoso",
        "http://login.microsoftonline.com/common",
        "javascript:alert(1)",
        "https://login.microsoftonline.com",
        "https://login.microsoftonline.com/a b",
        "https://login.microsoftonline.com/..",
        "https://login.microsoftonline.com/<b>",
    ] {
        assert_eq!(Metadata::of(authority), None, "{authority}");
    }
}

#[test]
fn only_names_get_into_a_link() {
    let hostile = [
        "\"", "<", " ", "@", "\\", "%", ":", "?", "#", "\u{202e}", "..",
    ];
    for text in hostile {
        for authority in [
            format!("https://login.microsoftonline.com/{text}x"),
            format!("https://{text}.b2clogin.com/t/p"),
            format!("https://contoso.b2clogin.com/t/{text}"),
            format!("https://user{text}@contoso.ciamlogin.com/{text}"),
        ] {
            if let Some(Metadata::Known { discovery, keys }) = Metadata::of(&authority) {
                let is_plain = |link: &str| {
                    let (_, behind) = link.split_once("://").unwrap_or_default();
                    behind
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte))
                };
                assert!(
                    is_plain(&discovery) && is_plain(&keys),
                    "{authority}: {keys}"
                );
            }
        }
    }
}
