//! The claims table: what each claim is, exactly, and what it means here.

use whydenied::{
    diagnosis::{NodeId, Verdict},
    jose::{Claim, Claims, Jws, Member, NumericDate, Value},
    words::{self, ClaimGroup, ClaimWords, DECIDING},
};
use yew::prelude::*;

use super::{
    View,
    icon::{Fill, Tone, mark},
    lifetime,
    prose::{prose, value},
};

/// The claims of a token, in groups, the deciding ones first.
pub(super) fn claims(view: &View<'_>, jws: &Jws) -> Html {
    const GROUPS: [(ClaimGroup, &str); 3] = [
        (ClaimGroup::Decides, "These decide"),
        (ClaimGroup::WhoAndThrough, "Who and through what"),
        (ClaimGroup::Rest, "The rest"),
    ];
    let members = jws.payload.root.members();
    let count = members.len();
    let count = if count == 1 { "1 claim".to_owned() } else { format!("{count} claims; the ones that decide come first") };
    html! {
        <div class="stack">
            <div class="subtitle"><h3 id="h-claims">{ "Claims" }</h3><span class="hint">{ count }</span></div>
            <table class="claims" aria-labelledby="h-claims">
                <thead>
                    <tr>
                        <th scope="col"><span class="spoken">{ "Mark" }</span></th>
                        <th scope="col">{ "Claim" }</th><th scope="col">{ "Value" }</th><th scope="col">{ "What it means here" }</th>
                    </tr>
                </thead>
                { for GROUPS.iter().map(|(group, title)| rows(view, jws, *group, title)) }
            </table>
            { lifetime::lifetime(view, jws.claims()) }
        </div>
    }
}

fn group_of(member: &Member) -> ClaimGroup {
    words::claim(&member.name).map_or(ClaimGroup::Rest, |words| words.group)
}

fn rows(view: &View<'_>, jws: &Jws, group: ClaimGroup, title: &'static str) -> Html {
    let mut members: Vec<&Member> = jws.payload.root.members().iter().filter(|member| group_of(member) == group).collect();
    if members.is_empty() {
        return Html::default();
    }
    if group == ClaimGroup::Decides {
        // A stable sort: of a repeated name, every member is shown, in its order.
        members.sort_by_key(|member| DECIDING.iter().position(|name| *name == member.name));
    }
    html! {
        <tbody>
            <tr class="group"><th colspan="4" scope="rowgroup">{ title }</th></tr>
            { for members.into_iter().map(|member| row(view, jws, member)) }
        </tbody>
    }
}

/// The question that a claim decides.
fn question(name: &str) -> Option<NodeId> {
    Some(match name {
        "aud" => NodeId::Audience,
        "iss" | "tid" => NodeId::Issuer,
        "exp" | "nbf" => NodeId::Lifetime,
        "roles" => NodeId::RolesClaim,
        "fhirUser" | "extension_fhirUser" | "scope" => NodeId::Smart,
        _ => return None,
    })
}

/// The verdict that a claim carries. The Object ID has that of whatever looks it up.
fn verdict(view: &View<'_>, name: &str) -> Option<Verdict> {
    if name == "oid" {
        let looked_up = [NodeId::AzureRbac, NodeId::AllowList].map(|node| view.model.verdict(node));
        return looked_up.into_iter().find(|verdict| *verdict != Verdict::NotApplicable);
    }
    let verdict = view.model.verdict(question(name)?);
    // Both times have one question; the mark goes to the one that the clock has passed.
    let is_other_time = matches!((name, verdict), ("nbf", Verdict::Warn | Verdict::Fail)) && !is_before_start(view);
    (verdict != Verdict::NotApplicable && !is_other_time).then_some(verdict)
}

fn is_before_start(view: &View<'_>) -> bool {
    let start = view.facts.claims.map(|claims| claims.time("nbf"));
    matches!(start, Some(Claim::Present(NumericDate(start))) if start > view.model.clock.now)
}

fn row(view: &View<'_>, jws: &Jws, member: &Member) -> Html {
    let verdict = verdict(view, &member.name);
    let tone = verdict.map(Tone::of);
    let exact = jws.payload.source_of(&member.value);
    // A plain string is easier to compare without its quotation marks; anything else stands as JSON.
    let text = member.value.as_str().filter(|text| !text.is_empty() && exact.len() == text.len() + 2).unwrap_or(exact);
    html! {
        <tr data-tone={tone.map(Tone::word)}>
            <td>
                { for tone.map(|tone| mark(tone, Fill::Full, Some("small"))) }
                { for verdict.map(|verdict| html! { <span class="spoken">{ words::verdict_word(verdict) }</span> }) }
            </td>
            <th scope="row">{ value(&member.name) }</th>
            <td class="value">{ value(text) }{ for time(view, jws.claims(), member) }</td>
            <td class="meaning">{ for words::claim(&member.name).map(|words| meaning(words, verdict)) }</td>
        </tr>
    }
}

fn meaning(words: ClaimWords, verdict: Option<Verdict>) -> Html {
    let word = match verdict {
        Some(Verdict::Pass) => Some("Fits."),
        Some(Verdict::Warn) => Some("Fragile."),
        Some(Verdict::Fail) => Some("Does not fit."),
        _ => None,
    };
    html! { <>{ for word.map(|word| html! { <><strong>{ word }</strong>{ " " }</> }) }{ prose(words.meaning) }</> }
}

/// A time for people, under the number that stands for it.
fn time(view: &View<'_>, claims: Claims<'_>, member: &Member) -> Option<Html> {
    if !matches!(member.name.as_str(), "exp" | "nbf" | "iat" | "auth_time" | "xms_tcdt") || matches!(member.value, Value::Null { .. }) {
        return None;
    }
    let Claim::Present(time @ NumericDate(seconds)) = claims.time(&member.name) else { return None };
    if time.is_beyond_year_9999() {
        return Some(html! { <span class="time">{ "beyond the year 9999" }</span> });
    }
    let clock = view.model.clock;
    let local = if clock.offset == 0 { String::new() } else { format!(" · {} your time", clock.local(seconds)) };
    Some(html! { <span class="time">{ words::time(seconds, clock.now) }{ local }</span> })
}
