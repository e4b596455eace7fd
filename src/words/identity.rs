//! Who is judged, in words.

use super::texts;
use crate::entra::{Identity, IdentityEvidence, IdentityKind};

/// Who is judged, and why it is taken for that: "A user, because `scp` is present. Through Azure CLI."
pub fn identity(identity: &Identity) -> String {
    let kind = match identity.kind {
        IdentityKind::User => "A user",
        IdentityKind::Guest => "A guest",
        IdentityKind::ServicePrincipal => "A service principal",
        IdentityKind::ManagedIdentity => "A managed identity",
        IdentityKind::Undetermined => "Undetermined",
    };
    let because = match identity.because {
        IdentityEvidence::Scp => "because `scp` is present",
        IdentityEvidence::IdtypApp => "because `idtyp` is `app`",
        IdentityEvidence::IdtypUser => "because `idtyp` is `user`",
        IdentityEvidence::SubEqualsOid => "because `sub` equals `oid` and there is no `scp`",
        IdentityEvidence::XmsMirid => "because `xms_mirid` names it",
        IdentityEvidence::XmsAzRid => "because `xms_az_rid` names the resource it runs on",
        IdentityEvidence::Idp => "because `idp` differs from `iss`",
        IdentityEvidence::Acct => "because `acct` is 1",
        IdentityEvidence::GuestName => "because its name has the form of a guest's",
        IdentityEvidence::Neither => "because there is neither `scp` nor the mark of an app",
    };
    let client = identity.client_id.as_deref().and_then(client_name);
    match client {
        Some(client) => [kind, ", ", because, ". Through ", client, "."].concat(),
        None => [kind, ", ", because, "."].concat(),
    }
}

/// The client ID of the Azure CLI.
pub(super) const AZURE_CLI: &str = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

/// The name of one of Microsoft's own clients, by its client ID.
pub fn client_name(client_id: &str) -> Option<&'static str> {
    named("known-clients", client_id)
}

/// The name of an application, a resource, a tenant or a directory role that has the same id everywhere.
pub fn known_id(id: &str) -> Option<&'static str> {
    client_name(id).or_else(|| named("known-ids", id))
}

fn named(section: &str, id: &str) -> Option<&'static str> {
    /// The length of a GUID.
    const LENGTH: usize = 36;
    if id.len() != LENGTH {
        return None;
    }
    let name = texts::line(section, &id.to_ascii_lowercase());
    (!name.is_empty()).then_some(name)
}
