//! Names and addresses, blurred for a shared screen: what is still read out then.

use whydenied::service::Service;

use crate::{
    NOON, OID, TENANT, html_after, model_after,
    page::{
        Msg,
        model::{Answered, Sight},
        shortcut::Shortcut,
    },
    token,
};

/// Personal values, and one that is not, in the forms in which a token can have them.
const PAYLOAD: &str = r#"{"oid":"3f2c91d7-0a4e-4b6f-8d15-c7e90b52a634","scp":"user_impersonation","name":"Ward Analyst","middle_name":"Quill","upn":"ward.analyst@contoso.example","emails":["ward@contoso.example"],"verified_primary_email":["first@contoso.example"],"phone":"+1 555 0100","ipaddr":"203.0.113.38","address":{"street":"Elm Row 7","city":"Fabrikam"},"act":{"actor":"nurse","upn":"nurse@contoso.example"},"ver":"1.0"}"#;

const PERSONAL: [&str; 10] = [
    "Ward Analyst",
    "Quill",
    "ward.analyst@contoso.example",
    "ward@contoso.example",
    "first@contoso.example",
    "555 0100",
    "203.0.113.38",
    "Elm Row 7",
    "Fabrikam",
    "nurse@contoso.example",
];

fn pasted() -> Vec<Msg> {
    let text = token(r#"{"alg":"RS256"}"#, PAYLOAD);
    let other = token(r#"{"alg":"RS256"}"#, r#"{"ver":"2.0"}"#);
    vec![
        Msg::PastedEvidence(text.into()),
        Msg::PastedOther(other.into()),
    ]
}

/// The token's panel.
fn panel(html: &str) -> &str {
    let panel = html
        .split_once("panel token")
        .map_or("", |(_, panel)| panel);
    panel
        .split_once("</section>")
        .map_or("", |(panel, _)| panel)
}

/// The text that is read out: all but what is hidden from it.
fn read_out(html: &str) -> String {
    let mut text = String::new();
    // How many elements are open inside the hidden one, itself included.
    let mut hidden = 0_usize;
    for part in html.split('<').skip(1) {
        let Some((tag, behind)) = part.split_once('>') else {
            continue;
        };
        let is_end = tag.starts_with('/');
        if is_end {
            hidden = hidden.saturating_sub(1);
        } else if !tag.ends_with('/') && (hidden > 0 || tag.contains("aria-hidden=\"true\"")) {
            hidden += 1;
        }
        if hidden == 0 {
            text.push_str(behind);
        }
    }
    text
}

#[test]
fn what_is_blurred_stays_in_place_and_is_not_read_out() {
    let html = html_after(|| {
        let mut messages = pasted();
        messages.push(Msg::PressedShortcut(Shortcut::Blur));
        messages
    });
    let (panel, text) = (panel(&html), read_out(panel(&html)));
    for personal in PERSONAL {
        assert!(panel.contains(personal), "{personal} is gone");
        assert!(!text.contains(personal), "{personal} is read out: {text}");
    }
    assert!(text.contains("blurred"), "{text}");
    assert!(text.contains("user_impersonation"), "{text}");
}

#[test]
fn what_is_not_blurred_is_read_out() {
    let html = html_after(pasted);
    let text = read_out(panel(&html));
    for personal in PERSONAL {
        assert!(
            text.contains(personal),
            "{personal} is not read out: {text}"
        );
    }
}

#[test]
fn one_button_blurs_and_shows_again_with_a_token_or_without() {
    for (html, state) in [
        (html_after(Vec::new), "false"),
        (html_after(|| vec![Msg::ToggledBlur]), "true"),
    ] {
        let toggle = format!("aria-pressed=\"{state}\"");
        let (before, _) = html.split_once("Blur names and addresses").unwrap();
        let (_, button) = before.rsplit_once("<button").unwrap();
        assert!(button.contains(&toggle), "{button}");
        assert_eq!(html.matches("Blur names and addresses").count(), 1);
    }
}

#[test]
fn the_object_id_of_a_user_is_blurred_wherever_it_stands_and_an_applications_is_not() {
    let blurred = |claims: &'static str| {
        html_after(move || {
            let payload = format!(r#"{{"aud":"https://a.example","oid":"{OID}",{claims}}}"#);
            vec![
                Msg::PastedEvidence(token(r#"{"alg":"RS256"}"#, &payload).into()),
                Msg::ChoseStatus(Answered::Forbidden),
                Msg::ToggledBlur,
            ]
        })
    };
    // The box has it inside the token only.
    let html = blurred(r#""scp":"user_impersonation""#);
    assert!(html.matches(OID).count() > 2, "{html}");
    assert!(!read_out(&html).contains(OID), "{}", read_out(&html));
    let html = blurred(r#""idtyp":"app""#);
    assert!(read_out(&html).contains(OID), "{}", read_out(&html));
}

#[test]
fn an_object_id_beside_a_list_without_it_is_blurred_and_so_is_the_list() {
    const LISTED: &str = "3f2c91d7-0a4e-4b6f-8d15-c7e90b52a635";
    let html = |blurs: bool| {
        html_after(move || {
            let payload = format!(
                r#"{{"aud":"https://a.example","iss":"https://sts.windows.net/{TENANT}/","tid":"{TENANT}","exp":{},"nbf":{},"oid":"{OID}","scp":"user_impersonation"}}"#,
                NOON + 3_000,
                NOON - 600,
            );
            let mut messages = vec![
                Msg::PastedEvidence(token(r#"{"alg":"RS256"}"#, &payload).into()),
                Msg::ChoseService(Service::AzureApiForFhir),
                Msg::EnteredAuthority(format!("https://login.microsoftonline.com/{TENANT}").into()),
                Msg::EnteredAudience("https://a.example".into()),
                Msg::EnteredAllowList(LISTED.into()),
                Msg::ChoseStatus(Answered::Forbidden),
            ];
            messages.extend(blurs.then_some(Msg::ToggledBlur));
            messages
        })
    };
    let list = |html: &str| {
        let (_, list) = html.split_once("class=\"comparison\"").unwrap();
        list.split_once("</dl>").unwrap().0.to_owned()
    };
    let compared = |html: &str| read_out(&list(html));
    // All but the last letter, which is marked.
    let (alike, _) = LISTED.split_at(LISTED.len() - 1);
    assert_eq!(compared(&html(false)).matches(alike).count(), 2);
    assert!(!compared(&html(true)).contains(alike));
    // Each side once, also where it is the very Object ID.
    assert_eq!(list(&html(true)).matches("class=\"blur\"").count(), 2);
}

#[test]
fn it_outlives_what_was_pasted() {
    let mut messages = pasted();
    messages.extend([Msg::ToggledBlur, Msg::ForgotEverything]);
    assert!(model_after(messages).sight == Sight::Blurred);
}
