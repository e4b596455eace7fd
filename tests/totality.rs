//! Every combination of what a person may have in hand gets a diagnosis that agrees with itself.

mod support;

use std::collections::HashSet;

use CauseId as C;
use NodeId as N;
use serde_json::{Value, json};
use support::{AUDIENCE, NOW, OID, Story};
use whydenied::{
    diagnosis::{
        Answers, Case, CauseId, Certainty, DataRoleAnswer, Detail, Diagnosis, Facts, NodeId,
        SignatureCheck, TREE, Verdict, Weight, diagnose, path,
    },
    http::{Authorization, Body, Form, Reason, Request, Response, challenges},
    jose::Token,
    report,
    service::Service,
};

const STATUSES: [Option<u16>; 6] = [None, Some(200), Some(400), Some(401), Some(403), Some(404)];
/// The questions of a 401 that look inside the token.
const INSIDE: [N; 5] = [
    N::TokenKind,
    N::Signature,
    N::Lifetime,
    N::Audience,
    N::Issuer,
];

#[test]
fn every_combination_gets_a_diagnosis_that_agrees_with_itself() {
    let (tokens, words, bodies, answers) = (tokens(), words(), bodies(), answers());
    let (lists, requests) = (lists(), requests());
    let mut count = 0_usize;
    for service in Service::ALL {
        for (token, signature_check) in &tokens {
            let mut case = Story::new().service(service).case();
            case.token.clone_from(token);
            case.signature_check.clone_from(signature_check);
            for status in STATUSES {
                for (challenge, logged) in &words {
                    for body in &bodies {
                        for answers in &answers {
                            case.answers.clone_from(answers);
                            case.logged = *logged;
                            // These two take turns: their counts divide none of the others'.
                            case.settings
                                .allowed_object_ids
                                .clone_from(&lists[count % lists.len()]);
                            case.request.clone_from(&requests[count % requests.len()]);
                            case.response = Some(Response {
                                status,
                                challenges: challenges(challenge),
                                body: body.clone(),
                                correlation_id: None,
                                ..Response::default()
                            });
                            check(&case, count.is_multiple_of(97));
                            count += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(count > 100_000, "{count} combinations");
}

fn check(case: &Case, is_written_out: bool) {
    let diagnosis = diagnose(case);
    let facts = Facts::of(case);
    let problem = disagreement(case, &facts, &diagnosis);
    assert_eq!(problem, None, "{case:#?}\n{diagnosis:#?}");
    assert_eq!(path(&facts, &diagnosis).len(), TREE.len());
    if is_written_out {
        assert!(!report::text(case, &diagnosis).is_empty());
    }
}

/// What a diagnosis says against itself or against the rules.
#[expect(clippy::too_many_lines, reason = "one table of rules")]
fn disagreement(case: &Case, facts: &Facts<'_>, diagnosis: &Diagnosis) -> Option<&'static str> {
    let verdict = |node| diagnosis.node(node).map(|state| state.verdict);
    let fails = |node| verdict(node) == Some(Verdict::Fail);
    let headline = diagnosis.headline.as_ref();
    let is_headline = |cause| headline.is_some_and(|it| it.cause == cause);
    let listed: Vec<C> = diagnosis.also.iter().map(|it| it.cause).collect();
    let has = |cause| diagnosis.findings().any(|it| it.cause == cause);
    let is_in_hand = case.token.is_some() || facts.status.is_some() || !facts.reasons.is_empty();
    let would_report_agrees = match diagnosis.would_report {
        None => true,
        // A time that cannot be read, and a header that only Graph can undo, fail at the service alone.
        Some(N::WellFormed) => fails(N::WellFormed) || has(C::LifetimeUnreadable),
        Some(N::Signature) => fails(N::Signature) || has(C::GraphToken),
        Some(node) => fails(node),
    };
    let is_named = |node| fails(node) && !facts.reasons.is_empty();
    let is_behind_unreadable = |node| verdict(node) == Some(Verdict::NotReached) || is_named(node);
    let is_readable = matches!(case.token, None | Some(Token::Jws(_)));
    let is_valid = matches!(case.signature_check, Some(SignatureCheck::Valid { .. }));
    let is_explained = |node| {
        let follows = diagnosis
            .node(node)
            .is_some_and(|it| matches!(it.detail, Detail::FollowsFrom(_) | Detail::ServiceSaid));
        !fails(node) || follows || diagnosis.findings().any(|it| it.node == node)
    };
    let is_refused = [N::Network, N::AnsweredBy, N::Accepted]
        .into_iter()
        .any(fails);
    let is_open = |node| matches!(verdict(node), Some(Verdict::CannotTell(_)));
    let rules: [(bool, &str); 17] = [
        (
            diagnosis.nodes.iter().map(|it| it.node).eq(N::ALL),
            "every question has one answer",
        ),
        (
            headline.is_some() || !is_in_hand,
            "something is in hand and there is no headline",
        ),
        (
            verdict(N::Signature) != Some(Verdict::Pass) || is_valid,
            "a signature passes that nobody verified",
        ),
        (would_report_agrees, "the question reported does not fail"),
        (
            headline.is_none_or(|it| !listed.contains(&it.cause)),
            "the headline is listed beside itself",
        ),
        (
            listed.iter().collect::<HashSet<_>>().len() == listed.len(),
            "a cause is listed twice",
        ),
        (
            listed.iter().all(|it| it.weight() != Weight::SumsUp)
                && headline.is_none_or(|it| it.cause.weight() != Weight::Beside),
            "a cause stands where it never does",
        ),
        (
            matches!(facts.status, None | Some(401 | 403)) || !has(C::NoBearerToken),
            "no token is missed at this status",
        ),
        (
            facts.status != Some(401)
                || listed.iter().all(|it| {
                    !matches!(
                        it.node(),
                        N::AzureRbac | N::AllowList | N::RolesClaim | N::Operation
                    )
                }),
            "a 403's cause is listed at 401",
        ),
        (
            !is_headline(C::WouldBeAccepted)
                || N::ALL
                    .into_iter()
                    .all(|it| !fails(it) || it == N::Propagation),
            "something fails that would be accepted",
        ),
        (
            is_readable || INSIDE.into_iter().all(is_behind_unreadable),
            "something is read in a token that cannot be read",
        ),
        (
            headline
                .is_none_or(|it| certainty_is_fixed(it.cause).is_none_or(|c| c == it.certainty)),
            "the certainty is another than the fixed one",
        ),
        (
            diagnosis.judged.is_some() == matches!(case.token, Some(Token::Jws(_))),
            "somebody is judged without a token, or nobody with one",
        ),
        (
            !matches!(facts.status, None | Some(401 | 403))
                || INSIDE.into_iter().chain([N::BearerSent]).all(is_explained),
            "a question fails and no cause is listed",
        ),
        (
            !is_refused || !is_open(N::AzureRbac) && !is_open(N::Propagation),
            "a question is asked that nobody came to",
        ),
        (
            facts.status != Some(403)
                || headline.is_none_or(|it| verdict(it.node) != Some(Verdict::Warn)),
            "a warning explains a 403",
        ),
        (
            !fails(N::AnsweredBy) || facts.status != Some(401) || diagnosis.would_report.is_none(),
            "a gateway reports what the service would",
        ),
    ];
    rules
        .into_iter()
        .find(|(holds, _)| !holds)
        .map(|(_, problem)| problem)
}

fn certainty_is_fixed(cause: C) -> Option<Certainty> {
    match cause {
        C::WouldBeAccepted | C::PropagationDelay => Some(Certainty::Likely),
        C::Unexplained401 | C::Unexplained403 => Some(Certainty::Possible),
        _ => None,
    }
}

/// Tokens of every kind, with what verifying gave.
fn tokens() -> Vec<(Option<Token>, Option<SignatureCheck>)> {
    let claims: [&[(&str, Value)]; 15] = [
        &[],
        &[("exp", json!(NOW - 4000)), ("nbf", json!(NOW - 9000))],
        &[("exp", json!(NOW - 100))],
        &[("exp", json!("tomorrow"))],
        &[("exp", json!(253_402_300_800_000_i64))],
        &[("aud", json!(format!("{AUDIENCE}/")))],
        &[("aud", json!("https://azurehealthcareapis.com"))],
        &[("aud", json!("https://management.azure.com/"))],
        &[("aud", json!("https://dicom.healthcareapis.azure.com"))],
        &[("nonce", json!("n"))],
        &[(
            "iss",
            json!("https://sts.windows.net/b7d4e1a0-62f3-4f0e-9c58-1a7e3d20c4f6/"),
        )],
        &[("iss", Value::Null), ("oid", Value::Null)],
        &[("roles", json!(["globalReader"]))],
        &[
            ("roles", json!(["smartUser"])),
            ("scp", json!("patient/Patient.read user/*.rs")),
        ],
        &[("aud", Value::Null), ("exp", Value::Null)],
    ];
    let story = |claims: &[(&str, Value)]| {
        claims.iter().fold(Story::new(), |story, (name, value)| {
            story.claim(name, value.clone())
        })
    };
    let graph = || Story::new().claim("aud", "https://graph.microsoft.com");
    let texts = [
        "eyJhbGciOiJSUzI1NiJ9.e30",
        "eyJhbGciOiJSU0EifQ.a.b.c.d",
        "0.AXoAabc.def",
        "{{token}}",
        "System.Security.SecureString",
    ];
    let valid = || SignatureCheck::Valid {
        key: "k1".to_owned(),
    };
    let mut tokens = vec![
        (None, None),
        (Story::new().case().token, Some(valid())),
        (Story::new().case().token, Some(SignatureCheck::Invalid)),
        (Story::new().case().token, Some(SignatureCheck::NoKey)),
        (graph().header("nonce", "n").case().token, None),
        (graph().unsigned().case().token, None),
    ];
    tokens.extend(
        claims
            .iter()
            .map(|claims| (story(claims).case().token, None)),
    );
    tokens.extend(texts.iter().map(|text| (Some(Token::read(text)), None)));
    tokens
}

/// What the service says: its challenge, or its log.
fn words() -> Vec<(String, Option<Reason>)> {
    let described =
        |text: &str| format!("Bearer error=\"invalid_token\", error_description=\"{text}\"");
    let challenges = [
        String::new(),
        "Bearer realm=\"x\"".to_owned(),
        "Bearer error=\"invalid_token\"".to_owned(),
        "AzureApiManagementKey realm=\"x\"".to_owned(),
        described("something else"),
        described("The audience 'x' is invalid; The issuer 'y' is invalid"),
        described("The token is expired"),
        described("The signature is invalid"),
        described("The signature key was not found"),
    ];
    let mut words: Vec<_> = challenges.into_iter().map(|it| (it, None)).collect();
    let logged = [Reason::Unsigned, Reason::Encrypted, Reason::Unreadable];
    words.extend(logged.map(|reason| (String::new(), Some(reason))));
    words
}

fn lists() -> [Option<Vec<String>>; 5] {
    let other = "b7d4e1a0-62f3-4f0e-9c58-1a7e3d20c4f6".to_owned();
    let listed = OID.to_uppercase();
    [
        None,
        Some(vec![]),
        Some(vec![other]),
        Some(vec![listed]),
        None,
    ]
}

fn requests() -> [Option<Request>; 11] {
    let request = |method: &str, path: &str, authorization| {
        Some(Request {
            method: method.to_owned(),
            url: format!("{AUDIENCE}{path}"),
            authorization,
        })
    };
    [
        None,
        request("GET", "/Patient", Authorization::Bearer),
        request("GET", "/Patient", Authorization::Missing),
        request("POST", "/ValueSet", Authorization::NotSeen),
        request("GET", "/metadata", Authorization::NotSeen),
        request("GET", "/metadata", Authorization::Missing),
        request("GET", "/health/check", Authorization::Empty),
        request("GET", "/Patient", Authorization::Redacted),
        request("DELETE", "/Patient/1", Authorization::Empty),
        request("POST", "", Authorization::OtherScheme("Basic".to_owned())),
        request(
            "GET",
            "/Patient?access_token=eyJhbGci.eyJhIjox.c2ln",
            Authorization::NotSeen,
        ),
    ]
}

fn bodies() -> [Option<Body>; 3] {
    let outcome = Body::OperationOutcome {
        code: "forbidden".to_owned(),
        diagnostics: "Authorization failed.".to_owned(),
    };
    let json = Body::Foreign {
        form: Form::Json,
        excerpt: "{}".to_owned(),
        gateway: None,
    };
    [None, Some(outcome), Some(json)]
}

fn answers() -> [Answers; 8] {
    let answered = |answer: fn(&mut Answers)| {
        let mut answers = Answers::default();
        answer(&mut answers);
        answers
    };
    [
        Answers::default(),
        answered(|it| it.token_sent = Some(false)),
        answered(|it| it.metadata_status = Some(403)),
        answered(|it| it.home_tenant = Some(false)),
        answered(|it| it.data_role = Some(DataRoleAnswer::None)),
        answered(|it| it.role_recent = Some(true)),
        answered(|it| {
            it.data_role = Some(DataRoleAnswer::Named("FHIR SMART User".to_owned()));
            it.metadata_status = Some(200);
        }),
        answered(|it| it.suspects.push((N::Lifetime, C::Expired))),
    ]
}
