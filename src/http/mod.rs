//! What matters of a request and of a response.

mod authorization;
mod body;
mod challenge;
mod date;
mod description;
pub(crate) mod form;
mod gateway;
mod message;
mod reason;
mod text;
mod url;

pub(crate) use body::is_operation_outcome;
pub use challenge::{Challenge, challenges};
pub(crate) use date::seconds;
pub(crate) use description::reason;
pub use gateway::Gateway;
pub use message::{Header, Headers};
pub use reason::{Named, Reason, TokenRefusal};
pub(crate) use text::{begins, cut_at, position_of};
pub use url::Url;

/// A request as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The method, upper case: `GET`.
    pub method: String,
    /// The URL as it was written; only a path where the host is not known.
    pub url: String,
    /// What its `Authorization` header carried.
    pub authorization: Authorization,
}

/// What a request's `Authorization` header carried. The bearer token itself is the case's token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Authorization {
    /// The headers were not seen.
    #[default]
    NotSeen,
    /// The headers were seen, and there is none.
    Missing,
    /// Another scheme than `Bearer`, by name (`Basic`), or a token without a scheme.
    OtherScheme(String),
    /// `Bearer` with nothing behind it.
    Empty,
    /// `Bearer` and a token.
    Bearer,
    /// A recorder left the headers out (a sanitized HAR file).
    Redacted,
}

/// A response as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    pub status: Option<u16>,
    /// The challenges of its `WWW-Authenticate` headers, in order.
    pub challenges: Vec<Challenge>,
    /// The body; none where it was not seen.
    pub body: Option<Body>,
    /// Where a redirect before it led, on whose way an `Authorization` header may have been lost.
    pub redirect: Option<String>,
    /// When it was made, in seconds since 1970.
    pub date: Option<i64>,
    /// The correlation id that support asks for: the `OperationOutcome`'s `id`, or a request id header.
    pub correlation_id: Option<String>,
}

/// A body, as far as it tells who answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Nothing but white space.
    Empty,
    /// A FHIR `OperationOutcome`.
    OperationOutcome {
        /// The code of the issue that tells a 401 from a 403, `login` or `forbidden`; without one, that of the first.
        code: String,
        /// The diagnostics of its issues, one behind the other.
        diagnostics: String,
    },
    /// Anything else: the FHIR service did not write it.
    Foreign {
        /// What it is.
        form: Form,
        /// A page's title, or the first 200 characters.
        excerpt: String,
        /// Who wrote it, where it tells.
        gateway: Option<Gateway>,
    },
}

/// The form of a body that is no `OperationOutcome`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// JSON of another shape.
    Json,
    /// An HTML page.
    Html,
    /// Other text.
    Text,
}

impl Response {
    /// Whether anything of it was seen.
    pub(crate) fn is_seen(&self) -> bool {
        self.status.is_some()
            || !self.challenges.is_empty()
            || self.body.is_some()
            || self.date.is_some()
            || self.correlation_id.is_some()
    }

    /// What in front of the service answered, by its body, or by the scheme that it asks for.
    pub fn gateway(&self) -> Option<Gateway> {
        if let Some(Body::Foreign { gateway, .. }) = self.body {
            return gateway;
        }
        self.challenges
            .iter()
            .find_map(|challenge| Gateway::of_scheme(&challenge.scheme))
    }
}
