//! Text as forms and redirects write it: `application/x-www-form-urlencoded` [URL Standard, 5].

/// The text that was encoded. What is no escape stands for itself, as the URL Standard has it.
pub(crate) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        let escaped = match (first, behind) {
            (b'%', [high, low, ..]) => hexadecimal(*high).zip(hexadecimal(*low)),
            _ => None,
        };
        bytes.push(match (escaped, first) {
            (Some((high, low)), _) => {
                rest = behind.get(2..).unwrap_or_default();
                high << 4 | low
            }
            (None, b'+') => b' ',
            (None, other) => *other,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hexadecimal(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

/// Writes a text so that nothing between it and its reader takes a character for anything else: a space
/// as `%20`, which readers of other parts of a URL understand as well.
pub(crate) fn encode(text: &str, into: &mut String) {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            into.push(byte.into());
        } else {
            into.push('%');
            for half in [byte >> 4, byte & 15] {
                into.extend(DIGITS.get(usize::from(half)));
            }
        }
    }
}
