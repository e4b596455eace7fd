//! What is noted of an entry while it goes by, so that only those that matter are looked into.

use crate::{http::Url, service::is_anonymous};

/// The depths of an entry's members, of a side's members, and of a header's.
const IN_ENTRY: usize = 4;
const IN_SIDE: usize = 5;
const IN_HEADER: usize = 7;

/// What was noted of an entry so far.
#[derive(Default)]
pub(super) struct Notes {
    /// `response.status`.
    pub(super) status: Option<u16>,
    /// Whether a header of the request is named `Authorization`.
    pub(super) is_authorized: bool,
    /// The host of `request.url`, where that is one that needs no token.
    pub(super) anonymous_host: Option<String>,
    /// The entry's last member, and the one that is open.
    named: Side,
    side: Side,
    /// Where the status is written in the entry.
    status_from: Option<usize>,
}

/// A member of an entry.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Side {
    Request,
    Response,
    #[default]
    Other,
}

impl Notes {
    /// A text ended in the entry, at this depth: it begins here, and its quotation mark stands last.
    pub(super) fn text(&mut self, depth: usize, entry: &[u8], from: usize) {
        let text = entry.get(from..entry.len() - 1).unwrap_or_default();
        match (depth, self.side) {
            (IN_ENTRY, _) => {
                self.named = match text {
                    b"request" => Side::Request,
                    b"response" => Side::Response,
                    _ => Side::Other,
                };
            }
            (IN_SIDE, Side::Response) if text == b"status" => self.status_from = Some(entry.len()),
            // Of what a request's members are, only its address is a URL.
            (IN_SIDE, Side::Request) => {
                let url = str::from_utf8(text).ok().and_then(Url::parse);
                if let Some(url) = url.filter(|url| is_anonymous(*url)) {
                    self.anonymous_host = Some(url.host.to_owned());
                }
            }
            (IN_HEADER, Side::Request) => {
                self.is_authorized |= text.eq_ignore_ascii_case(b"authorization");
            }
            _ => {}
        }
    }

    /// Something is opened at this depth.
    pub(super) fn open(&mut self, depth: usize) {
        if depth == IN_ENTRY {
            self.side = self.named;
        }
    }

    /// A mark follows: a number before it is written out.
    pub(super) fn mark(&mut self, entry: &[u8]) {
        let Some(from) = self.status_from.take() else {
            return;
        };
        let written = entry.get(from..).unwrap_or_default().trim_ascii_start();
        let written = written
            .strip_prefix(b":")
            .unwrap_or_default()
            .trim_ascii_start();
        let digits = written
            .get(..3)
            .and_then(|digits| str::from_utf8(digits).ok());
        let is_whole = !written.get(3).is_some_and(u8::is_ascii_digit);
        self.status = digits
            .filter(|_| is_whole)
            .and_then(|digits| digits.parse().ok());
    }
}
