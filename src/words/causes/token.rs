//! What was sent cannot be read as a token.

use super::words;
use crate::{
    diagnosis::Facts,
    intake::Reason,
    jose::{Malformed, Opaque, Placeholder, Problem, Token},
    words::{
        CauseWords, moves, problems,
        remedy::{Mover, Remedy, Tool},
        values,
    },
};

pub(super) fn secure_string(facts: &Facts<'_>) -> CauseWords {
    let remedy = Remedy::new(
        Mover::You,
        "Turn the SecureString into text before it goes into the header.",
    )
    .by(
        Tool::PowerShell,
        moves::powershell_token(&values::audience(facts)),
        "Then `-Headers @{ Authorization = \"Bearer $plain\" }`. It works with older versions too.",
    )
    .by(
        Tool::AzureCli,
        moves::az_token(&values::audience(facts)).done(),
        "The Azure CLI prints plain text.",
    );
    words(
        "PowerShell sent the text `System.Security.SecureString` in place of the token.",
        "Since Az 14 (Az.Accounts 5), `Get-AzAccessToken` gives the token as a SecureString. Put \
         into a text, it turns into its own name. That is no JWT: the service answers 401, \
         `invalid_token`, and says no more.",
        vec![remedy],
    )
}

pub(super) fn placeholder(facts: &Facts<'_>) -> CauseWords {
    let kind = match &facts.case.token {
        Some(Token::Placeholder(kind)) => Some(*kind),
        _ => None,
    };
    let (headline, step) = match kind {
        Some(Placeholder::Variable) => (
            "The name of a variable was sent in place of the token.",
            "Fill the variable before the request is sent, and pick the right environment.",
        ),
        Some(Placeholder::Missing) => (
            "A missing value was sent in place of the token: `null` or its like.",
            "Find out why the token was not there yet: mostly the request did not wait for it, or \
             read the wrong member.",
        ),
        Some(Placeholder::Object) => (
            "An object was sent in place of the token.",
            "Send its `access_token` or `accessToken`, not the object around it.",
        ),
        Some(Placeholder::SchemeTwice) => (
            "The word `Bearer` was sent twice.",
            "Write `Bearer` once: the client or the variable adds it already.",
        ),
        None => (
            "A placeholder was sent in place of the token.",
            "Fill the variable before the request is sent.",
        ),
    };
    words(
        headline,
        "That is no JWT, so the service answers 401, `invalid_token`, and says no more. Roles and \
         settings are not the reason.",
        vec![
            Remedy::new(Mover::You, step),
            moves::get_token_as("No token yet? Ask for one.", facts),
        ],
    )
}

pub(super) fn malformed(facts: &Facts<'_>) -> CauseWords {
    let Some(Token::Malformed(malformed)) = &facts.case.token else {
        let headline = if facts.reasons.contains(&Reason::Unreadable) {
            "The service could not read the token."
        } else {
            "The token is broken: the service cannot read it."
        };
        return words(
            headline,
            "It must be a JWT: three segments of base64url text with a dot between them, byte for \
             byte. To anything else the service answers 401, `invalid_token`, and says no more.",
            vec![take_again(facts)],
        );
    };
    let headline = match (&malformed.problem, malformed.segment) {
        (Problem::Segments(1), _) => "The token breaks off in its first segment.".to_owned(),
        (Problem::Segments(_), _) => "The token has not three segments.".to_owned(),
        (Problem::TooLong, _) => "The token is too long for the service to read.".to_owned(),
        (Problem::Quote, _) => "The token was sent with quotation marks around it.".to_owned(),
        (Problem::WhiteSpace, _) => "The token was sent with white space in it.".to_owned(),
        (_, segment) => ["The token is broken in ", problems::place(segment), "."].concat(),
    };
    let where_and_what = problems::malformed(malformed);
    let explanation = [
        "Look at ",
        &where_and_what,
        ". The service cannot read it: it answers 401, `invalid_token`, and says no more.",
    ]
    .concat();
    words(headline, explanation, vec![mend(malformed, facts)])
}

fn mend(malformed: &Malformed, facts: &Facts<'_>) -> Remedy {
    match malformed.problem {
        Problem::Quote => Remedy::new(Mover::You, "Send the token without the quotation marks.")
            .told(
                Tool::AzureCli,
                "`-o tsv` prints it without them; JSON output has them.",
            ),
        Problem::WhiteSpace => Remedy::new(
            Mover::You,
            "Send the token in one piece: take out line breaks and spaces.",
        )
        .told(
            Tool::Code,
            "Trim what a file or a command gave: a line break at its end counts.",
        ),
        Problem::TooLong => Remedy::new(
            Mover::TenantAdministrator,
            "Issue a smaller token: leave out groups and optional claims. The service reads at \
             most 250 KB.",
        ),
        _ => take_again(facts),
    }
}

fn take_again(facts: &Facts<'_>) -> Remedy {
    moves::get_token_as(
        "Take the token again, whole, from where it was issued: logs and consoles cut it off.",
        facts,
    )
}

pub(super) fn encrypted(facts: &Facts<'_>) -> CauseWords {
    words(
        "The token is encrypted, and not for your API.",
        "It has five segments: only the API that it is meant for holds the key to read it. The \
         service answers 401, `invalid_token`, and says no more.",
        vec![moves::get_token(facts)],
    )
}

pub(super) fn opaque(facts: &Facts<'_>) -> CauseWords {
    let kind = match &facts.case.token {
        Some(Token::Opaque(kind)) => *kind,
        _ => Opaque::Other,
    };
    let (headline, step) = match kind {
        Opaque::RefreshToken => (
            "This is a refresh token, not an access token.",
            "Send it to the token endpoint, and use the `access_token` of the answer. Keep the \
             refresh token secret.",
        ),
        Opaque::CompactTicket => (
            "This is a Microsoft account's ticket, not an access token for your API.",
            "Sign in with an account of the API's tenant, or as a guest there, and ask for a token \
             for this API.",
        ),
        Opaque::AuthorizationCode => (
            "This is an authorization code, not an access token.",
            "Send it to the token endpoint as `code`, and use the `access_token` of the answer.",
        ),
        Opaque::Saml => (
            "This is a SAML assertion, not an access token.",
            "Ask the token endpoint for an access token: FHIR services read JWTs only.",
        ),
        Opaque::Other => (
            "This is no JWT: an API key or another secret, not an access token.",
            "Use the `access_token` of a token endpoint's answer. It starts with `eyJ` and has two \
             dots.",
        ),
    };
    words(
        headline,
        "The service reads only JWTs of three segments. It answers 401, `invalid_token`, and says \
         no more.",
        vec![Remedy::new(Mover::You, step), moves::get_token(facts)],
    )
}
