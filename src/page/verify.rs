//! Asks the browser's cryptography (Web Cryptography API, sections 14.3.2 and 14.3.9) which key verifies a
//! signature.

use std::rc::Rc;

use js_sys::{JSON, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use yew::{Callback, platform::spawn_local};

use super::{
    message::Msg,
    signature::{Answer, Question},
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], js_name = importKey, catch)]
    fn import_key(
        format: &str,
        key: &JsValue,
        parameters: &JsValue,
        is_extractable: bool,
        usages: &JsValue,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], catch)]
    fn verify(
        parameters: &JsValue,
        key: &JsValue,
        signature: &Uint8Array,
        data: &Uint8Array,
    ) -> Result<Promise, JsValue>;
}

/// Asks, and reports the answer together with its question.
pub(crate) fn ask(question: Rc<Question>, link: Callback<Msg>) {
    spawn_local(async move {
        let mut answer = Answer::Unavailable;
        if let Ok((signed, plan)) = &question.asked {
            let parameters = json(plan.algorithm.parameters);
            // Copies: what the program's memory holds there may be another thing by the time that it is read.
            let signature = Uint8Array::from(&*signed.signature);
            let data = Uint8Array::from(signed.signing_input());
            let mut outcomes = Vec::new();
            for candidate in &plan.candidates {
                let mut outcome = None;
                let jwk = json(&candidate.jwk);
                let usages = json("[\"verify\"]");
                // There is no promise only where there is no `crypto.subtle`: outside a secure context.
                let Ok(import) = import_key("jwk", &jwk, &parameters, false, &usages) else {
                    break;
                };
                if let Ok(key) = import.await
                    && let Ok(verification) = verify(&parameters, &key, &signature, &data)
                    && let Ok(verdict) = verification.await
                {
                    outcome = verdict.as_bool();
                }
                outcomes.push(outcome);
                if outcome == Some(true) {
                    break;
                }
            }
            if !outcomes.is_empty() {
                answer = Answer::Outcomes(outcomes);
            }
        }
        question.take(answer);
        link.emit(Msg::VerifiedSignature(question));
    });
}

fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap_or_default()
}
