//! Versions of Entra ID's tokens.

/// A version of Entra ID's tokens. The resource decides it, not the endpoint [domain 4.1].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenVersion {
    /// 1.0
    V1,
    /// 2.0
    V2,
}
