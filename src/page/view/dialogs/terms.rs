//! The terms of the page.

use whydenied::words;

use super::super::{
    el::{El, el},
    prose::prose,
};

pub(super) fn terms() -> El {
    let terms = words::terms().map(|(term, meaning)| {
        el("div", "")
            .with(el("dt", "").with(term))
            .with(el("dd", "").with(prose(meaning)))
    });
    el("div", "dialog-body").with(el("dl", "terms").each(terms))
}
