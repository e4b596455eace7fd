//! What a paste gives.

use crate::{
    diagnosis::{AnonymousCall, Case},
    http::{Authorization, Reason, Request, Response, TokenRefusal},
    jose::{JsonWebKeySet, Token},
    service::{Service, Settings},
};

use super::anonymous;

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

    /// Adds what stands further down in the same paste.
    pub(super) fn join(&mut self, mut later: Self) {
        // Each kind is said once: what a thousand log lines give is one reason.
        for item in std::mem::take(&mut later.items) {
            if !self.items.contains(&item) {
                self.items.push(item);
            }
        }
        replace(&mut self.service, later.service);
        later.replace_in(Known {
            settings: &mut self.settings,
            keys: &mut self.keys,
            token: &mut self.token,
            request: &mut self.request,
            response: &mut self.response,
            anonymous: &mut self.anonymous,
            logged: &mut self.logged,
            token_refusal: &mut self.token_refusal,
            held_roles: &mut self.held_roles,
        });
    }

    /// Puts what was read into the case. What is read later replaces what it contradicts, member by
    /// member; nothing that it does not speak of is lost.
    pub fn fill(self, case: &mut Case) {
        if let Some(service) = self.service {
            case.service = service;
        }
        self.replace_in(Known {
            settings: &mut case.settings,
            keys: &mut case.keys,
            token: &mut case.token,
            request: &mut case.request,
            response: &mut case.response,
            anonymous: &mut case.anonymous,
            logged: &mut case.logged,
            token_refusal: &mut case.token_refusal,
            held_roles: &mut case.held_roles,
        });
    }

    #[inline(never)]
    fn replace_in(mut self, mut known: Known<'_>) {
        anonymous::set_aside(&mut self, &mut known);
        // A token, or an answer of the service, shows that a token was issued after all.
        let is_issued = self.token.is_some() || self.response.is_some() || self.logged.is_some();
        let Known {
            settings,
            keys,
            token,
            request,
            response,
            anonymous,
            logged,
            token_refusal,
            held_roles,
        } = known;
        if is_issued || self.token_refusal.is_some() {
            *token_refusal = self.token_refusal;
        }
        settings.replace_with(self.settings);
        replace(keys, self.keys);
        replace(held_roles, self.held_roles);
        replace(token, self.token);
        replace_request(request, self.request);
        replace_response(response, self.response);
        if self.anonymous != AnonymousCall::NotSeen {
            *anonymous = self.anonymous;
        }
        replace(logged, self.logged);
    }
}

/// What was known before, of which each member may be replaced.
pub(super) struct Known<'a> {
    pub(super) settings: &'a mut Settings,
    pub(super) keys: &'a mut Option<JsonWebKeySet>,
    pub(super) token: &'a mut Option<Token>,
    pub(super) request: &'a mut Option<Request>,
    pub(super) response: &'a mut Option<Response>,
    pub(super) anonymous: &'a mut AnonymousCall,
    pub(super) logged: &'a mut Option<Reason>,
    pub(super) token_refusal: &'a mut Option<TokenRefusal>,
    pub(super) held_roles: &'a mut Option<Vec<String>>,
}

fn replace<T>(old: &mut Option<T>, new: Option<T>) {
    if new.is_some() {
        *old = new;
    }
}

/// A header alone says nothing of the method and the URL, a URL alone nothing of the headers.
fn replace_request(old: &mut Option<Request>, new: Option<Request>) {
    let Some(new) = new else { return };
    let old = old.get_or_insert_default();
    if !new.url.is_empty() {
        old.method = new.method;
        old.url = new.url;
    }
    if new.authorization != Authorization::NotSeen {
        old.authorization = new.authorization;
    }
}

/// A response with a status is a whole one. A challenge or a body alone belongs to the one before.
fn replace_response(old: &mut Option<Response>, new: Option<Response>) {
    let Some(new) = new else { return };
    match old {
        Some(old) if new.status.is_none() => {
            if !new.challenges.is_empty() {
                old.challenges = new.challenges;
            }
            replace(&mut old.body, new.body);
            replace(&mut old.correlation_id, new.correlation_id);
        }
        _ => *old = Some(new),
    }
}
