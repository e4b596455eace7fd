//! Authorities: the identity provider that an API is configured with, and the issuer it stands for.

use super::{cloud::Cloud, guid::Guid, issuer::is_same_issuer, version::TokenVersion};
use crate::http::Url;

/// An authority, told apart by who runs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authority {
    /// A tenant of Entra ID.
    Entra {
        /// The cloud it lies in.
        cloud: Cloud,
        /// The tenant.
        tenant: Tenant,
        /// The token version whose issuer its discovery document names.
        version: TokenVersion,
    },
    /// An Azure AD B2C policy, by its host.
    B2c {
        /// `NAME.b2clogin.com`.
        host: String,
    },
    /// An Entra External ID tenant.
    Ciam {
        /// Its id, where the URL has it.
        tenant: Option<Guid>,
    },
    /// Another identity provider, by its URL without a trailing slash.
    Other(String),
}

/// A tenant as an authority or an issuer names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tenant {
    /// By its id.
    Id(Guid),
    /// By a domain: its id is only in the discovery document, so a comparison cannot tell.
    Domain(String),
    /// `common`, `organizations` or `consumers`: the issuer is a template that equals no token's.
    Template(&'static str),
}

/// Why a text is no authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthorityProblem {
    /// It is not an `https` URL.
    NotHttps,
    /// It is an Entra ID host without a tenant behind it.
    NoTenant,
}

impl Authority {
    /// Reads the setting.
    ///
    /// # Errors
    /// Says why it is no authority.
    pub fn parse(text: &str) -> Result<Self, AuthorityProblem> {
        let url = Url::parse(text.trim()).filter(|url| url.scheme.eq_ignore_ascii_case("https"));
        let url = url.ok_or(AuthorityProblem::NotHttps)?;
        if let Some(cloud) = Cloud::of_login_host(url.host) {
            let segments = url.segments();
            let (tenant, behind) = segments.split_first().ok_or(AuthorityProblem::NoTenant)?;
            let tenant = Tenant::of(tenant);
            let is_v2 = behind
                .first()
                .is_some_and(|segment| segment.eq_ignore_ascii_case("v2.0"));
            let version = if is_v2 {
                TokenVersion::V2
            } else {
                TokenVersion::V1
            };
            return Ok(Self::Entra {
                cloud,
                tenant,
                version,
            });
        }
        Ok(Self::outside_entra(url, text.trim()))
    }

    /// The authority as a third-party identity provider: never one of Entra ID's own tenants.
    fn outside_entra(url: Url<'_>, text: &str) -> Self {
        if url.is_in("b2clogin.com") {
            return Self::B2c {
                host: url.host.to_ascii_lowercase(),
            };
        }
        if url.is_in("ciamlogin.com") {
            return Self::Ciam {
                tenant: url.first_segment().and_then(Guid::parse),
            };
        }
        Self::Other(without_slash(text).to_owned())
    }

    /// The issuer that this authority's discovery document names, where the URL alone tells it.
    pub fn issuer(&self) -> Option<String> {
        match self {
            Self::Entra {
                cloud,
                tenant: Tenant::Id(tenant),
                version,
            } => {
                let (host, end) = match version {
                    TokenVersion::V1 => (cloud.v1_issuer_host(), "/"),
                    TokenVersion::V2 => (cloud.login_host(), "/v2.0"),
                };
                Some(["https://", host, "/", &tenant.to_string(), end].concat())
            }
            Self::Other(url) => Some(url.clone()),
            Self::Entra { .. } | Self::B2c { .. } | Self::Ciam { .. } => None,
        }
    }

    /// Whether a token of this issuer comes from this authority, for authorities that are not Entra
    /// ID's: equal up to one trailing slash; for B2C the same host; for External ID the same tenant
    /// under either form of the host. None where the URL does not tell.
    pub fn issues(&self, issuer: &str) -> Option<bool> {
        let url = Url::parse(issuer);
        match self {
            Self::Entra { .. } => None,
            Self::B2c { host } => Some(url.is_some_and(|url| url.has_host(host))),
            Self::Ciam { tenant } => {
                let tenant = (*tenant)?;
                Some(ciam_tenant(issuer) == Some(tenant))
            }
            Self::Other(authority) => Some(is_same_provider(authority, issuer)),
        }
    }
}

impl Tenant {
    fn of(segment: &str) -> Self {
        const TEMPLATES: [&str; 3] = ["common", "organizations", "consumers"];
        if let Some(id) = Guid::parse(segment) {
            return Self::Id(id);
        }
        match TEMPLATES
            .into_iter()
            .find(|template| segment.eq_ignore_ascii_case(template))
        {
            Some(template) => Self::Template(template),
            None => Self::Domain(segment.to_ascii_lowercase()),
        }
    }
}

/// Whether tokens of this issuer come from a SMART identity provider with this authority, which may be
/// any provider, an Entra ID tenant too: that one then compares as text, up to one trailing slash.
pub fn is_provider_of(authority: &str, issuer: &str) -> bool {
    let authority = authority.trim();
    match Authority::parse(authority) {
        Ok(Authority::Entra { .. }) | Err(_) => is_same_provider(authority, issuer),
        Ok(other) => other.issues(issuer) == Some(true),
    }
}

/// The tenant in an issuer of Entra External ID.
pub fn ciam_tenant(issuer: &str) -> Option<Guid> {
    let url = Url::parse(issuer).filter(|url| url.is_in("ciamlogin.com"))?;
    url.first_segment().and_then(Guid::parse)
}

/// Equal up to one trailing slash and the case of GUIDs. The authority's host may be written in any case;
/// an issuer is what it is.
fn is_same_provider(authority: &str, issuer: &str) -> bool {
    let (authority, issuer) = (without_slash(authority), without_slash(issuer));
    is_same_issuer(authority, issuer) || is_same_issuer(&with_lower_host(authority), issuer)
}

fn with_lower_host(authority: &str) -> String {
    let host_at = authority.find("://").map_or(0, |at| at + "://".len());
    let path = authority
        .get(host_at..)
        .and_then(|rest| rest.find('/'))
        .and_then(|at| authority.get(host_at + at..))
        .unwrap_or_default();
    let host = authority.strip_suffix(path).unwrap_or(authority);
    [&host.to_ascii_lowercase(), path].concat()
}

/// The text without one trailing slash.
pub fn without_slash(text: &str) -> &str {
    text.strip_suffix('/').unwrap_or(text)
}
