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

#[test]
fn a_signature_that_is_being_checked_has_its_line_beside_the_verdict() {
    let html = html_after(|| {
        let signed = token(r#"{"typ":"JWT","alg":"ES256"}"#, r#"{"aud":"a"}"#);
        vec![Msg::PastedEvidence(format!("{signed}\n{KEY}").into())]
    });
    let (_, found) = html.split_once("Also found").unwrap_or_default();
    let (found, _) = found.split_once("</ul>").unwrap_or_default();
    assert!(found.contains("The browser is checking it."), "{html}");
}

#[test]
fn where_no_authority_is_entered_the_tokens_issuer_tells_where_its_keys_should_be() {
    let html = |issuer: &'static str| {
        html_after(move || {
            let payload = format!(r#"{{"aud":"a","iss":"{issuer}"}}"#);
            let signed = token(r#"{"typ":"JWT","alg":"RS256"}"#, &payload);
            vec![Msg::PastedEvidence(signed.into())]
        })
    };
    let entra = html("https://sts.windows.net/8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5/");
    let address = "https://login.microsoftonline.com/8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5/\
                   .well-known/openid-configuration";
    assert!(
        entra.contains(&format!("<code><bdi dir=\"ltr\">{address}")),
        "{entra}"
    );
    assert!(!entra.contains(&format!("href=\"{address}")), "{entra}");
    assert!(html("nobody").contains("to see where its keys are"));
}
