//! A cause that the person picked, and nothing in hand speaks for or against.

use whydenied::{
    diagnosis::Finding,
    words::samples::{self, FOR_EXAMPLE, NOT_THIS},
};

use super::{
    View, comparison,
    el::{El, el},
};
use crate::page::message::Msg;

/// The button that takes the choice back.
pub(super) fn take_back(view: &View<'_>, finding: &Finding) -> Option<El> {
    finding.is_suspected().then(|| {
        view.button("button", Msg::TookBack(finding.node))
            .with(NOT_THIS)
    })
}

/// Two values as the cause sets them apart.
pub(super) fn sample(finding: &Finding) -> Option<El> {
    let sample = samples::sample(finding.cause).filter(|_| finding.is_suspected())?;
    Some(
        el("div", "sample")
            .with(el("p", "hint").with(FOR_EXAMPLE))
            .with(comparison::comparison(&sample, false)),
    )
}
