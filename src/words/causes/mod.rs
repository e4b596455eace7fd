//! The causes in words: one text each, in a file for each part of the tree.

mod allow_list;
mod audience;
mod bearer;
mod before;
mod gateway;
mod issuer;
mod kind;
mod lifetime;
mod malformed;
mod opaque;
mod placeholder;
mod rbac;
mod roles;
mod signature;
mod smart;
mod summary;
mod token;

use super::{
    CauseWords, Remedy, Way, aadsts,
    commands::command,
    template::{Said, Style},
    text::{CauseText, RemedyText},
};
use crate::{
    diagnosis::{CauseId, Facts, Finding, Weight},
    jose::Token,
};

/// A cause in words, with this case's values.
pub fn cause(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let said = Said {
        facts,
        finding: Some(finding),
        state: None,
    };
    let text = text(finding.cause, facts);
    let mut explanation = said.say(text.explanation);
    // A summary names what is missing among its remedies.
    if finding.cause.weight() != Weight::SumsUp {
        said.fill("[ {doubt}]", Style::Sentence, &mut explanation);
    }
    let mut remedies = Vec::new();
    add_remedies(&said, code_remedies(finding.cause, facts), &mut remedies);
    add_remedies(&said, text.remedies, &mut remedies);
    CauseWords {
        headline: said.say(text.headline),
        explanation,
        remedies,
    }
}

