//! A recorded session (HTTP Archive 1.2, as browsers save it): the requests that were refused.
//!
//! A recording is read in slices and never held: of its entries only the refused ones are kept, and of a
//! text longer than any token only its beginning.

mod exchange;
mod notes;
mod recording;
mod splitter;

pub use exchange::Exchange;
pub use recording::{HarReader, MOST, Recording};
pub use splitter::{Broken, Found};

use super::{Evidence, Kind};
use crate::jose::Members;

/// The one refused request of a session; of several, nobody knows which is meant.
pub(super) fn read(json: &Members<'_>) -> Option<Evidence> {
    let log = json.get("log")?;
    log.get("entries").filter(|entries| entries.is_array())?;
    let mut reader = HarReader::default();
    reader.feed(json.object().text().as_bytes());
    let recording = reader.finish();
    Some(recording.only().unwrap_or_else(|| Evidence::of(Kind::Har)))
}
