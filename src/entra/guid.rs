//! GUIDs: tenants, applications and objects are named by them.

use std::fmt::{self, Write};

/// A GUID. Two of them compare without case, as Entra ID compares them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid([u8; 16]);

impl Guid {
    /// Reads the form `8-4-4-4-12`, in either case, and no other.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 36 {
            return None;
        }
        let mut bytes = [0; 16];
        let mut digits = 0;
        for (index, character) in text.bytes().map(char::from).enumerate() {
            let is_hyphen_here = matches!(index, 8 | 13 | 18 | 23);
            if is_hyphen_here != (character == '-') {
                return None;
            }
            if !is_hyphen_here {
                let digit = u8::try_from(character.to_digit(16)?).ok()?;
                let byte = bytes.get_mut(digits / 2)?;
                *byte = *byte << 4 | digit;
                digits += 1;
            }
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, byte) in self.0.iter().enumerate() {
            if matches!(index, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            for digit in [byte >> 4, byte & 0xF] {
                f.write_char(char::from_digit(digit.into(), 16).unwrap_or_default())?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
