//! Every cause speaks, whatever is known and whatever is missing.

use whydenied::{
    diagnosis::{Case, CauseId, Comparison, Doubt, Facts, Field, Finding, Input, diagnose},
    http::TokenRefusal,
    jose::Token,
    service::{SERVER_ROLES, Service},
    words,
};

use super::{assert_plain, finding, full, spoken, support::AUDIENCE};

const DOUBTS: [Option<Doubt>; 6] = [
    None,
    Some(Doubt::OtherTokenSent),
    Some(Doubt::DroppedOnTheWay),
    Some(Doubt::Needs(Input::DataRole)),
    Some(Doubt::Suspected),
    Some(Doubt::ServiceVersion),
];

fn assert_speaks(finding: &Finding, case: &Case) {
    let facts = Facts::of(case);
    let words = words::cause(finding, &facts);
    assert_plain(&words.headline);
    assert_plain(&words.explanation);
    assert!(
        !words.remedies.is_empty(),
        "no remedy: {}",
        finding.cause.id()
    );
    // The page has a name for as many commands beside the fix.
    assert!(words.remedies.len() <= 5, "{}", finding.cause.id());
    for remedy in &words.remedies {
        assert_plain(&remedy.step);
        for way in &remedy.ways {
            assert_plain(&way.note);
            let command = way.command.as_ref().map(ToString::to_string);
            assert_ne!(command.as_deref(), Some(""));
            assert!(!command.unwrap_or_default().contains('{'));
        }
    }
}

#[test]
fn every_cause_speaks_in_the_emptiest_case() {
    for service in Service::ALL {
        let case = Case {
            service,
            ..Case::default()
        };
        for cause in CauseId::ALL {
            for doubt in DOUBTS {
                assert_speaks(&finding(*cause, doubt), &case);
            }
        }
    }
}

#[test]
fn every_cause_speaks_in_a_full_case() {
    for service in Service::ALL {
        let case = full(service);
        for cause in CauseId::ALL {
            let evidence = Some(Comparison {
                found_in: Field::Claim("aud"),
                found: "https://azurehealthcareapis.com".to_owned(),
                expected_in: Field::Audience,
                expected: AUDIENCE.to_owned(),
            });
            assert_speaks(
                &Finding {
                    evidence,
                    ..finding(*cause, None)
                },
                &case,
            );
        }
    }
}

#[test]
fn the_roles_of_the_server_are_told_by_name() {
    let unknown = finding(CauseId::RolesClaimUnknown, None);
    let words = words::cause(&unknown, &Facts::of(&Case::default()));
    for role in SERVER_ROLES {
        assert!(words.explanation.contains(role.name), "{}", role.name);
    }
}

#[test]
fn every_kind_of_unreadable_token_speaks() {
    let texts = [
        "System.Security.SecureString",
        "{{token}}",
        "null",
        "[object Object]",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        "eyJ",
        "a b.c.d",
        "\"eyJhbGciOiJub25lIn0.e30.\"",
        "e30.e30",
        "eyJhbGciOiJub25lIn0.W10.",
        "eyJhbGciOiJub25lIn0.e3.",
        "1.AVAAxyz",
        "EwBIA8l6BAAU",
        "M.C507_BAY.2.U.1234",
        "PHNhbWw",
        "api-key",
        "eyJhbGciOiJSU0EifQ.a.b.c.d",
    ];
    for text in texts {
        let case = Case {
            token: Some(Token::read(text)),
            ..Case::default()
        };
        let diagnosis = diagnose(&case);
        for finding in diagnosis.findings() {
            assert_speaks(finding, &case);
        }
    }
}

#[test]
fn every_known_code_has_its_own_fix_and_every_other_the_official_page() {
    let known = [
        50_011, 50_020, 50_105, 65_001, 90_002, 500_011, 650_057, 700_016, 900_439, 901_002,
        7_000_215, 7_000_218, 7_000_222,
    ];
    for code in known.into_iter().chain([530_035]) {
        let case = Case {
            token_refusal: Some(TokenRefusal {
                aadsts: Some(code),
                error: None,
                ..TokenRefusal::default()
            }),
            ..Case::default()
        };
        let report = spoken(&case);
        assert!(report.contains(&format!("AADSTS{code}")), "{report}");
        assert!(
            report.contains(&format!(
                "https://login.microsoftonline.com/error?code={code}"
            )),
            "{report}"
        );
        let words = words::cause(
            &finding(CauseId::TokenRequestFailed, None),
            &Facts::of(&case),
        );
        assert_eq!(words.remedies.len() > 1, code != 530_035, "{report}");
        assert_speaks(&finding(CauseId::TokenRequestFailed, None), &case);
    }
}
