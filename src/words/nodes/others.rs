//! The root, and the short branches.

use super::{NodeWords, Source, ends, on};
use crate::diagnosis::NodeId;

pub(super) const STATUS: NodeWords = NodeWords {
    question: "What did the service answer?",
    short: "What did the service answer?",
    hint: "Click the answer you got",
    passes: "[{status}[ {status-name}]|Click the answer you got]",
    fails: "[{status}[ {status-name}]|Click the answer you got]",
    why: "401 means the service did not accept the token: it does not know who calls. 403 means it \
          accepted the token, and the caller may not do this. Different causes, different fixes.",
    leads: &[
        on(
            "401 Unauthorized",
            "who are you? Eight questions",
            NodeId::BearerSent,
        ),
        on(
            "403 Forbidden",
            "may you do this? Ten questions",
            NodeId::Network,
        ),
        on(
            "400 Bad request",
            "the reasons that have to do with a token",
            NodeId::BadRequest,
        ),
        on(
            "Something else",
            "most likely no access problem",
            NodeId::NotAuth,
        ),
        on(
            "No token at all",
            "the identity provider's own words",
            NodeId::TokenRequest,
        ),
    ],
    source: Source {
        title: "RFC 9110, sections 15.5.2 and 15.5.4",
        url: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2",
    },
};

pub(super) const TOKEN_REQUEST: NodeWords = NodeWords {
    question: "Did the identity provider refuse to issue a token?",
    short: "Did Entra ID refuse?",
    hint: "An AADSTS code says why",
    passes: "No, there is a token",
    fails: "Yes, it issued none",
    why: "Without a token there is nothing to send. Entra ID says in an `AADSTS` code why it \
          issues none.",
    leads: &[
        ends("Yes", "the code names the cause"),
        on("No", "on to the token itself", NodeId::BearerSent),
    ],
    source: Source {
        title: "Microsoft Entra authentication and authorization error codes",
        url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
    },
};

pub(super) const BAD_REQUEST: NodeWords = NodeWords {
    question: "Is it a token in the URL, malformed or mixed SMART scopes, or a missing `fhirUser`?",
    short: "Token in the URL?",
    hint: "Read the error's own words",
    passes: "None of the three",
    fails: "Yes",
    why: "400 is mostly about the request itself. Three of its reasons are about access: a token \
          in the URL, SMART scopes that cannot be read, and a SMART user without `fhirUser`.",
    leads: &[
        ends(
            "A token in the URL",
            "send it in the header; treat it as leaked",
        ),
        on("SMART", "on to user and scopes", NodeId::Smart),
        on("None of them", "not an access problem", NodeId::NotAuth),
    ],
    source: Source {
        title: "RFC 6750, section 2.3: tokens in the URL",
        url: "https://www.rfc-editor.org/rfc/rfc6750#section-2.3",
    },
};

pub(super) const NOT_AUTH: NodeWords = NodeWords {
    question: "Is it anything but an authentication or authorization problem?",
    short: "Not an access problem",
    hint: "404 and 500 have other causes",
    passes: "[{status} has other|Other] causes",
    fails: "[{status} has other|Other] causes",
    why: "Access problems answer 401 or 403, seldom 400. Every other status comes from the \
          address, the request, or the service's state.",
    leads: &[
        ends("Yes", "the status says where to look"),
        on("No", "pick 401 or 403", NodeId::Status),
    ],
    source: Source {
        title: "RFC 9110, section 15: status codes",
        url: "https://www.rfc-editor.org/rfc/rfc9110#section-15",
    },
};
