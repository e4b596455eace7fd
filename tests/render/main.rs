//! What the page renders, and how its model changes: native, without a browser.

#[path = "../../src/page/mod.rs"]
mod page;

mod as_of;
mod asking;
mod blurring;
mod chips;
mod comparing;
mod escaping;
mod fixes;
mod ids;
mod linked;
mod navigation;
mod parts;
mod remembering;
mod replacing;
mod reporting;
mod route;
mod session;
mod signing;
mod structure;
mod suspecting;
mod updates;
mod version;
mod waiting;

use std::{
    future::Future,
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use page::{Model, Msg, Page, PageProperties, clock::Clock, update::update};

/// 2026-11-23T12:00:00Z.
pub(crate) const NOON: i64 = 1_795_435_200;

/// A page at noon on which these things happened.
pub(crate) fn model_after(messages: impl IntoIterator<Item = Msg>) -> Model {
    let mut model = Model::at(Clock {
        now: NOON,
        offset: 0,
    });
    for msg in messages {
        update(&mut model, msg);
    }
    model
}

/// The HTML of a page on which these things happened.
pub(crate) fn html_after(messages: impl FnOnce() -> Vec<Msg> + Send + 'static) -> String {
    let create = move || PageProperties {
        model: model_after(messages()).into(),
    };
    let renderer = yew::ServerRenderer::<Page>::with_props(create).hydratable(false);
    block_on(renderer.render())
}

/// A token with this header and this payload, as JSON texts.
pub(crate) fn token(header: &str, payload: &str) -> String {
    format!(
        "{}.{}.c2ln",
        URL_SAFE_NO_PAD.encode(header),
        URL_SAFE_NO_PAD.encode(payload)
    )
}

/// A token that is for Azure Resource Manager.
pub(crate) fn arm_token() -> String {
    let payload = format!(
        r#"{{"aud":"https://management.azure.com/","iss":"https://sts.windows.net/{TENANT}/","tid":"{TENANT}","exp":{},"nbf":{},"oid":"{OID}","scp":"user_impersonation","name":"Ward Analyst"}}"#,
        NOON + 3_000,
        NOON - 600,
    );
    token(r#"{"typ":"JWT","alg":"RS256","kid":"k1"}"#, &payload)
}

/// That token, and its 401.
pub(crate) fn arm_401() -> Vec<Msg> {
    vec![
        Msg::PastedEvidence(arm_token().into()),
        Msg::EnteredAuthority(format!("https://login.microsoftonline.com/{TENANT}").into()),
        Msg::EnteredAudience("https://ws-fhir.fhir.azurehealthcareapis.com".into()),
        Msg::ChoseStatus(page::model::Answered::Unauthorized),
    ]
}

/// A tenant.
pub(crate) const TENANT: &str = "8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5";

/// A user of that tenant.
pub(crate) const OID: &str = "3f2c91d7-0a4e-4b6f-8d15-c7e90b52a634";

/// The tags of an HTML text, each from its name to its end, text between them left out.
pub(crate) fn tags(html: &str) -> Vec<&str> {
    html.split('<')
        .skip(1)
        .filter_map(|part| part.split('>').next())
        .filter(|tag| !tag.starts_with(['/', '!']))
        .collect()
}

/// The value of a tag's attribute.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let behind = tag.split_once(&format!(" {name}=\""))?.1;
    behind.split('"').next()
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}
