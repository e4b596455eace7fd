//! The signature of a token: what was checked, with which key, and where the keys are to be had.

use whydenied::{
    diagnosis::{NodeId, SignatureCheck},
    entra::Metadata,
    jose::Unverifiable,
    words::{nodes, problems, signature as words},
};

use super::{
    View,
    el::{El, el, subtitle},
    icon::{Tone, trouble},
    links::leads_out,
    prose::{prose, value},
};
use crate::page::signature::Question;

/// What is known of the signature. Without keys that is nothing, and so it says. None of what is not signed
/// at all, as far as it can be read.
pub(super) fn signature(view: &View<'_>) -> Option<El> {
    let question = view.model.signature.question()?;
    let (tone, words) = state(question);
    let word = match tone {
        Tone::Pass => "checked",
        Tone::Fail => "refused",
        _ => "not checked",
    };
    let tag = el("span", "tag").is("data-tone", tone.word()).with(word);
    Some(
        el("div", "signature")
            .with(subtitle("", "Signature", tag))
            .with(el("p", "").is("role", "status").with(prose(&words)))
            .with(refused(question))
            .with(made_with(question))
            .with(el("p", "").with(view.goes_to(
                NodeId::Signature,
                prose(nodes::node(NodeId::Signature).short),
            )))
            .with((tone != Tone::Pass).then(|| places(view))),
    )
}

fn state(question: &Question) -> (Tone, String) {
    let words = match (&question.asked, question.check()) {
        (Ok(_), Some(check)) => {
            let tone = match check {
                SignatureCheck::Valid { .. } => Tone::Pass,
                SignatureCheck::Unsupported => Tone::Ask,
                _ => Tone::Fail,
            };
            return (tone, words::checked(&check));
        }
        (Err(why), _) => words::unverifiable(*why),
        _ if question.is_unanswerable() => words::UNAVAILABLE,
        _ if question.is_open() => words::WAITING,
        _ => problems::UNPROVEN,
    };
    let is_unsigned = matches!(question.asked, Err(Unverifiable::Unsigned));
    let tone = if is_unsigned { Tone::Fail } else { Tone::Ask };
    (tone, words.to_owned())
}

/// The keys that were meant and must not be used, each with the reason.
fn refused(question: &Question) -> Option<El> {
    /// Nobody reads more of them.
    const MOST: usize = 12;
    let (_, plan) = question.asked.as_ref().ok()?;
    if plan.refused.is_empty() || matches!(question.check(), Some(SignatureCheck::Valid { .. })) {
        return None;
    }
    let keys = plan.refused.iter().take(MOST).map(|(place, refusal)| {
        el("li", "")
            .with("Key ")
            .with(value(&question.keys.name(*place)))
            .with(" is not used: ")
            .with(prose(words::key_refusal(*refusal)))
            .with(".")
    });
    Some(el("ul", "").each(keys))
}

/// The algorithm and the key that the header names.
fn made_with(question: &Question) -> Option<El> {
    let (signed, _) = question.asked.as_ref().ok()?;
    let member = |name| signed.header.root.get(name)?.as_str();
    let made_with = [
        member("alg").unwrap_or_default(),
        " · kid ",
        member("kid").unwrap_or("none"),
    ]
    .concat();
    Some(el("p", "hint").with(el("code", "").with(value(&made_with))))
}

/// Where the keys of the API's authority are: links to hosts that this page itself names, else only text.
fn places(view: &View<'_>) -> El {
    let provider = view.facts.smart_provider();
    let authority =
        provider
            .map(|provider| &provider.authority)
            .or(view.facts.settings.authority.as_ref());
    let line = |words: &str| el("p", "hint").with(prose(words));
    // What the token says of its issuer is no link: it may say anything.
    let named = || match Metadata::of(view.facts.claim("iss")?)? {
        Metadata::Known { discovery, .. } | Metadata::Elsewhere(discovery) => {
            Some(Metadata::Elsewhere(discovery))
        }
    };
    let metadata = authority.map_or_else(named, |authority| Metadata::of(authority));
    match metadata {
        Some(Metadata::Known { discovery, keys }) => line(words::WHERE)
            .with(" ")
            .with(leads_out(view, discovery.into(), "discovery document"))
            .with(", ")
            .with(leads_out(view, keys.into(), "keys (JWKS)"))
            .with("."),
        Some(Metadata::Elsewhere(address)) => line(words::ELSEWHERE)
            .with(" ")
            .with(el("code", "").with(value(&address))),
        None => line(words::NOWHERE),
    }
}

/// The warning about a private key, beside the box that it stands in.
pub(super) fn private(view: &View<'_>) -> Option<El> {
    let keys = view.facts.case.keys.as_ref();
    let is_private = keys.is_some_and(|keys| keys.was_private);
    let warning = || trouble(Tone::Warn).with(el("span", "").with(prose(words::PRIVATE)));
    is_private.then(warning)
}
