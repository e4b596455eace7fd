//! Entra ID's names: GUIDs, authorities, issuers, identities.

mod support;

use serde_json::{Value, json};
use support::{OID, Story, TENANT};
use whydenied::{
    diagnosis::diagnose,
    entra::{
        Authority, AuthorityProblem, Cloud, Guid, Issuer, Tenant, TokenVersion, is_provider_of,
        is_same_issuer,
    },
};

#[test]
fn a_guid_has_one_form_in_either_case() {
    let guid = Guid::parse(TENANT);
    assert_eq!(guid.map(|guid| guid.to_string()).as_deref(), Some(TENANT));
    assert_eq!(Guid::parse(&TENANT.to_uppercase()), guid);
    for other in [
        "",
        "8e0c1f2a5b7d4c399a612f4d7b80c3e5",
        "{8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5}",
        "8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3eg",
        "8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3é",
    ] {
        assert_eq!(Guid::parse(other), None, "{other}");
    }
}

#[test]
fn an_authority_says_which_cloud_tenant_and_version_it_is() {
    let tenant = || Guid::parse(TENANT).map(Tenant::Id);
    let cases = [
        (
            "https://login.microsoftonline.com/",
            Cloud::Global,
            "",
            TokenVersion::V1,
        ),
        (
            "https://LOGIN.windows.net/",
            Cloud::Global,
            "",
            TokenVersion::V1,
        ),
        (
            "https://login.microsoftonline.us/",
            Cloud::UsGovernment,
            "/v2.0",
            TokenVersion::V2,
        ),
        (
            "https://login.partner.microsoftonline.cn/",
            Cloud::China,
            "/v2.0/",
            TokenVersion::V2,
        ),
        (
            "https://login.chinacloudapi.cn/",
            Cloud::China,
            "/",
            TokenVersion::V1,
        ),
    ];
    for (host, cloud, suffix, version) in cases {
        let text = format!("{host}{TENANT}{suffix}");
        let expected = tenant().map(|tenant| Authority::Entra {
            cloud,
            tenant,
            version,
        });
        assert_eq!(Authority::parse(&text).ok(), expected, "{text}");
    }
}

#[test]
fn what_is_no_authority_says_why() {
    let cases = [
        (TENANT, AuthorityProblem::NotHttps),
        ("", AuthorityProblem::NotHttps),
        (
            "http://login.microsoftonline.com/common",
            AuthorityProblem::NotHttps,
        ),
        ("https://", AuthorityProblem::NotHttps),
        (
            "https://login.microsoftonline.com",
            AuthorityProblem::NoTenant,
        ),
        (
            "https://login.microsoftonline.com//",
            AuthorityProblem::NoTenant,
        ),
    ];
    for (text, problem) in cases {
        assert_eq!(Authority::parse(text), Err(problem), "{text}");
    }
}

#[test]
fn a_domain_stands_for_no_issuer_and_a_template_is_none_either() {
    for tenant in [
        "contoso.onmicrosoft.com",
        "common",
        "Organizations",
        "consumers",
    ] {
        let authority = Authority::parse(&format!("https://login.microsoftonline.com/{tenant}"));
        assert_eq!(
            authority.map(|authority| authority.issuer()),
            Ok(None),
            "{tenant}"
        );
    }
}

#[test]
fn issuers_compare_exactly_apart_from_the_case_of_the_guid() {
    let upper = TENANT.to_uppercase();
    let cases = [
        (
            format!("https://sts.windows.net/{TENANT}/"),
            format!("https://sts.windows.net/{upper}/"),
            true,
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            format!("https://sts.windows.net/{TENANT}"),
            false,
        ),
        (
            format!("https://STS.windows.net/{TENANT}/"),
            format!("https://sts.windows.net/{TENANT}/"),
            false,
        ),
        (
            format!("https://sts.windows.net/{TENANT}/"),
            format!("https://sts.windows.net/{TENANT}/x"),
            false,
        ),
    ];
    for (left, right, is_same) in cases {
        assert_eq!(is_same_issuer(&left, &right), is_same, "{left} and {right}");
    }
}

