//! Tenants, authorities and clouds.

use crate::{
    entra::{self, Authority, Cloud, Guid, Issuer, Tenant, TokenVersion},
    words::{identity::AZURE_CLI, template::Said},
};

use super::given::named;

impl Said<'_> {
    /// The API's authority, where it is one.
    pub(super) fn authority(&self) -> Option<Authority> {
        Authority::parse(self.facts.settings.authority.as_deref()?).ok()
    }

    /// The cloud of the API's authority.
    fn cloud(&self) -> Option<Cloud> {
        match self.authority()? {
            Authority::Entra { cloud, .. } => Some(cloud),
            _ => None,
        }
    }

    /// The token's issuer, where it is one of Entra ID's.
    fn issuer(&self) -> Option<Issuer> {
        Issuer::parse(self.facts.claim("iss")?)
    }

    /// The version of the token.
    pub(super) fn version(&self) -> Option<TokenVersion> {
        self.issuer().map(|issuer| issuer.version)
    }
}

/// The tenant to log in to: the API's, or else the token's, or the one that a refusal names.
pub(super) fn either(said: &Said<'_>) -> Option<String> {
    let of_refusal = || named(said)?.tenant.clone();
    of_api(said).or_else(|| of_token(said)).or_else(of_refusal)
}

/// Where an administrator consents to what a client has listed. The Azure CLI's list is not the tenant's.
pub(crate) fn consent_page(said: &Said<'_>) -> Option<String> {
    let client = Guid::parse(named(said)?.client_id.as_deref()?)?;
    let tenant = Guid::parse(&either(said)?)?;
    let is_own = Guid::parse(AZURE_CLI) != Some(client);
    is_own.then(|| entra::consent_page(said.cloud().unwrap_or(Cloud::Global), tenant, client))
}

/// The tenant that the API trusts: that of its issuer, or the one that its authority names, by id
/// or domain.
pub(super) fn of_api(said: &Said<'_>) -> Option<String> {
    let issuer = said
        .facts
        .settings
        .issuer
        .as_deref()
        .and_then(Issuer::parse);
    let tenant = match issuer.and_then(|issuer| issuer.tenant) {
        Some(tenant) => Tenant::Id(tenant),
        None => match said.authority()? {
            Authority::Entra { tenant, .. } => tenant,
            _ => return None,
        },
    };
    match tenant {
        Tenant::Id(id) => Some(id.to_string()),
        Tenant::Domain(domain) => Some(domain),
        Tenant::Template(_) => None,
    }
}

/// The tenant that issued the token.
pub(super) fn of_token(said: &Said<'_>) -> Option<String> {
    let of_issuer = said.issuer().and_then(|issuer| issuer.tenant);
    let tenant = of_issuer.or_else(|| Guid::parse(said.facts.claim("tid")?))?;
    Some(tenant.to_string())
}

/// What the API's authority names in place of a tenant.
pub(super) fn template(said: &Said<'_>) -> &'static str {
    match said.authority() {
        Some(Authority::Entra {
            tenant: Tenant::Template(name),
            ..
        }) => name,
        _ => "common",
    }
}

/// The host of the API's authority, where it is one of Entra ID's.
pub(super) fn authority_host(said: &Said<'_>) -> &'static str {
    said.cloud().map_or("", Cloud::login_host)
}

/// The host of the authority whose tokens look like this one. The host of version 1.0 issuers serves
/// two clouds: the API's own counts where it is one.
pub(super) fn fitting_host(said: &Said<'_>) -> &'static str {
    let cloud = match (said.issuer(), said.cloud()) {
        (Some(issuer), Some(cloud)) if issuer.is_of(cloud) => cloud,
        (Some(issuer), _) => issuer.cloud,
        (None, cloud) => cloud.unwrap_or(Cloud::Global),
    };
    cloud.login_host()
}

/// The sign-in host of the API's cloud.
pub(super) fn login_host(said: &Said<'_>) -> &'static str {
    said.cloud().unwrap_or(Cloud::Global).login_host()
}
