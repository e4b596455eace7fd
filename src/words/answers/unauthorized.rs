//! The answers under 401.

use super::Asked;
use crate::{
    diagnosis::{CauseId, Detail, SignatureCheck},
    entra::{Issuer, TokenVersion},
    http::{Authorization, Body},
    intake::Reason,
    jose::{Claim, NumericDate, Opaque, Problem, Token},
    words::{duration, problems},
};

const SAID: &str = "No, the service says";

pub(super) fn bearer_sent(asked: &Asked<'_>) -> String {
    let case = asked.facts.case;
    let sent = case.request.as_ref().map(|request| &request.authorization);
    let is_read = asked
        .facts
        .reasons
        .iter()
        .any(|reason| *reason != Reason::Unreadable);
    let words = if asked.passes() {
        match case.answers.token_sent {
            _ if is_read => "Yes, and the service read it",
            Some(true) if case.token.is_none() => "Yes, you said",
            _ => "Yes, there is one",
        }
    } else {
        match sent {
            _ if asked.is_said() => "No, the service saw none",
            Some(Authorization::Missing) => "No, the header is missing",
            Some(Authorization::OtherScheme(_)) => "No, another scheme was sent",
            Some(Authorization::Empty) => "No, nothing behind `Bearer`",
            _ => "No, you said",
        }
    };
    words.to_owned()
}

pub(super) fn answered_by(asked: &Asked<'_>) -> String {
    let body = asked
        .facts
        .case
        .response
        .as_ref()
        .and_then(|response| response.body.as_ref());
    let words = match (asked.passes(), body) {
        (true, Some(Body::OperationOutcome { .. })) => "Yes, with an OperationOutcome",
        (true, _) if asked.facts.challenge.is_some() => "Yes, with a `Bearer` challenge",
        (true, _) => "Yes, in its own words",
        (false, Some(Body::Html { .. })) => "No, a web page answered",
        (false, Some(Body::Json { .. })) => "No, the JSON is a gateway's",
        (false, _) => "No, a gateway answered",
    };
    words.to_owned()
}

pub(super) fn well_formed(asked: &Asked<'_>) -> String {
    let words = match &asked.facts.case.token {
        Some(Token::Jws(jws)) if asked.passes() => {
            return match jws.algorithm().filter(|algorithm| algorithm.len() <= 8) {
                Some(algorithm) => ["Yes, three parts, ", algorithm].concat(),
                None => "Yes, three parts".to_owned(),
            };
        }
        Some(Token::Malformed(malformed)) => match malformed.problem {
            Problem::Segments(_) => "No, not three segments",
            Problem::TooLong => "No, too long",
            Problem::Quote => "No, quotation marks around it",
            Problem::WhiteSpace => "No, white space in it",
            _ => return ["No, broken in ", problems::place(malformed.segment)].concat(),
        },
        Some(Token::SecureString) => "No, the text “SecureString”",
        Some(Token::Placeholder(_)) => "No, a variable was never filled",
        Some(Token::Jwe(_)) => "No, it is encrypted",
        Some(Token::Opaque(Opaque::RefreshToken)) => "No, a refresh token",
        Some(Token::Opaque(Opaque::CompactTicket)) => "No, a Microsoft account's ticket",
        Some(Token::Opaque(Opaque::AuthorizationCode)) => "No, an authorization code",
        Some(Token::Opaque(Opaque::Saml)) => "No, a SAML assertion",
        Some(Token::Opaque(Opaque::Other)) => "No, no JWT at all",
        Some(Token::Jws(_)) | None => "No, the service could not read it",
    };
    words.to_owned()
}

pub(super) fn token_kind(asked: &Asked<'_>) -> String {
    let words = match asked.cause() {
        _ if asked.passes() => "Yes, an access token",
        Some(CauseId::ArmToken) => "No, for Azure Resource Manager",
        Some(CauseId::GraphToken) => "No, for Microsoft Graph",
        Some(CauseId::DicomToken) => "No, for the DICOM service",
        Some(CauseId::FhirToken) => "No, for a FHIR service",
        Some(CauseId::ClientAssertion) => "No, a client assertion",
        Some(CauseId::IdToken) => "No, an ID token",
        _ => "No",
    };
    words.to_owned()
}