/// What is to be done about the identity provider's own code.
fn code_remedies(cause: CauseId, facts: &Facts<'_>) -> &'static [RemedyText] {
    let refusal = facts.case.token_refusal.as_ref();
    let number = refusal.and_then(|refusal| refusal.aadsts);
    match number.and_then(aadsts::code) {
        Some(code) if cause == CauseId::TokenRequestFailed => code.remedies,
        _ => &[],
    }
}

/// Adds the remedies that have something to say in this case.
fn add_remedies(said: &Said<'_>, texts: &[RemedyText], remedies: &mut Vec<Remedy>) {
    for text in texts {
        let step = said.say(text.step);
        if step.is_empty() {
            continue;
        }
        let mut ways = Vec::new();
        for way in text.ways {
            let note = said.say(way.note);
            if !note.is_empty() {
                ways.push(Way {
                    tool: way.tool,
                    command: command(way.command, way.tool.shell(), said),
                    note,
                });
            }
        }
        remedies.push(Remedy {
            mover: text.mover,
            step,
            ways,
        });
    }
}

/// What is said of a cause, by what was sent where that tells it apart.
pub(super) fn text(cause: CauseId, facts: &Facts<'_>) -> &'static CauseText {
    match (cause, &facts.case.token) {
        (CauseId::PlaceholderToken, Some(Token::Placeholder(kind))) => placeholder::text(*kind),
        (CauseId::OpaqueToken, Some(Token::Opaque(kind))) => opaque::text(*kind),
        (CauseId::MalformedToken, Some(Token::Malformed(malformed))) => {
            malformed::text(&malformed.problem)
        }
        _ => text_of(cause),
    }
}

const fn text_of(cause: CauseId) -> &'static CauseText {
    match cause {
        CauseId::TokenRequestFailed => &before::TOKEN_REQUEST_FAILED,
        CauseId::NoBearerToken => &bearer::NO_BEARER_TOKEN,
        CauseId::SecureStringToken => &token::SECURE_STRING,
        CauseId::PlaceholderToken => &placeholder::ANY,
        CauseId::MalformedToken => &malformed::UNSEEN,
        CauseId::EncryptedToken => &token::ENCRYPTED,
        CauseId::OpaqueToken => &opaque::OTHER,
        CauseId::UnsignedToken => &signature::UNSIGNED,
        CauseId::ClientAssertion => &kind::CLIENT_ASSERTION,
        CauseId::IdToken => &kind::ID_TOKEN,
        CauseId::GraphToken => &kind::GRAPH,
        CauseId::ArmToken => &kind::ARM,
        CauseId::DicomToken => &kind::DICOM,
        CauseId::FhirToken => &kind::FHIR,
        CauseId::SignatureInvalid => &signature::INVALID,
        CauseId::SigningKeyNotFound => &signature::KEY_NOT_FOUND,
        CauseId::Expired => &lifetime::EXPIRED,
        CauseId::NotYetValid => &lifetime::NOT_YET_VALID,
        CauseId::NoExpiration => &lifetime::NO_EXPIRATION,
        CauseId::LifetimeUnreadable => &lifetime::UNREADABLE,
        CauseId::LifetimeInverted => &lifetime::INVERTED,
        CauseId::LifetimeInMilliseconds => &lifetime::IN_MILLISECONDS,
        CauseId::InsideClockSkew => &lifetime::INSIDE_SKEW,
        CauseId::AudienceSharedDefault => &audience::SHARED_DEFAULT,
        CauseId::AudienceMissingFhirLabel => &audience::MISSING_FHIR_LABEL,
        CauseId::AudienceCase => &audience::CASE,
        CauseId::AudienceTrailingSlash => &audience::TRAILING_SLASH,
        CauseId::AudienceAppId => &audience::APP_ID,
        CauseId::AudienceOtherInstance => &audience::OTHER_INSTANCE,
        CauseId::AudienceScopeSuffix => &audience::SCOPE_SUFFIX,
        CauseId::AudienceMismatch => &audience::MISMATCH,
        CauseId::AudienceMissing => &audience::MISSING,
        CauseId::IssuerOtherTenant => &issuer::OTHER_TENANT,
        CauseId::IssuerTokenVersion => &issuer::TOKEN_VERSION,
        CauseId::IssuerOtherCloud => &issuer::OTHER_CLOUD,
        CauseId::IssuerTemplate => &issuer::TEMPLATE,
        CauseId::IssuerMismatch => &issuer::MISMATCH,
        CauseId::IssuerMissing => &issuer::MISSING,
        CauseId::AuthorityMalformed => &issuer::AUTHORITY_MALFORMED,
        CauseId::GatewayAnswered => &gateway::ANSWERED,
        CauseId::SettingsDifferFromServer => &gateway::SETTINGS_DIFFER,
        CauseId::Unexplained401 => &summary::UNEXPLAINED_401,
        CauseId::NetworkBlocked => &gateway::NETWORK_BLOCKED,
        CauseId::StatusContradiction => &gateway::STATUS_CONTRADICTION,
        CauseId::ClientIdListed => &allow_list::CLIENT_ID_LISTED,
        CauseId::TenantIdListed => &allow_list::TENANT_ID_LISTED,
        CauseId::AudienceIdListed => &allow_list::AUDIENCE_ID_LISTED,
        CauseId::GroupListed => &allow_list::GROUP_LISTED,
        CauseId::AllowListEmpty => &allow_list::EMPTY,
        CauseId::OidNotListed => &allow_list::OID_NOT_LISTED,
        CauseId::OidMissing => &allow_list::OID_MISSING,
        CauseId::AllowListDisablesRbac => &allow_list::DISABLES_RBAC,
        CauseId::AllowListNotSupported => &allow_list::NOT_SUPPORTED,
        CauseId::ForeignAuthority => &rbac::FOREIGN_AUTHORITY,
        CauseId::NoDataRole => &rbac::NO_DATA_ROLE,
        CauseId::ControlPlaneRoleOnly => &rbac::CONTROL_PLANE_ONLY,
        CauseId::RoleLacksAction => &roles::LACKS_ACTION,
        CauseId::RolesClaimMissing => &roles::ROLES_CLAIM_MISSING,
        CauseId::RolesClaimUnknown => &roles::ROLES_CLAIM_UNKNOWN,
        CauseId::SmartClientNotRegistered => &smart::CLIENT_NOT_REGISTERED,
        CauseId::SmartFhirUserMissing => &smart::FHIR_USER_MISSING,
        CauseId::SmartScopesMissing => &smart::SCOPES_MISSING,
        CauseId::SmartScopeInsufficient => &smart::SCOPE_INSUFFICIENT,
        CauseId::SmartReadOnly => &smart::READ_ONLY,
        CauseId::PropagationDelay => &rbac::PROPAGATION_DELAY,
        CauseId::Unexplained403 => &summary::UNEXPLAINED_403,
        CauseId::TokenInUrl => &gateway::TOKEN_IN_URL,
        CauseId::SmartScopesMalformed => &smart::SCOPES_MALFORMED,
        CauseId::NotAuth => &summary::NOT_AUTH,
        CauseId::WouldBeAccepted => &summary::WOULD_BE_ACCEPTED,
    }
}
