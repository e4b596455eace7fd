//! Is it a JWT at all?
//!
//! The compact serialisation of a JWS: three base64url segments, the first two JSON objects (RFC 7515
//! section 7.1, RFC 7519 section 7.2), at most 250 KB [domain 3.5].

use super::{CauseId, Check, Facts, Finding, Input, Sent, Verdict};
use crate::jose::Token;

pub(super) fn check(facts: &Facts<'_>) -> Check {
    let cause = match &facts.case.token {
        None if facts.sent() == Sent::Unknown => return Check::cannot_tell(Input::Token),
        None => return Check::plain(Verdict::NotReached),
        Some(Token::Jws(_)) => return Check::pass(),
        Some(Token::SecureString) => CauseId::SecureStringToken,
        Some(Token::Placeholder(_)) => CauseId::PlaceholderToken,
        Some(Token::Malformed(_)) => CauseId::MalformedToken,
        Some(Token::Jwe(_)) => CauseId::EncryptedToken,
        Some(Token::Opaque(_)) => CauseId::OpaqueToken,
    };
    Check::fail(Finding::certain(cause))
}
