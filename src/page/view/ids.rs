//! Four IDs that are mistaken for each other, each with this token's value; and the one that is judged.

use whydenied::{
    diagnosis::{GrantSource, grant_source},
    entra::Identity,
    jose::Jws,
    words::ids::{
        CLIENT, ENTERPRISE_APPLICATION, HINT, IdWords, NOT_LOOKED_UP, REGISTRATION, TITLE, USER,
        looked_up,
    },
};

use super::{
    View,
    el::{El, el, hint, subtitle},
    icon::{Fill, Tone, USER as PERSON, icon, small},
    prose::{code, prose, value},
};

/// The picture; none without an `oid`.
pub(super) fn ids(view: &View<'_>, jws: &Jws) -> Option<El> {
    let claims = jws.claims();
    let oid = claims.text("oid")?;
    let kind = Identity::of(claims).kind;
    let client = ["appid", "azp"].into_iter().find(|name| claims.has(name));
    let never = client.map(|name| (name, claims.text(name).unwrap_or_default()));
    let (is_app, is_user) = (kind.is_app_only(), kind.is_delegated());
    let source = grant_source(view.facts);
    let is_compared = matches!(source, GrantSource::AzureRbac | GrantSource::AllowList);
    // An `oid` of which the token does not tell whose it is can be either one.
    let object = |mut words: IdWords, is_its: bool, is_anothers: bool| {
        if !is_compared {
            words.rule = NOT_LOOKED_UP;
        }
        let claim = (!is_anothers).then_some(("oid", oid));
        if is_its && is_compared {
            card(words, claim, Tone::Pass).flag("data-judged", true)
        } else {
            card(words, claim, Tone::None)
        }
    };
    let list = el("ul", "ids")
        .is("aria-labelledby", "h-ids")
        .with(card(CLIENT, never, Tone::NotApplicable))
        .with(card(REGISTRATION, None, Tone::NotApplicable))
        .with(object(ENTERPRISE_APPLICATION, is_app, is_user))
        .with(object(USER, is_user, is_app));
    let bar = el("p", "lookup")
        .with(icon(PERSON))
        .with(el("span", "").with(prose(looked_up(view.facts, kind))));
    Some(
        el("div", "stack picture")
            .with(subtitle("h-ids", TITLE, hint(HINT)))
            .with(list)
            .with(bar),
    )
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
