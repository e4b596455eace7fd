//! What the text of a token looks like, before anything is read.

/// How tokens begin: JSON that is base64url-encoded, and the opaque kinds of [domain 4.4].
pub(super) fn begins_token(word: &str) -> bool {
    [
        "eyJ", "eyA", "ewo", "ewog", "ew0K", "0.A", "1.A", "M.C5", "EwB", "PHNhbWw", "PD94bWw",
    ]
    .iter()
    .any(|beginning| word.starts_with(beginning))
        && word.len() >= 8
}

/// The characters of base64, base64url and the dots between segments.
pub(super) fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'=' | b'+' | b'/' | b'~')
}
