//! GUIDs: tenants, applications and objects are named by them.

use std::fmt;

/// A GUID. Two of them compare without case, as Entra ID compares them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(u128);

impl Guid {
    /// Reads the form `8-4-4-4-12`, in either case, and no other.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 36 {
            return None;
        }
        let mut value = 0;
        for (index, byte) in bytes.iter().enumerate() {
            let is_hyphen_here = matches!(index, 8 | 13 | 18 | 23);
            match char::from(*byte) {
                '-' if is_hyphen_here => {}
                digit if !is_hyphen_here => value = value << 4 | u128::from(digit.to_digit(16)?),
                _ => return None,
            }
        }
        Some(Self(value))
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.0;
        write!(
            f,
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            value >> 96,
            value >> 80 & 0xffff,
            value >> 64 & 0xffff,
            value >> 48 & 0xffff,
            value & 0xffff_ffff_ffff,
        )
    }
}

impl fmt::Debug for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
