//! The API's settings, each with where it came from.

use whydenied::{
    intake::Kind,
    service::Service,
    words::{self, fields},
};
use yew::{AttrValue, virtual_dom::ListenerKind};

use super::{
    View,
    el::{El, el},
    field::{Entry, TextField, origin, text_field},
    icon::{DOWN, PASS, PLUS, icon},
    paste::numbered,
    problems,
    prose::{prose, value},
    status,
};
use crate::page::{browser, message::Msg, model::Field, reading::takes_allow_list};

/// The panel "Your API".
pub(super) fn settings(view: &View<'_>) -> El {
    el("section", "panel settings")
        .is("aria-labelledby", "h-settings")
        .with(el("div", "panel-title").with(numbered("h-settings", "2", "Your API")))
        .with(service(view))
        .with(text_field(view, &authority(view)))
        .with(text_field(view, &audience(view)))
        .with(text_field(view, &allow_list(view)))
        .with(known(view))
        .with(status::status(view))
        .with(more(view))
}

/// Whether something of this kind was read.
fn was_read(view: &View<'_>, kind: Kind) -> bool {
    view.model
        .sources
        .evidence()
        .iter()
        .any(|evidence| evidence.items.iter().any(|item| item.kind == kind))
}

fn service(view: &View<'_>) -> El {
    let chosen = view.model.reading.case.service;
    let is_named = || {
        let evidence = view.model.sources.evidence();
        evidence.iter().any(|evidence| evidence.service.is_some())
    };
    let from = match view.model.typed.service {
        Some(_) => None,
        None if was_read(view, Kind::ServiceSettings) => Some("from the settings"),
        None if is_named() => Some("from the host name"),
        None => (chosen != Service::default()).then_some("from the audience"),
    };
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
        .on(ListenerKind::onchange, choose)
        .each(options);
    el("div", "field")
        .with(
            el("div", "field-title")
                .with(el("label", "").is("for", "service").with("Service"))
                .with(from.map(origin)),
        )
        .with(el("span", "choice").with(select).with(icon(DOWN)))
}

/// What a field shows: what was typed, else what was pasted, else what the service's own 401 names.
fn entry(
    view: &View<'_>,
    typed: Option<&AttrValue>,
    pasted: Option<&str>,
    served: Option<&str>,
) -> Entry {
    let from_paste = if was_read(view, Kind::ServiceSettings) {
        "from the settings"
    } else {
        "from the paste"
    };
    if let Some(typed) = typed {
        return Entry {
            text: typed.clone(),
            from: None,
        };
    }
    match (pasted, served) {
        (Some(pasted), _) => Entry {
            text: pasted.to_owned().into(),
            from: Some(from_paste),
        },
        (None, Some(served)) => Entry {
            text: served.to_owned().into(),
            from: Some("from WWW-Authenticate"),
        },
        (None, None) => Entry {
            text: AttrValue::default(),
            from: None,
        },
    }
}

fn authority(view: &View<'_>) -> TextField {
    let reading = &view.model.reading;
    let typed = view.model.typed.authority.as_ref();
    let shown = entry(
        view,
        typed,
        reading.pasted.authority.as_deref(),
        reading.served.authority.as_deref(),
    );
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
    let reading = &view.model.reading;
    let typed = view.model.typed.audience.as_ref();
    let shown = entry(
        view,
        typed,
        reading.pasted.audience.as_deref(),
        reading.served.audience.as_deref(),
    );
    TextField {
        field: Field::Audience,
        enters: Msg::EnteredAudience,
        id: "audience",
        label: "Audience",
        problem: problems::audience(&shown.text, view),
        shown,
        placeholder: match reading.case.service {
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
    let pasted = reading
        .pasted
        .allowed_object_ids
        .as_ref()
        .filter(|_| is_used)
        .map(|list| list.join("\n"));
    let shown = entry(
        view,
        view.model.typed.allow.as_ref(),
        pasted.as_deref(),
        None,
    );
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

/// What was pasted and has no field: it is shown as it is used.
fn known(view: &View<'_>) -> Option<El> {
    let pasted = &view.model.reading.pasted;
    let providers = pasted.smart_identity_providers.iter().flatten();
    let mut list = el("dl", "known");
    let mut is_empty = true;
    let facts = [
        ("Issuer", pasted.issuer.as_deref()),
        ("Resource ID", pasted.resource_id.as_deref()),
    ];
    let facts = facts.into_iter().chain(
        providers.map(|provider| ("SMART identity provider", Some(provider.authority.as_str()))),
    );
    for (name, text) in facts {
        if let Some(text) = text {
            list = list
                .with(el("dt", "").with(name))
                .with(el("dd", "").with(value(text)));
            is_empty = false;
        }
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
        let shape = icon(if was_read(view, kind) { PASS } else { PLUS });
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
