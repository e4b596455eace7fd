//! Is it an access token for this API, or some other token?
//!
//! The rules of [domain 4.4], the first that matches counts: marks of an ID token (OpenID Connect Core
//! section 2), a client assertion (RFC 7523), an audience that is an app's id without any mark of an
//! access token, and the audiences of other Microsoft APIs. An audience that is the configured one
//! speaks for the token.

use super::{CauseId, Check, Facts, Finding, Verdict, expected_audience};
use crate::{
    diagnosis::facts::Inside,
    entra::{Cloud, Guid, without_slash},
    http::Url,
    jose::{Claims, Jws},
    service::{Service, is_dicom, is_fhir},
};

/// Claims that only ID tokens carry.
const ID_TOKEN_CLAIMS: [&str; 5] = ["nonce", "at_hash", "c_hash", "rt_hash", "s_hash"];
/// Claims of which every access token of Entra ID carries at least one.
const ACCESS_TOKEN_CLAIMS: [&str; 5] = ["scp", "roles", "appid", "azp", "idtyp"];
/// Microsoft Graph and Azure AD Graph, by id and by host in every cloud.
const GRAPH: [&str; 7] = [
    "00000003-0000-0000-c000-000000000000",
    "00000002-0000-0000-c000-000000000000",
    "graph.microsoft.com",
    "graph.windows.net",
    "graph.microsoft.us",
    "dod-graph.microsoft.us",
    "microsoftgraph.chinacloudapi.cn",
];
/// Azure Resource Manager, likewise.
const ARM: [&str; 7] = [
    "797f4846-ba00-4fd7-ba43-dac1f8f63013",
    "management.azure.com",
    "management.core.windows.net",
    "management.usgovcloudapi.net",
    "management.core.usgovcloudapi.net",
    "management.chinacloudapi.cn",
    "management.core.chinacloudapi.cn",
];

pub(super) fn check(facts: &Facts<'_>, inside: Inside<'_>) -> Check {
    let audiences = inside.claims.texts("aud");
    let is_expected = facts
        .expected_audiences()
        .iter()
        .any(|expected| audiences.contains(expected));
    let Some(cause) = kind(inside.claims, &audiences, facts.service(), is_expected) else {
        return Check::pass();
    };
    if !is_expected {
        let finding = Finding::certain(cause);
        let expected = facts.expected_audiences().into_iter().next();
        return Check::fail(match (audiences.first(), expected) {
            (Some(found), Some(expected)) => {
                finding.comparing(expected_audience::comparison(facts, found, expected))
            }
            _ => finding,
        });
    }
    match cause {
        CauseId::IdToken => Check::warn(Finding::certain(cause)),
        _ => Check::plain(Verdict::Pass),
    }
}

fn kind(
    claims: Claims<'_>,
    audiences: &[&str],
    service: Service,
    is_expected: bool,
) -> Option<CauseId> {
    if ID_TOKEN_CLAIMS.iter().any(|name| claims.has(name)) {
        return Some(CauseId::IdToken);
    }
    if is_client_assertion(claims, audiences) {
        return Some(CauseId::ClientAssertion);
    }
    // Where several are named, the token is another's only if none of them could be this API.
    let is_for = |is_other: &dyn Fn(&str) -> bool| {
        !audiences.is_empty() && audiences.iter().all(|audience| is_other(audience))
    };
    let is_app_id = is_for(&|audience| Guid::parse(audience).is_some());
    if is_app_id && !is_expected && !ACCESS_TOKEN_CLAIMS.iter().any(|name| claims.has(name)) {
        return Some(CauseId::IdToken);
    }
    if is_for(&|audience| is_one_of(audience, &GRAPH)) {
        return Some(CauseId::GraphToken);
    }
    if is_for(&|audience| is_one_of(audience, &ARM)) {
        return Some(CauseId::ArmToken);
    }
    match service {
        Service::AhdsDicom => is_for(&is_fhir).then_some(CauseId::FhirToken),
        _ if is_for(&is_dicom) => Some(CauseId::DicomToken),
        _ => None,
    }
}

/// Issuer and subject are the client itself, and it is meant for a token endpoint.
fn is_client_assertion(claims: Claims<'_>, audiences: &[&str]) -> bool {
    let is_own_issuer = claims
        .text("iss")
        .is_some_and(|iss| claims.text("sub") == Some(iss));
    is_own_issuer
        && audiences.iter().any(|audience| {
            Url::parse(audience).is_some_and(|url| {
                Cloud::of_login_host(url.host).is_some() || url.segments().ends_with(&["token"])
            })
        })
}

fn is_one_of(audience: &str, known: &[&str]) -> bool {
    let name = match Url::parse(audience) {
        Some(url) if without_slash(url.path).is_empty() => url.host,
        Some(_) => return false,
        None => audience,
    };
    known.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Whether the header carries a `nonce`: Graph replaces it by its hash before signing, so that nobody
/// else can verify the signature [domain 4.2].
pub(in crate::diagnosis) fn has_foreign_nonce(jws: &Jws) -> bool {
    jws.header_text("nonce").is_some()
}
