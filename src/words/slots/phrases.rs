//! Words that depend on the case.

use super::{Words, sides, tenants};
use crate::{
    diagnosis::{Detail, Doubt, NodeId, SignatureCheck, Verdict},
    entra::Guid,
    http::Authorization,
    jose::Token,
    service::{self, Action, HEALTHCARE_APIS_ID, Operation},
    words::{causes, identity, inputs, problems, template::Said, texts, time::number},
};

/// Names of words, and what chooses them.
pub(super) const PHRASES: &[(&str, Words)] = &[
    // The same in every case.
    ("azure-cli", |_| identity::AZURE_CLI),
    ("healthcare-apis", |_| HEALTHCARE_APIS_ID),
    ("unchecked", unchecked),
    // By the tenants.
    ("login-host", tenants::login_host),
    ("authority-host", tenants::authority_host),
    ("fitting-host", tenants::fitting_host),
    ("tenant-template", tenants::template),
    // By the request.
    ("action", |said| action(said).map_or("", Action::name)),
    ("least-role", |said| {
        service::least_role(action(said).unwrap_or(Action::Read), said.facts.service())
    }),
    ("header", |said| match authorization(said) {
        Some(Authorization::Missing) if said.facts.is_lost_on_redirect() => {
            "the redirect lost the `Authorization` header"
        }
        Some(Authorization::Missing) => "the request has no `Authorization` header",
        Some(Authorization::Empty) => "nothing stands behind `Bearer`",
        Some(Authorization::OtherScheme(_)) => {
            "[the header says `{scheme}`, not `Bearer`|`Bearer` is missing before the token]"
        }
        _ => "",
    }),
    ("header-in-short", |said| match authorization(said) {
        Some(Authorization::Missing) if said.facts.is_lost_on_redirect() => {
            "the redirect lost the header"
        }
        Some(Authorization::Missing) => "the header is missing",
        Some(Authorization::Empty) => "nothing behind `Bearer`",
        Some(Authorization::OtherScheme(_)) => "another scheme was sent",
        _ => "",
    }),
    // By the answer.
    ("status-name", |said| status(said, "name")),
    ("status-means", |said| status(said, "means")),
    ("status-step", |said| status(said, "step")),
    ("aadsts-meaning", |said| {
        texts::line(&causes::code_section(said.facts), "meaning")
    }),
    ("error-meaning", |said| {
        let refusal = said.facts.case.token_refusal.as_ref();
        let error = refusal.and_then(|refusal| refusal.error.as_deref());
        texts::line("oauth-errors", error.unwrap_or_default())
    }),
    // By the finding.
    ("doubt", doubt),
    ("needed-input", |said| match doubt_of(said) {
        Some(Doubt::Needs(needed)) => inputs::input(needed),
        _ => "",
    }),
    ("found-form", |said| form(sides::found(said))),
    ("expected-form", |said| form(sides::expected(said))),
    ("broken-segment", |said| match &said.facts.case.token {
        Some(Token::Malformed(malformed)) => problems::place(malformed.segment),
        _ => "",
    }),
    // By the state of a question.
    ("by-service", |said| match detail(said) {
        Some(Detail::ServiceSaid) => "No, says the service",
        _ => "",
    }),
    ("decider", |said| match detail(said) {
        Some(Detail::ByAzureRbac) => "Azure RBAC, for this service",
        Some(Detail::ByAllowList) => "The allow list, for this service",
        Some(Detail::ByRolesClaim) => "The token's roles, for this server",
        Some(Detail::BySmart) => "SMART: user and scopes",
        _ => "",
    }),
    ("follows-from", |said| match detail(said) {
        Some(Detail::FollowsFrom(node)) => follows_from(node),
        _ => "",
    }),
    ("open-input", |said| {
        match said.state.map(|state| state.verdict) {
            Some(Verdict::CannotTell(input)) => inputs::short(input),
            _ => "",
        }
    }),
];

/// What the checks left out.
fn unchecked(said: &Said<'_>) -> &'static str {
    let settings = &said.facts.settings;
    let signature = matches!(
        said.facts.case.signature_check,
        Some(SignatureCheck::Valid { .. })
    );
    let issuer = settings.authority.is_some() || settings.issuer.is_some();
    match (signature, settings.audience.is_some(), issuer) {
        (false, false, false) => "the signature, the audience and the issuer",
        (false, false, true) => "the signature and the audience",
        (false, true, false) => "the signature and the issuer",
        (false, true, true) => "the signature",
        (true, false, false) => "the audience and the issuer",
        (true, false, true) => "the audience",
        (true, true, false) => "the issuer",
        (true, true, true) => "whether the token was withdrawn",
    }
}

/// The action that the request needs.
fn action(said: &Said<'_>) -> Option<Action> {
    said.facts.operation.as_ref().and_then(Operation::action)
}

fn authorization<'a>(said: &Said<'a>) -> Option<&'a Authorization> {
    let request = said.facts.case.request.as_ref();
    request.map(|request| &request.authorization)
}

/// What the texts say of the status: of itself, of its kind, or of any.
fn status(said: &Said<'_>, key: &str) -> &'static str {
    let status = said.facts.status.unwrap_or_default();
    let own = ["status-", &number(status.into())].concat();
    let of_kind = ["status-", &number((status / 100).into()), "xx"].concat();
    for section in [&own, &of_kind, "status-any"] {
        let text = texts::line(section, key);
        if !text.is_empty() {
            return text;
        }
    }
    ""
}

fn doubt_of(said: &Said<'_>) -> Option<Doubt> {
    said.finding?.doubt
}

/// What makes a finding less than certain, as a sentence.
fn doubt(said: &Said<'_>) -> &'static str {
    match doubt_of(said) {
        Some(Doubt::OtherTokenSent) => {
            "The pasted token shows no such fault: it may not be the one that was sent."
        }
        Some(Doubt::DroppedOnTheWay) if said.facts.is_lost_on_redirect() => {
            "The pasted request does carry a token, and was redirected to another host."
        }
        Some(Doubt::DroppedOnTheWay) => {
            "The pasted request does carry a token, so something between the client and the \
             service dropped it."
        }
        Some(Doubt::Needs(_)) => "To be sure, {needed-input}.",
        Some(Doubt::ServiceVersion) => "How the service answers this depends on its version.",
        // It stands beside the headline.
        Some(Doubt::Suspected) | None => "",
    }
}

/// The form in which an audience names an API.
fn form(audience: Option<&str>) -> &'static str {
    match audience {
        None => "another name",
        Some(id) if Guid::parse(id).is_some() => "its client ID",
        Some(uri) if uri.starts_with("api://") => "its App ID URI, `api://…`",
        Some(_) => "its URL",
    }
}

fn detail(said: &Said<'_>) -> Option<Detail> {
    said.state.map(|state| state.detail)
}

/// What another question's failure means for the token.
const fn follows_from(node: NodeId) -> &'static str {
    match node {
        NodeId::BearerSent => "no token was sent",
        NodeId::WellFormed => "it cannot be read",
        NodeId::Signature => "the signature fails",
        NodeId::Lifetime => "it is outside its lifetime",
        NodeId::TokenKind | NodeId::Audience => "it is for another API",
        NodeId::Issuer => "it is another issuer's",
        _ => "",
    }
}
