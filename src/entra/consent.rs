//! Where an administrator consents to what a client has listed, for all of a tenant (Microsoft Entra ID, "Grant
//! tenant-wide admin consent to an application").

use super::{cloud::Cloud, guid::Guid};

/// The address of that page: a host of Microsoft's and two ids that can be nothing else.
pub fn consent_page(cloud: Cloud, tenant: Guid, client: Guid) -> String {
    let (tenant, client) = (tenant.to_string(), client.to_string());
    [
        "https://",
        cloud.login_host(),
        "/",
        &tenant,
        "/adminconsent?client_id=",
        &client,
    ]
    .concat()
}
