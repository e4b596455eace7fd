//! What the marks of the tree mean.

use whydenied::{
    diagnosis::{Branch, OnPath, Verdict},
    words::{HERE_ONLY, verdict_word},
};

use super::{
    View,
    el::{El, el},
    icon::{Fill, Tone, small},
};

/// What the marks mean; what cannot be met just now is left out.
pub(super) fn legend(view: &View<'_>) -> El {
    let taken = view.model.reading.taken;
    let marks = [
        (Tone::Pass, Fill::Full, "passed", true),
        (Tone::Fail, Fill::Full, "failed", true),
        (Tone::Warn, Fill::Full, verdict_word(Verdict::Warn), true),
        (Tone::Ask, Fill::Full, "asks you", true),
        (
            Tone::Pass,
            Fill::Open,
            HERE_ONLY,
            view.model.reading.path.contains(&OnPath::After),
        ),
        (
            Tone::NotApplicable,
            Fill::Open,
            "does not apply",
            taken == Some(Branch::Forbidden),
        ),
        (Tone::None, Fill::Open, "not reached", true),
    ];
    let shown = marks
        .into_iter()
        .enumerate()
        .filter(|(index, (.., is_met))| *is_met && (*index < 4 || taken.is_some()));
    el("ul", "legend")
        .is("aria-label", "What the marks mean")
        .each(shown.map(|(_, (tone, fill, meaning, _))| {
            el("li", "").with(small(tone, fill)).with(meaning)
        }))
}
