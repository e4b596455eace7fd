//! Does it come from the configured authority?
//!
//! The service compares `iss` (RFC 7519 section 4.1.1) with the `issuer` of the authority's discovery
//! document, letter by letter [domain 1.2 g]. That issuer follows from the authority's URL where it names
//! the tenant by its id; where it names a domain, only the document tells it.

use super::{CauseId, Check, Facts, Finding, Input};
use crate::{
    diagnosis::{Comparison, Field, facts::Inside},
    entra::{Authority, Cloud, Issuer, Tenant, ciam_tenant, is_same_issuer, is_template},
};

pub(super) fn check(facts: &Facts<'_>, inside: Inside<'_>) -> Check {
    let Some(found) = inside.claims.text("iss") else {
        return Check::fail(Finding::certain(CauseId::IssuerMissing));
    };
    if facts.smart_provider().is_some() {
        return Check::pass();
    }
    if let Some(expected) = &facts.settings.issuer {
        return if is_template(expected) {
            template(found, expected)
        } else {
            compare(
                found,
                expected,
                cloud_of(facts.settings.authority.as_deref()),
            )
        };
    }
    let Some(text) = &facts.settings.authority else {
        return Check::cannot_tell(Input::Authority);
    };
    let Ok(authority) = Authority::parse(text) else {
        return Check::fail(
            Finding::certain(CauseId::AuthorityMalformed).comparing(Comparison {
                found_in: Field::Authority,
                found: text.clone(),
                expected_in: Field::Authority,
                expected: String::new(),
            }),
        );
    };
    match (&authority, authority.issuer()) {
        (
            Authority::Entra {
                tenant: Tenant::Template(_),
                ..
            },
            _,
        ) => template(found, text),
        (Authority::Entra { cloud, .. }, None) => match Issuer::parse(found) {
            Some(issuer) if issuer.is_of(*cloud) => Check::cannot_tell(Input::DiscoveryDocument),
            Some(_) => Check::fail(differing(CauseId::IssuerOtherCloud, found, text)),
            None => Check::fail(differing(CauseId::IssuerMismatch, found, text)),
        },
        (Authority::Entra { cloud, .. }, Some(expected)) => compare(found, &expected, Some(*cloud)),
        (_, expected) => match authority.issues(found) {
            Some(true) => Check::pass(),
            Some(false) => Check::fail(differing(
                outside_entra_cause(&authority, found),
                found,
                expected.as_deref().unwrap_or(text),
            )),
            None => Check::cannot_tell(Input::DiscoveryDocument),
        },
    }
}

/// The cloud of an authority of Entra ID.
fn cloud_of(authority: Option<&str>) -> Option<Cloud> {
    match Authority::parse(authority?) {
        Ok(Authority::Entra { cloud, .. }) => Some(cloud),
        _ => None,
    }
}

/// Compares two issuers; the authority's cloud tells what the expected issuer alone may not.
fn compare(found: &str, expected: &str, cloud: Option<Cloud>) -> Check {
    if is_same_issuer(found, expected) {
        return Check::pass();
    }
    let cause = match (Issuer::parse(found), Issuer::parse(expected)) {
        (Some(found), Some(expected)) => entra_cause(&found, &expected, cloud),
        _ => CauseId::IssuerMismatch,
    };
    Check::fail(differing(cause, found, expected))
}

/// External ID names its tenants by id too; of other providers nothing more is known.
fn outside_entra_cause(authority: &Authority, found: &str) -> CauseId {
    match (authority, ciam_tenant(found)) {
        (Authority::Ciam { tenant: Some(_) }, Some(_)) => CauseId::IssuerOtherTenant,
        _ => CauseId::IssuerMismatch,
    }
}

/// The one cause of two different issuers of Entra ID: the cloud before the tenant, before the version.
fn entra_cause(found: &Issuer, expected: &Issuer, cloud: Option<Cloud>) -> CauseId {
    let is_of_cloud = match cloud {
        Some(cloud) => found.is_of(cloud),
        None => found.shares_cloud_with(expected),
    };
    if !is_of_cloud {
        CauseId::IssuerOtherCloud
    } else if found.tenant.is_none() || expected.tenant.is_none() {
        CauseId::IssuerMismatch
    } else if found.tenant != expected.tenant {
        CauseId::IssuerOtherTenant
    } else if found.version != expected.version {
        CauseId::IssuerTokenVersion
    } else {
        CauseId::IssuerMismatch
    }
}

fn template(found: &str, expected: &str) -> Check {
    Check::fail(differing(CauseId::IssuerTemplate, found, expected))
}

fn differing(cause: CauseId, found: &str, expected: &str) -> Finding {
    Finding::certain(cause).comparing(Comparison {
        found_in: Field::Claim("iss"),
        found: found.to_owned(),
        expected_in: Field::Issuer,
        expected: expected.to_owned(),
    })
}
