//! Before the service: no token was issued.

use super::words;
use crate::{
    diagnosis::Facts,
    words::{
        CauseWords, aadsts, moves,
        remedy::{Mover, Remedy},
        values::term,
    },
};

pub(super) fn token_request_failed(facts: &Facts<'_>) -> CauseWords {
    let refusal = facts.case.token_refusal.as_ref();
    let error = refusal.and_then(|refusal| refusal.error.as_deref());
    match refusal.and_then(|refusal| refusal.aadsts) {
        Some(code) => with_code(code, error, facts),
        None => without_code(error, facts),
    }
}

fn with_code(code: u32, error: Option<&str>, facts: &Facts<'_>) -> CauseWords {
    let number = code.to_string();
    let meaning = match (aadsts::meaning(code), error) {
        (Some(meaning), _) => [", ", meaning].concat(),
        (None, Some(error)) => [", ", &term(error)].concat(),
        (None, None) => String::new(),
    };
    let headline = ["Entra ID issued no token: AADSTS", &number, &meaning, "."].concat();
    let mut remedies = aadsts::remedies(code, facts);
    let page = [
        "Read what Microsoft says of the code: https://login.microsoftonline.com/error?code=",
        &number,
    ]
    .concat();
    remedies.push(Remedy::new(Mover::You, page));
    words(headline, NEVER_ASKED, remedies)
}

fn without_code(error: Option<&str>, facts: &Facts<'_>) -> CauseWords {
    let meaning = error.and_then(aadsts::oauth_meaning);
    let headline = match (error, meaning) {
        (Some(error), Some(meaning)) => [
            "The identity provider issued no token: ",
            &term(error),
            ", ",
            meaning,
            ".",
        ]
        .concat(),
        (Some(error), None) => {
            ["The identity provider issued no token: ", &term(error), "."].concat()
        }
        (None, _) => "The identity provider issued no token.".to_owned(),
    };
    let remedies = vec![
        Remedy::new(
            Mover::You,
            "Look for a code that starts with `AADSTS` in the same answer, and paste it: it says \
             more.",
        ),
        moves::get_token_as("Ask for a token for this API once more.", facts),
    ];
    words(headline, NEVER_ASKED, remedies)
}

const NEVER_ASKED: &str = "Without a token there is nothing to send: the service was never asked. \
                           Its settings and your roles are not the reason.";
