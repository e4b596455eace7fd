//! The API's settings, each with where it came from, and the status.

use whydenied::{intake::Kind, service::Service, words};
use yew::prelude::*;

use super::{
    View,
    icon::{DOWN, Fill, PASS, Tone, icon, mark},
    paste::private,
    problems,
    prose::{prose, value},
};
use crate::page::{
    browser,
    message::Msg,
    model::{Answered, Field},
    reading::takes_allow_list,
};

/// The panel "Your API".
pub(super) fn settings(view: &View<'_>) -> Html {
    html! {
        <section class="panel settings" aria-labelledby="h-settings">
            <div class="panel-title">
                <h2 id="h-settings"><span class="ordinal" aria-hidden="true">{ "2" }</span>{ "Your API" }</h2>
            </div>
            { service(view) }
            { text_field(view, &authority(view)) }
            { text_field(view, &audience(view)) }
            { text_field(view, &allow_list(view)) }
            { known(view) }
            { status(view) }
        </section>
    }
}

fn origin(from: Option<&'static str>) -> Html {
    html! { if let Some(from) = from { <span class="origin">{ icon(PASS) }{ from }</span> } }
}

/// Whether something of this kind was read.
fn was_read(view: &View<'_>, kind: Kind) -> bool {
    view.model.evidence().any(|evidence| evidence.items.iter().any(|item| item.kind == kind))
}

fn service(view: &View<'_>) -> Html {
    let chosen = view.model.reading.case.service;
    let is_read = view.model.typed.service.is_none() && view.model.evidence().any(|evidence| evidence.service.is_some());
    let from = if was_read(view, Kind::ServiceSettings) { "from the settings" } else { "from the host name" };
    let choose = view.link.reform(|id: String| Msg::ChoseService(Service::from_id(&id).unwrap_or_default()));
    html! {
        <div class="field">
            <div class="field-title"><label for="service">{ "Service" }</label>{ origin(is_read.then_some(from)) }</div>
            <span class="choice">
                <select class="entry" id="service" onchange={browser::selects(choose)}>
                    { for Service::ALL.iter().map(|service| html! {
                        <option value={service.id()} selected={*service == chosen}>{ words::service(*service) }</option>
                    }) }
                </select>
                { icon(DOWN) }
            </span>
        </div>
    }
}

/// A text field, as it stands.
struct TextField {
    field: Field,
    id: &'static str,
    label: &'static str,
    text: AttrValue,
    from: Option<&'static str>,
    placeholder: &'static str,
    /// Why the field is of no use here.
    unused: Option<&'static str>,
    problem: Option<String>,
}

fn text_field(view: &View<'_>, field: &TextField) -> Html {
    let which = field.field;
    let has_note = field.problem.is_some() || field.unused.is_some();
    let note = format!("{}-note", field.id);
    html! {
        <div class="field">
            <div class="field-title"><label for={field.id}>{ field.label }</label>{ origin(field.from) }</div>
            { private(html! {
                <textarea class="entry" id={field.id} rows="1" value={field.text.clone()} placeholder={field.placeholder}
                    disabled={field.unused.is_some()} aria-invalid={field.problem.is_some().then_some("true")}
                    aria-describedby={has_note.then(|| note.clone())}
                    oninput={browser::types(view.link.reform(move |text| Msg::EnteredSetting(which, text)))}
                    onchange={view.link.reform(move |_: Event| Msg::LeftSetting(which))} />
            }) }
            if let Some(problem) = &field.problem {
                <p class="problem" id={note} data-tone="warn">
                    { mark(Tone::Warn, Fill::Full, Some("small")) }<span>{ prose(problem) }</span>
                </p>
            } else if let Some(why) = field.unused {
                <p class="hint" id={note}>{ why }</p>
            }
        </div>
    }
}

/// What a field shows, and where it is from: what was typed, else what was pasted, else what the
/// service's own 401 names.
fn entry(
    typed: Option<&AttrValue>,
    pasted: Option<&String>,
    served: Option<&String>,
    pasted_from: &'static str,
) -> (AttrValue, Option<&'static str>) {
    if let Some(typed) = typed {
        return (typed.clone(), None);
    }
    let pasted = pasted.map(|text| (text, pasted_from)).or(served.map(|text| (text, "from WWW-Authenticate")));
    pasted.map_or((AttrValue::default(), None), |(text, from)| (text.clone().into(), Some(from)))
}

fn authority(view: &View<'_>) -> TextField {
    let (model, reading) = (view.model, &view.model.reading);
    let from = if was_read(view, Kind::ServiceSettings) { "from the settings" } else { "from the paste" };
    let typed = model.typed.authority.as_ref();
    let (text, from) = entry(typed, reading.pasted.authority.as_ref(), reading.served.authority.as_ref(), from);
    TextField {
        field: Field::Authority,
        id: "authority",
        label: "Authority",
        problem: problems::authority(&text, view),
        text,
        from,
        placeholder: "https://login.microsoftonline.com/tenant-id",
        unused: None,
    }
}

