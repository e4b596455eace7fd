//! Two values that should have been the same, laid over each other.

use whydenied::diagnosis::{Comparison, Field};
use yew::prelude::*;

use super::prose::{code, shown, value};
use crate::page::align::{Run, align};

/// Found above, expected below; what differs is marked.
pub(super) fn comparison(sides: &Comparison) -> Html {
    let are_both_known = !sides.found.is_empty() && !sides.expected.is_empty();
    let runs = if are_both_known { align(&sides.found, &sides.expected) } else { Vec::new() };
    // Values of which nothing is the same are not compared letter by letter: all of both is different.
    let is_alike = runs.iter().any(|run| matches!(run, Run::Same(same) if same.chars().count() > 2));
    html! {
        <dl class="comparison">
            <dt>{ place(sides.found_in, true) }</dt>
            { side(&sides.found, is_alike.then_some(&runs), true) }
            <dt>{ place(sides.expected_in, false) }</dt>
            { side(&sides.expected, is_alike.then_some(&runs), false) }
            if is_alike {
                <dd class="note">{ "Underlined letters differ. Only the exact value is accepted." }</dd>
            }
        </dl>
    }
}

fn side(whole: &str, runs: Option<&Vec<Run<'_>>>, is_found: bool) -> Html {
    let class = (!is_found).then_some("expected");
    if whole.is_empty() {
        let missing = if is_found { "not there" } else { "not known" };
        return html! { <dd class="words">{ missing }</dd> };
    }
    match runs {
        None => html! { <dd class={class}>{ value(whole) }</dd> },
        Some(runs) => html! {
            <dd class={class}><bdi dir="ltr">{ for runs.iter().map(|run| stretch(run, is_found)) }</bdi></dd>
        },
    }
}

fn stretch(run: &Run<'_>, is_found: bool) -> Html {
    match run {
        Run::Same(same) => shown(same),
        Run::Differs { found, expected } => {
            let (mine, other) = if is_found { (found, expected) } else { (expected, found) };
            let gap = other.chars().count().saturating_sub(mine.chars().count());
            // The gap keeps equal stretches under each other; it is no part of the value.
            let gap = (1..=40).contains(&gap).then(|| "\u{a0}".repeat(gap));
            html! {
                <>
                    if !mine.is_empty() { <mark>{ shown(mine) }</mark> }
                    { for gap.map(|gap| html! { <i aria-hidden="true">{ gap }</i> }) }
                </>
            }
        }
    }
}

/// Where a value stands.
pub(super) fn place(field: Field, is_found: bool) -> Html {
    let words = match field {
        Field::Claim(name) => return html! { <>{ code(name) }{ " in the token" }</> },
        Field::Header(name) => return html! { <>{ code(name) }{ " in its header" }</> },
        Field::Audience => "Audience of the API",
        Field::Authority => "Authority of the API",
        Field::Issuer => "Issuer of the authority",
        Field::AllowList => "Allowed object IDs",
        Field::Now => "Now",
        Field::Keys => "The authority's keys",
        Field::Role if is_found => "Has",
        Field::Role => "Role",
        Field::Action => "Needs",
        Field::Body => "The answer's body",
        Field::Request => "The request",
        Field::SmartApplication => "SMART application",
        Field::Entered => "Entered here",
        Field::Server => "The service says",
    };
    Html::from(words)
}
