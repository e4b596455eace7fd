//! Where an authority publishes its discovery document and its keys [domain 4.1, 4.3].
//!
//! These are opened by hand. Of what was typed, an address only takes what cannot be anything but the name of
//! a tenant or of a policy; its host is always one of Microsoft's own.

use super::{authority::Authority, version::TokenVersion};
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
        let authority = Authority::parse(text).ok()?;
        let (_, place) = text.trim_end_matches('/').split_once("://")?;
        let place = place.strip_suffix("/v2.0").unwrap_or(place);
        let is_entra = matches!(authority, Authority::Entra { .. });
        let (place, depth, version) = match authority {
            Authority::Entra { cloud, version, .. } => {
                let tenant = Url::parse(text)?.first_segment()?;
                ([cloud.login_host(), "/", tenant].concat(), 1, version)
            }
            Authority::B2c { .. } => {
                // It may have its own word before the tenant.
                let own = usize::from(place.contains("/tfp/"));
                (place.to_owned(), own + 2, TokenVersion::V2)
            }
            Authority::Ciam { .. } => (place.to_owned(), 1, TokenVersion::V2),
            Authority::Other(url) => return Some(Self::elsewhere(&url)),
        };
        if place.matches('/').count() == depth && is_plain(&place) {
            let version = match version {
                TokenVersion::V1 => "",
                TokenVersion::V2 => "/v2.0",
            };
            return Some(Self::Known {
                discovery: ["https://", &place, version, WELL_KNOWN].concat(),
                keys: ["https://", &place, "/discovery", version, "/keys"].concat(),
            });
        }
        (!is_entra).then(|| Self::elsewhere(text))
    }

    fn elsewhere(url: &str) -> Self {
        Self::Elsewhere([url.trim_end_matches('/'), WELL_KNOWN].concat())
    }
}

const WELL_KNOWN: &str = "/.well-known/openid-configuration";

/// Whether all of a host and a path are names: letters, digits, and marks between them. Never a path of dots.
fn is_plain(place: &str) -> bool {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte);
    place.bytes().all(is_inside) && !place.contains("/.")
}
