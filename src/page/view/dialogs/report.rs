//! The report to hand on: format, redaction, what it says, and the ways to take it along.

use whydenied::{
    report::Redaction,
    words::report::{CANNOT_SAVE, PERSONAL, PRINT, redaction},
};
use yew::virtual_dom::ListenerKind;

use super::super::{
    View,
    copying::copy_button,
    el::{Child, El, all, el},
    icon::{FILE, SAVE, icon},
    prose::prose,
};
use crate::page::{
    message::Msg,
    model::Copyable,
    report::{Format, ReportMsg},
};

pub(super) fn report(view: &View<'_>) -> El {
    let chosen = &view.model.report;
    let formats = Format::ALL.into_iter().map(|format| {
        let name = format.name().node();
        let msg = ReportMsg::ChoseFormat(format);
        choice(view, "format", name, format == chosen.format, msg)
    });
    let redactions = Redaction::ALL.into_iter().map(|level| {
        let (name, does) = redaction(level.id());
        let words = all([el("strong", "").with(name).with(". ").node(), prose(does)]);
        let msg = ReportMsg::ChoseRedaction(level);
        choice(view, "redaction", words, level == chosen.redaction, msg)
    });
    let text = el("pre", "policy report-text")
        .is("id", Copyable::Report.id())
        .is("tabindex", "0")
        .is("role", "region")
        .is("aria-label", "The report")
        .with(chosen.text.clone());
    let save = view
        .button("button", Msg::Report(ReportMsg::ClickedSave))
        .with(icon(SAVE))
        .with("Download");
    let print = view
        .button("button", Msg::Report(ReportMsg::ClickedPrint))
        .with(icon(FILE))
        .with("Print the page");
    let ways = el("p", "report-ways")
        .with(copy_button(view, Copyable::Report).is("data-look", "main"))
        .with(save)
        .with(print);
    let is_framed = view.model.linked.is_framed;
    el("div", "dialog-body")
        .with(choices("Format").each(formats))
        .with(choices("Personal values").each(redactions))
        .with(el("p", "hint").with(PERSONAL))
        .with(text)
        .with(ways)
        .with(el("p", "hint").with(PRINT))
        .with(is_framed.then(|| el("p", "hint").with(CANNOT_SAVE)))
}

fn choices(legend: &'static str) -> El {
    el("fieldset", "options").with(el("legend", "").with(legend))
}

fn choice(
    view: &View<'_>,
    name: &'static str,
    words: yew::Html,
    is_chosen: bool,
    msg: ReportMsg,
) -> El {
    let chose = view.link.reform(move |_| Msg::Report(msg.clone()));
    let radio = el("input", "")
        .is("type", "radio")
        .is("name", name)
        .checked(is_chosen)
        .on(ListenerKind::onchange, chose);
    el("label", "check")
        .with(radio)
        .with(el("span", "").with(words))
}
