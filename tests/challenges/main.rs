//! `WWW-Authenticate`, `Authorization` and bodies: what a refusal says about itself.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod bodies;

use whydenied::http::{Authorization, Challenge, Reason, challenges};

fn only(header: &str) -> Challenge {
    let mut all = challenges(header);
    assert_eq!(all.len(), 1, "{header}: {all:?}");
    all.remove(0)
}

#[test]
fn a_401_tells_the_authority_and_the_audience() {
    let challenge = only(
        r#"Bearer authorization_uri="https://login.example/tenant", resource_id="https://fhir.example", realm="https://fhir.example", error="invalid_token", error_description="The audience 'a, b; c' is invalid""#,
    );
    assert!(challenge.is_bearer());
    assert_eq!(
        challenge.authorization_uri.as_deref(),
        Some("https://login.example/tenant")
    );
    assert_eq!(
        challenge.resource_id.as_deref(),
        Some("https://fhir.example")
    );
    assert_eq!(challenge.realm.as_deref(), Some("https://fhir.example"));
    assert_eq!(challenge.error.as_deref(), Some("invalid_token"));
    assert_eq!(
        challenge.error_description.as_deref(),
        Some("The audience 'a, b; c' is invalid")
    );
    assert_eq!(challenge.reasons(), [Reason::Audience]);
}

#[test]
fn the_grammar_of_rfc_9110_is_read() {
    let named = |scheme: &str, realm: Option<&str>| Challenge {
        scheme: scheme.to_owned(),
        realm: realm.map(str::to_owned),
        ..Challenge::default()
    };
    let table = [
        ("", vec![]),
        (", ,", vec![]),
        ("Bearer", vec![named("Bearer", None)]),
        ("Basic realm=simple", vec![named("Basic", Some("simple"))]),
        (
            r#"Newauth realm="apps", type=1, title="Login to \"apps\"", Basic realm="simple""#,
            vec![
                named("Newauth", Some("apps")),
                named("Basic", Some("simple")),
            ],
        ),
        (
            r#"Basic realm="a", Bearer realm="b""#,
            vec![named("Basic", Some("a")), named("Bearer", Some("b"))],
        ),
        (
            "Negotiate, Basic realm=a",
            vec![named("Negotiate", None), named("Basic", Some("a"))],
        ),
        (
            "Negotiate TlRMTVNT+/a==, Bearer realm=a",
            vec![named("Negotiate", None), named("Bearer", Some("a"))],
        ),
        (
            r#"Bearer REALM = "spaced""#,
            vec![named("Bearer", Some("spaced"))],
        ),
        (
            r#"Bearer realm="a \"b\" \\ c""#,
            vec![named("Bearer", Some("a \"b\" \\ c"))],
        ),
        (
            r#"Bearer realm="never closed, error=x"#,
            vec![named("Bearer", Some("never closed, error=x"))],
        ),
        (
            r#"Bearer realm="first", realm="second""#,
            vec![named("Bearer", Some("first"))],
        ),
        (
            r#"Bearer ;;; , realm="after""#,
            vec![named("Bearer", Some("after"))],
        ),
        (
            "Bearer realm=\"a\"\r\n\tx=1",
            vec![named("Bearer", Some("a"))],
        ),
    ];
    for (header, expected) in table {
        assert_eq!(challenges(header), expected, "{header}");
    }
}

#[test]
fn descriptions_of_both_generations_name_the_same_reasons() {
    let table: [(&str, &[Reason]); 16] = [
        ("The audience is invalid", &[Reason::Audience]),
        ("The audience '(null)' is invalid", &[Reason::Audience]),
        ("The issuer is invalid", &[Reason::Issuer]),
        (
            "The issuer 'https://sts.windows.net/x/' is invalid",
            &[Reason::Issuer],
        ),
        ("The token has no expiration", &[Reason::NoExpiration]),
        ("The token lifetime is invalid", &[Reason::Lifetime]),
        (
            "The token lifetime is invalid; NotBefore: '01/01/2027 00:00:00', Expires: '12/31/2026 00:00:00'",
            &[Reason::Lifetime],
        ),
        ("The token is not valid yet", &[Reason::NotYetValid]),
        (
            "The token is not valid before '11/23/2026 12:00:00'",
            &[Reason::NotYetValid],
        ),
        ("The token is expired", &[Reason::Expired]),
        (
            "The token expired at '11/23/2026 12:00:00'",
            &[Reason::Expired],
        ),
        ("The signature key was not found", &[Reason::KeyNotFound]),
        ("The signature is invalid", &[Reason::Signature]),
        (
            "The token lifetime is invalid; NotBefore: 'A', Expires: 'B'; The issuer 'a' is invalid",
            &[Reason::Lifetime, Reason::Issuer],
        ),
        (
            "The audience 'x; The issuer is invalid' is invalid",
            &[Reason::Audience],
        ),
        ("Something else", &[]),
    ];
    for (description, expected) in table {
        let header = format!("Bearer error=\"invalid_token\", error_description=\"{description}\"");
        assert_eq!(only(&header).reasons(), expected, "{description}");
    }
}

#[test]
fn an_error_without_description_means_that_the_token_cannot_be_read() {
    assert_eq!(
        only("Bearer error=\"invalid_token\"").reasons(),
        [Reason::Unreadable]
    );
    assert_eq!(
        only("Bearer error=\"invalid_token\", error_description=\"\"").reasons(),
        [Reason::Unreadable]
    );
    assert_eq!(only("Bearer error=\"insufficient_scope\"").reasons(), []);
    assert_eq!(only("Bearer realm=\"a\"").reasons(), []);
}

#[test]
fn the_authorization_header_is_read_as_the_service_reads_it() {
    let other = |scheme: &str| Authorization::OtherScheme(scheme.to_owned());
    let table = [
        ("Bearer abc", Authorization::Bearer, Some("abc")),
        ("bEARER   abc  ", Authorization::Bearer, Some("abc")),
        ("Bearer \"a b\"", Authorization::Bearer, Some("\"a b\"")),
        ("Bearer", Authorization::Empty, None),
        ("Bearer   ", Authorization::Empty, None),
        ("Bearer\tabc", other("Bearer"), None),
        ("Bearerabc", other(""), None),
        ("Basic YTpi", other("Basic"), None),
        ("Token abc", other("Token"), None),
        ("eyJhbGciOiJub25lIn0.e30.", other(""), None),
        ("", other(""), None),
    ];
    for (header, authorization, token) in table {
        assert_eq!(
            Authorization::read(header),
            (authorization, token),
            "{header}"
        );
    }
}
