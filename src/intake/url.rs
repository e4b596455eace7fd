//! URLs: which service a host belongs to, and what a redirect carries in its query or fragment.

use super::{Evidence, Kind, authorized, bare_token, place, place::Found, refusal};
use crate::{
    http::{Authorization, Url, form},
    service::Service,
};

/// The data plane's domains [domain 1.8], the narrower before the wider.
const DOMAINS: [(&str, Option<Service>); 8] = [
    ("fhir.azurehealthcareapis.com", Some(Service::AhdsFhir)),
    ("fhir.azurehealthcareapis.us", Some(Service::AhdsFhir)),
    ("dicom.azurehealthcareapis.com", Some(Service::AhdsDicom)),
    ("dicom.azurehealthcareapis.us", Some(Service::AhdsDicom)),
    ("workspace.azurehealthcareapis.com", None),
    ("workspace.azurehealthcareapis.us", None),
    ("azurehealthcareapis.com", Some(Service::AzureApiForFhir)),
    ("azurehealthcareapis.us", Some(Service::AzureApiForFhir)),
];

/// The service that a URL's host, or a host alone, belongs to. The domains themselves are no instance.
pub(super) fn service(url: &str) -> Option<Service> {
    let host = Url::parse(url).map_or(url, |url| url.host);
    let is_in = |domain: &str| {
        let at = host.len().checked_sub(domain.len() + 1)?;
        let (_, tail) = host.split_at_checked(at)?;
        (tail.starts_with('.') && place::begins(tail.get(1..)?, domain)).then_some(())
    };
    let is_domain = DOMAINS
        .iter()
        .any(|(domain, _)| host.eq_ignore_ascii_case(domain));
    DOMAINS
        .iter()
        .filter(|_| !is_domain)
        .find(|(domain, _)| is_in(domain).is_some())?
        .1
}

/// Whether a URL is a token endpoint's: Entra ID's, or a managed identity's.
pub(super) fn is_token_endpoint(url: &str) -> bool {
    let Url { host, path, .. } = Url::parse_reference(url);
    is_login_host(url)
        || host == "169.254.169.254"
        || ["/oauth2/token", "/oauth2/v2.0/token", "/msi/token"]
            .iter()
            .any(|end| path.ends_with(end))
}

/// Whether a URL is one of Entra ID's hosts.
fn is_login_host(url: &str) -> bool {
    [
        "login.microsoftonline.com",
        "login.microsoftonline.us",
        "login.partner.microsoftonline.cn",
        "login.windows.net",
    ]
    .iter()
    .any(|login| Url::parse_reference(url).has_host(login))
}

/// The URL of a path on a host; the path alone where the host is not known.
pub(super) fn on_host(host: Option<&str>, path: &str) -> String {
    match host {
        Some(host) if path.starts_with('/') => ["https://", host, path].concat(),
        _ => path.to_owned(),
    }
}

/// The token in a request's URL, where the service refuses to see one [domain 3.3].
pub(super) fn token_in(url: &str) -> Option<String> {
    let Url { path, query, .. } = Url::parse_reference(url);
    parameter(query.unwrap_or_default(), "access_token").or_else(|| {
        let is_token =
            |part: &&str| part.starts_with("eyJ") && part.len() > 20 && part.contains('.');
        path.split('/')
            .chain(query.unwrap_or_default().split(['&', '=']))
            .find(is_token)
            .map(str::to_owned)
    })
}

/// How a redirect's parameters may begin where they were copied alone.
const PARAMETERS: [&str; 4] = ["access_token=", "id_token=", "code=", "error="];

/// A redirect with a token, a code or an error in it; or the URL of a known service.
pub(super) fn read(text: &str, _line: &str) -> Found {
    let beginning = text.trim_start_matches(['"', '\'', '<', '(']);
    let end = beginning
        .find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '`'))
        .unwrap_or(beginning.len());
    let url = beginning.get(..end).unwrap_or_default();
    let is_url = place::begins(url, "http://") || place::begins(url, "https://");
    if !is_url
        && !url.starts_with(['#', '?'])
        && !PARAMETERS.iter().any(|name| place::begins(url, name))
    {
        return Found::Nothing;
    }
    let length = text.len() - beginning.len() + end;
    let evidence = if is_url {
        request(url)
            .or_else(|| error_page(url))
            .or_else(|| redirect(parameters_of(url)?))
    } else {
        redirect(url)
    };
    evidence.map_or(Found::Nothing, |evidence| {
        Found::of(evidence, place::line_end(text, length))
    })
}

/// The query and the fragment, which begin the same way.
fn parameters_of(url: &str) -> Option<&str> {
    url.get(url.find(['?', '#'])?..)
}

fn redirect(parameters: &str) -> Option<Evidence> {
    let parameter = |name| parameter(parameters, name);
    if let Some(token) = parameter("access_token").or_else(|| parameter("id_token")) {
        let token = bare_token::announced(&token)?.token?;
        return Some(Evidence::of_token(Kind::RedirectUrl, token));
    }
    if let Some(refused) = refused(parameters) {
        return Some(refused);
    }
    let is_code = parameter("code").is_some()
        && (parameter("state").is_some() || parameter("session_state").is_some());
    is_code.then(|| Evidence::of(Kind::AuthorizationCode))
}

fn refused(parameters: &str) -> Option<Evidence> {
    let error = parameter(parameters, "error");
    let description = parameter(parameters, "error_description");
    refusal::in_redirect(error.as_deref(), description.as_deref())
}

/// The refusal to issue a token in a redirect's address.
pub(super) fn refusal_in(address: &str) -> Option<Evidence> {
    refused(parameters_of(address)?)
}

/// Microsoft's page of an error code, which sign-in pages link to.
fn error_page(url: &str) -> Option<Evidence> {
    let Url { path, query, .. } = Url::parse(url)?;
    let code = parameter(query?, "code").filter(|_| path == "/error" && is_login_host(url))?;
    refusal::of_page(&code)
}

fn request(url: &str) -> Option<Evidence> {
    service(url)?;
    let unseen = (Authorization::NotSeen, None);
    Some(authorized::request(Kind::HttpRequest, "", url, unseen))
}

/// A parameter of a query or fragment, decoded (WHATWG URL, application/x-www-form-urlencoded).
fn parameter(parameters: &str, name: &str) -> Option<String> {
    for part in parameters.split(['&', '?', '#']) {
        let value = part
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('='));
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            return Some(form::decoded(value));
        }
    }
    None
}
