//! Two tokens beside each other: where they differ, and what the service does with each claim that does.

use std::collections::BinaryHeap;

use crate::jose::{Json, Jws, Value};

/// Two tokens beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside<'t> {
    /// The members in which they differ: first of the claims, then of the header, in alphabetical order.
    pub rows: Vec<Row<'t>>,
    /// How many members say the same in both, however they are written.
    pub alike: usize,
}

/// A member in which two tokens differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'t> {
    /// The part that it stands in.
    pub part: RowPart,
    /// Its name.
    pub name: &'t str,
    /// Its exact JSON text in the first token; none where it is only in the second.
    pub first: Option<&'t str>,
    /// Its exact JSON text in the second token; none where it is only in the first.
    pub second: Option<&'t str>,
    /// What the service does with it.
    pub effect: Effect,
}

/// The part of a token that a member stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowPart {
    /// The JOSE header.
    Header,
    /// The claims.
    Claims,
}

/// What the service does with a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It is compared, looked up or counted, and may refuse the request.
    Decides,
    /// It tells who calls or through what, and decides through something else.
    Tells,
    /// It differs between any two tokens, and nothing follows from that.
    DiffersAlways,
    /// It is not read.
    Ignored,
}

/// Lays two tokens beside each other; `decides` tells whether the service decides by a claim.
pub fn beside<'t>(first: &'t Jws, second: &'t Jws, decides: &dyn Fn(&str) -> bool) -> Beside<'t> {
    let mut beside = Beside {
        rows: Vec::new(),
        alike: 0,
    };
    for (part, documents) in [
        (RowPart::Claims, [&first.payload, &second.payload]),
        (RowPart::Header, [&first.header, &second.header]),
    ] {
        for (name, values) in paired(documents) {
            let texts = texts_of(documents, values);
            if is_same(texts, values) {
                beside.alike += 1;
                continue;
            }
            let [first, second] = texts;
            beside.rows.push(Row {
                part,
                name,
                first,
                second,
                effect: effect(part, name, decides),
            });
        }
    }
    beside
}

/// The members of two documents by their names, in alphabetical order. Of a repeated name the last counts.
fn paired(documents: [&Json; 2]) -> Vec<(&str, [Option<&Value>; 2])> {
    let mut members = Vec::new();
    let mut names = Vec::new();
    for (side, document) in documents.iter().enumerate() {
        for member in document.root.members() {
            names.push((&*member.name, members.len()));
            members.push((side, &member.value));
        }
    }
    let mut pairs: Vec<(&str, [Option<&Value>; 2])> = Vec::new();
    for (name, index) in sorted(names) {
        if pairs.last().is_none_or(|(last, _)| *last != name) {
            pairs.push((name, [None, None]));
        }
        if let (Some((_, values)), Some((side, value))) = (pairs.last_mut(), members.get(index))
            && let Some(place) = values.get_mut(*side)
        {
            *place = Some(value);
        }
    }
    pairs
}

/// Texts in alphabetical order, those of one text by their numbers. By a heap: the library's sort of a list
/// weighs several times as much.
fn sorted(texts: Vec<(&str, usize)>) -> Vec<(&str, usize)> {
    BinaryHeap::from(texts).into_sorted_vec()
}

/// The exact text of each.
fn texts_of<'t>(
    [first, second]: [&'t Json; 2],
    [left, right]: [Option<&Value>; 2],
) -> [Option<&'t str>; 2] {
    [
        left.map(|value| first.source_of(value)),
        right.map(|value| second.source_of(value)),
    ]
}

/// Whether both are there and say the same: strings with other escapes, lists in another order, one string for a
/// list of it.
fn is_same([first, second]: [Option<&str>; 2], values: [Option<&Value>; 2]) -> bool {
    let [Some(left), Some(right)] = values else {
        return false;
    };
    first == second
        || match (texts(left), texts(right)) {
            (Some(left), Some(right)) => sorted(left) == sorted(right),
            _ => false,
        }
}

/// The strings of a value; none where there is anything else in it.
fn texts(value: &Value) -> Option<Vec<(&str, usize)>> {
    match value {
        Value::String { text, .. } => Some(vec![(text, 0)]),
        Value::Array { items, .. } => items.iter().map(|item| Some((item.as_str()?, 0))).collect(),
        _ => None,
    }
}

fn effect(part: RowPart, name: &str, decides: &dyn Fn(&str) -> bool) -> Effect {
    if part == RowPart::Header {
        return match name {
            "alg" | "nonce" => Effect::Decides,
            "typ" => Effect::Tells,
            // An authority signs with several keys, and changes them.
            "kid" | "x5t" => Effect::DiffersAlways,
            _ => Effect::Ignored,
        };
    }
    let is_one = |names: &str| names.split(' ').any(|known| known == name);
    if decides(name) {
        Effect::Decides
    } else if is_one(TELLING) {
        Effect::Tells
    } else if is_one(DIFFERING) {
        Effect::DiffersAlways
    } else {
        Effect::Ignored
    }
}

/// The claims that tell who calls or through what. On the legacy service, an entry of the list may be one of
/// these by mistake; the kind of token and the one who is judged follow from them.
const TELLING: &str = "idtyp appid azp sub idp acct ver groups scp roles appidacr azpacr xms_mirid \
                       xms_az_rid tfp fhirUser extension_fhirUser scope";

/// The claims that differ between any two tokens.
const DIFFERING: &str = "iat exp nbf uti jti aio rh sid xms_rd nonce auth_time";