fn audience(view: &View<'_>) -> TextField {
    let (model, reading) = (view.model, &view.model.reading);
    let from = if was_read(view, Kind::ServiceSettings) { "from the settings" } else { "from the paste" };
    let typed = model.typed.audience.as_ref();
    let (text, from) = entry(typed, reading.pasted.audience.as_ref(), reading.served.audience.as_ref(), from);
    let placeholder = match reading.case.service {
        Service::AhdsDicom => "https://dicom.healthcareapis.azure.com",
        Service::AzureApiForFhir => "https://account.azurehealthcareapis.com",
        Service::FhirServer => "https://your-fhir-server.example",
        Service::AhdsFhir => "https://workspace-fhir.fhir.azurehealthcareapis.com",
    };
    TextField {
        field: Field::Audience,
        id: "audience",
        label: "Audience",
        problem: problems::audience(&text, view),
        text,
        from,
        placeholder,
        unused: None,
    }
}

fn allow_list(view: &View<'_>) -> TextField {
    let (model, reading) = (view.model, &view.model.reading);
    let is_used = takes_allow_list(reading.case.service);
    let pasted = reading.pasted.allowed_object_ids.as_ref().filter(|_| is_used).map(|list| list.join("\n"));
    let (text, from) = entry(model.typed.allow.as_ref(), pasted.as_ref(), None, "from the settings");
    let why = match reading.case.service {
        Service::FhirServer => "Only Azure API for FHIR has such a list. Here, the token's roles decide.",
        _ => "Only Azure API for FHIR has such a list. Here, roles decide.",
    };
    TextField {
        field: Field::AllowList,
        id: "allow",
        label: "Allowed object IDs",
        problem: problems::allow_list(&text).filter(|_| is_used),
        text,
        from,
        placeholder: if is_used { "One Object ID a line; empty: Azure RBAC decides" } else { "Not used by this service" },
        unused: (!is_used).then_some(why),
    }
}

/// What was pasted and has no field: it is shown as it is used.
fn known(view: &View<'_>) -> Html {
    let pasted = &view.model.reading.pasted;
    let providers = pasted.smart_identity_providers.iter().flatten();
    let facts = [("Issuer", pasted.issuer.as_ref()), ("Resource ID", pasted.resource_id.as_ref())];
    let rows: Vec<_> = facts
        .into_iter()
        .filter_map(|(name, text)| Some((name, text?.as_str())))
        .chain(providers.map(|provider| ("SMART identity provider", provider.authority.as_str())))
        .collect();
    html! {
        if !rows.is_empty() {
            <dl class="known">
                { for rows.iter().map(|(name, text)| html! { <><dt>{ *name }</dt><dd>{ value(text) }</dd></> }) }
            </dl>
        }
    }
}

fn status(view: &View<'_>) -> Html {
    let reading = &view.model.reading;
    let shown = view.model.answered.or_else(|| reading.status.map(Answered::of_status));
    let is_read = view.model.answered.is_none() && reading.status.is_some();
    html! {
        <fieldset class="field">
            <legend class="field-title"><span>{ "Answered" }</span>{ origin(is_read.then_some("from the paste")) }</legend>
            <div class="segments">
                { for Answered::ALL.iter().map(|answered| segment(view, *answered, shown == Some(*answered))) }
            </div>
            if shown == Some(Answered::Other) && view.model.answered.is_some() {
                { other_status(view) }
            }
        </fieldset>
    }
}

fn segment(view: &View<'_>, answered: Answered, is_chosen: bool) -> Html {
    let label = match answered {
        Answered::Unauthorized => "401",
        Answered::Forbidden => "403",
        Answered::BadRequest => "400",
        Answered::Other => "other",
        Answered::Nothing => "no answer",
    };
    html! {
        <label>
            <input class="spoken" type="radio" name="answered" value={answered.value()} checked={is_chosen}
                onchange={view.link.reform(move |_: Event| Msg::ChoseStatus(answered))} />
            { label }
        </label>
    }
}

fn other_status(view: &View<'_>) -> Html {
    let text = view.model.typed.status.clone().unwrap_or_default();
    let problem = problems::status(&text);
    html! {
        <>
            <div class="field-title"><label for="other-status">{ "Which status?" }</label></div>
            <input class="entry" id="other-status" type="text" inputmode="numeric" autocomplete="off" value={text} placeholder="404"
                aria-describedby={problem.map(|_| "other-status-note")}
                oninput={browser::types(view.link.reform(|text| Msg::EnteredSetting(Field::Status, text)))} />
            if let Some(problem) = problem {
                <p class="problem" id="other-status-note" data-tone="warn">
                    { mark(Tone::Warn, Fill::Full, Some("small")) }<span>{ problem }</span>
                </p>
            }
        </>
    }
}
