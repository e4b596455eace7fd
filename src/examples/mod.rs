//! Stories from life, to open without anything at hand. Each is a paste as a person would have it, told by a
//! scenario of the tests, with an answer whose date is its own clock. Nothing in them is anyone's.

use crate::jose::base64url;

/// A file has a section a story, `# scenario`: its cause, its status and its title in one line, then the paste.
/// What stands in double angle brackets is filled in: see [`filled`].
const STORIES: &str = include_str!("stories.txt");

const TENANT: &str = "8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5";
const CLIENT: &str = "b7e41c58-1d0f-4a63-9c2e-6f8a0d35e174";
const HOST: &str = "contosows-fhir.fhir.azurehealthcareapis.com";

/// A story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The scenario that tells it.
    pub scenario: &'static str,
    /// The id of the cause that the page finds in it.
    pub cause: &'static str,
    /// The status that was answered; a dash where no token was issued.
    pub status: &'static str,
    /// Its title in a list.
    pub title: &'static str,
    paste: &'static str,
}

/// All stories, in the order of the list.
pub fn examples() -> impl Iterator<Item = Example> {
    STORIES.split("# ").filter_map(|section| {
        let (scenario, rest) = section.split_once('\n')?;
        let (title, paste) = rest.split_once('\n')?;
        let (cause, title) = title.split_once(' ')?;
        let (status, title) = title.split_once(' ')?;
        Some(Example {
            scenario,
            cause,
            status,
            title,
            paste: paste.trim(),
        })
    })
}

impl Example {
    /// What a person would have at hand.
    pub fn paste(&self) -> String {
        filled(self.paste)
    }
}

/// A text with the innermost angle brackets filled in until there are none.
fn filled(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some((before, after)) = text.split_once(">>") {
        let Some((start, inner)) = before.rsplit_once("<<") else {
            break;
        };
        let (name, rest) = inner.split_once(' ').unwrap_or((inner, ""));
        text = [start, &value(name, rest), after].concat();
    }
    text
}

/// What stands for a name: a fixed value, a message, or a token with these claims.
fn value(name: &str, rest: &str) -> String {
    let audience = ["https://", HOST].concat();
    match name {
        "tenant" => TENANT.to_owned(),
        "client" => CLIENT.to_owned(),
        "host" => HOST.to_owned(),
        "audience" => audience,
        "request" => ["GET /Patient HTTP/1.1\nHost: ", HOST].concat(),
        "settings" => filled(SETTINGS),
        "401" => filled(&UNAUTHORIZED.replace('~', rest)),
        "403" => FORBIDDEN.to_owned(),
        kind => token(kind, rest),
    }
}

const SETTINGS: &str = r#"{"properties":{"authenticationConfiguration":{"authority":"https://login.microsoftonline.com/<<tenant>>","audience":"<<audience>>"}},"type":"Microsoft.HealthcareApis/workspaces/fhirservices"}"#;

const UNAUTHORIZED: &str = r#"HTTP/1.1 401 Unauthorized
Content-Type: application/fhir+json; charset=utf-8
Date: Mon, 23 Nov 2026 12:00:00 GMT
WWW-Authenticate: Bearer authorization_uri="https://login.microsoftonline.com/<<tenant>>", resource_id="<<audience>>", realm="<<audience>>", error="invalid_token", error_description="~"

{"resourceType":"OperationOutcome","id":"6f0f2a9be7d14f3c","issue":[{"severity":"error","code":"login","diagnostics":"Authentication failed."}]}"#;

const FORBIDDEN: &str = r#"HTTP/1.1 403 Forbidden
Content-Type: application/fhir+json; charset=utf-8
Date: Mon, 23 Nov 2026 12:00:00 GMT

{"resourceType":"OperationOutcome","id":"b81d02f7c96e4a55","issue":[{"severity":"error","code":"forbidden","diagnostics":"Authorization failed."}]}"#;

/// A token of this kind, with these claims first. Its signature is none.
fn token(kind: &str, claims: &str) -> String {
    const USER: &str = r#""oid":"3f2c91d7-0a4e-4b6f-8d15-c7e90b52a634","name":"Ward Analyst","ipaddr":"203.0.113.38","upn":"ward.analyst@contoso.example","sub":"27D_2wa4Ot1CmHrStiFMLu4oB9ExZOzgBN_wKnoeo","appid":"04b07795-8ddb-461a-bbee-02f9e1bf7b46","appidacr":"0","amr":["pwd","mfa"]"#;
    const APP: &str = r#""oid":"d2a9f0c4-37be-4e18-8c65-0b9f6e1a7d43","sub":"d2a9f0c4-37be-4e18-8c65-0b9f6e1a7d43","appid":"<<client>>","appidacr":"1","idp":"https://sts.windows.net/<<tenant>>/""#;
    const VERSION_1: &str = r#""iss":"https://sts.windows.net/<<tenant>>/","ver":"1.0""#;
    const VERSION_2: &str =
        r#""iss":"https://login.microsoftonline.com/<<tenant>>/v2.0","ver":"2.0""#;
    const NOW: &str = r#""iat":1795434300,"nbf":1795434300,"exp":1795438200"#;
    const ID: &str = r#""aud":"<<client>>","nonce":"d56a7ccf-f337-4a12-a9e2-fdf2516eef14","oid":"3f2c91d7-0a4e-4b6f-8d15-c7e90b52a634","name":"Ward Analyst","preferred_username":"ward.analyst@contoso.example","sub":"SEzSlc_fxs88KnXe3oGE0e8uo11e3X4pLQO""#;
    const DELEGATED: &str = r#""oid":"3f2c91d7-0a4e-4b6f-8d15-c7e90b52a634","name":"Ward Analyst","preferred_username":"ward.analyst@contoso.example","sub":"i_6QBieSgUKDJuSMuWEXxtQHX2VmESatHk","azp":"04b07795-8ddb-461a-bbee-02f9e1bf7b46","azpacr":"0","scp":"access_as_user""#;
    let (who, issuer, times) = match kind {
        "app" => (APP, VERSION_1, NOW),
        "id" => (ID, VERSION_2, NOW),
        "v2" => (DELEGATED, VERSION_2, NOW),
        "old" => (
            USER,
            VERSION_1,
            r#""iat":1795430100,"nbf":1795430100,"exp":1795434840"#,
        ),
        _ => (USER, VERSION_1, NOW),
    };
    // Graph alone can undo what its nonce stands for.
    let nonce = if claims.contains("graph") {
        r#","nonce":"hg63wQnmTqpw6Z6UGOi7qXVHlfIGyBZVxSBKcORtv0g""#
    } else {
        ""
    };
    let header = [
        r#"{"typ":"JWT","alg":"RS256","kid":"h5XE7spe8y7udGaGf0x106ShNb4""#,
        nonce,
        "}",
    ];
    let comma = if claims.is_empty() { "" } else { "," };
    let tid = r#","tid":"<<tenant>>"}"#;
    let payload = ["{", claims, comma, issuer, ",", times, ",", who, tid].concat();
    let mut token = base64url(header.concat().as_bytes());
    token.push('.');
    token.push_str(&base64url(filled(&payload).as_bytes()));
    token.push('.');
    // As long as an RSA signature is.
    token.push_str(&"s1gN".repeat(85));
    token.push_str("AA");
    token
}
