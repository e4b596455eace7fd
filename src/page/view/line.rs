//! A request and a status, each in one line.

use whydenied::http::Request;

/// The request without its host: `GET /Patient`.
pub(super) fn request_line(request: &Request) -> Option<String> {
    // Of a header alone, nothing more of the request is known.
    if request.url.is_empty() {
        return None;
    }
    let behind_scheme = request
        .url
        .split_once("://")
        .map_or(request.url.as_str(), |(_, rest)| rest);
    let path = behind_scheme
        .find('/')
        .and_then(|at| behind_scheme.get(at..))
        .unwrap_or("/");
    let path = path.split(['?', '#']).next().unwrap_or_default();
    Some([&request.method, " ", path].concat().trim().to_owned())
}

/// A status with its name (RFC 9110 section 15).
pub(super) fn status_line(status: u16) -> String {
    let name = match status {
        400 => " Bad Request",
        401 => " Unauthorized",
        403 => " Forbidden",
        404 => " Not Found",
        405 => " Method Not Allowed",
        409 => " Conflict",
        412 => " Precondition Failed",
        422 => " Unprocessable Content",
        429 => " Too Many Requests",
        500 => " Internal Server Error",
        503 => " Service Unavailable",
        _ => "",
    };
    [&status.to_string(), name].concat()
}
