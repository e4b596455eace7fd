//! The claims table: what each claim is, exactly, and what it means here.

use whydenied::{
    diagnosis::{CauseId, NodeId, Verdict},
    jose::{Claim, Claims, Jws, Member, NumericDate, Value},
    words::{self, ClaimGroup, ClaimWords, DECIDING},
};
use yew::Html;

use super::{
    View,
    blur::{self, blurred},
    el::{Child, El, all, el, hint, subtitle},
    icon::{Fill, Tone, small},
    ids, lifetime,
    links::leads_out,
    prose::{code, prose, value},
};

/// Of more ids, scopes or roles in one claim only the first are named.
const MOST: usize = 8;

/// The claims of a token, in groups, the deciding ones first.
pub(super) fn claims(view: &View<'_>, jws: &Jws) -> El {
    const GROUPS: [(ClaimGroup, &str); 3] = [
        (ClaimGroup::Decides, "These decide"),
        (ClaimGroup::WhoAndThrough, "Who and through what"),
        (ClaimGroup::Rest, "The rest"),
    ];
    let count = match jws.payload.root.members().len() {
        1 => "1 claim".to_owned(),
        count => [
            &count.to_string(),
            " claims; the ones that decide come first",
        ]
        .concat(),
    };
    let groups = GROUPS
        .into_iter()
        .map(|(group, title)| rows(view, jws, group, title));
    el("div", "stack")
        .with(subtitle("h-claims", "Claims", hint(count)))
        .with(table("h-claims", ["Claim", "Value", "What it means here"]).each(groups))
        .with(sources(view))
        .with(lifetime::lifetime(view, jws.claims()))
        .with(ids::ids(view, jws))
}

/// A table of claims, so far its head: the column of the marks, and three more.
pub(super) fn table(label: &'static str, columns: [&'static str; 3]) -> El {
    let column = || el("th", "").is("scope", "col");
    let head = el("tr", "")
        .with(column().with(el("span", "spoken").with("Mark")))
        .each(columns.map(|title| column().with(title)));
    el("table", "claims")
        .is("aria-labelledby", label)
        .with(el("thead", "").with(head))
}

/// A group of its rows, so far its title.
pub(super) fn group(title: &'static str) -> El {
    let title = el("th", "")
        .is("colspan", "4")
        .is("scope", "rowgroup")
        .with(title);
    el("tbody", "").with(el("tr", "group").with(title))
}

/// A row of it, so far the verdict's mark and the claim's name.
pub(super) fn marked(verdict: Option<Verdict>, name: &str) -> El {
    let tone = verdict.map(Tone::of);
    let mark = el("td", "")
        .with(tone.map(|tone| small(tone, Fill::Full)))
        .with(verdict.map(|verdict| el("span", "spoken").with(words::verdict_word(verdict))));
    el("tr", "")
        .maybe("data-tone", tone.map(Tone::word))
        .with(mark)
        .with(el("th", "").is("scope", "row").with(value(name)))
}

fn group_of(member: &Member) -> ClaimGroup {
    words::claim(&member.name).map_or(ClaimGroup::Rest, |words| words.group)
}

