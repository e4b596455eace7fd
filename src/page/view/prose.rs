//! Text as it is shown: code terms of a sentence, and pasted values with nothing hidden in them.

use yew::prelude::*;

use crate::page::text::{Piece, pieces};

/// A sentence of the page: what stands in backticks is code.
pub(crate) fn prose(sentence: &str) -> Html {
    let parts = sentence.split('`').enumerate();
    parts
        .filter(|(_, part)| !part.is_empty())
        .map(|(index, part)| if index % 2 == 1 { code(part) } else { shown(part) })
        .collect()
}

/// A code term.
pub(crate) fn code(term: &str) -> Html {
    html! { <code>{ shown(term) }</code> }
}

/// A value out of a paste, isolated, so that its direction cannot leak.
pub(crate) fn value(text: &str) -> Html {
    html! { <bdi dir="ltr">{ shown(text) }</bdi> }
}

/// Text with every invisible character named in its place.
pub(crate) fn shown(text: &str) -> Html {
    match pieces(text).as_slice() {
        [] => Html::default(),
        [Piece::Run(run)] => Html::from(*run),
        pieces => pieces.iter().map(piece).collect(),
    }
}

fn piece(piece: &Piece<'_>) -> Html {
    match piece {
        Piece::Run(run) => Html::from(*run),
        Piece::Odd(character) => {
            html! { <span class="odd">{ format!("U+{:04X}", u32::from(*character)) }</span> }
        }
    }
}
