//! Reads a recorded session from a file, slice by slice, so that the page stays alive and never holds it.

use js_sys::{Date, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, File};
use whydenied::intake::har::HarReader;
use yew::prelude::*;

use super::{
    message::Msg,
    session::{SessionMsg, Stop},
    source::Trouble,
};

/// As much is read at once: 1 MB, which take a few milliseconds.
const SLICE: f64 = 1024.0 * 1024.0;

/// Milliseconds between two words on how far it is: each draws the page anew.
const PAUSE: f64 = 150.0;

/// So many of the bytes that a file begins with.
pub(crate) async fn bytes(file: &File, length: f64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    take(slice(file, 0.0, length)?, &mut bytes).await?;
    Some(bytes)
}

/// Reads a session, and reports how far it is and what it holds.
pub(crate) async fn read(file: File, link: Callback<Msg>) {
    let name = file.name();
    let size = file.size();
    let stop = Stop::default();
    link.emit(Msg::Session(SessionMsg::Began {
        name: name.clone(),
        size: whole(size),
        stop: stop.clone(),
    }));
    let mut reader = HarReader::default();
    let mut bytes = Vec::new();
    let mut at = 0.0;
    let mut said = Date::now();
    let mut next = slice(&file, at, SLICE);
    while at < size {
        let is_read = match next {
            Some(coming) => take(coming, &mut bytes).await.is_some(),
            None => false,
        };
        if stop.is_stopped() {
            return;
        }
        if !is_read {
            link.emit(Msg::Session(SessionMsg::Removed));
            return link.emit(Msg::RefusedFile {
                name,
                size: None,
                trouble: Trouble::Unreadable,
            });
        }
        at += SLICE;
        // The next slice comes while this one is looked through.
        next = slice(&file, at, SLICE);
        reader.feed(&bytes);
        let so_far = reader.so_far();
        if so_far.broken.is_some() {
            break;
        }
        let now = Date::now();
        if now - said > PAUSE {
            said = now;
            link.emit(Msg::Session(SessionMsg::Read {
                read: whole(at.min(size)),
                found: so_far.refused,
            }));
        }
    }
    link.emit(Msg::Session(SessionMsg::Listed(reader.finish().into())));
}

fn slice(file: &Blob, from: f64, length: f64) -> Option<Promise> {
    let slice = file.slice_with_f64_and_f64(from, from + length).ok()?;
    Some(slice.array_buffer().unchecked_into())
}

async fn take(coming: Promise, bytes: &mut Vec<u8>) -> Option<()> {
    let array = Uint8Array::new(&coming.await.ok()?);
    bytes.resize(array.length() as usize, 0);
    array.copy_to(bytes);
    Some(())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a file's size is a whole number"
)]
fn whole(size: f64) -> u64 {
    size as u64
}
