//! The report to hand on: in which format, and how redacted.

use whydenied::report::{Redaction, Report, json, markdown};

use yew::AttrValue;

use super::{dialog::Dialog, effect::Effect, model::Model};

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Markdown,
    Json,
}

impl Format {
    pub(crate) const ALL: [Self; 2] = [Self::Markdown, Self::Json];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown, for a ticket",
            Self::Json => "JSON, for tools",
        }
    }

    const fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Markdown => ("whydenied-report.md", "text/markdown"),
            Self::Json => ("whydenied-report.json", "application/json"),
        }
    }
}

/// Something that happened in the report's dialog.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ReportMsg {
    /// A format was chosen.
    ChoseFormat(Format),
    /// A redaction was chosen.
    ChoseRedaction(Redaction),
    /// The report is to be saved.
    ClickedSave,
    /// The page is to be printed.
    ClickedPrint,
}

/// How the report is to be handed on.
#[derive(Clone)]
pub(crate) struct Handing {
    pub(crate) format: Format,
    pub(crate) redaction: Redaction,
    /// The report as it is shown, copied and saved; empty while its dialog is closed. The clock goes on and the
    /// report does not: what was read is what is handed on.
    pub(crate) text: AttrValue,
}

impl Default for Handing {
    fn default() -> Self {
        Self {
            format: Format::Markdown,
            redaction: Redaction::StandIns,
            text: AttrValue::default(),
        }
    }
}

/// Takes in what happened.
pub(crate) fn update(model: &mut Model, msg: &ReportMsg) -> Option<Effect> {
    match msg {
        ReportMsg::ChoseFormat(format) => model.report.format = *format,
        ReportMsg::ChoseRedaction(redaction) => model.report.redaction = *redaction,
        ReportMsg::ClickedSave => {
            let (name, kind) = model.report.format.file();
            let text = model.report.text.to_string();
            return Some(Effect::SaveText(name, kind, text));
        }
        ReportMsg::ClickedPrint => return Some(Effect::Print),
    }
    write(model);
    None
}

/// Writes the report where its dialog is open.
pub(crate) fn write(model: &mut Model) {
    let reading = &model.reading;
    let handing = &mut model.report;
    handing.text = if model.dialogs.open == Some(Dialog::Report) {
        let report = Report::of(&reading.case, &reading.diagnosis, handing.redaction);
        AttrValue::from(match handing.format {
            Format::Markdown => markdown(&report),
            Format::Json => json(&report),
        })
    } else {
        AttrValue::default()
    };
}
