//! Who in front of the service answered in its place [domain 2.6], as far as the answer tells.

use super::{Headers, position_of};
use crate::jose::Members;

/// Something in front of the service that has rules of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gateway {
    /// Azure API Management.
    ApiManagement,
    /// The authentication of App Service and Azure Functions, "Easy Auth".
    EasyAuth,
    /// A firewall: Application Gateway's, Front Door's, Azure Firewall, another maker's.
    Firewall,
    /// A proxy or ingress.
    Proxy,
}

/// What each writes into its pages, texts and `Server` header, the surer before the vaguer.
#[rustfmt::skip]
const MARKS: [(&str, Gateway); 19] = [
    ("do not have permission to view this directory or page", Gateway::EasyAuth),
    ("Application-Gateway", Gateway::Firewall),
    ("Application Firewall", Gateway::Firewall),
    ("Azure Front Door", Gateway::Firewall),
    ("The request is blocked", Gateway::Firewall),
    ("Azure Firewall", Gateway::Firewall),
    ("Action: Deny. Reason:", Gateway::Firewall),
    ("The requested URL was rejected", Gateway::Firewall),
    ("Incapsula", Gateway::Firewall),
    ("Cloudflare", Gateway::Firewall),
    ("Zscaler", Gateway::Firewall),
    ("FortiGate", Gateway::Firewall),
    ("subscription key", Gateway::ApiManagement),
    ("RBAC: access denied", Gateway::Proxy),
    ("nginx", Gateway::Proxy),
    ("squid", Gateway::Proxy),
    ("envoy", Gateway::Proxy),
    ("haproxy", Gateway::Proxy),
    ("oauth2-proxy", Gateway::Proxy),
];

/// As much of a body is looked at: a page says at its end who wrote it.
const FAR: usize = 16 * 1024;

impl Gateway {
    /// Whose answer this is; none where it does not tell. The JSON is the body's, where it is an object.
    pub(super) fn of(text: &str, json: Option<&Members<'_>>, headers: &Headers) -> Option<Self> {
        if json.is_some_and(is_api_managements) {
            return Some(Self::ApiManagement);
        }
        if headers.first("x-ms-middleware-request-id").is_some() {
            return Some(Self::EasyAuth);
        }
        let near = text.get(..text.floor_char_boundary(FAR))?;
        let server = headers.first("server").unwrap_or_default();
        MARKS
            .iter()
            .find(|(mark, _)| {
                position_of(near, mark).is_some() || position_of(server, mark).is_some()
            })
            .map(|(_, gateway)| *gateway)
    }

    /// Whose challenge has this scheme.
    pub(super) fn of_scheme(scheme: &str) -> Option<Self> {
        scheme
            .eq_ignore_ascii_case("AzureApiManagementKey")
            .then_some(Self::ApiManagement)
    }
}

/// `{"statusCode": 401, "message": …}`, which other frameworks write with an `error` beside it.
fn is_api_managements(json: &Members<'_>) -> bool {
    json.get("statusCode").is_some() && json.get("message").is_some() && json.get("error").is_none()
}
