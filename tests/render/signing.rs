//! The question about a signature, and what the claims table says of types, scopes and roles.

use std::rc::Rc;

use whydenied::intake::Encoding;

use crate::page::{
    Model, Msg,
    signature::{Answer, Question},
    update::update,
};
use crate::{html_after, model_after, token};

const KEY: &str = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;

fn question(model: &Model) -> Option<Rc<Question>> {
    model.signature.question().cloned()
}

#[test]
fn a_question_about_a_signature_stays_with_its_token_and_its_keys() {
    let paste = |claims: &str| {
        let token = token(r#"{"typ":"JWT","alg":"ES256"}"#, claims);
        Msg::PastedEvidence(format!("{token}\n{KEY}").into())
    };
    let mut model = model_after([paste(r#"{"aud":"a"}"#)]);
    let first = question(&model);
    assert!(first.as_ref().is_some_and(|question| question.is_open()));
    update(&mut model, Msg::EnteredAudience("a".into()));
    assert_eq!(
        question(&model),
        first,
        "the same token asks the same question"
    );
    update(&mut model, paste(r#"{"aud":"b"}"#));
    assert_ne!(question(&model), first, "another token asks another one");
    if let Some(first) = first {
        first.take(Answer::Outcomes(vec![Some(true)]));
        update(&mut model, Msg::VerifiedSignature(first));
    }
    assert_eq!(model.reading.case.signature_check, None, "a late answer");
    update(&mut model, Msg::ForgotEverything);
    assert_eq!(question(&model), None);
}

#[test]
fn a_signature_is_asked_about_whatever_is_signed_also_in_a_file() {
    let signed = token(r#"{"alg":"ES256"}"#, "no JSON at all");
    let text = format!("{signed}\n{KEY}");
    let model = model_after([Msg::ReadFile {
        name: Some("signed.txt".to_owned()),
        size: text.len(),
        text,
        encoding: Encoding::Utf8,
    }]);
    assert!(question(&model).is_some_and(|question| question.is_open()));
}

#[test]
fn a_signature_that_is_being_checked_is_not_listed_as_not_checked() {
    let paste = |keys: &str| {
        let signed = token(r#"{"typ":"JWT","alg":"ES256"}"#, r#"{"aud":"a"}"#);
        let paste = format!("{signed}\n{keys}");
        html_after(move || vec![Msg::PastedEvidence(paste.into())])
    };
    assert!(paste("").contains("</button> paste the keys (JWKS)"));
    assert!(!paste(KEY).contains("</button> paste the keys (JWKS)"));
}

#[test]
fn claims_say_their_type_and_what_each_scope_and_role_allows() {
    let html = html_after(|| {
        let payload = r#"{"exp":"1795438200","scp":"user_impersonation patient/Patient.rs","roles":["globalReader","other"]}"#;
        vec![Msg::PastedEvidence(
            token(r#"{"alg":"RS256"}"#, payload).into(),
        )]
    });
    for said in [
        "<span class=\"type\">number (NumericDate)<strong>, here a string</strong></span>",
        "<code>user_impersonation</code>: act for the signed-in user",
        "<code>patient/Patient.rs</code>: read, search Patient of one patient",
        "<code>globalReader</code>: reads, searches and validates",
    ] {
        assert!(html.contains(said), "{said}");
    }
    assert!(!html.contains("<code>other</code>:"));
}
