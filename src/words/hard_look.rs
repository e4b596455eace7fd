//! The remarks of a hard look, in words.

use crate::jose::{Concern, Remark};

/// A remark as a sentence without a full stop: "`jku`: the token says where its own key is …".
pub fn remark(remark: &Remark<'_>) -> String {
    /// A longer name is cut off: the table of claims shows it whole.
    const LONGEST: usize = 40;
    let name = remark.name.replace('`', "'");
    let end = name.floor_char_boundary(LONGEST);
    let (shown, rest) = name.split_at_checked(end).unwrap_or((&name, ""));
    let cut = if rest.is_empty() { "" } else { "…" };
    ["`", shown, cut, "`: ", words(remark.concern)].concat()
}

const fn words(concern: Concern) -> &'static str {
    match concern {
        Concern::Unsigned => {
            "it is `none`, so anyone could have written this token (RFC 8725, 3.1)"
        }
        Concern::Hmac => {
            "it is signed with a shared secret: whoever can check it can also write one (RFC 8725, 3.5)"
        }
        Concern::Critical => {
            "a reader that does not know all of these extensions must refuse the token (RFC 7515, 4.1.11)"
        }
        Concern::KeyAddress => {
            "the token says where its own key is. Nobody may follow that (RFC 8725, 3.10)"
        }
        Concern::KeyInside => "the token brings its own key, which proves nothing (RFC 8725, 3.10)",
        Concern::Compressed => "its length may tell what is in it (RFC 8725, 3.6)",
        Concern::NoType => {
            "it is missing, so kinds of tokens look alike (RFC 8725, 3.11; RFC 9068 wants `at+jwt`)"
        }
        Concern::LongLife => {
            "it lives for more than a day; Entra ID's access tokens for 60 to 90 minutes"
        }
        Concern::SeveralAudiences => {
            "each of these APIs could use the token at the others (RFC 9068, 3)"
        }
        Concern::Repeated => {
            "it occurs twice. The service reads the last one, others the first (RFC 8725, 2.4)"
        }
        Concern::Rounded => "many programs cannot hold this number exactly (RFC 8259, 6)",
        Concern::Hidden => "some of its characters are not seen, or reorder their neighbours",
        Concern::StrangeKeyId => {
            "it looks like a path, an address or a query, and must not be used as one (RFC 8725, 3.10)"
        }
        Concern::Nested => {
            "another token is in it (RFC 7519, 5.2). The service looks at the outer one only"
        }
    }
}
