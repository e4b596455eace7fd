//! What a paste gives.

use crate::{
    diagnosis::AnonymousCall,
    http::{Reason, Request, Response, TokenRefusal},
    jose::{JsonWebKeySet, Token},
    service::{Service, Settings},
};

/// What one paste gives: each thing that was recognised, and what it is worth to the case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// What was recognised, in the order of the text.
    pub items: Vec<Item>,
    /// The service, where a URL's host or the settings tell it.
    pub service: Option<Service>,
    /// Settings that were read from the service's settings JSON or a discovery document.
    pub settings: Settings,
    /// Keys.
    pub keys: Option<JsonWebKeySet>,
    /// The bearer token.
    pub token: Option<Token>,
    /// The request.
    pub request: Option<Request>,
    /// The response.
    pub response: Option<Response>,
    /// The anonymous call that stands beside the request.
    pub anonymous: AnonymousCall,
    /// The reason that a server's log gives.
    pub logged: Option<Reason>,
    /// The identity provider's refusal to issue a token.
    pub token_refusal: Option<TokenRefusal>,
    /// The roles that the caller holds at the service.
    pub held_roles: Option<Vec<String>>,
}

/// One thing recognised in a paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// What was untidy about it, and tolerated.
    pub notes: Vec<Note>,
}

/// A kind of thing that may be pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A token.
    Token,
    /// An `Authorization` header.
    AuthorizationHeader,
    /// A `WWW-Authenticate` header.
    WwwAuthenticate,
    /// Other headers.
    Headers,
    /// A raw HTTP request.
    HttpRequest,
    /// A raw HTTP response.
    HttpResponse,
    /// An `OperationOutcome`.
    OperationOutcome,
    /// A `curl` command line.
    Curl,
    /// What `curl -v` or `curl -i` prints.
    CurlTranscript,
    /// A PowerShell command line.
    PowerShell,
    /// A `fetch(…)` call.
    Fetch,
    /// What a token endpoint, `az` or a managed identity endpoint answers.
    TokenResponse,
    /// An identity provider's refusal (`AADSTS…`).
    TokenRefusal,
    /// The service's settings as JSON.
    ServiceSettings,
    /// The caller's role assignments.
    RoleAssignments,
    /// A discovery document.
    DiscoveryDocument,
    /// A JWK set.
    JsonWebKeySet,
    /// A JWS in the JSON serialisation (RFC 7515 section 7.2), which no service takes as a bearer token.
    JwsJson,
    /// A URL with a token in it.
    RedirectUrl,
    /// A URL with an authorization code in it, which is no token yet (RFC 6749 section 4.1.2).
    AuthorizationCode,
    /// A recorded session (HAR).
    Har,
    /// A server's log line with an `IDX…` code.
    LogLine,
    /// Nothing that is known.
    Unrecognised,
}

/// Something untidy that was tolerated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// `Bearer` stood before the token.
    SchemeRemoved,
    /// Quotation marks stood around it.
    QuotesRemoved,
    /// White space or line breaks stood in it.
    WhiteSpaceRemoved,
    /// A comma or semicolon stood behind it.
    TrailingPunctuationRemoved,
    /// A byte order mark or other invisible characters stood in it.
    InvisibleRemoved,
    /// Zeros stood between its characters: it was UTF-16.
    ZerosRemoved,
}

impl Item {
    pub(super) fn of(kind: Kind) -> Self {
        Self {
            kind,
            notes: Vec::new(),
        }
    }
}

impl Evidence {
    /// A thing of this kind, of which nothing is read yet.
    #[inline(never)]
    pub(super) fn of(kind: Kind) -> Self {
        Self {
            items: vec![Item::of(kind)],
            ..Self::default()
        }
    }

    /// A response of this kind.
    #[inline(never)]
    pub(super) fn of_response(kind: Kind, response: Response) -> Self {
        let mut evidence = Self::of(kind);
        evidence.response = Some(response);
        evidence
    }

    /// A token of this kind.
    #[inline(never)]
    pub(super) fn of_token(kind: Kind, token: Token) -> Self {
        let mut evidence = Self::of(kind);
        evidence.token = Some(token);
        evidence
    }

    /// Keys.
    #[inline(never)]
    pub(super) fn of_keys(keys: JsonWebKeySet) -> Self {
        let mut evidence = Self::of(Kind::JsonWebKeySet);
        evidence.keys = Some(keys);
        evidence
    }

    /// Settings of this kind.
    #[inline(never)]
    pub(super) fn of_settings(kind: Kind, settings: Settings) -> Self {
        let mut evidence = Self::of(kind);
        evidence.settings = settings;
        evidence
    }
}
