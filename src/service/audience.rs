//! Audiences: the hosts and defaults of the services, and how two audiences differ.

use crate::{
    entra::{Guid, without_slash},
    http::Url,
};

/// The audience of every DICOM service [domain 2.3].
pub const DICOM_AUDIENCE: &str = "https://dicom.healthcareapis.azure.com";
/// The application id of the first-party resource "Azure Healthcare APIs" [domain 1.4].
pub const HEALTHCARE_APIS_ID: &str = "4f6778d8-5aef-43dc-a1ff-b073724b9495";

/// The data plane's domains, global and US Government [domain 1.8].
const DOMAINS: [&str; 2] = ["azurehealthcareapis.com", "azurehealthcareapis.us"];

/// How an audience differs from the expected one, the closest reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AudienceDifference {
    /// One trailing slash, which the current library tolerates [domain 1.2 h].
    TrailingSlash,
    /// Letter case.
    Case,
    /// `/.default`, or a scope's name, on one side.
    ScopeSuffix,
    /// The `.fhir` label of the host.
    MissingFhirLabel,
    /// The shared default of former times on one side, an instance on the other.
    SharedDefault,
    /// An application's id, or its App ID URI, against something else.
    AppId,
    /// Another instance of the services.
    OtherInstance,
    /// Anything else.
    Other,
}

/// How `found` differs from `expected`; none where they are the same, byte for byte.
pub fn difference(found: &str, expected: &str) -> Option<AudienceDifference> {
    if found == expected {
        return None;
    }
    Some(if differ_by_one_slash(found, expected) {
        AudienceDifference::TrailingSlash
    } else if found.eq_ignore_ascii_case(expected) {
        AudienceDifference::Case
    } else if differ_by_scope(found, expected) {
        AudienceDifference::ScopeSuffix
    } else if differ_by_fhir_label(found, expected) {
        AudienceDifference::MissingFhirLabel
    } else if is_shared_default(found) && is_family(expected)
        || is_shared_default(expected) && is_family(found)
    {
        AudienceDifference::SharedDefault
    } else if is_app_id_against_another_form(found, expected) {
        AudienceDifference::AppId
    } else if is_another_instance(found, expected) {
        AudienceDifference::OtherInstance
    } else {
        AudienceDifference::Other
    })
}

/// What stands behind an audience in the scope that asks for all that was consented to
/// (Microsoft identity platform, "Scopes and permissions").
pub const DEFAULT_SCOPE: &str = "/.default";

/// Whether this is a shared default audience of former times, also with the scope behind it with which it was asked
/// for.
pub fn is_shared_default(audience: &str) -> bool {
    let audience = audience.strip_suffix(DEFAULT_SCOPE).unwrap_or(audience);
    Url::parse(without_slash(audience)).is_some_and(|url| {
        url.path.is_empty()
            && DOMAINS.iter().any(|domain| {
                url.has_host(domain) || (url.is_in(domain) && is_only_fhir_before(url, domain))
            })
    })
}

/// Whether this is an audience of a FHIR service: one of its hosts, or the first-party resource's id.
pub fn is_fhir(audience: &str) -> bool {
    let is_dicom_host = DOMAINS
        .iter()
        .any(|domain| Url::parse(audience).is_some_and(|url| has_label(url, "dicom", domain)));
    (is_family(audience) && !is_dicom_host) || audience.eq_ignore_ascii_case(HEALTHCARE_APIS_ID)
}

/// Whether this is the audience of the DICOM services.
pub fn is_dicom(audience: &str) -> bool {
    Url::parse(audience).is_some_and(|url| url.is_in("dicom.healthcareapis.azure.com"))
}

/// Whether the URL lies in the services' domains.
fn is_family(audience: &str) -> bool {
    Url::parse(audience).is_some_and(|url| DOMAINS.iter().any(|domain| url.is_in(domain)))
}

/// Whether this is the URL of one instance.
pub fn is_instance(audience: &str) -> bool {
    is_family(audience) && !is_shared_default(audience)
}

