//! What would settle an open question, in words.

use crate::diagnosis::Input;

/// The input that would settle a question, as a request: "paste the keys (JWKS)".
pub const fn input(input: Input) -> &'static str {
    match input {
        Input::Status => "say which status the service answered",
        Input::Token => "paste the token, or say whether one was sent",
        Input::Response => "paste the whole response, headers and body",
        Input::WwwAuthenticate => "paste the `WWW-Authenticate` header of the 401",
        Input::Keys => "paste the keys (JWKS)",
        Input::Audience => "enter the Audience of the API",
        Input::Authority => "enter the Authority of the API",
        Input::DiscoveryDocument => "paste the authority's discovery document",
        Input::SettingsJson => "paste the service's settings, as `az … show` prints them",
        Input::MetadataStatus => "say what `GET /metadata` without a token answers",
        Input::HomeTenant => "say whether the Authority is the subscription's own tenant",
        Input::DataRole => "say which role the caller holds at the service",
        Input::AllowedObjectIds => "enter the Allowed object IDs",
        Input::Request => "paste the request, method and URL",
        Input::RoleRecent => "say whether the role was changed only minutes ago",
    }
}

/// The same as a card's second line, behind "Not known:" or "Not checked:".
pub(super) const fn short(input: Input) -> &'static str {
    match input {
        Input::Status => "pick the status",
        Input::Token => "paste the token",
        Input::Response => "paste the response",
        Input::WwwAuthenticate => "paste `WWW-Authenticate`",
        Input::Keys => "paste the keys",
        Input::Audience => "enter the Audience",
        Input::Authority => "enter the Authority",
        Input::DiscoveryDocument => "paste the discovery document",
        Input::SettingsJson => "paste the settings",
        Input::MetadataStatus => "call `/metadata`",
        Input::HomeTenant => "say whose tenant it is",
        Input::DataRole => "name the role",
        Input::AllowedObjectIds => "enter the allow list",
        Input::Request => "paste the request",
        Input::RoleRecent => "say if it is recent",
    }
}
