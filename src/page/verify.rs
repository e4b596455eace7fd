//! Asks the browser's cryptography (Web Cryptography API, sections 14.3.2 and 14.3.9) which key verifies a
//! signature.

use std::rc::Rc;

use js_sys::{Array, JSON, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, SubtleCrypto};
use whydenied::jose::Signed;
use yew::{Callback, platform::spawn_local};

use super::{
    message::Msg,
    signature::{Answer, Question},
};

/// Asks, and reports the answer together with its question.
pub(crate) fn ask(question: Rc<Question>, link: Callback<Msg>) {
    spawn_local(async move {
        let mut answer = Answer::Unavailable;
        if let Some(subtle) = subtle()
            && let Ok((signed, plan)) = &question.asked
        {
            let mut outcomes = Vec::new();
            for candidate in &plan.candidates {
                let parameters = plan.algorithm.parameters;
                let mut outcome = None;
                if let Some(import) = import(&subtle, parameters, &candidate.jwk)
                    && let Ok(key) = import.await
                    && let Some(verification) = verify(&subtle, parameters, &key, signed)
                    && let Ok(verdict) = verification.await
                {
                    outcome = verdict.as_bool();
                }
                outcomes.push(outcome);
                if outcome == Some(true) {
                    break;
                }
            }
            answer = Answer::Outcomes(outcomes);
        }
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

fn import(subtle: &SubtleCrypto, parameters: &str, jwk: &str) -> Option<Promise> {
    let usages = Array::of1(&"verify".into());
    let (jwk, parameters) = (object(jwk)?, object(parameters)?);
    subtle
        .import_key_with_object("jwk", &jwk, &parameters, false, &usages)
        .ok()
}

fn verify(
    subtle: &SubtleCrypto,
    parameters: &str,
    key: &JsValue,
    signed: &Signed,
) -> Option<Promise> {
    subtle
        .verify_with_object_and_js_u8_array_and_js_u8_array(
            &object(parameters)?,
            key.unchecked_ref::<CryptoKey>(),
            &signed.signature.as_slice().into(),
            &signed.signing_input().into(),
        )
        .ok()
}

fn object(json: &str) -> Option<Object> {
    Some(JSON::parse(json).ok()?.unchecked_into())
}
