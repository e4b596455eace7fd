//! Keys that are not JSON: PEM blocks, and a certificate in bare base64.

use super::{Evidence, place::Found};
use crate::jose::JsonWebKeySet;

/// The keys that begin here.
pub(super) fn read(text: &str, _line: &str) -> Found {
    match JsonWebKeySet::begins(text) {
        (Some(keys), length) => Found::of(Evidence::of_keys(keys), length),
        (None, 0) => Found::Nothing,
        (None, length) => Found::NothingUpTo(length),
    }
}
