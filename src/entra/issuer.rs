//! Issuers: what a token's `iss` says about where it comes from.

use super::{cloud::Cloud, guid::Guid, version::TokenVersion};
use crate::http::Url;

/// An issuer of Entra ID, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// The cloud; version 1.0 tokens of the US Government cloud name the global one.
    pub cloud: Cloud,
    /// The version of the tokens it issues.
    pub version: TokenVersion,
    /// The tenant; none where it is not a GUID.
    pub tenant: Option<Guid>,
}

impl Issuer {
    /// Takes an `iss` apart; none where it is not one of Entra ID's [domain 4.3].
    pub fn parse(iss: &str) -> Option<Self> {
        let url = Url::parse(iss)?;
        let cloud = Cloud::of_login_host(url.host)?;
        let tenant = url.first_segment().and_then(Guid::parse);
        let version = if url.has_host(cloud.v1_issuer_host()) {
            TokenVersion::V1
        } else {
            TokenVersion::V2
        };
        Some(Self {
            cloud,
            version,
            tenant,
        })
    }

    /// Whether it can be an issuer of this cloud.
    pub fn is_of(&self, cloud: Cloud) -> bool {
        self.cloud == cloud
            || (self.version == TokenVersion::V1
                && self.cloud.v1_issuer_host() == cloud.v1_issuer_host())
    }

    /// Whether both can be of one cloud. The host of version 1.0 issuers serves two clouds.
    pub fn shares_cloud_with(&self, other: &Self) -> bool {
        let is_global = |issuer: &Self| matches!(issuer.cloud, Cloud::Global | Cloud::UsGovernment);
        let is_shared = self.version == TokenVersion::V1 || other.version == TokenVersion::V1;
        self.cloud == other.cloud || (is_shared && is_global(self) && is_global(other))
    }
}

/// Whether two issuers are the same: letter by letter, apart from the case of the tenant's GUID.
pub fn is_same_issuer(left: &str, right: &str) -> bool {
    let left = left.split('/');
    let right = right.split('/');
    left.clone().count() == right.clone().count()
        && left.zip(right).all(|(left, right)| {
            left == right || Guid::parse(left).is_some_and(|guid| Guid::parse(right) == Some(guid))
        })
}

/// Whether an issuer is a template, such as `https://login.microsoftonline.com/{tenantid}/v2.0`.
pub fn is_template(issuer: &str) -> bool {
    issuer.contains("{tenantid}") || issuer.contains("{tenantId}")
}
