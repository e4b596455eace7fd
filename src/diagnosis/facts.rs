//! What follows from a case before anything is judged: the checks and the words both read it.

use super::case::{AnonymousCall, Case, DataRoleAnswer};
use crate::{
    entra::{Identity, is_provider_of},
    http::{Authorization, Body, Challenge, Reason, Url},
    jose::{Claims, Jws, Token},
    service::{
        Actions, DICOM_AUDIENCE, Operation, Role, Service, Settings, SmartIdentityProvider,
        is_control_plane_role,
    },
};

/// A case and what follows from it.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The case itself.
    pub case: &'a Case,
    /// The settings that the checks use: the service's own 401 before what was entered.
    pub settings: Settings,
    /// The signed token, where it can be read.
    pub jws: Option<&'a Jws>,
    /// Its claims.
    pub claims: Option<Claims<'a>>,
    /// Who is judged.
    pub identity: Option<Identity>,
    /// The status, given or implied.
    pub status: Option<u16>,
    /// The Bearer challenge that counts as the service's own.
    pub challenge: Option<&'a Challenge>,
    /// The failures that the service's own words name, in their order.
    pub reasons: Vec<Reason>,
    /// What the request does.
    pub operation: Option<Operation>,
    /// The role that is held at the service: the person's answer, or else what a list of roles says.
    pub data_role: Option<DataRoleAnswer>,
}

impl<'a> Facts<'a> {
    /// What follows from this case.
    pub fn of(case: &'a Case) -> Self {
        let status = status(case);
        let challenge = own_challenge(case, status);
        let jws = match &case.token {
            Some(Token::Jws(jws)) => Some(jws),
            _ => None,
        };
        let claims = jws.map(Jws::claims);
        let mut reasons = challenge.map(Challenge::reasons).unwrap_or_default();
        if status == Some(401) {
            reasons.extend(case.logged);
        }
        let operation = case
            .request
            .as_ref()
            .filter(|request| !request.url.is_empty())
            .map(|request| Operation::of(request, case.service));
        let answered = case.answers.data_role.clone();
        let data_role = answered.or_else(|| held_role(case, operation.as_ref()));
        Self {
            case,
            settings: effective_settings(case, challenge),
            jws,
            claims,
            identity: claims.map(Identity::of),
            status,
            challenge,
            reasons,
            operation,
            data_role,
        }
    }

    /// The service that was called.
    pub fn service(&self) -> Service {
        self.case.service
    }

    /// What is known of the token.
    pub fn sent(&self) -> Sent {
        let authorization = self
            .case
            .request
            .as_ref()
            .map(|request| &request.authorization);
        let is_answered_no = self.case.answers.token_sent == Some(false)
            && authorization != Some(&Authorization::Bearer);
        if let Some(token) = self.case.token.as_ref().filter(|_| !is_answered_no) {
            return if matches!(token, Token::Jws(_)) {
                Sent::Readable
            } else {
                Sent::Unreadable
            };
        }
        // Many tools leave a token out of what they copy, and the service finds fault only with one that it received.
        let is_missing = match authorization {
            Some(Authorization::Missing | Authorization::OtherScheme(_) | Authorization::Empty) => {
                !self.says_token_came()
            }
            Some(Authorization::NotSeen | Authorization::Bearer | Authorization::Redacted)
            | None => false,
        };
        if is_missing || is_answered_no || self.says_no_token() {
            Sent::No
        } else {
            Sent::Unknown
        }
    }

    /// Whether the service's challenge says that no bearer token reached it. A description alone is the
    /// end of a challenge that says otherwise.
    pub fn says_no_token(&self) -> bool {
        self.challenge.is_some_and(|challenge| {
            challenge.error.is_none() && challenge.error_description.is_none()
        })
    }

    /// Whether the service finds fault with a token, so that one reached it.
    pub fn says_token_came(&self) -> bool {
        !self.reasons.is_empty() || self.challenge.is_some() && !self.says_no_token()
    }

    /// Whether a redirect lost the `Authorization` header: the request that was seen last has none, or the
    /// one that was seen first went to another host.
    pub fn is_lost_on_redirect(&self) -> bool {
        let (Some(request), Some(response)) = (&self.case.request, &self.case.response) else {
            return false;
        };
        let Some(to) = &response.redirect else {
            return false;
        };
        match request.authorization {
            Authorization::Missing => true,
            Authorization::Bearer => Url::parse(to)
                .is_some_and(|to| !to.has_host(Url::parse_reference(&request.url).host)),
            _ => false,
        }
    }

    /// Whether the answer's body is not the service's own. The DICOM service has no such mark, and an
    /// empty body says nothing.
    pub fn is_gateway_body(&self) -> bool {
        is_gateway_body(self.case)
    }

