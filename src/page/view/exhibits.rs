//! The evidence at a question: the claims and settings that it is answered from.

use whydenied::{
    diagnosis::{Comparison, NodeId},
    jose::{Claim, NumericDate},
    words,
};
use yew::prelude::*;

use super::{
    View,
    comparison::place,
    el::{Child, El, all, el, section},
    prose::{prose, value},
};

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
        NodeId::Smart => &[
            "azp",
            "appid",
            "fhirUser",
            "extension_fhirUser",
            "extn.fhirUser",
            "scp",
            "scope",
        ],
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

/// The tables of evidence; nothing where there is none.
pub(super) fn exhibits(view: &View<'_>, node: NodeId) -> Html {
    all([
        table("Evidence", compared(view, node)).node(),
        table("Evidence in the token", from_token(view, node)).node(),
    ])
}

fn table(title: &'static str, rows: Vec<El>) -> Option<El> {
    (!rows.is_empty())
        .then(|| section(title).with(el("table", "exhibits").with(el("tbody", "").each(rows))))
}

fn row(name: Html, text: &str, meaning: Option<String>) -> El {
    let meaning = meaning.map(|meaning| el("span", "").with(prose(&meaning)));
    el("tr", "")
        .with(el("th", "").is("scope", "row").with(name))
        .with(el("td", "").with(value(text)).with(meaning))
}

/// Both sides of what was compared here, unless the verdict shows them already.
fn compared(view: &View<'_>, node: NodeId) -> Vec<El> {
    let also = &view.model.reading.diagnosis.also;
    let sides = also
        .iter()
        .filter(|finding| finding.node == node)
        .filter_map(|finding| finding.evidence.as_ref());
    let mut rows = Vec::new();
    for Comparison {
        found_in,
        found,
        expected_in,
        expected,
    } in sides
    {
        for (name, text) in [
            (place(*found_in, true), found),
            (place(*expected_in, false), expected),
        ] {
            if !text.is_empty() {
                rows.push(row(name, text, None));
            }
        }
    }
    rows
}

fn from_token(view: &View<'_>, node: NodeId) -> Vec<El> {
    let Some(jws) = view.facts.jws else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for (json, names) in [(&jws.header, header(node)), (&jws.payload, claims(node))] {
        for name in names {
            if let Some(exact) = json.root.get(name) {
                let text = exact.as_str().unwrap_or_else(|| json.source_of(exact));
                let meaning = words::claim(name).map(|words| words.meaning);
                let time = match jws.claims().time(name) {
                    Claim::Present(NumericDate(time)) if node == NodeId::Lifetime => {
                        [&words::utc(time), ". "].concat()
                    }
                    _ => String::new(),
                };
                rows.push(row(
                    (*name).node(),
                    text,
                    meaning.map(|meaning| time + meaning),
                ));
            }
        }
    }
    rows
}
