//! What a recording holds: its refused requests, and where it broke off.

use super::{
    exchange::Exchange,
    splitter::{Broken, Entry, Found, Splitter},
};
use crate::{diagnosis::AnonymousCall, http::Url, intake::Evidence};

/// As many refused requests are listed of one recording.
pub const MOST: usize = 1_000;

/// Reads a recording that comes in slices.
#[derive(Default)]
pub struct HarReader {
    splitter: Splitter,
    recording: Recording,
}

/// A recorded session, of which only the refused requests are held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    /// The first [`MOST`] refused requests, in their order.
    pub exchanges: Vec<Exchange>,
    /// How many requests were refused in all.
    pub refused: usize,
    /// How many requests were recorded.
    pub entries: usize,
    /// Whether any request was recorded with its `Authorization`. Browsers leave it out, unless asked for it.
    pub has_authorization: bool,
    /// The host and the status of the last call that needs no token.
    anonymous: Option<(String, u16)>,
    /// Where it broke off, if it did.
    pub broken: Option<Broken>,
}

impl HarReader {
    /// Whether a file that begins so can be a recording: an object with `log` as its first member.
    pub fn begins(beginning: &[u8]) -> bool {
        let mut rest = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning);
        for mark in [&b"{"[..], b"\"log\"", b":", b"{"] {
            match rest.trim_ascii_start().strip_prefix(mark) {
                Some(behind) => rest = behind,
                None => return false,
            }
        }
        true
    }

    /// Takes in the next slice; slices behind the place where it broke are not looked at.
    pub fn feed(&mut self, slice: &[u8]) {
        let recording = &mut self.recording;
        if recording.broken.is_some() {
            return;
        }
        let fed = self.splitter.feed(slice, &mut |entry| {
            if recording.broken.is_none() {
                recording.take(&entry);
            }
        });
        if let Err(broken) = fed {
            recording.broken.get_or_insert(broken);
        }
    }

    /// What was found so far.
    pub fn so_far(&self) -> &Recording {
        &self.recording
    }

    /// What was found, at the end of the file.
    pub fn finish(mut self) -> Recording {
        if let (None, Err(broken)) = (self.recording.broken, self.splitter.finish()) {
            self.recording.broken = Some(broken);
        }
        self.recording
    }
}

/// Whether a response with this status is listed.
const fn is_refusal(status: u16) -> bool {
    matches!(status, 400 | 401 | 403)
}

impl Recording {
    fn take(&mut self, entry: &Entry<'_>) {
        self.entries += 1;
        self.has_authorization |= entry.notes.is_authorized;
        // A browser records 0 of a call that nobody answered.
        if let (Some(host), Some(status @ 1..)) = (&entry.notes.anonymous_host, entry.notes.status)
        {
            self.anonymous = Some((host.clone(), status));
        }
        let Some(status) = entry.notes.status.filter(|status| is_refusal(*status)) else {
            return;
        };
        match Exchange::of(&String::from_utf8_lossy(entry.text), status) {
            Some(exchange) => {
                self.refused += 1;
                if self.exchanges.len() < MOST {
                    self.exchanges.push(exchange);
                }
            }
            None => {
                self.broken.get_or_insert(Broken {
                    at: entry.at,
                    found: Found::NoJson,
                });
            }
        }
    }

    /// What one of the refused requests gives.
    pub fn evidence(&self, exchange: &Exchange) -> Evidence {
        let mut evidence = exchange.evidence(!self.has_authorization);
        if let (Some((host, status)), Some(request)) = (&self.anonymous, &evidence.request)
            && Url::parse_reference(&request.url).has_host(host)
        {
            evidence.anonymous = AnonymousCall::Answered(*status);
        }
        evidence
    }

    /// What the refused request gives, where there is only one.
    pub fn only(&self) -> Option<Evidence> {
        match self.exchanges.as_slice() {
            [only] => Some(self.evidence(only)),
            _ => None,
        }
    }
}
