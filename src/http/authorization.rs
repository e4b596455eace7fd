//! The `Authorization` header, read as the service's handler reads it [domain 3.2].

use super::Authorization;

impl Authorization {
    /// What a header value carries, and the token where it is a bearer token.
    ///
    /// ASP.NET Core's `JwtBearerHandler` asks whether the value starts with `Bearer `, in any case, and
    /// trims the rest; anything else is no token to it.
    pub fn read(header_value: &str) -> (Self, Option<&str>) {
        let value = header_value.trim();
        let scheme_and_rest = value.split_at_checked("Bearer".len());
        match scheme_and_rest {
            Some((scheme, rest))
                if scheme.eq_ignore_ascii_case("Bearer")
                    && (rest.is_empty() || rest.starts_with(' ')) =>
            {
                match rest.trim() {
                    "" => (Self::Empty, None),
                    token => (Self::Bearer, Some(token)),
                }
            }
            _ => (Self::OtherScheme(scheme(value).to_owned()), None),
        }
    }
}

/// The scheme that a value begins with; empty where it is one word, as a token without a scheme is.
fn scheme(value: &str) -> &str {
    match value.split_once(char::is_whitespace) {
        Some((scheme, _))
            if scheme.len() < 40
                && scheme
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') =>
        {
            scheme
        }
        _ => "",
    }
}
