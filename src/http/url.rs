//! A URL cut into its parts, as far as the engine compares them.

/// A URL's parts, as they stand in the text (RFC 3986 section 3). Nothing is decoded or normalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Url<'a> {
    /// The scheme, without the colon.
    pub scheme: &'a str,
    /// The host, without user information and port.
    pub host: &'a str,
    /// The path, with its leading slash; empty where there is none.
    pub path: &'a str,
    /// The query, without the question mark.
    pub query: Option<&'a str>,
    /// The fragment, without the number sign.
    pub fragment: Option<&'a str>,
}

impl<'a> Url<'a> {
    /// The parts of an absolute URL; none where the text has no scheme or no host.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
        let authority_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at_checked(authority_end)?;
        let host_and_port = authority
            .rsplit_once('@')
            .map_or(authority, |(_, host)| host);
        let host = host_without_port(host_and_port);
        let is_host =
            !host.is_empty() && !host.contains(|c: char| c.is_whitespace() || c.is_control());
        (is_scheme && is_host).then(|| Self::with_path(scheme, host, rest))
    }

    /// The parts of an absolute URL, or of a path alone.
    pub fn parse_reference(text: &'a str) -> Self {
        Self::parse(text).unwrap_or_else(|| Self::with_path("", "", text))
    }

    fn with_path(scheme: &'a str, host: &'a str, rest: &'a str) -> Self {
        let (rest, fragment) = cut(rest, '#');
        let (path, query) = cut(rest, '?');
        Self {
            scheme,
            host,
            path,
            query,
            fragment,
        }
    }

    /// The path's segments that are not empty.
    #[inline(never)]
    pub fn segments(self) -> Vec<&'a str> {
        let segments = self.path.split('/');
        segments.filter(|segment| !segment.is_empty()).collect()
    }

    /// The first of them.
    pub fn first_segment(self) -> Option<&'a str> {
        self.segments().first().copied()
    }

    /// Whether the host is this one; hosts compare without case.
    pub fn has_host(self, host: &str) -> bool {
        self.host.eq_ignore_ascii_case(host)
    }

    /// Whether the host lies in this domain, or is it.
    pub fn is_in(self, domain: &str) -> bool {
        let host = self.host.as_bytes();
        let domain = domain.as_bytes();
        host.len().checked_sub(domain.len()).is_some_and(|at| {
            host.split_at_checked(at).is_some_and(|(before, tail)| {
                tail.eq_ignore_ascii_case(domain) && (before.is_empty() || before.ends_with(b"."))
            })
        })
    }
}

fn host_without_port(text: &str) -> &str {
    if text.starts_with('[') {
        return text.split_inclusive(']').next().unwrap_or(text);
    }
    text.split(':').next().unwrap_or(text)
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    match text.split_once(at) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}