fn rows(view: &View<'_>, jws: &Jws, group: ClaimGroup, title: &'static str) -> Option<El> {
    let mut body = self::group(title);
    let mut is_empty = true;
    // Of a repeated name every member is shown.
    let ranks = if group == ClaimGroup::Decides {
        DECIDING.len()
    } else {
        1
    };
    for rank in 0..ranks {
        for member in jws.payload.root.members() {
            let is_ranked =
                group != ClaimGroup::Decides || DECIDING.get(rank) == Some(&member.name.as_str());
            if is_ranked && group_of(member) == group {
                body = body.with(row(view, jws, member));
                is_empty = false;
            }
        }
    }
    (!is_empty).then_some(body)
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
pub(super) fn verdict(view: &View<'_>, name: &str) -> Option<Verdict> {
    if name == "oid" {
        let looked_up = [NodeId::AzureRbac, NodeId::AllowList].map(|node| view.model.verdict(node));
        return looked_up
            .into_iter()
            .find(|verdict| *verdict != Verdict::NotApplicable);
    }
    let verdict = view.model.verdict(question(name)?);
    // The service compares `iss` alone; the tenant is at fault only where that is what differs.
    if name == "tid" && verdict == Verdict::Fail && !is_of_other_tenant(view) {
        return None;
    }
    // Both times have one question; the mark goes to the one on whose wrong side the clock is.
    let is_other_time = matches!(verdict, Verdict::Warn | Verdict::Fail)
        && match name {
            "nbf" => !is_before_start(view),
            "exp" => is_before_start(view),
            _ => false,
        };
    (verdict != Verdict::NotApplicable && !is_other_time).then_some(verdict)
}

fn is_of_other_tenant(view: &View<'_>) -> bool {
    let mut findings = view.model.reading.diagnosis.findings();
    findings.any(|finding| finding.cause == CauseId::IssuerOtherTenant)
}

fn is_before_start(view: &View<'_>) -> bool {
    let start = view.facts.claims.map(|claims| claims.time("nbf"));
    matches!(start, Some(Claim::Present(NumericDate(start))) if start > view.model.clock.now)
}

fn row(view: &View<'_>, jws: &Jws, member: &Member) -> El {
    let words = words::claim(&member.name);
    let verdict = verdict(view, &member.name);
    let exact = jws.payload.source_of(&member.value);
    // A plain string is easier to compare without its quotation marks; anything else stands as JSON.
    let text = member
        .value
        .as_str()
        .filter(|text| !text.is_empty() && exact.len() == text.len() + 2)
        .unwrap_or(exact);
    let hides = blur::hides(view, &member.name, Some(&member.value));
    marked(verdict, &member.name)
        .with(
            el("td", "value")
                .with(if hides {
                    blurred(value(text))
                } else {
                    value(text).node()
                })
                .with(time(view, jws.claims(), member))
                .with(names(&member.value)),
        )
        .with(
            el("td", "meaning")
                .with(words.map(|words| meaning(&words, verdict)))
                .with(words.and_then(|words| kind(&words, &member.value)))
                .with(granted(member)),
        )
}

/// The type of a claim, and what its value is instead.
fn kind(words: &ClaimWords, value: &Value) -> Option<El> {
    let kind = words.kind?;
    let instead =
        words::instead(kind, value).map(|found| el("strong", "").with([", here ", found].concat()));
    Some(el("span", "type").with(kind).with(instead))
}

/// What each scope and each app role allows, one by one.
fn granted(member: &Member) -> Option<El> {
    let words: fn(&str) -> Option<String> = match member.name.as_str() {
        "scp" | "scope" => words::scope,
        "roles" => |role| words::app_role(role).map(str::to_owned),
        _ => return None,
    };
    let mut list = el("ul", "granted");
    let mut is_empty = true;
    for grant in grants(&member.value).into_iter().take(MOST) {
        if let Some(words) = words(grant) {
            let item = el("li", "")
                .with(code(grant))
                .with(": ")
                .with(prose(&words));
            list = list.with(item);
            is_empty = false;
        }
    }
    (!is_empty).then_some(list)
}

/// The words of a string, or the strings of an array.
fn grants(value: &Value) -> Vec<&str> {
    match value {
        Value::Array { items, .. } => items.iter().filter_map(Value::as_str).collect(),
        one => one
            .as_str()
            .unwrap_or_default()
            .split_whitespace()
            .collect(),
    }
}

/// What a claim means, behind the verdict that it carries.
pub(super) fn meaning(words: &ClaimWords, verdict: Option<Verdict>) -> Html {
    let word = match verdict {
        Some(Verdict::Pass) => "Fits. ",
        Some(Verdict::Warn) => "Fits, with a warning. ",
        Some(Verdict::Fail) => "Does not fit. ",
        _ => "",
    };
    all([el("strong", "").with(word).node(), prose(words.meaning)])
}

/// A time for people, under the number that stands for it.
fn time(view: &View<'_>, claims: Claims<'_>, member: &Member) -> Option<El> {
    if !matches!(member.name.as_str(), "exp" | "nbf" | "iat" | "auth_time")
        || matches!(member.value, Value::Null { .. })
    {
        return None;
    }
    let Claim::Present(time @ NumericDate(seconds)) = claims.time(&member.name) else {
        return None;
    };
    if time.is_beyond_year_9999() {
        return Some(el("span", "time").with("beyond the year 9999"));
    }
    let clock = view.model.clock;
    let mut words = words::time(seconds, clock.now);
    if let Some(local) = clock.local(seconds) {
        for part in [" · ", &local, " your time"] {
            words.push_str(part);
        }
    }
    let distance = seconds.saturating_sub(clock.now);
    let (before, behind) = if distance < 0 {
        (" · ", " ago")
    } else {
        (" · in ", "")
    };
    for part in [before, &words::duration(distance), behind] {
        words.push_str(part);
    }
    Some(el("span", "time").with(words))
}

/// What the ids in a value stand for, where they are the same everywhere.
fn names(value: &Value) -> Option<El> {
    let items = match value {
        Value::Array { items, .. } => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut words = String::new();
    for item in items.iter().take(MOST) {
        if let Some(name) = item.as_str().and_then(words::known_id) {
            if !words.is_empty() {
                words.push_str(" · ");
            }
            if items.len() > 1 {
                words.extend(item.as_str().and_then(|id| id.get(..8)));
                words.push_str("… ");
            }
            words.push_str(name);
        }
    }
    (!words.is_empty()).then(|| el("span", "time").with(words))
}

/// Where the meanings come from.
fn sources(view: &View<'_>) -> El {
    const SOURCE: &str =
        "https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference";
    el("p", "hint")
        .with("Sources: ")
        .with(leads_out(
            view,
            SOURCE.into(),
            "Microsoft's claims reference",
        ))
        .with(", RFC 7519, SMART App Launch")
}
