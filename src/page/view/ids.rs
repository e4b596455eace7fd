//! Four IDs that are mistaken for each other, each with this token's value; and the one that is judged.

use whydenied::{
    diagnosis::Facts,
    entra::Identity,
    jose::Jws,
    service::Service,
    words::ids::{
        CLIENT, ENTERPRISE_APPLICATION, HINT, IdWords, REGISTRATION, TITLE, USER, looked_up,
    },
};

use super::{
    View,
    el::{El, el},
    icon::{Fill, Tone, USER as PERSON, icon, small},
    prose::{code, prose, value},
};

/// The picture; none where nothing tells who is judged.
pub(super) fn ids(view: &View<'_>, jws: &Jws) -> Option<El> {
    let claims = jws.claims();
    let oid = claims.text("oid")?;
    let is_app = Identity::of(claims).kind.is_app_only();
    let client = ["appid", "azp"].into_iter().find(|name| claims.has(name));
    let never = client.map(|name| (name, claims.text(name).unwrap_or_default()));
    let (application, user) = if is_app {
        (Some(oid), None)
    } else {
        (None, Some(oid))
    };
    let is_compared = is_compared(view.facts);
    let list = el("ul", "ids")
        .is("aria-labelledby", "h-ids")
        .with(card(CLIENT, never, Tone::NotApplicable))
        .with(card(REGISTRATION, None, Tone::NotApplicable))
        .with(object(ENTERPRISE_APPLICATION, application, is_compared))
        .with(object(USER, user, is_compared));
    let bar = el("p", "lookup")
        .with(icon(PERSON))
        .with(el("span", "").with(prose(looked_up(view.facts, is_app))));
    Some(
        el("div", "stack picture")
            .with(
                el("div", "subtitle")
                    .with(el("h3", "").is("id", "h-ids").with(TITLE))
                    .with(el("span", "hint").with(HINT)),
            )
            .with(list)
            .with(bar),
    )
}

/// Whether the service compares an Object ID with anything.
fn is_compared(facts: &Facts<'_>) -> bool {
    facts.service() != Service::FhirServer
}

/// An Object ID that is judged where the token has it.
fn object(words: IdWords, oid: Option<&str>, is_compared: bool) -> El {
    match oid {
        Some(oid) if is_compared => {
            card(words, Some(("oid", oid)), Tone::Pass).flag("data-judged", true)
        }
        Some(oid) => card(words, Some(("oid", oid)), Tone::None),
        None => card(words, None, Tone::None),
    }
}

fn card(words: IdWords, claim: Option<(&'static str, &str)>, tone: Tone) -> El {
    let fill = if tone == Tone::Pass {
        Fill::Full
    } else {
        Fill::Open
    };
    let rule = if tone == Tone::Pass {
        "Judged"
    } else {
        words.rule
    };
    let shown = match claim {
        Some((_, text)) => value(text),
        None => el("span", "absent").with(words.absent),
    };
    let named = claim.map(|(name, _)| el("span", "").with(code(name)).with(" here. "));
    el("li", "")
        .with(el("span", "hint").with(words.portal))
        .with(el("strong", "").with(words.name))
        .with(el("span", "id").with(shown))
        .with(
            el("span", "rule")
                .is("data-tone", tone.word())
                .with(small(tone, fill))
                .with(el("span", "").with(named).with(rule)),
        )
}
