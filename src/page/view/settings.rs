//! The API's settings, each with where it came from.

use whydenied::{
    intake::Kind,
    service::Service,
    words::{
        self, fields,
        link::{ASSUMED, FIXED},
    },
};
use yew::virtual_dom::ListenerKind;

use super::{
    View,
    el::{El, el},
    field::{TextField, origin, text_field},
    icon::{DOWN, PASS, PLUS, icon},
    links::{copy_link, memory, shown_link},
    paste::numbered,
    problems,
    prose::{prose, value},
    status,
};
use crate::page::{
    browser,
    entries::{self, Entry, was_read},
    message::Msg,
    model::{Copyable, Field},
    reading::takes_allow_list,
};

/// The panel "Your API".
#[inline(never)]
pub(super) fn settings(view: &View<'_>) -> El {
    el("section", "panel settings")
        .is("aria-labelledby", "h-settings")
        .with(
            el("div", "panel-title")
                .with(numbered("h-settings", "2", "Your API"))
                .with(copy_link(
                    view,
                    Copyable::Settings,
                    "Link to these settings",
                )),
        )
        .with(shown_link(view, Copyable::Settings))
        .with(service(view))
        .with(text_field(view, &authority(view)))
        .with(text_field(view, &audience(view)))
        .with(text_field(view, &allow_list(view)))
        .with(known(view))
        .with(status::status(view))
        .with(memory(view))
        .with(more(view))
}

fn service(view: &View<'_>) -> El {
    let chosen = view.model.reading.case.service;
    let from = entries::service(view.model);
    let choose = browser::selects(view.link.clone(), |id| {
        Msg::ChoseService(Service::from_id(id).unwrap_or_default())
    });
    let options = Service::ALL.iter().map(|service| {
        el("option", "")
            .is("value", service.id())
            .selected(*service == chosen)
            .with(words::service(*service))
    });
    let select = el("select", "entry")
        .is("id", "service")
        .flag("disabled", from == Some(FIXED))
        .on(ListenerKind::onchange, choose)
        .each(options);
    el("div", "field")
        .with(
            el("div", "field-title")
                .with(el("label", "").is("for", "service").with("Service"))
                .with(from.map(|from| {
                    if from == ASSUMED {
                        el("span", "hint").with(from)
                    } else {
                        origin(from)
                    }
                })),
        )
        .with(el("span", "choice").with(select).with(icon(DOWN)))
}

fn authority(view: &View<'_>) -> TextField {
    let shown = entries::authority(view.model);
    TextField {
        field: Field::Authority,
        enters: Msg::EnteredAuthority,
        id: "authority",
        label: "Authority",
        problem: problems::authority(&shown.text, view),
        shown,
        placeholder: "https://login.microsoftonline.com/tenant-id",
        unused: None,
    }
}

fn audience(view: &View<'_>) -> TextField {
    let shown = entries::audience(view.model);
    TextField {
        field: Field::Audience,
        enters: Msg::EnteredAudience,
        id: "audience",
        label: "Audience",
        problem: problems::audience(&shown.text, view),
        shown,
        placeholder: match view.model.reading.case.service {
            Service::AhdsDicom => "https://dicom.healthcareapis.azure.com",
            Service::AzureApiForFhir => "https://account.azurehealthcareapis.com",
            Service::FhirServer => "https://your-fhir-server.example",
            Service::AhdsFhir => "https://workspace-fhir.fhir.azurehealthcareapis.com",
        },
        unused: None,
    }
}

fn allow_list(view: &View<'_>) -> TextField {
    let reading = &view.model.reading;
    let is_used = takes_allow_list(reading.case.service);
    let shown = entries::allow_list(view.model);
    TextField {
        field: Field::AllowList,
        enters: Msg::EnteredAllowList,
        id: "allow",
        label: "Allowed object IDs",
        problem: problems::allow_list(&shown.text).filter(|_| is_used),
        shown,
        placeholder: if is_used {
            "One Object ID a line; empty: Azure RBAC decides"
        } else {
            "Not used by this service"
        },
        unused: (!is_used).then(|| fields::no_allow_list(reading.case.service)),
    }
}

/// What is known and has no field: it is shown as it is used.
fn known(view: &View<'_>) -> Option<El> {
    let mut facts = vec![
        ("Issuer", entries::issuer(view.model)),
        ("Resource ID", entries::resource_id(view.model)),
    ];
    let pasted = &view.model.reading.pasted;
    for provider in pasted.smart_identity_providers.iter().flatten() {
        let text = provider.authority.clone().into();
        facts.push(("SMART identity provider", Entry { text, from: None }));
    }
    facts.retain(|(_, entry)| !entry.text.is_empty());
    let is_empty = facts.is_empty();
    let mut list = el("dl", "known");
    for (name, entry) in facts {
        let name = el("dt", "").with(name);
        list = list
            .with(name.with(entry.from.map(origin)))
            .with(el("dd", "").with(value(&entry.text)));
    }
    (!is_empty).then_some(list)
}

/// What else may be pasted, and what it tells.
fn more(view: &View<'_>) -> El {
    const MORE: [(Kind, &str, &str); 3] = [
        (
            Kind::JsonWebKeySet,
            "Keys (JWKS)",
            " whether the key is known",
        ),
        (
            Kind::DiscoveryDocument,
            "Discovery document:",
            " the exact issuer",
        ),
        (
            Kind::ServiceSettings,
            "`az … show` JSON:",
            " settings and scope",
        ),
    ];
    let offers = MORE.into_iter().map(|(kind, name, gives)| {
        let shape = icon(if was_read(view.model, kind) {
            PASS
        } else {
            PLUS
        });
        el("li", "").with(shape).with(
            el("span", "")
                .with(el("strong", "").with(prose(name)))
                .with(gives),
        )
    });
    el("div", "field more")
        .with(el("h3", "").with("Paste these above to know more"))
        .with(el("ul", "finds").each(offers))
}
