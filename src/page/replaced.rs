//! What a later source replaced, and how to undo it.

use whydenied::{
    diagnosis::{AnonymousCall, Answers, Case},
    http::{Body, Challenge, Url},
    intake::Evidence,
    service::{Settings, is_anonymous},
};

use super::{
    model::{Answered, Model, Typed},
    part::{Aspect, brings},
    reading::Reading,
    source::Origin,
    sources::Sources,
};

/// What is said about the last thing that was given.
#[derive(Clone)]
pub(crate) enum Said {
    /// It replaced something.
    Replaced(Box<Replaced>),
    /// That was undone.
    Undone,
}

/// What was replaced.
#[derive(Clone)]
pub(crate) struct Replaced {
    /// Each thing that was there, and is no longer.
    pub(crate) things: Vec<Thing>,
    /// Where it was from; none where it was from several places.
    pub(crate) of: Option<Origin>,
    /// Where what counts now is from.
    pub(crate) by: Origin,
    /// What was there before.
    pub(crate) before: Before,
}

/// What the page had before something was given.
#[derive(Clone)]
pub(crate) struct Before {
    pub(crate) sources: Sources,
    pub(crate) answered: Option<Answered>,
    /// What was typed and answered, where an example took its place.
    pub(crate) own: Option<(Typed, Answers)>,
}

/// A thing of which there is one, so that a later one replaces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Thing {
    Token,
    Request,
    Status(u16),
    Challenge,
    Outcome,
    Settings,
    Keys,
    Log,
    TokenRefusal,
}

/// What a new source replaced of what counted before; nothing where it contradicts nothing.
pub(crate) fn replaced(
    before: Before,
    earlier: &Reading,
    model: &Model,
    by: Origin,
) -> Option<Replaced> {
    let things = things(earlier, &model.reading);
    let mut of = None;
    for (index, thing) in things.iter().enumerate() {
        let giver = giver(&before.sources, *thing);
        of = if index == 0 || of == giver {
            giver
        } else {
            None
        };
    }
    let of = of.cloned();
    // Who picks another request of the session means it.
    let is_picked = |origin: &Origin| matches!(origin, Origin::Recording { .. });
    if is_picked(&by) && of.as_ref().is_some_and(is_picked) {
        return None;
    }
    (!things.is_empty()).then_some(Replaced {
        things,
        of,
        by,
        before,
    })
}

/// Each thing that was known, and is no longer what it was.
fn things(before: &Reading, after: &Reading) -> Vec<Thing> {
    let (old, new) = (&before.case, &after.case);
    let mut things = Vec::new();
    let mut note = |thing, is_replaced| {
        if is_replaced {
            things.push(thing);
        }
    };
    note(Thing::Token, old.token.is_some() && old.token != new.token);
    // An anonymous call stands beside the one that is judged, and still counts.
    let is_other = is_replaced(target(old), target(new));
    let is_beside = is_other
        && new.anonymous != AnonymousCall::NotSeen
        && target(old).is_some_and(|(_, url)| is_anonymous(Url::parse_reference(url)));
    note(Thing::Request, is_other && !is_beside);
    let status = before
        .pasted_status
        .filter(|_| !is_beside && before.pasted_status != after.pasted_status);
    if let Some(status) = status {
        note(Thing::Status(status), true);
    } else {
        // With its status, all of a response is another.
        note(
            Thing::Challenge,
            is_replaced(challenges(old), challenges(new)),
        );
        note(Thing::Outcome, is_replaced(outcome(old), outcome(new)));
    }
    note(Thing::Settings, are_replaced(&before.pasted, &after.pasted));
    note(
        Thing::Keys,
        is_replaced(old.keys.as_ref(), new.keys.as_ref()),
    );
    note(Thing::Log, is_replaced(old.logged, new.logged));
    note(
        Thing::TokenRefusal,
        is_replaced(old.token_refusal.as_ref(), new.token_refusal.as_ref()),
    );
    things
}

fn is_replaced<T: Copy + PartialEq>(old: Option<T>, new: Option<T>) -> bool {
    old.is_some() && old != new
}

/// The method and the URL, where they are known.
fn target(case: &Case) -> Option<(&str, &str)> {
    let request = case.request.as_ref()?;
    (!request.url.is_empty()).then_some((&request.method, &request.url))
}

fn challenges(case: &Case) -> Option<&[Challenge]> {
    let response = case.response.as_ref()?;
    (!response.challenges.is_empty()).then_some(&response.challenges)
}

fn outcome(case: &Case) -> Option<&Body> {
    let body = case.response.as_ref()?.body.as_ref();
    body.filter(|body| matches!(body, Body::OperationOutcome { .. }))
}

/// Whether one of the settings is another, or gone.
fn are_replaced(old: &Settings, new: &Settings) -> bool {
    let mut restored = new.clone();
    restored.replace_with(old.clone());
    restored != *new
}

/// Where this was given last.
fn giver(sources: &Sources, thing: Thing) -> Option<&Origin> {
    let mut giver = None;
    for source in sources.in_order() {
        for part in &source.parts {
            if part
                .counted
                .as_ref()
                .is_some_and(|evidence| gives(evidence, thing))
            {
                giver = Some(&source.origin);
            }
        }
    }
    giver
}

fn gives(evidence: &Evidence, thing: Thing) -> bool {
    match thing {
        Thing::Token => brings(evidence, Aspect::Token),
        Thing::Request => brings(evidence, Aspect::Request),
        Thing::Status(_) => brings(evidence, Aspect::Status),
        Thing::Challenge => brings(evidence, Aspect::Challenge),
        Thing::Outcome => brings(evidence, Aspect::Outcome),
        Thing::Settings => evidence.settings != Settings::default(),
        Thing::Keys => evidence.keys.is_some(),
        Thing::Log => evidence.logged.is_some(),
        Thing::TokenRefusal => evidence.token_refusal.is_some(),
    }
}
