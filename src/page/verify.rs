//! Asks the browser's cryptography which key verifies a signature, and takes its answer.

use std::rc::Rc;

use yew::{Callback, platform::spawn_local};

use super::{
    boot,
    message::Msg,
    signature::{Answer, Question},
};

/// Asks, and reports the answer together with its question.
pub(crate) fn ask(question: Rc<Question>, link: Callback<Msg>) {
    let Ok((signed, plan)) = &question.asked else {
        return;
    };
    let mut asked = ["[", plan.algorithm.parameters].concat();
    for candidate in &plan.candidates {
        asked.push(',');
        asked.push_str(&candidate.jwk);
    }
    asked.push(']');
    let outcomes = boot::verify(&asked, &signed.signature, signed.signing_input());
    spawn_local(async move {
        let outcomes = outcomes.await.ok().and_then(|text| text.as_string());
        let answer = match outcomes {
            Some(text) => Answer::Outcomes(text.chars().map(outcome).collect()),
            None => Answer::Unavailable,
        };
        question.take(answer);
        link.emit(Msg::VerifiedSignature(question));
    });
}

/// Whether a key verifies the signature; nothing where the browser refused it.
fn outcome(letter: char) -> Option<bool> {
    match letter {
        '1' => Some(true),
        '0' => Some(false),
        _ => None,
    }
}
