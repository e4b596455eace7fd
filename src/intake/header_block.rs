//! Header fields (RFC 9112 section 5), also as the developer tools of browsers copy them.

use std::borrow::Cow;

use super::{Evidence, Item, Kind, authorized, place, place::Found, token_text, url, wrapped};
use crate::{
    http::{Authorization, Header, Headers, Request, Response},
    jose::Token,
};

/// The names by which a block of headers is known, beside `x-…`, `sec-…` and `access-control-…`.
const KNOWN: [&str; 30] = [
    "accept",
    "accept-encoding",
    "accept-language",
    "authorization",
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "cookie",
    "date",
    "etag",
    "host",
    "origin",
    "pragma",
    "referer",
    "referrer policy",
    "remote address",
    "request method",
    "request url",
    "request-context",
    "server",
    "set-cookie",
    "status code",
    "strict-transport-security",
    "transfer-encoding",
    "user-agent",
    "vary",
    "via",
    "www-authenticate",
];

/// A block of headers that begins with a known one.
pub(super) fn read(text: &str, line: &str) -> Found {
    if !parts(line).is_some_and(|(name, _)| is_known(name)) {
        return Found::Nothing;
    }
    let (headers, length) = block(text);
    evidence(&headers).map_or(Found::Nothing, |evidence| Found::of(evidence, length))
}

/// What headers by themselves give; none where none of them is known.
pub(super) fn evidence(headers: &Headers) -> Option<Evidence> {
    headers.0.iter().find(|header| is_known(&header.name))?;
    let value = |name| headers.first(name).filter(|value| !value.is_empty());
    let (authorization, token) =
        value("authorization").map_or((Authorization::NotSeen, None), authorized::carried_in);
    let target = value("request url").map(str::to_owned).or_else(|| {
        let path = value(":path")?;
        Some(url::on_host(
            value(":authority").or_else(|| value("host")),
            path,
        ))
    });
    let is_request = authorization != Authorization::NotSeen || target.is_some();
    let status = value("status code")
        .or_else(|| value(":status"))
        .and_then(|status| status.get(..3)?.parse().ok());
    let response = Response::of(status, headers, None);
    let mut evidence = Evidence::default();
    let items = &mut evidence.items;
    if value("authorization").is_some() {
        items.push(Item::of(Kind::AuthorizationHeader));
    }
    if !response.challenges.is_empty() {
        items.push(Item::of(Kind::WwwAuthenticate));
    }
    if items.is_empty() {
        items.push(Item::of(Kind::Headers));
    }
    evidence.service = target
        .as_deref()
        .or_else(|| value("host"))
        .and_then(url::service);
    evidence.token = token.as_deref().map(Token::read);
    evidence.request = is_request.then(|| Request {
        method: value("request method")
            .or_else(|| value(":method"))
            .unwrap_or_default()
            .to_ascii_uppercase(),
        url: target.unwrap_or_default(),
        authorization,
    });
    evidence.response = Some(response).filter(Response::is_seen);
    Some(evidence)
}

/// The headers that stand here, and how long they are with the empty line behind them.
pub(super) fn block(text: &str) -> (Headers, usize) {
    let mut headers = Headers::default();
    let mut is_open = false;
    for (start, written) in place::lines(text) {
        if written.trim().is_empty() {
            return (headers, place::line_end(text, start));
        }
        let is_taken = match headers.0.last_mut() {
            Some(last) if is_open => {
                continues(last, written);
                is_open = !place::turns_quote(written);
                true
            }
            last => match line(written) {
                Some(header) => {
                    is_open = opens_quote(&header, &header.value);
                    headers.0.push(header);
                    true
                }
                None => last.is_some_and(|last| {
                    is_open = opens_quote(last, written);
                    is_continued(last, written)
                }),
            },
        };
        if !is_taken {
            return (headers, start);
        }
    }
    (headers, text.len())
}

