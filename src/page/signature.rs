//! The question that the page asks the browser: which of these keys verifies this signature?
//!
//! An answer takes its time. It is kept with its own question, so that it can never be taken for the answer
//! to another token, or for another set of keys.

use std::{cell::OnceCell, fmt, rc::Rc};

use whydenied::{
    diagnosis::{Case, SignatureCheck},
    jose::{JsonWebKeySet, Plan, Problem, Signed, Token, Unverifiable, plan},
};

/// A token, the keys that were given, and what is known of the signature.
pub(crate) struct Question {
    text: String,
    /// The keys; empty where none were given.
    pub(crate) keys: JsonWebKeySet,
    /// What is to be asked.
    pub(crate) asked: Result<(Signed, Plan), Unverifiable>,
    answer: OnceCell<Answer>,
}

/// What the browser answered.
pub(crate) enum Answer {
    /// It has no cryptography here: the page came over plain http.
    Unavailable,
    /// For each candidate, whether it verifies the signature; nothing where the browser refused the key.
    Outcomes(Vec<Option<bool>>),
}

/// The question that the case asks now; none without a token.
#[derive(Clone, Default)]
pub(crate) struct Signature(Option<Rc<Question>>);

impl Signature {
    /// The question that this case asks: the one before where it is still the same.
    #[inline(never)]
    pub(crate) fn follow(&self, case: &Case) -> Self {
        let text = match &case.token {
            Some(Token::Jws(jws)) => jws.text.as_str(),
            // A signature is verified before anything in it is read, and so is one of other bytes.
            Some(Token::Malformed(malformed)) if is_of_payload(&malformed.problem) => {
                &malformed.text
            }
            _ => "",
        };
        if text.is_empty() {
            return Self(None);
        }
        let keys = case.keys.clone().unwrap_or_default();
        if let Some(question) = &self.0
            && question.text == text
            && question.keys == keys
        {
            return self.clone();
        }
        Self(Some(Rc::new(Question::of(text, keys))))
    }

    /// The question itself.
    pub(crate) fn question(&self) -> Option<&Rc<Question>> {
        self.0.as_ref()
    }
}

impl Question {
    fn of(text: &str, keys: JsonWebKeySet) -> Self {
        let asked = Signed::read(text).and_then(|signed| Ok((plan(&signed, &keys)?, signed)));
        Self {
            text: text.to_owned(),
            asked: asked.map(|(plan, signed)| (signed, plan)),
            keys,
            answer: OnceCell::new(),
        }
    }

    /// Whether the browser is to be asked.
    pub(crate) fn is_open(&self) -> bool {
        let has_candidates = self
            .asked
            .as_ref()
            .is_ok_and(|(_, plan)| !plan.candidates.is_empty());
        has_candidates && self.answer.get().is_none()
    }

    /// Whether the browser cannot be asked.
    pub(crate) fn is_unanswerable(&self) -> bool {
        matches!(self.answer.get(), Some(Answer::Unavailable))
    }

    /// Takes in the answer. The first counts.
    pub(crate) fn take(&self, answer: Answer) {
        let _ = self.answer.set(answer);
    }

    /// What the keys say of the signature; nothing while that is not known.
    pub(crate) fn check(&self) -> Option<SignatureCheck> {
        if self.keys.keys.is_empty() {
            return None;
        }
        let plan = match &self.asked {
            Ok((_, plan)) => plan,
            Err(Unverifiable::Unsigned) => return None,
            Err(_) => return Some(SignatureCheck::Unsupported),
        };
        let outcomes: &[Option<bool>] = match self.answer.get() {
            Some(Answer::Outcomes(outcomes)) => outcomes,
            None if plan.candidates.is_empty() => &[],
            _ => return None,
        };
        Some(SignatureCheck::of(plan, outcomes, &self.keys))
    }
}

// Never what is in it.
impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Question").finish_non_exhaustive()
    }
}

impl PartialEq for Question {
    /// A question is the one that was asked, not another like it.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

fn is_of_payload(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::NotUtf8(_) | Problem::NotJson(_) | Problem::NotAnObject | Problem::Empty
    )
}
