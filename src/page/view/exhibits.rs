//! The evidence at a question: the claims and settings that it is answered from.

use whydenied::{
    diagnosis::{Comparison, NodeId},
    words,
};
use yew::prelude::*;

use super::{View, comparison::place, prose::{prose, value}};

/// The claims that a question is answered from.
const fn claims(node: NodeId) -> &'static [&'static str] {
    match node {
        NodeId::TokenKind => &["aud", "scp", "roles", "idtyp", "appid", "azp", "nonce"],
        NodeId::Lifetime => &["nbf", "iat", "exp"],
        NodeId::Audience => &["aud"],
        NodeId::Issuer => &["iss", "tid", "ver"],
        NodeId::GrantSource => &["iss", "oid", "scp", "roles"],
        NodeId::AzureRbac => &["oid", "idtyp", "appid", "azp"],
        NodeId::AllowList => &["oid", "appid", "azp", "tid", "groups"],
        NodeId::RolesClaim => &["roles"],
        NodeId::Smart => &["azp", "appid", "fhirUser", "extension_fhirUser", "extn.fhirUser", "scp", "scope"],
        NodeId::Operation => &["roles", "scp", "scope"],
        _ => &[],
    }
}

/// The members of the header that a question is answered from.
const fn header(node: NodeId) -> &'static [&'static str] {
    match node {
        NodeId::WellFormed => &["typ", "alg"],
        NodeId::Signature => &["alg", "kid", "x5t", "nonce"],
        _ => &[],
    }
}

/// The table of evidence; nothing where there is none.
pub(super) fn exhibits(view: &View<'_>, node: NodeId) -> Html {
    let compared = compared(view, node);
    let from_token = from_token(view, node);
    html! {
        <>
            if !compared.is_empty() {
                <section><h3>{ "Evidence" }</h3><table class="exhibits"><tbody>{ compared }</tbody></table></section>
            }
            if !from_token.is_empty() {
                <section><h3>{ "Evidence in the token" }</h3><table class="exhibits"><tbody>{ from_token }</tbody></table></section>
            }
        </>
    }
}

/// Both sides of what was compared here, unless the verdict shows them already.
fn compared(view: &View<'_>, node: NodeId) -> Vec<Html> {
    let also = &view.model.reading.diagnosis.also;
    let sides = also.iter().filter(|finding| finding.node == node).filter_map(|finding| finding.evidence.as_ref());
    let row = |name: Html, text: &str| html! { <tr><th scope="row">{ name }</th><td>{ value(text) }</td></tr> };
    sides
        .flat_map(|Comparison { found_in, found, expected_in, expected }| {
            [(place(*found_in, true), found), (place(*expected_in, false), expected)]
        })
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| row(name, text))
        .collect()
}

fn from_token(view: &View<'_>, node: NodeId) -> Vec<Html> {
    let Some(jws) = view.facts.jws else { return Vec::new() };
    let parts = [(&jws.header, header(node)), (&jws.payload, claims(node))];
    parts
        .into_iter()
        .flat_map(|(json, names)| {
            names.iter().filter_map(|name| {
                let exact = json.root.get(name)?;
                let text = exact.as_str().unwrap_or_else(|| json.source_of(exact));
                let meaning = words::claim(name).map(|words| words.meaning);
                Some(html! {
                    <tr>
                        <th scope="row">{ *name }</th>
                        <td>{ value(text) }{ for meaning.map(|meaning| html! { <span>{ prose(meaning) }</span> }) }</td>
                    </tr>
                })
            })
        })
        .collect()
}
