//! Where an authority publishes its discovery document and its keys [domain 4.1, 4.3].
//!
//! These are opened by hand. Of what was typed, an address only takes what cannot be anything but the name of
//! a tenant or of a policy; its host is always one of Microsoft's own.

use super::{
    authority::{Authority, AuthorityProblem, Tenant},
    version::TokenVersion,
};
use crate::http::Url;

/// The addresses of an authority's documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Metadata {
    /// At a host of Microsoft's.
    Known {
        /// The discovery document.
        discovery: String,
        /// The keys (JWKS).
        keys: String,
    },
    /// Anywhere else: the address that the discovery document has by OpenID Connect Discovery 1.0, section
    /// 4. It is no link: nothing is known of its host.
    Elsewhere(String),
}

impl Metadata {
    /// The addresses for this authority; none where it is no authority.
    pub fn of(authority: &str) -> Option<Self> {
        let text = authority.trim();
        match Authority::parse(text) {
            Ok(Authority::Entra {
                cloud,
                tenant,
                version,
            }) => {
                let tenant = match tenant {
                    Tenant::Id(id) => id.to_string(),
                    Tenant::Domain(domain) => domain,
                    Tenant::Template(template) => template.to_owned(),
                };
                let base = ["https://", cloud.login_host(), "/", &tenant].concat();
                let is_name = is_name(&tenant, b"-.");
                is_name.then(|| Self::below(&base, version == TokenVersion::V2))
            }
            Ok(Authority::B2c { .. }) => Some(Self::at(text, "b2clogin.com", 2)),
            Ok(Authority::Ciam { .. }) => Some(Self::at(text, "ciamlogin.com", 1)),
            Ok(Authority::Other(url)) => Some(Self::elsewhere(&url)),
            Err(AuthorityProblem::NotHttps | AuthorityProblem::NoTenant) => None,
        }
    }

    /// The addresses at a host `NAME.domain`, below the tenant and whatever else stands before the version.
    fn at(text: &str, domain: &str, depth: usize) -> Self {
        let known = || {
            let url = Url::parse(text)?;
            let host = url.host.to_ascii_lowercase();
            let name = host.strip_suffix(domain)?.strip_suffix('.')?;
            let mut path = url.segments();
            path.retain(|segment| !segment.eq_ignore_ascii_case("v2.0"));
            // B2C may have its own word before the tenant.
            let own = usize::from(path.first() == Some(&"tfp"));
            let is_known = path.len() == own + depth
                && is_name(name, b"-")
                && path.iter().all(|segment| is_name(segment, b"-._"));
            let base = ["https://", name, ".", domain, "/", &path.join("/")].concat();
            is_known.then(|| Self::below(&base, true))
        };
        known().unwrap_or_else(|| Self::elsewhere(text))
    }

    fn below(base: &str, is_v2: bool) -> Self {
        let version = if is_v2 { "/v2.0" } else { "" };
        Self::Known {
            discovery: [base, version, WELL_KNOWN].concat(),
            keys: [base, "/discovery", version, "/keys"].concat(),
        }
    }

    fn elsewhere(url: &str) -> Self {
        Self::Elsewhere([url.trim_end_matches('/'), WELL_KNOWN].concat())
    }
}

const WELL_KNOWN: &str = "/.well-known/openid-configuration";

/// Whether a text is a name: letters, digits, and these between them. Never a path of dots.
fn is_name(text: &str, between: &[u8]) -> bool {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || between.contains(&byte);
    text.len() <= 253
        && text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.bytes().all(is_inside)
}
