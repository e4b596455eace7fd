//! Names and addresses that someone who shares the screen does not show.

use std::rc::Rc;

use whydenied::{
    diagnosis::{Comparison, Field},
    entra::{Guid, Identity},
    jose::{Token, Value},
    words,
};
use yew::{
    prelude::*,
    virtual_dom::{VNode, VTag},
};

use super::{
    View,
    el::{Child, El, all, el},
    icon::{EYE, icon},
};
use crate::page::{message::Msg, model::Sight};

/// Whether they are blurred.
pub(super) fn is_on(view: &View<'_>) -> bool {
    view.model.sight == Sight::Blurred
}

/// The button that blurs them, and shows them again. It stands below the box, where it is met before anything is
/// pasted.
pub(super) fn toggle(view: &View<'_>) -> El {
    view.button("button", Msg::ToggledBlur)
        .state("aria-pressed", is_on(view))
        .with(icon(EYE))
        .with("Blur names and addresses")
}

/// Whether a claim is to be hidden: it tells something of a person, or a member inside it does.
pub(super) fn hides(view: &View<'_>, name: &str, value: Option<&Value>) -> bool {
    is_on(view) && (is_personal(name) || value.is_some_and(holds_personal))
}

/// Whether both sides of a comparison are to be hidden: one of them is a user's Object ID, and the other may be
/// almost the same.
pub(super) fn hides_both(view: &View<'_>, sides: &Comparison) -> bool {
    const OBJECT_ID: Field = Field::Claim("oid");
    is_on(view) && [sides.found_in, sides.expected_in].contains(&OBJECT_ID) && !is_app(view)
}

fn is_app(view: &View<'_>) -> bool {
    let identity = view.facts.identity.as_ref();
    identity.is_some_and(|identity| identity.kind.is_app_only())
}

fn holds_personal(value: &Value) -> bool {
    match value {
        Value::Object { members, .. } => members
            .iter()
            .any(|member| is_personal(&member.name) || holds_personal(&member.value)),
        Value::Array { items, .. } => items.iter().any(holds_personal),
        _ => false,
    }
}

/// Whether a claim of this name tells something of a person.
pub(super) fn is_personal(name: &str) -> bool {
    words::claim(name).is_some_and(|words| words.personal)
}

/// Blurs a user's Object ID wherever it was drawn: sentences and commands name it, too. An application's tells of
/// no person.
pub(super) fn conceal(view: &View<'_>, drawn: &mut Html) {
    if !is_on(view) {
        return;
    }
    let other = match view.model.other.token.as_deref() {
        Some(Token::Jws(jws)) => Some(Identity::of(jws.claims())),
        _ => None,
    };
    for identity in [view.facts.identity.as_ref(), other.as_ref()] {
        if let Some(identity) = identity
            && let Some(oid) = &identity.oid
            && !identity.kind.is_app_only()
            && Guid::parse(oid).is_some()
        {
            hide(drawn, oid);
        }
    }
}

fn hide(node: &mut Html, secret: &str) {
    match node {
        // What is blurred as a whole is blurred once.
        VNode::VTag(tag) if is_blurred(tag) => {}
        VNode::VTag(tag) => {
            if let Some(inside) = Rc::get_mut(tag).and_then(VTag::children_mut) {
                hide(inside, secret);
            }
        }
        VNode::VList(list) => {
            for child in Rc::get_mut(list)
                .into_iter()
                .flat_map(|list| list.iter_mut())
            {
                hide(child, secret);
            }
        }
        VNode::VText(text) if text.text.contains(secret) => {
            let mut parts = Vec::new();
            for (index, part) in text.text.split(secret).enumerate() {
                if index > 0 {
                    parts.push(blurred(secret.to_owned()));
                }
                parts.push(part.to_owned().node());
            }
            *node = parts.node();
        }
        _ => {}
    }
}

fn is_blurred(tag: &VTag) -> bool {
    let mut attributes = tag.attributes.iter();
    attributes.any(|attribute| attribute == ("class", BLUR))
}

/// The class of what is blurred.
const BLUR: &str = "blur";

/// A value that keeps its place and is neither seen nor read out.
pub(super) fn blurred(value: impl Child) -> Html {
    all([
        el("span", BLUR)
            .is("aria-hidden", "true")
            .with(value)
            .node(),
        el("span", "spoken").with("blurred").node(),
    ])
}
