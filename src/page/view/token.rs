//! The token: as sent, decoded, and its claims. What cannot be read is shown as far as it is known.

use whydenied::{
    diagnosis::Verdict,
    jose::{Json, Jwe, Jws, Token},
    words::problems,
};

use super::{
    View,
    blur::{self, blurred},
    claims, compare,
    el::{El, el, hint, subtitle},
    hard_look,
    icon::{Tone, trouble},
    json::json,
    prose::{prose, shown},
    signature,
};

/// The panel "The token"; none without one.
#[inline(never)]
pub(super) fn token(view: &View<'_>) -> Option<El> {
    let content = match view.facts.case.token.as_ref()? {
        Token::Jws(jws) => signed(view, jws),
        token @ Token::Jwe(jwe) => encrypted(jwe)?.with(hard_look::remarks(token)),
        Token::Malformed(malformed) => {
            let place = el("span", "").with(prose(&problems::breaks(malformed)));
            el("div", "stack")
                .with(trouble(Tone::Fail).with(place))
                .with(signature::signature(view))
        }
        // The verdict says all that is known of it.
        Token::Opaque(_) | Token::SecureString | Token::Placeholder(_) => return None,
    };
    let is_signed = view.facts.jws.is_some();
    let title = el("div", "panel-title")
        .with(el("h2", "").is("id", "h-token").with("The token"))
        .with(is_signed.then(|| compare::opener(view)));
    Some(
        el("section", "panel token")
            .is("aria-labelledby", "h-token")
            .with(title)
            .with(content),
    )
}

fn signed(view: &View<'_>, jws: &Jws) -> El {
    let right = el("div", "stack")
        .with(subtitle("", "As sent", parts()))
        .with(as_sent(view, jws))
        .with(subtitle("", "Decoded", hint("exactly as it stands")))
        .with(decoded("part-1", "Decoded header", &jws.header, &[], false))
        .with(decoded(
            "part-2",
            "Decoded payload",
            &jws.payload,
            &failing(view),
            blur::is_on(view),
        ))
        .with(signature::signature(view))
        .with(view.facts.case.token.as_ref().and_then(hard_look::remarks));
    let columns = el("div", "token-columns")
        .with(claims::claims(view, jws))
        .with(right);
    el("div", "stack")
        .with(compare::compare(view, jws))
        .with(columns)
}

const PARTS: [&str; 3] = ["part-1", "part-2", "part-3"];

/// The names of the three segments in their colours.
fn parts() -> El {
    let names = ["header", "payload", "signature"].into_iter().zip(PARTS);
    el("p", "parts").each(names.map(|(name, class)| el("span", class).with(name)))
}

/// A text that scrolls, and so must take the focus.
fn scrolls(name: &'static str, class: &'static str, label: &'static str) -> El {
    el(name, class)
        .is("tabindex", "0")
        .is("role", "region")
        .is("aria-label", label)
        .is("translate", "no")
        .is("dir", "ltr")
}

/// The three segments, each in its colour, dots between them.
fn as_sent(view: &View<'_>, jws: &Jws) -> El {
    let mut sent = scrolls("div", "sent", "The token as sent");
    for (index, (part, class)) in jws.parts.iter().zip(PARTS).enumerate() {
        if index > 0 {
            sent = sent.with(el("b", "").with("."));
        }
        let text = shown(jws.text.get(part.span.clone()).unwrap_or_default());
        // Whoever reads the payload can decode it.
        let text = if class == "part-2" && blur::is_on(view) {
            blurred(text)
        } else {
            text
        };
        sent = sent.with(el("span", class).with(text));
    }
    sent
}

fn decoded(
    class: &'static str,
    label: &'static str,
    document: &Json,
    marked: &[&str],
    hides: bool,
) -> El {
    scrolls("pre", "json", label).with(el("span", class).with(json(document, marked, hides)))
}

/// The claims whose values the verdict is about.
fn failing(view: &View<'_>) -> Vec<&'static str> {
    let mut claims = vec!["aud", "iss", "exp", "nbf"];
    claims.retain(|name| claims::verdict(view, name) == Some(Verdict::Fail));
    claims
}

/// An encrypted token: its header is all that can be read.
fn encrypted(jwe: &Jwe) -> Option<El> {
    jwe.header.as_ref().map(|header| {
        el("div", "stack")
            .with(el("h3", "").with("Its header"))
            .with(decoded("part-1", "Decoded header", header, &[], false))
    })
}
