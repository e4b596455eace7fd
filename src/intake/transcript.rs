//! What `curl -v` prints: `>` before what was sent, `<` before what came back, `*` before its own words.

use super::{
    Evidence, Kind, authorized, copied, header_block,
    http_message::{self, RequestLine},
    place::{self, Found},
    url,
};
use crate::{
    http::{Headers, Url},
    service::is_anonymous,
};

/// One request and its answer.
#[derive(Default)]
struct Exchange<'a> {
    request: Option<RequestLine<'a>>,
    sent: Headers,
    status: Option<u16>,
    received: Headers,
    body: Option<&'a str>,
    /// Where a redirect led to this exchange from one that did carry an `Authorization` header.
    redirect: Option<String>,
}

/// A transcript, or lines that are quoted with the same mark. Of several exchanges, as after a redirect, the last counts;
/// one that needs no token stands by itself.
pub(super) fn read(text: &str, line: &str) -> Found {
    if !is_prefixed(line) {
        return Found::Nothing;
    }
    if let Some((quoted, length)) = copied::quoted_lines(text) {
        let mut evidence = Evidence::default();
        for piece in super::pieces_of(&quoted) {
            evidence.join(piece.evidence);
        }
        return if evidence.items.is_empty() {
            Found::NothingUpTo(length)
        } else {
            Found::of(evidence, length)
        };
    }
    let mut exchange = Exchange::default();
    let mut length = 0;
    while let Some(rest) = text.get(length..).filter(|rest| !rest.is_empty()) {
        let line = place::first_line(rest);
        if exchange.ends_before(line) {
            break;
        }
        if exchange.take(line) || exchange.continues_token(line) || exchange.is_noise(line) {
            length += place::line_end(rest, 0);
        } else if exchange.status.is_some() && exchange.body.is_none() && !line.trim().is_empty() {
            let (body, body_length) = http_message::body(rest);
            exchange.body = Some(body);
            length += body_length.max(1);
        } else {
            break;
        }
    }
    if exchange.request.is_none() && exchange.status.is_none() {
        // Lines that were copied out of one.
        let Exchange { sent, received, .. } = &mut exchange;
        sent.0.append(&mut received.0);
        return match header_block::evidence(sent) {
            Some(evidence) => Found::of(evidence, length),
            None => Found::NothingUpTo(length),
        };
    }
    Found::of(
        http_message::as_one(Kind::CurlTranscript, exchange.evidence()),
        length,
    )
}

fn is_prefixed(line: &str) -> bool {
    line.starts_with(['*', '>', '<'])
        && line
            .get(1..)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

impl<'a> Exchange<'a> {
    /// Takes a prefixed line.
    fn take(&mut self, line: &'a str) -> bool {
        if !is_prefixed(line) {
            return false;
        }
        let (prefix, rest) = line.split_at_checked(1).unwrap_or_default();
        let rest = rest.trim();
        match prefix {
            ">" => {
                if let Some(request) = RequestLine::read(rest) {
                    *self = Self {
                        request: Some(request),
                        redirect: self.led_on(),
                        ..Self::default()
                    };
                } else if let Some(header) = header_block::line(rest) {
                    self.sent.0.push(header);
                }
            }
            "<" => match http_message::status(rest) {
                Some(status) => {
                    self.status = Some(status);
                    self.received = Headers::default();
                    self.body = None;
                }
                None => {
                    if let Some(header) = header_block::line(rest) {
                        self.received.0.push(header);
                    }
                }
            },
            _ => {}
        }
        true
    }

    /// Whether another exchange begins in this line that no redirect leads to, and one of the two needs no token.
    fn ends_before(&self, line: &str) -> bool {
        let is_answered = self
            .status
            .is_some_and(|status| !http_message::is_redirect(status));
        let Some(answered) = self.request.as_ref().filter(|_| is_answered) else {
            return false;
        };
        let next = line.strip_prefix("> ").and_then(RequestLine::read);
        let needs_none =
            |request: &RequestLine<'_>| is_anonymous(Url::parse_reference(request.target));
        next.is_some_and(|next| needs_none(&next) != needs_none(answered))
    }

    /// Where its answer leads, if it carried a header that may get lost on the way.
    fn led_on(&self) -> Option<String> {
        let location = self.received.first("location")?;
        let is_carried = self.redirect.is_some() || self.sent.first("authorization").is_some();
        (is_carried && self.status.is_some_and(http_message::is_redirect))
            .then(|| location.to_owned())
    }

    /// Takes a line for more of the token in the header before it, as where the terminal broke it.
    fn continues_token(&mut self, line: &str) -> bool {
        match self.sent.0.last_mut() {
            Some(last) if self.status.is_none() => header_block::continues_token(last, line),
            _ => false,
        }
    }

    /// A line of curl's progress meter, or of its count of bytes: `{ [223 bytes data]`; or one behind the request
    /// with its mark, which would be asked again whether it begins a quotation.
    fn is_noise(&self, line: &str) -> bool {
        let is_meter = line.starts_with("  ")
            || line.starts_with(|first: char| first == '>' || first.is_ascii_digit());
        let is_count =
            (line.starts_with("{ [") || line.starts_with("} [")) && line.ends_with("data]");
        is_count || is_meter && self.status.is_none()
    }

    fn evidence(self) -> Evidence {
        let mut evidence = Evidence::default();
        if let Some(RequestLine { method, target, .. }) = self.request {
            let target = url::on_host(self.sent.first("host"), target);
            evidence.join(authorized::request(
                Kind::HttpRequest,
                method,
                &target,
                authorized::carried(&self.sent),
            ));
        }
        if let Some(status) = self.status {
            let mut answer =
                authorized::response(Kind::HttpResponse, status, &self.received, self.body);
            if let Some(response) = &mut answer.response {
                response.redirect = self.redirect;
            }
            evidence.join(answer);
        }
        evidence
    }
}
