//! One builder for the stories that tests tell.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(
    clippy::expect_used,
    reason = "a builder that is used wrongly is a failed test"
)]

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use whydenied::{
    diagnosis::{Answers, Case, CauseId, Diagnosis, NodeId, Verdict, diagnose},
    http::{Body, Request, Response, challenges},
    jose::Token,
    service::Service,
};

/// 2026-11-23T12:00:00Z, the only clock of the tests.
pub(crate) const NOW: i64 = 1_795_435_200;
/// The home tenant of the stories.
pub(crate) const TENANT: &str = "8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5";
/// The audience of the stories.
pub(crate) const AUDIENCE: &str = "https://contoso-ehr.fhir.azurehealthcareapis.com";
/// The object that is judged in the stories.
pub(crate) const OID: &str = "3f2c91d7-0a4e-4b6f-8d15-c7e90b52a634";

/// A case under construction: everything fits until a test says otherwise.
pub(crate) struct Story {
    pub(crate) case: Case,
    claims: Value,
    header: Value,
    signature: &'static str,
}

impl Story {
    /// A call to the FHIR service with a user's token that fits in every respect.
    pub(crate) fn new() -> Self {
        let mut case = Case {
            now: NOW,
            ..Case::default()
        };
        case.settings.authority = Some(format!("https://login.microsoftonline.com/{TENANT}"));
        case.settings.audience = Some(AUDIENCE.to_owned());
        let claims = json!({
            "aud": AUDIENCE,
            "iss": format!("https://sts.windows.net/{TENANT}/"),
            "iat": NOW - 600, "nbf": NOW - 600, "exp": NOW + 3600,
            "oid": OID, "tid": TENANT, "scp": "user_impersonation",
            "appid": "04b07795-8ddb-461a-bbee-02f9e1bf7b46", "ver": "1.0",
        });
        Self {
            case,
            claims,
            header: json!({"alg": "RS256", "typ": "JWT", "kid": "k1"}),
            signature: "c2ln",
        }
    }

    pub(crate) fn service(mut self, service: Service) -> Self {
        self.case.service = service;
        self
    }

    pub(crate) fn authority(mut self, authority: &str) -> Self {
        self.case.settings.authority = Some(authority.to_owned());
        self
    }

    pub(crate) fn audience(mut self, audience: &str) -> Self {
        self.case.settings.audience = Some(audience.to_owned());
        self
    }

    pub(crate) fn allowed(mut self, ids: &[&str]) -> Self {
        self.case.settings.allowed_object_ids = Some(ids.iter().map(ToString::to_string).collect());
        self
    }

    /// Sets a claim; `null` removes it.
    pub(crate) fn claim(mut self, name: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let claims = self.claims.as_object_mut().expect("claims are an object");
        if value.is_null() {
            claims.remove(name);
        } else {
            claims.insert(name.to_owned(), value);
        }
        self
    }

    pub(crate) fn header(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.header
            .as_object_mut()
            .expect("a header is an object")
            .insert(name.to_owned(), value.into());
        self
    }

    pub(crate) fn unsigned(mut self) -> Self {
        self.signature = "";
        self
    }

    pub(crate) fn status(mut self, status: u16) -> Self {
        self.response().status = Some(status);
        self
    }

    /// A 401 with this challenge.
    pub(crate) fn challenge(mut self, header: &str) -> Self {
        self.response().challenges = challenges(header);
        self.status(401)
    }

    /// A 401 whose challenge gives this reason.
    pub(crate) fn says(self, description: &str) -> Self {
        self.challenge(&format!(
            "Bearer error=\"invalid_token\", error_description=\"{description}\""
        ))
    }

    pub(crate) fn body(mut self, body: Body) -> Self {
        self.response().body = Some(body);
        self
    }

    pub(crate) fn request(mut self, method: &str, url: &str) -> Self {
        self.case.request = Some(Request {
            method: method.to_owned(),
            url: url.to_owned(),
            ..Request::default()
        });
        self
    }

    pub(crate) fn answers(mut self, answer: impl FnOnce(&mut Answers)) -> Self {
        answer(&mut self.case.answers);
        self
    }

    /// The token, as it is sent.
    pub(crate) fn token_text(&self) -> String {
        let encode = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
        format!(
            "{}.{}.{}",
            encode(&self.header),
            encode(&self.claims),
            self.signature
        )
    }

    /// The case, with its token.
    pub(crate) fn case(self) -> Case {
        Case {
            token: Some(Token::read(&self.token_text())),
            ..self.case
        }
    }

    /// The diagnosis of the case with its token.
    pub(crate) fn told(self) -> Told {
        Told(diagnose(&self.case()))
    }

    /// The diagnosis of the case without any token in hand.
    pub(crate) fn told_without_token(self) -> Told {
        Told(diagnose(&self.case))
    }

    fn response(&mut self) -> &mut Response {
        self.case.response.get_or_insert_default()
    }
}

/// A diagnosis, asked as tests ask.
pub(crate) struct Told(pub(crate) Diagnosis);

impl Told {
    pub(crate) fn headline(&self) -> Option<CauseId> {
        self.0.headline.as_ref().map(|finding| finding.cause)
    }

    pub(crate) fn certainty(&self) -> &'static str {
        self.0
            .headline
            .as_ref()
            .map_or("", |finding| finding.certainty.id())
    }

    pub(crate) fn also(&self) -> Vec<CauseId> {
        self.0.also.iter().map(|finding| finding.cause).collect()
    }

    pub(crate) fn verdict(&self, node: NodeId) -> &'static str {
        self.0
            .node(node)
            .map_or("", |state| Verdict::id(state.verdict))
    }
}