    /// A claim as text.
    pub fn claim(&self, name: &str) -> Option<&'a str> {
        self.claims?.text(name)
    }

    /// The application that the token was issued to.
    pub fn client_id(&self) -> Option<&'a str> {
        self.claim("azp").or_else(|| self.claim("appid"))
    }

    /// The SMART identity provider that issued the token, of those the service trusts.
    pub fn smart_provider(&self) -> Option<&SmartIdentityProvider> {
        let issuer = self.claim("iss")?;
        let providers = self.settings.smart_identity_providers.as_deref()?;
        let is_offered = self.service() == Service::AhdsFhir;
        providers
            .iter()
            .find(|provider| is_offered && is_provider_of(&provider.authority, issuer))
    }

    /// Whether the refused call is one that asks for no token, and that brought none.
    pub fn needs_no_token(&self) -> bool {
        self.operation == Some(Operation::Anonymous)
            && self.status == Some(403)
            && self.sent() == Sent::No
            && !self.says_no_token()
    }

    /// The status of an anonymous `GET /metadata`: the person's answer, or a pasted call's own.
    pub fn metadata_status(&self) -> Option<u16> {
        let pasted = match self.case.anonymous {
            _ if self.operation == Some(Operation::Anonymous) => self.status,
            AnonymousCall::Answered(status) => Some(status),
            AnonymousCall::NotSeen | AnonymousCall::Asked => None,
        };
        self.case.answers.metadata_status.or(pasted)
    }
}

/// Of several roles the one that covers the request, or else the one that covers most at this service. A role
/// that is not known counts where its name speaks of the services; others, as Storage has them, open nothing here.
fn held_role(case: &Case, operation: Option<&Operation>) -> Option<DataRoleAnswer> {
    let held = case.held_roles.as_deref()?;
    let needed = operation.and_then(Operation::action);
    let mut best: Option<Role> = None;
    for role in held.iter().filter_map(|name| Role::data_role(name)) {
        let actions = role.actions_at(case.service);
        let is_better = best.is_none_or(|best| {
            let known = best.actions_at(case.service);
            let covers = |actions: Actions| needed.is_some_and(|needed| actions.allow(needed));
            !covers(known) && (covers(actions) || actions.and(known) == actions)
        });
        if is_better {
            best = Some(role);
        }
    }
    let is_of_services = |name: &&String| {
        ["fhir", "dicom", "health"]
            .iter()
            .any(|word| name.to_ascii_lowercase().contains(word))
    };
    let named = best.map(|role| role.name.to_owned());
    let named = named.or_else(|| held.iter().find(is_of_services).cloned());
    Some(match named {
        Some(name) => DataRoleAnswer::Named(name),
        None if held.iter().any(|name| is_control_plane_role(name)) => {
            DataRoleAnswer::OwnerOrContributor
        }
        None => DataRoleAnswer::None,
    })
}

/// What is known of the token's way to the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// A signed token, in hand.
    Readable,
    /// Something that cannot be read, in hand.
    Unreadable,
    /// None was sent.
    No,
    /// None is in hand, and nothing says that none was sent.
    Unknown,
}

/// The settings of a case: what was entered, and where nothing was, what the service's own 401 names.
pub fn settings(case: &Case) -> Settings {
    let mut settings = case.settings.clone();
    if let Some(challenge) = own_challenge(case, status(case)) {
        settings.authority = settings
            .authority
            .or_else(|| challenge.authorization_uri.clone());
        settings.audience = settings
            .audience
            .or_else(|| challenge.audience().map(str::to_owned));
    }
    settings
}

/// The status, given or implied: a challenge and a log line go with 401, an OperationOutcome's code
/// tells 401 from 403.
fn status(case: &Case) -> Option<u16> {
    let given = case.response.as_ref().and_then(|response| response.status);
    given.or_else(|| {
        let response = case.response.as_ref();
        if response.is_some_and(|response| !response.challenges.is_empty()) || case.logged.is_some()
        {
            return Some(401);
        }
        match response.and_then(|response| response.body.as_ref())? {
            Body::OperationOutcome { code, .. } if code == "login" => Some(401),
            Body::OperationOutcome { code, .. } if code == "forbidden" => Some(403),
            _ => None,
        }
    })
}

/// The Bearer challenge of a 401, unless the body shows that a gateway wrote it.
fn own_challenge(case: &Case, status: Option<u16>) -> Option<&Challenge> {
    let response = case.response.as_ref()?;
    let is_own = status == Some(401) && !is_gateway_body(case);
    response
        .challenges
        .iter()
        .find(|challenge| is_own && challenge.is_bearer())
}

fn is_gateway_body(case: &Case) -> bool {
    let body = case
        .response
        .as_ref()
        .and_then(|response| response.body.as_ref());
    case.service != Service::AhdsDicom && matches!(body, Some(Body::Foreign { .. }))
}

/// The service's word goes before the entry; the DICOM services share one fixed audience.
fn effective_settings(case: &Case, challenge: Option<&Challenge>) -> Settings {
    let mut settings = case.settings.clone();
    if let Some(challenge) = challenge {
        let authority = challenge.authorization_uri.clone();
        let audience = challenge.audience().map(str::to_owned);
        settings.authority = authority.or(settings.authority);
        settings.audience = audience.or(settings.audience);
    }
    if case.service == Service::AhdsDicom && settings.audience.is_none() {
        settings.audience = Some(DICOM_AUDIENCE.to_owned());
    }
    settings
}

/// The inside of a signed token.
#[derive(Clone, Copy, Debug)]
pub struct Inside<'a> {
    /// The token.
    pub jws: &'a Jws,
    /// Its claims.
    pub claims: Claims<'a>,
}

impl<'a> Facts<'a> {
    /// The inside of the token, where it can be read.
    pub fn inside(&self) -> Option<Inside<'a>> {
        let jws = self.jws?;
        Some(Inside {
            jws,
            claims: jws.claims(),
        })
    }
}
