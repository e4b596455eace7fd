//! The causes in words: one function each, in a file for each part of the tree.

mod allow_list;
mod audience;
mod bearer;
mod before;
mod gateway;
mod issuer;
mod kind;
mod lifetime;
mod rbac;
mod roles;
mod signature;
mod smart;
mod summary;
mod token;

use super::{CauseWords, Remedy, input, values};
use crate::diagnosis::{CauseId, Doubt, Facts, Finding, Weight};

/// A cause in words, with this case's values.
pub fn cause(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let mut words = of(finding, facts);
    // A summary names what is missing among its remedies.
    let is_summary = finding.cause.weight() == Weight::SumsUp;
    if let Some(doubt) = doubt(finding).filter(|_| !is_summary) {
        words.explanation.push(' ');
        words.explanation.push_str(&doubt);
    }
    words
}

fn of(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    match finding.cause {
        CauseId::TokenRequestFailed => before::token_request_failed(facts),
        CauseId::NoBearerToken => bearer::no_bearer_token(facts),
        CauseId::SecureStringToken => token::secure_string(facts),
        CauseId::PlaceholderToken => token::placeholder(facts),
        CauseId::MalformedToken => token::malformed(facts),
        CauseId::EncryptedToken => token::encrypted(facts),
        CauseId::OpaqueToken => token::opaque(facts),
        CauseId::UnsignedToken => signature::unsigned(facts),
        CauseId::ClientAssertion => kind::client_assertion(facts),
        CauseId::IdToken => kind::id_token(facts),
        CauseId::GraphToken => kind::graph(facts),
        CauseId::ArmToken => kind::arm(facts),
        CauseId::DicomToken => kind::dicom(facts),
        CauseId::FhirToken => kind::fhir(facts),
        CauseId::SignatureInvalid => signature::invalid(facts),
        CauseId::SigningKeyNotFound => signature::key_not_found(facts),
        CauseId::Expired => lifetime::expired(facts),
        CauseId::NotYetValid => lifetime::not_yet_valid(facts),
        CauseId::NoExpiration => lifetime::no_expiration(facts),
        CauseId::LifetimeUnreadable => lifetime::unreadable(finding, facts),
        CauseId::LifetimeInverted => lifetime::inverted(facts),
        CauseId::LifetimeInMilliseconds => lifetime::in_milliseconds(facts),
        CauseId::InsideClockSkew => lifetime::inside_skew(facts),
        CauseId::AudienceSharedDefault => audience::shared_default(finding, facts),
        CauseId::AudienceMissingFhirLabel => audience::missing_fhir_label(finding, facts),
        CauseId::AudienceCase => audience::case(finding, facts),
        CauseId::AudienceTrailingSlash => audience::trailing_slash(finding, facts),
        CauseId::AudienceAppId => audience::app_id(finding, facts),
        CauseId::AudienceOtherInstance => audience::other_instance(finding, facts),
        CauseId::AudienceScopeSuffix => audience::scope_suffix(finding, facts),
        CauseId::AudienceMismatch => audience::mismatch(finding, facts),
        CauseId::AudienceMissing => audience::missing(facts),
        CauseId::IssuerOtherTenant => issuer::other_tenant(facts),
        CauseId::IssuerTokenVersion => issuer::token_version(facts),
        CauseId::IssuerOtherCloud => issuer::other_cloud(facts),
        CauseId::IssuerTemplate => issuer::template(facts),
        CauseId::IssuerMismatch => issuer::mismatch(finding, facts),
        CauseId::IssuerMissing => issuer::missing(facts),
        CauseId::AuthorityMalformed => issuer::authority_malformed(facts),
        CauseId::GatewayAnswered => gateway::answered(facts),
        CauseId::SettingsDifferFromServer => gateway::settings_differ(finding, facts),
        CauseId::Unexplained401 => summary::unexplained_401(facts),
        CauseId::NetworkBlocked => gateway::network_blocked(facts),
        CauseId::StatusContradiction => gateway::status_contradiction(facts),
        CauseId::ClientIdListed => allow_list::client_id_listed(facts),
        CauseId::TenantIdListed => allow_list::tenant_id_listed(facts),
        CauseId::AudienceIdListed => allow_list::audience_id_listed(facts),
        CauseId::GroupListed => allow_list::group_listed(facts),
        CauseId::AllowListEmpty => allow_list::empty(facts),
        CauseId::OidNotListed => allow_list::oid_not_listed(facts),
        CauseId::OidMissing => allow_list::oid_missing(facts),
        CauseId::AllowListDisablesRbac => allow_list::disables_rbac(facts),
        CauseId::AllowListNotSupported => allow_list::not_supported(facts),
        CauseId::ForeignAuthority => rbac::foreign_authority(facts),
        CauseId::NoDataRole => rbac::no_data_role(finding, facts),
        CauseId::ControlPlaneRoleOnly => rbac::control_plane_only(facts),
        CauseId::RoleLacksAction => roles::lacks_action(finding, facts),
        CauseId::RolesClaimMissing => roles::roles_claim_missing(facts),
        CauseId::RolesClaimUnknown => roles::roles_claim_unknown(facts),
        CauseId::SmartClientNotRegistered => smart::client_not_registered(facts),
        CauseId::SmartFhirUserMissing => smart::fhir_user_missing(facts),
        CauseId::SmartScopesMissing => smart::scopes_missing(facts),
        CauseId::SmartScopeInsufficient => smart::scope_insufficient(finding, facts),
        CauseId::SmartReadOnly => smart::read_only(facts),
        CauseId::PropagationDelay => rbac::propagation_delay(facts),
        CauseId::Unexplained403 => summary::unexplained_403(finding, facts),
        CauseId::TokenInUrl => gateway::token_in_url(facts),
        CauseId::SmartScopesMalformed => smart::scopes_malformed(finding, facts),
        CauseId::NotAuth => summary::not_auth(facts),
        CauseId::WouldBeAccepted => summary::would_be_accepted(finding, facts),
    }
}

/// What makes a finding less than certain, as a sentence.
fn doubt(finding: &Finding) -> Option<String> {
    Some(match finding.doubt? {
        Doubt::OtherTokenSent => {
            "The pasted token shows no such fault: it may not be the one that was sent.".to_owned()
        }
        Doubt::DroppedOnTheWay => {
            "The pasted request does carry a token, so something between the client and the \
             service dropped it."
                .to_owned()
        }
        Doubt::Needs(needed) => ["To be sure, ", input(needed), "."].concat(),
        Doubt::Suspected => "You picked this; nothing in hand speaks for or against it.".to_owned(),
        Doubt::ServiceVersion => "How the service answers this depends on its version.".to_owned(),
    })
}

fn words(
    headline: impl Into<String>,
    explanation: impl Into<String>,
    remedies: Vec<Remedy>,
) -> CauseWords {
    CauseWords {
        headline: headline.into(),
        explanation: explanation.into(),
        remedies,
    }
}

/// The two values that a finding compares; none where one is unknown or missing.
struct Sides {
    found: Option<String>,
    expected: Option<String>,
}

impl Sides {
    /// What the finding compared, or else the claim and the API's setting.
    fn of(finding: &Finding, facts: &Facts<'_>, claim: &str) -> Self {
        let known = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        if let Some(evidence) = &finding.evidence {
            return Self {
                found: known(&evidence.found),
                expected: known(&evidence.expected),
            };
        }
        let setting = match claim {
            "aud" => facts.settings.audience.as_deref(),
            _ => facts.settings.authority.as_deref(),
        };
        Self {
            found: values::claim(facts, claim).and_then(known),
            expected: setting.and_then(known),
        }
    }
}
