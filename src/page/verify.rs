//! Asks the browser's cryptography (Web Cryptography API, sections 14.3.2 and 14.3.9) which key verifies a
//! signature.

use std::rc::Rc;

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, SubtleCrypto};
use yew::{Callback, platform::spawn_local};

use super::{
    message::Msg,
    signature::{Answer, Question},
};

/// Asks, and reports the answer together with its question.
pub(crate) fn ask(question: Rc<Question>, link: Callback<Msg>) {
    spawn_local(async move {
        let answer = match subtle() {
            Some(subtle) => Answer::Outcomes(outcomes(&subtle, &question).await),
            None => Answer::Unavailable,
        };
        question.take(answer);
        link.emit(Msg::VerifiedSignature(question));
    });
}

/// The browser's cryptography; there is none outside a secure context.
fn subtle() -> Option<SubtleCrypto> {
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    (!subtle.is_undefined()).then(|| subtle.unchecked_into())
}

async fn outcomes(subtle: &SubtleCrypto, question: &Question) -> Vec<Option<bool>> {
    let mut outcomes = Vec::new();
    let Ok((signed, plan)) = &question.asked else {
        return outcomes;
    };
    for candidate in &plan.candidates {
        let outcome = verifies(
            subtle,
            plan.algorithm.parameters,
            &candidate.jwk,
            &signed.signature,
            signed.signing_input(),
        );
        let outcome = outcome.await.ok();
        outcomes.push(outcome);
        if outcome == Some(true) {
            break;
        }
    }
    outcomes
}

async fn verifies(
    subtle: &SubtleCrypto,
    parameters: &str,
    jwk: &str,
    signature: &[u8],
    signed: &[u8],
) -> Result<bool, JsValue> {
    let parameters: Object = JSON::parse(parameters)?.unchecked_into();
    let jwk: Object = JSON::parse(jwk)?.unchecked_into();
    let usages = Array::of1(&"verify".into());
    let key = subtle
        .import_key_with_object("jwk", &jwk, &parameters, false, &usages)?
        .await?;
    let verdict = subtle
        .verify_with_object_and_js_u8_array_and_js_u8_array(
            &parameters,
            key.unchecked_ref::<CryptoKey>(),
            &signature.into(),
            &signed.into(),
        )?
        .await?;
    Ok(verdict.as_bool() == Some(true))
}