/// `found` is an instance's URL, and `expected` lies at another of the services' hosts.
fn is_another_instance(found: &str, expected: &str) -> bool {
    let differ_in_host = Url::parse(found)
        .is_some_and(|url| Url::parse(expected).is_some_and(|other| !url.has_host(other.host)));
    is_instance(found) && (is_family(expected) || is_dicom(expected)) && differ_in_host
}

fn is_only_fhir_before(url: Url<'_>, domain: &str) -> bool {
    url.host.len() == domain.len() + "fhir.".len()
        && url.host.to_ascii_lowercase().starts_with("fhir.")
}

fn has_label(url: Url<'_>, label: &str, domain: &str) -> bool {
    let mut suffix = String::with_capacity(label.len() + domain.len() + 1);
    suffix.push_str(label);
    suffix.push('.');
    suffix.push_str(domain);
    url.is_in(&suffix)
}

fn differ_by_one_slash(left: &str, right: &str) -> bool {
    left.strip_suffix('/') == Some(right) || right.strip_suffix('/') == Some(left)
}

/// The scopes that are known by name, beside the clinical ones of SMART.
const SCOPES: [&str; 7] = [
    ".default",
    "user_impersonation",
    "fhirUser",
    "launch",
    "launch/patient",
    "launch.patient",
    "launch.encounter",
];

/// One side is the other and a scope: `/.default`, `/user_impersonation`, a SMART scope.
fn differ_by_scope(left: &str, right: &str) -> bool {
    let is_scope_behind = |long: &str, short: &str| {
        long.strip_prefix(without_slash(short)).is_some_and(|rest| {
            let scope = rest.trim_start_matches('/');
            rest.starts_with('/')
                && (SCOPES.contains(&scope) || super::smart::is_clinical_scope(scope))
        })
    };
    is_scope_behind(left, right) || is_scope_behind(right, left)
}

fn differ_by_fhir_label(left: &str, right: &str) -> bool {
    is_without_fhir_label(left, right) || is_without_fhir_label(right, left)
}

/// `short` is `long` but for the `.fhir` label of an instance's host.
fn is_without_fhir_label(short: &str, long: &str) -> bool {
    let (Some(short), Some(long)) = (
        Url::parse(without_slash(short)),
        Url::parse(without_slash(long)),
    ) else {
        return false;
    };
    let (Some((short_name, short_domain)), Some((long_name, long_domain))) =
        (short.host.split_once('.'), long.host.split_once('.'))
    else {
        return false;
    };
    let Some((label, rest)) = long_domain.split_once('.') else {
        return false;
    };
    short_name.eq_ignore_ascii_case(long_name)
        && label.eq_ignore_ascii_case("fhir")
        && rest.eq_ignore_ascii_case(short_domain)
        && DOMAINS
            .iter()
            .any(|domain| short_domain.eq_ignore_ascii_case(domain))
        && short.path == long.path
}

/// One side is an application's id, bare or as `api://…`, the other has another form. Two different
/// ids are no confusion of forms.
fn is_app_id_against_another_form(left: &str, right: &str) -> bool {
    match (Form::of(left), Form::of(right)) {
        (Form::Id(left), Form::AppIdUri(Some(right)))
        | (Form::AppIdUri(Some(left)), Form::Id(right)) => left == right,
        (Form::Id(_), Form::AppIdUri(None) | Form::Url)
        | (Form::AppIdUri(None) | Form::Url, Form::Id(_))
        | (Form::AppIdUri(_), Form::Url)
        | (Form::Url, Form::AppIdUri(_)) => true,
        _ => false,
    }
}

/// The forms in which a resource may be named.
enum Form {
    /// The application's id.
    Id(Guid),
    /// `api://…`, with the id where it has one.
    AppIdUri(Option<Guid>),
    /// Another URL.
    Url,
    /// Anything else.
    Other,
}

impl Form {
    fn of(audience: &str) -> Self {
        let audience = without_slash(audience);
        if let Some(id) = Guid::parse(audience) {
            return Self::Id(id);
        }
        match audience.strip_prefix("api://") {
            Some(name) => Self::AppIdUri(Guid::parse(name)),
            None if Url::parse(audience).is_some() => Self::Url,
            None => Self::Other,
        }
    }
}
