//! Is it meant for this API?
//!
//! `aud` (RFC 7519 section 4.1.3) is compared byte for byte; of several audiences one must fit. One
//! trailing slash is tolerated by the current library [domain 1.2 h], so it is a warning.

use super::{
    CauseId, Check, Detail, Facts, Finding, Input, NodeId, Verdict, expected_audience, token_kind,
};
use crate::{
    diagnosis::facts::Inside,
    service::{AudienceDifference, difference},
};

pub(super) fn check(facts: &Facts<'_>, inside: Inside<'_>) -> Check {
    if token_kind::check(facts, inside).verdict == Verdict::Fail {
        return Check::plain(Verdict::Fail).with(Detail::FollowsFrom(NodeId::TokenKind));
    }
    let found = inside.claims.texts("aud");
    if found.is_empty() {
        return Check::fail(Finding::certain(CauseId::AudienceMissing));
    }
    let expected = facts.expected_audiences();
    let mut closest: Option<(Option<AudienceDifference>, &str, &str)> = None;
    for found in found {
        for expected in &expected {
            let difference = difference(found, expected);
            if closest.is_none_or(|(least, ..)| difference < least) {
                closest = Some((difference, found, *expected));
            }
        }
    }
    let Some((difference, found, expected)) = closest else {
        return Check::cannot_tell(Input::Audience);
    };
    let Some(difference) = difference else {
        return Check::pass();
    };
    let finding = Finding::certain(cause(difference))
        .comparing(expected_audience::comparison(facts, found, expected));
    if difference == AudienceDifference::TrailingSlash {
        Check::warn(finding)
    } else {
        Check::fail(finding)
    }
}

fn cause(difference: AudienceDifference) -> CauseId {
    match difference {
        AudienceDifference::TrailingSlash => CauseId::AudienceTrailingSlash,
        AudienceDifference::Case => CauseId::AudienceCase,
        AudienceDifference::ScopeSuffix => CauseId::AudienceScopeSuffix,
        AudienceDifference::MissingFhirLabel => CauseId::AudienceMissingFhirLabel,
        AudienceDifference::SharedDefault => CauseId::AudienceSharedDefault,
        AudienceDifference::AppId => CauseId::AudienceAppId,
        AudienceDifference::OtherInstance => CauseId::AudienceOtherInstance,
        AudienceDifference::Other => CauseId::AudienceMismatch,
    }
}
