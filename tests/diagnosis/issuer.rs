//! `iss` against the authority.

use whydenied::diagnosis::{CauseId as C, NodeId as N};

use crate::OTHER;
use crate::support::{Story, TENANT};

#[test]
fn an_issuer_that_differs_has_one_cause() {
    let v1 = format!("https://login.microsoftonline.com/{TENANT}");
    let v2 = format!("https://login.microsoftonline.com/{TENANT}/v2.0");
    let government = format!("https://login.microsoftonline.us/{TENANT}");
    let cases = [
        (
            format!("https://sts.windows.net/{TENANT}/"),
            v1.as_str(),
            None,
        ),
        (
            format!("https://sts.windows.net/{}/", TENANT.to_uppercase()),
            v1.as_str(),
            None,
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            government.as_str(),
            None,
        ),
        (
            format!("https://sts.windows.net/{TENANT}"),
            v1.as_str(),
            Some(C::IssuerMismatch),
        ),
        (
            format!("https://sts.windows.net/{OTHER}/"),
            v1.as_str(),
            Some(C::IssuerOtherTenant),
        ),
        (
            format!("https://login.microsoftonline.com/{TENANT}/v2.0"),
            v1.as_str(),
            Some(C::IssuerTokenVersion),
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            v2.as_str(),
            Some(C::IssuerTokenVersion),
        ),
        (
            format!("https://sts.chinacloudapi.cn/{TENANT}/"),
            v1.as_str(),
            Some(C::IssuerOtherCloud),
        ),
        (
            format!("https://sts.chinacloudapi.cn/{OTHER}/"),
            v1.as_str(),
            Some(C::IssuerOtherCloud),
        ),
        (
            "https://sts.windows.net/contoso/".to_owned(),
            v1.as_str(),
            Some(C::IssuerMismatch),
        ),
        (
            "https://issuer.example".to_owned(),
            v1.as_str(),
            Some(C::IssuerMismatch),
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            "https://login.microsoftonline.com/common",
            Some(C::IssuerTemplate),
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            TENANT,
            Some(C::AuthorityMalformed),
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            "https://login.microsoftonline.com/",
            Some(C::AuthorityMalformed),
        ),
        (
            "https://idp.example/".to_owned(),
            "https://idp.example",
            None,
        ),
        (
            "https://idp.example/a".to_owned(),
            "https://idp.example",
            Some(C::IssuerMismatch),
        ),
    ];
    for (issuer, authority, cause) in cases {
        let told = Story::new()
            .claim("iss", issuer.as_str())
            .authority(authority)
            .told();
        assert_eq!(
            told.headline(),
            Some(cause.unwrap_or(C::WouldBeAccepted)),
            "{issuer} for {authority}"
        );
    }
}

#[test]
fn an_authority_by_domain_cannot_be_told_until_the_discovery_document_is_there() {
    let by_domain =
        || Story::new().authority("https://login.microsoftonline.com/contoso.onmicrosoft.com");
    let told = by_domain().told();
    assert_eq!(
        (told.verdict(N::Issuer), told.headline()),
        ("cannot-tell", Some(C::WouldBeAccepted))
    );
    let mut story = by_domain();
    story.case.settings.issuer = Some(format!("https://sts.windows.net/{OTHER}/"));
    assert_eq!(story.told().headline(), Some(C::IssuerOtherTenant));
}
