//! The report's dialog: what it shows is what is handed on.

use whydenied::report::Redaction;

use crate::{
    OID, arm_401, html_after, model_after,
    page::{
        Msg,
        clock::Clock,
        dialog::{Dialog, DialogMsg},
        effect::Effect,
        model::Copyable,
        report::{Format, ReportMsg},
        update::update,
    },
};

fn opened() -> Vec<Msg> {
    let mut messages = arm_401();
    messages.push(Msg::Dialog(DialogMsg::Opened(Dialog::Report)));
    messages
}

#[test]
fn there_is_a_report_only_where_there_is_a_verdict() {
    assert!(!html_after(Vec::new).contains("button report"));
    assert!(html_after(arm_401).contains("button report"));
}

#[test]
fn what_is_saved_and_copied_is_what_is_shown() {
    for (format, name) in [
        (Format::Markdown, "whydenied-report.md"),
        (Format::Json, "whydenied-report.json"),
    ] {
        for redaction in Redaction::ALL {
            let chosen = move || {
                let mut messages = opened();
                messages.push(Msg::Report(ReportMsg::ChoseFormat(format)));
                messages.push(Msg::Report(ReportMsg::ChoseRedaction(redaction)));
                messages
            };
            let mut model = model_after(chosen());
            let effect = update(&mut model, Msg::Report(ReportMsg::ClickedSave));
            let (named, saved) = match effect {
                Some(Effect::SaveText(named, _, saved)) => (named, saved),
                _ => Default::default(),
            };
            let copied = update(&mut model, Msg::ClickedCopy(Copyable::Report));
            assert_eq!(copied, Some(Effect::Copy(Copyable::Report, saved.clone())));
            assert_eq!(named, name);
            assert_eq!(
                saved.contains(OID),
                redaction == Redaction::AsTheyAre,
                "{saved}"
            );
            let html = html_after(chosen);
            let (_, shown) = html
                .split_once("id=\"report-text\"")
                .expect("the report is shown");
            let shown = shown
                .split_once('>')
                .expect("a tag")
                .1
                .split("</pre>")
                .next()
                .unwrap_or_default();
            let shown = shown
                .replace("<!-- -->", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replace("&#x2F;", "/")
                .replace("&amp;", "&");
            assert_eq!(shown, saved);
        }
    }
}

#[test]
fn a_report_has_stand_ins_until_something_else_is_chosen() {
    let html = html_after(opened);
    assert!(html.contains("&lt;oid-1&gt;"), "{html}");
}

#[test]
fn a_report_that_was_read_stays_as_it_is_while_the_clock_goes_on() {
    let mut model = model_after(opened());
    let read = model.report.text.clone();
    let later = Clock {
        now: model.clock.now + 60,
        offset: 0,
    };
    update(&mut model, Msg::Ticked(later));
    assert_eq!(model.report.text, read);
    update(&mut model, Msg::Dialog(DialogMsg::Closed));
    assert_eq!(model.report.text, "");
    update(&mut model, Msg::Dialog(DialogMsg::Opened(Dialog::Report)));
    assert_ne!(model.report.text, read);
    assert_ne!(model.report.text, "");
}
