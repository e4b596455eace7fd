//! The service's settings as JSON: `az healthcareapis … show`, `az rest`, a template's resource, with or
//! without `--query` [domain 5.6].

use super::{Evidence, Kind, place, place::Found, url};
use crate::{
    jose::{Members, Raw},
    service::{Service, Settings, SmartApplication, SmartIdentityProvider},
};

/// ARM's resource types, the longer before the one that it could be taken for.
const TYPES: [(&str, Service); 3] = [
    (
        "microsoft.healthcareapis/workspaces/fhirservices",
        Service::AhdsFhir,
    ),
    (
        "microsoft.healthcareapis/workspaces/dicomservices",
        Service::AhdsDicom,
    ),
    (
        "microsoft.healthcareapis/services",
        Service::AzureApiForFhir,
    ),
];

/// The settings in a resource, in its properties, or in the part that a query chose.
pub(super) fn read(json: &Members<'_>) -> Option<Evidence> {
    let nested = json.get("properties").and_then(Members::of);
    let properties = nested.as_ref().unwrap_or(json);
    let chosen = properties.any(&["authenticationConfiguration", "auth"]);
    // The self-hosted server's `appsettings.json`.
    let self_hosted = json
        .get("FhirServer")
        .and_then(|server| server.at(&["Security", "Authentication"]));
    let chosen = chosen.filter(|chosen| chosen.is_object()).or(self_hosted);
    let authentication = chosen.or_else(|| {
        let is_configuration = json.any(&["smartProxyEnabled", "smartIdentityProviders"]);
        let has_both = json
            .get("authority")
            .and(json.any(&["audience", "audiences"]));
        is_configuration.or(has_both).map(|_| json.object())
    });
    let policies = properties.any(&["accessPolicies", "allow"]);
    let resource_id = json.string_at("id").filter(|id| id.starts_with('/'));
    let kind = json
        .string_at("type")
        .as_deref()
        .and_then(of_type)
        .or_else(|| resource_id.as_deref().and_then(of_id));
    if authentication.is_none()
        && policies.is_none_or(|policies| !policies.is_array())
        && kind.is_none()
    {
        return None;
    }
    let authentication = authentication.and_then(Members::of);
    let say = |names: [&str; 2]| {
        let said = names
            .iter()
            .find_map(|name| authentication.as_ref()?.string_at(name));
        said.filter(|text| !text.is_empty())
    };
    let audience = say(["audience", "Audience"]).or_else(|| {
        let audiences = authentication.as_ref()?.get("audiences")?;
        audiences.items().find_map(Raw::owned_string)
    });
    let service = match self_hosted {
        Some(_) => Some(Service::FhirServer),
        None => kind.or_else(|| url::service(audience.as_deref()?)),
    };
    let settings = Settings {
        authority: say(["authority", "Authority"]),
        audience,
        allowed_object_ids: policies
            .filter(|policies| policies.is_array())
            .map(object_ids),
        smart_identity_providers: authentication
            .as_ref()
            .and_then(|authentication| authentication.get("smartIdentityProviders"))
            .filter(|providers| providers.is_array())
            .map(providers),
        issuer: None,
        resource_id,
    };
    let mut evidence = Evidence::of_settings(Kind::ServiceSettings, settings);
    evidence.service = service;
    Some(evidence)
}

/// A resource ID alone, as `az resource list` prints it. Of several, nobody knows which is meant.
pub(super) fn read_id(text: &str, _line: &str) -> Found {
    let mut found = None;
    let mut count = 0;
    let mut end = 0;
    for (start, line) in place::lines(text) {
        let id = line.trim().trim_matches(['"', '\'', ',']);
        if !place::begins(id, "/subscriptions/") || id.contains(char::is_whitespace) {
            break;
        }
        end = start + line.len();
        if let Some(service) = of_id(id) {
            count += 1;
            found = Some((id, service));
        }
    }
    match found {
        Some((id, service)) if count == 1 => {
            let settings = Settings {
                resource_id: Some(id.to_owned()),
                ..Settings::default()
            };
            let mut evidence = Evidence::of_settings(Kind::ServiceSettings, settings);
            evidence.service = Some(service);
            Found::of(evidence, place::line_end(text, end))
        }
        _ if end > 0 => Found::NothingUpTo(end),
        _ => Found::Nothing,
    }
}

/// The self-hosted server's settings as variables of its environment.
pub(super) fn in_text(text: &str) -> Option<Evidence> {
    let variables =
        text.get(place::position_of(text, "FhirServer__Security__Authentication__")?..)?;
    let value = |name| {
        let value = variables.get(place::position_of(variables, name)? + name.len()..)?;
        let value = value.trim_start_matches(|c| c == ':' || is_around(c));
        let end = value.find(is_around).unwrap_or(value.len());
        value
            .get(..end)
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
    };
    let settings = Settings {
        authority: value("Authentication__Authority"),
        audience: value("Authentication__Audience"),
        ..Settings::default()
    };
    let mut evidence = Evidence::of_settings(Kind::ServiceSettings, settings);
    evidence.service = Some(Service::FhirServer);
    Some(evidence)
}

/// What may stand around a variable's value in a shell, in YAML and in JSON; a URL holds colons itself.
fn is_around(character: char) -> bool {
    character.is_whitespace() || matches!(character, '=' | '"' | '\'' | ',' | ';')
}

fn of_type(name: &str) -> Option<Service> {
    TYPES
        .iter()
        .find(|(known, _)| name.eq_ignore_ascii_case(known))
        .map(|(_, service)| *service)
}

/// The service that an ARM id is of: its provider's part without the names.
fn of_id(id: &str) -> Option<Service> {
    let provider = "/providers/Microsoft.HealthcareApis/";
    let path = id.get(place::position_of(id, provider)? + provider.len()..)?;
    let mut segments = path.split('/');
    let (kind, part) = (segments.next()?, segments.nth(1));
    match part {
        None if kind.eq_ignore_ascii_case("services") => Some(Service::AzureApiForFhir),
        Some(part) if part.eq_ignore_ascii_case("fhirservices") => Some(Service::AhdsFhir),
        Some(part) if part.eq_ignore_ascii_case("dicomservices") => Some(Service::AhdsDicom),
        _ => None,
    }
}

/// `accessPolicies[].objectId`, or a list of ids alone.
fn object_ids(policies: Raw<'_>) -> Vec<String> {
    let mut ids = Vec::new();
    for policy in policies.items() {
        if let Some(id) = policy
            .string_at("objectId")
            .or_else(|| policy.owned_string())
        {
            ids.push(id);
        }
    }
    ids
}

fn providers(list: Raw<'_>) -> Vec<SmartIdentityProvider> {
    let mut providers = Vec::new();
    for provider in list.items() {
        let mut applications = Vec::new();
        if let Some(list) = provider.get("applications") {
            for application in list.items() {
                applications.push(SmartApplication {
                    client_id: application.string_at("clientId").unwrap_or_default(),
                    audience: application.string_at("audience").unwrap_or_default(),
                });
            }
        }
        providers.push(SmartIdentityProvider {
            authority: provider.string_at("authority").unwrap_or_default(),
            applications,
        });
    }
    providers
}
