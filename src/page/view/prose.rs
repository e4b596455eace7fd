//! Text as it is shown: code terms of a sentence, and pasted values with nothing hidden in them.

use yew::prelude::*;

use super::el::{Child, El, el};
use crate::page::text::{Piece, pieces};

/// A sentence of the page: what stands in backticks is code.
#[inline(never)]
pub(super) fn prose(sentence: &str) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    for (index, part) in sentence.split('`').enumerate() {
        if !part.is_empty() {
            parts.push(if index % 2 == 1 {
                code(part).node()
            } else {
                shown(part)
            });
        }
    }
    only(parts)
}

/// A code term.
pub(super) fn code(term: &str) -> El {
    el("code", "").with(shown(term))
}

/// A value out of a paste, isolated, so that its direction cannot leak.
pub(super) fn value(text: &str) -> El {
    el("bdi", "").is("dir", "ltr").with(shown(text))
}

/// Text with every invisible character named in its place.
#[inline(never)]
pub(super) fn shown(text: &str) -> Html {
    only(pieces(text).into_iter().map(piece).collect())
}

fn piece(piece: Piece<'_>) -> Html {
    match piece {
        Piece::Run(run) => run.to_owned().node(),
        Piece::Odd(character) => el("span", "odd")
            .with(format!("U+{:04X}", u32::from(character)))
            .node(),
    }
}

/// One node where there is one, else a list.
fn only(mut nodes: Vec<Html>) -> Html {
    match nodes.pop() {
        Some(node) if nodes.is_empty() => node,
        Some(node) => {
            nodes.push(node);
            nodes.node()
        }
        None => Html::default(),
    }
}