pub(super) fn signature(asked: &Asked<'_>) -> String {
    let words = match asked.cause() {
        _ if asked.passes() => match &asked.facts.case.signature_check {
            Some(SignatureCheck::Valid { key }) if key.len() <= 12 => {
                return ["Yes, by key ", key].concat();
            }
            _ => "Yes, by one of the keys",
        },
        Some(CauseId::UnsignedToken) => "No, it is not signed",
        Some(CauseId::SigningKeyNotFound) => "No, by an unknown key",
        Some(CauseId::SignatureInvalid) if !asked.is_said() => "No, it does not fit",
        _ if asked.is_said() => SAID,
        _ => "No",
    };
    words.to_owned()
}

pub(super) fn lifetime(asked: &Asked<'_>) -> String {
    let now = asked.facts.case.now;
    let apart = |name: &str| match asked.facts.claims?.time(name) {
        Claim::Present(NumericDate(seconds)) => Some(duration(seconds.saturating_sub(now))),
        Claim::Absent | Claim::Malformed(_) => None,
    };
    let cause = asked.cause();
    let words = match cause {
        _ if asked.passes() || asked.state.detail == Detail::ExpiresSoon => {
            return match apart("exp") {
                Some(left) => ["Yes, for ", &left.replacen(' ', " more ", 1)].concat(),
                None => "Yes".to_owned(),
            };
        }
        Some(CauseId::InsideClockSkew) => "Just outside, still accepted",
        Some(CauseId::LifetimeInMilliseconds) => "Yes, but in milliseconds",
        _ if asked.is_said() => SAID,
        Some(CauseId::Expired) => {
            return ["No, it expired ", &apart("exp").unwrap_or_default(), " ago"].concat();
        }
        Some(CauseId::NotYetValid) => {
            return ["No, it starts in ", &apart("nbf").unwrap_or_default()].concat();
        }
        Some(CauseId::NoExpiration) => "No, it has no end",
        Some(CauseId::LifetimeUnreadable) => "No, a time is no number",
        Some(CauseId::LifetimeInverted) => "No, it ends before it starts",
        _ => "No",
    };
    words.to_owned()
}

pub(super) fn audience(asked: &Asked<'_>) -> String {
    if matches!(asked.state.detail, Detail::FollowsFrom(_)) {
        return "No, for the same cause".to_owned();
    }
    let words = match asked.cause() {
        _ if asked.passes() => "Yes, letter by letter",
        Some(CauseId::AudienceTrailingSlash) if !asked.is_said() => "Yes, but for a slash",
        Some(CauseId::AudienceSharedDefault) => "No, the shared address",
        Some(CauseId::AudienceMissingFhirLabel) => "No, `.fhir` is missing",
        Some(CauseId::AudienceCase) => "No, capital letters differ",
        Some(CauseId::AudienceAppId) => "No, another name of it",
        Some(CauseId::AudienceOtherInstance) => "No, for another service",
        Some(CauseId::AudienceScopeSuffix) => "No, a scope is left on it",
        Some(CauseId::AudienceMissing) => "No, it names none",
        _ if asked.is_said() => SAID,
        _ => "No, for another API",
    };
    words.to_owned()
}

pub(super) fn issuer(asked: &Asked<'_>) -> String {
    let words = match asked.cause() {
        _ if asked.passes() => match asked.facts.claim("iss").and_then(Issuer::parse) {
            Some(Issuer {
                version: TokenVersion::V1,
                ..
            }) => "Yes, same tenant, version 1.0",
            Some(Issuer {
                version: TokenVersion::V2,
                ..
            }) => "Yes, same tenant, version 2.0",
            None => "Yes, its own issuer",
        },
        Some(CauseId::IssuerOtherTenant) => "No, another tenant",
        Some(CauseId::IssuerTokenVersion) => "No, another token version",
        Some(CauseId::IssuerOtherCloud) => "No, another cloud",
        Some(CauseId::IssuerTemplate) => "No, the authority has no tenant",
        Some(CauseId::IssuerMissing) => "No, it names none",
        Some(CauseId::AuthorityMalformed) => "No, the authority is no address",
        _ if asked.is_said() => SAID,
        _ => "No, another issuer",
    };
    words.to_owned()
}
