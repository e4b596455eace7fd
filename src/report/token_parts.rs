//! No part of a token is handed on, whatever a text quotes.

use crate::jose::Token;

/// As many characters in a row of a token's text are a part of it.
const PART: usize = 12;

/// A longer token is no real one: servers take no headers of that size (RFC 9110 section 5.4 leaves the limit
/// to them, and theirs are 8 to 64 KB). Of such a one every word as long as a part counts as a part, so that
/// none is overlooked and the search stays short.
const LONGEST_TOKEN: usize = 64 * 1024;

/// What stands for a part of a token.
const MARK: &str = "<token>";

/// The bits of the table, and its bytes: each of two hashes sets at most every 16th bit.
const BITS: u64 = 1 << 20;

const BYTES: usize = 1 << 17;

/// The parts of a token's text.
pub(super) struct TokenParts<'a> {
    token: &'a str,
    /// A bit for each of two hashes of every part; none where nothing has to be compared.
    hashes: Vec<u8>,
}

impl<'a> TokenParts<'a> {
    pub(super) fn of(token: Option<&'a Token>) -> Self {
        let token = token.map_or("", Token::text);
        let mut hashes = Vec::new();
        if token.len() >= PART && token.len() <= LONGEST_TOKEN {
            hashes.resize(BYTES, 0);
            for part in token.as_bytes().windows(PART) {
                for (byte, bit) in places(part) {
                    if let Some(byte) = hashes.get_mut(byte) {
                        *byte |= bit;
                    }
                }
            }
        }
        Self { token, hashes }
    }

    /// The text without parts of this token, and without anything else that looks like one.
    pub(super) fn without(&self, text: &str) -> String {
        let mut cleared = String::new();
        let mut rest = text;
        while !rest.is_empty() {
            let length = rest.bytes().take_while(|byte| is_of_token(*byte)).count();
            let (word, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
            let is_part = looks_like_token(word) || self.has_part(word);
            cleared.push_str(if is_part { MARK } else { word });
            let mut next = behind.chars();
            cleared.extend(next.next());
            rest = next.as_str();
        }
        cleared
    }

    fn has_part(&self, word: &str) -> bool {
        if self.token.len() > LONGEST_TOKEN {
            return word.len() >= PART;
        }
        let is_marked = |(byte, bit)| {
            self.hashes
                .get::<usize>(byte)
                .is_some_and(|byte| byte & bit != 0)
        };
        word.as_bytes().windows(PART).any(|part| {
            places(part).into_iter().all(is_marked)
                && std::str::from_utf8(part).is_ok_and(|part| self.token.contains(part))
        })
    }
}

/// Where the table has the two bits of a part (FNV-1a in 64 bits, draft-eastlake-fnv).
fn places(part: &[u8]) -> [(usize, u8); 2] {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in part {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    [hash >> 40, hash >> 16].map(|hash| {
        let bit = usize::try_from(hash % BITS).unwrap_or_default();
        (bit / 8, 1 << (bit % 8))
    })
}

fn is_of_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

fn looks_like_token(word: &str) -> bool {
    word.starts_with("eyJ") && word.len() > PART
}