#[test]
fn version_1_issuers_serve_the_us_government_cloud_too() {
    let issuer = Issuer::parse(&format!("https://sts.windows.net/{TENANT}/"));
    assert!(
        issuer.is_some_and(|issuer| issuer.is_of(Cloud::UsGovernment)
            && issuer.is_of(Cloud::Global)
            && !issuer.is_of(Cloud::China))
    );
    let newer = Issuer::parse(&format!("https://login.microsoftonline.com/{TENANT}/v2.0"));
    assert!(newer.is_some_and(|issuer| !issuer.is_of(Cloud::UsGovernment)));
}

#[test]
fn a_smart_identity_provider_is_known_by_its_issuer() {
    let ciam = format!("https://patients.ciamlogin.com/{TENANT}/v2.0");
    let cases = [
        (
            "https://p.b2clogin.com/p.onmicrosoft.com/B2C_1_SMART/v2.0",
            format!("https://p.b2clogin.com/{TENANT}/v2.0/"),
            true,
        ),
        (
            "https://p.b2clogin.com/p.onmicrosoft.com/B2C_1_SMART/v2.0",
            format!("https://q.b2clogin.com/{TENANT}/v2.0/"),
            false,
        ),
        (
            ciam.as_str(),
            format!("https://{TENANT}.ciamlogin.com/{TENANT}/v2.0"),
            true,
        ),
        (
            ciam.as_str(),
            format!("https://patients.ciamlogin.com/{TENANT}/v2.0"),
            true,
        ),
        (
            ciam.as_str(),
            format!("https://{OID}.ciamlogin.com/{OID}/v2.0"),
            false,
        ),
        (
            "https://idp.example/oauth2",
            "https://idp.example/oauth2/".to_owned(),
            true,
        ),
        (
            "https://idp.example/oauth2",
            "https://idp.example/oauth2//".to_owned(),
            false,
        ),
        (
            "https://idp.example/oauth2",
            "https://idp.example/OAUTH2".to_owned(),
            false,
        ),
    ];
    for (authority, issuer, is_provider) in cases {
        assert_eq!(
            is_provider_of(authority, &issuer),
            is_provider,
            "{issuer} of {authority}"
        );
    }
}

#[test]
fn who_is_judged_follows_from_the_claims() {
    let none = Value::Null;
    let v2 = |tenant| json!(format!("https://login.microsoftonline.com/{tenant}/v2.0"));
    let mirid = json!("/subscriptions/s/resourcegroups/g/providers/Microsoft.Web/sites/x");
    let cases: [(&str, &[(&str, Value)]); 15] = [
        ("user", &[]),
        ("user", &[("sub", json!(OID))]),
        (
            "user",
            &[("idp", json!(format!("https://sts.windows.net/{TENANT}/")))],
        ),
        (
            "user",
            &[
                ("iss", v2(TENANT)),
                ("idp", json!(format!("https://sts.windows.net/{TENANT}/"))),
            ],
        ),
        (
            "guest",
            &[
                ("iss", v2(TENANT)),
                ("idp", json!(format!("https://sts.windows.net/{OID}/"))),
            ],
        ),
        (
            "guest",
            &[("upn", json!("a_fabrikam.example#ext#@contoso.example"))],
        ),
        (
            "guest",
            &[(
                "preferred_username",
                json!("a_fabrikam.example#EXT#@contoso.example"),
            )],
        ),
        ("guest", &[("idp", json!("live.com"))]),
        ("guest", &[("acct", json!(1))]),
        (
            "guest",
            &[("upn", json!("a_fabrikam.example#EXT#@contoso.example"))],
        ),
        (
            "service-principal",
            &[("scp", none.clone()), ("sub", json!(OID))],
        ),
        (
            "service-principal",
            &[("scp", none.clone()), ("idtyp", json!("app"))],
        ),
        (
            "managed-identity",
            &[
                ("scp", none.clone()),
                ("sub", json!(OID)),
                ("xms_mirid", mirid),
            ],
        ),
        (
            "managed-identity",
            &[
                ("scp", none.clone()),
                ("sub", json!(OID)),
                ("appidacr", json!("2")),
                ("xms_az_rid", json!("/x")),
            ],
        ),
        ("undetermined", &[("scp", none)]),
    ];
    for (kind, claims) in cases {
        let story = claims.iter().fold(Story::new(), |story, (name, value)| {
            story.claim(name, value.clone())
        });
        let judged = diagnose(&story.case())
            .judged
            .map(|identity| identity.kind.id());
        assert_eq!(judged, Some(kind), "{claims:?}");
    }
}
