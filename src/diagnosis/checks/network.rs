//! Does an anonymous `GET /metadata` get 403 as well?
//!
//! An approved private endpoint switches public access off: then every call gets 403, also those that
//! need no token [domain 2.5].

use super::{CauseId, Check, Detail, Facts, Finding, Input};

pub(super) fn check(facts: &Facts<'_>) -> Check {
    match facts.metadata_status() {
        None => Check::cannot_tell(Input::MetadataStatus),
        Some(403) => Check::fail(Finding::certain(CauseId::NetworkBlocked)),
        Some(_) => Check::pass().with(Detail::PersonSaid),
    }
}
