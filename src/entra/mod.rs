//! Entra ID: GUIDs, clouds, authorities, issuers, and who is judged.

mod authority;
mod cloud;
mod consent;
mod guid;
mod identity;
mod issuer;
mod metadata;
mod version;

pub use authority::{
    Authority, AuthorityProblem, Tenant, ciam_tenant, is_provider_of, without_slash,
};
pub use cloud::Cloud;
pub use consent::consent_page;
pub use guid::Guid;
pub use identity::{Identity, IdentityEvidence, IdentityKind};
pub use issuer::{Issuer, is_same_issuer, is_template};
pub use metadata::Metadata;
pub use version::TokenVersion;