/// Whether a header's value goes on in the next line whatever stands there: a quoted text is open behind this part
/// of it.
fn opens_quote(header: &Header, part: &str) -> bool {
    header.name.eq_ignore_ascii_case("www-authenticate") && place::turns_quote(part)
}

/// Takes a line that is no header of its own for more of the one before, where it can be that: a folded
/// line, a token or a challenge that the terminal wrapped, a value that was copied onto its own line.
fn is_continued(last: &mut Header, written: &str) -> bool {
    if continues_token(last, written) {
        return true;
    }
    let is = |name: &str| last.name.eq_ignore_ascii_case(name);
    let is_taken = last.value.is_empty()
        || written.starts_with([' ', '\t'])
        || is("www-authenticate") && last.value.ends_with(',');
    if is_taken {
        continues(last, written);
    }
    is_taken
}

/// Takes a line for more of the token in the header before it, where it can be that.
pub(super) fn continues_token(last: &mut Header, written: &str) -> bool {
    let more = written.trim();
    let is_more = last.name.eq_ignore_ascii_case("authorization")
        && !last.value.is_empty()
        && !more.is_empty()
        && more
            .trim_end_matches(['"', '\''])
            .bytes()
            .all(token_text::is_token_byte);
    if is_more {
        wrapped::append(&mut last.value, more);
    }
    is_more
}

fn continues(last: &mut Header, written: &str) {
    if !last.value.is_empty() {
        last.value.push(' ');
    }
    last.value.push_str(written.trim());
}

/// A line `Name: value`; also `"name": "value",` and `name = "value"`, as programs write headers down.
pub(super) fn line(line: &str) -> Option<Header> {
    let (name, value) = parts(line)?;
    Some(Header {
        name: name.to_owned(),
        value: value.into_owned(),
    })
}

/// The name and the value that a line has.
fn parts(line: &str) -> Option<(&str, Cow<'_, str>)> {
    let line = line.trim_matches(place::is_indentation);
    if let Some(quote) = line
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''))
    {
        let (name, rest) = line.get(1..)?.split_once(quote)?;
        let value = rest.trim_start().strip_prefix([':', '='])?;
        return is_known(name).then(|| (name, unquoted(value)));
    }
    let Some(separator) = line
        .bytes()
        .skip(1)
        .position(|byte| matches!(byte, b':' | b'='))
    else {
        let is_name = KNOWN.iter().any(|known| line.eq_ignore_ascii_case(known));
        return is_name.then_some((line, Cow::Borrowed("")));
    };
    let (name, value) = line.split_at_checked(separator + 1)?;
    let (name, is_assigned) = (name.trim_end(), value.starts_with('='));
    let value = value.get(1..)?.trim();
    if is_assigned {
        return (is_known(name) && value.starts_with(['"', '\''])).then(|| (name, unquoted(value)));
    }
    let is_name = name.len() <= 64
        && name
            .strip_prefix(':')
            .unwrap_or(name)
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    ((is_name || is_known(name)) && !value.starts_with("//"))
        .then_some((name, Cow::Borrowed(value)))
}

/// The value in a quoted text of a program, which goes up to its closing quotation mark.
fn unquoted(value: &str) -> Cow<'_, str> {
    let value = value.trim().trim_end_matches([',', ';']);
    let quote = value
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    match quote.and_then(|quote| value.strip_prefix(quote)?.strip_suffix(quote)) {
        Some(inner) if inner.contains("\\\"") => Cow::Owned(inner.replace("\\\"", "\"")),
        Some(inner) => Cow::Borrowed(inner),
        None => Cow::Borrowed(value),
    }
}

fn is_known(name: &str) -> bool {
    let begins = |beginning: &str| {
        place::begins(name, beginning) && name.len() < 64 && !name.contains(char::is_whitespace)
    };
    let has_length = || KNOWN.iter().filter(|known| known.len() == name.len());
    has_length().any(|known| name.eq_ignore_ascii_case(known))
        || [":authority", ":method", ":path", ":scheme", ":status"].contains(&name)
        || ["x-", "sec-", "access-control-"].into_iter().any(begins)
}
