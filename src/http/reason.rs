//! Why a service, or an identity provider, says that it refused.

/// The one failure that a service's own words name [domain 3.4, 3.6].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The audience is invalid.
    Audience,
    /// The issuer is invalid.
    Issuer,
    /// The token has no expiration.
    NoExpiration,
    /// The token lifetime is invalid.
    Lifetime,
    /// The token is not valid yet.
    NotYetValid,
    /// The token is expired.
    Expired,
    /// The signature key was not found.
    KeyNotFound,
    /// The signature is invalid.
    Signature,
    /// The token does not have a signature.
    Unsigned,
    /// The token cannot be decrypted.
    Encrypted,
    /// The token cannot be read.
    Unreadable,
}

/// The identity provider's refusal to issue a token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenRefusal {
    /// The number of the `AADSTS` code.
    pub aadsts: Option<u32>,
    /// The OAuth 2.0 error code (RFC 6749 section 5.2): `invalid_client`.
    pub error: Option<String>,
    /// Its correlation id, which support asks for.
    pub correlation_id: Option<String>,
    /// Its trace id, which support asks for.
    pub trace_id: Option<String>,
    /// What its message names.
    pub named: Named,
}

/// What a refusal's message names [domain 5.8].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The client that asked, by its id, which is a GUID.
    pub client_id: Option<String>,
    /// The client by its name.
    pub client: Option<String>,
    /// The API that was asked for.
    pub resource: Option<String>,
    /// The tenant to log in to, which is a GUID.
    pub tenant: Option<String>,
    /// The scope to log in for.
    pub scope: Option<String>,
}
