//! The link that the page was opened with, and links to the page.

use whydenied::{
    diagnosis::{Branch, CauseId, NodeId},
    service::Service,
};

use crate::{
    arm_401, arm_token, attribute, html_after, model_after,
    page::{
        LinkMsg, Model, Msg,
        effect::Effect,
        linked::{Followed, Opening},
        memory::Memory,
        model::{Answered, Copyable},
        update::update,
    },
    tags,
};

const ADDRESS: &str = "https://wiki.example/whydenied.html";
const LINK: &str = "service=azure-api-for-fhir&authority=https%3A%2F%2Flogin.example%2Ft&audience=https%3A%2F%2Fa.example\
                    &allow=1d00aadf-780b-4d06-ad19-bd08344d9565&issuer=https%3A%2F%2Fsts.example%2F&resource=%2Fsubscriptions%2Fs";
pub(crate) const SETTINGS: &str = r#"{"properties":{"authenticationConfiguration":{"authority":"https://pasted.example/t","audience":"https://b.example"}}}"#;

/// The page is opened with this fragment.
pub(crate) fn opened(fragment: &str) -> Msg {
    opened_with(fragment, Memory::default())
}

pub(crate) fn opened_with(fragment: &str, memory: Memory) -> Msg {
    let followed = Followed {
        fragment: fragment.to_owned(),
        token: None,
    };
    Msg::Link(LinkMsg::Opened(Box::new(Opening {
        address: ADDRESS.to_owned(),
        followed,
        is_framed: false,
        memory,
    })))
}

/// A link with this fragment is followed in the open page.
fn followed(fragment: &str) -> Msg {
    Msg::Link(LinkMsg::Followed(Followed {
        fragment: fragment.to_owned(),
        token: None,
    }))
}

pub(crate) fn audience(model: &Model) -> &str {
    let audience = model.reading.case.settings.audience.as_deref();
    audience.unwrap_or_default()
}

/// What is copied.
fn copied(model: &mut Model, what: Copyable) -> String {
    match update(model, Msg::ClickedCopy(what)) {
        Some(Effect::Copy(_, text)) => text,
        _ => String::new(),
    }
}

fn field<'a>(tags: &[&'a str], id: &str) -> &'a str {
    let is_it = |tag: &&&str| attribute(tag, "id") == Some(id);
    tags.iter().find(is_it).copied().unwrap_or_default()
}

#[test]
fn a_link_fills_the_settings() {
    let model = model_after([opened(LINK)]);
    let case = &model.reading.case;
    assert_eq!(case.service, Service::AzureApiForFhir);
    assert_eq!(
        case.settings.authority.as_deref(),
        Some("https://login.example/t")
    );
    assert_eq!(audience(&model), "https://a.example");
    let list = case.settings.allowed_object_ids.as_deref();
    assert_eq!(
        list,
        Some(&["1d00aadf-780b-4d06-ad19-bd08344d9565".to_owned()][..])
    );
    assert_eq!(
        case.settings.issuer.as_deref(),
        Some("https://sts.example/")
    );
    assert_eq!(
        case.settings.resource_id.as_deref(),
        Some("/subscriptions/s")
    );
    let html = html_after(|| vec![opened(LINK)]);
    // Service, authority, audience, list, issuer, resource.
    assert_eq!(html.matches("from the link").count(), 6);
    assert!(!html.contains("readonly"));
}

#[test]
fn a_locked_link_fixes_what_it_gives_and_nothing_else() {
    let html = html_after(|| {
        vec![opened(
            "service=ahds-fhir&audience=https%3A%2F%2Fa.example&status=401&lock",
        )]
    });
    let tags = tags(&html);
    assert!(field(&tags, "audience").contains(" readonly"));
    assert!(field(&tags, "service").contains(" disabled"));
    assert!(!field(&tags, "authority").contains(" readonly"));
    let is_disabled = |tag: &&&str| tag.starts_with("fieldset") && tag.contains(" disabled");
    assert_eq!(tags.iter().filter(is_disabled).count(), 1, "the status");
    assert_eq!(html.matches("fixed by the link").count(), 3);
}

#[test]
fn a_locked_status_stays_whatever_is_clicked_or_pasted() {
    let mut model = model_after([opened("status=401&lock")]);
    for msg in [
        Msg::ChoseStatus(Answered::Forbidden),
        Msg::Answered(whydenied::words::Answer::Status(Some(403))),
        Msg::PastedEvidence("HTTP/1.1 403 Forbidden\n\n".into()),
    ] {
        update(&mut model, msg);
        assert_eq!(model.reading.taken, Some(Branch::Unauthorized));
    }
}

#[test]
fn a_status_of_a_link_picks_the_answer() {
    for (fragment, status, branch) in [
        ("status=401", 401, Branch::Unauthorized),
        ("status=403", 403, Branch::Forbidden),
        ("status=404", 404, Branch::Other),
    ] {
        let mut model = model_after([opened(fragment)]);
        assert_eq!(model.reading.status, Some(status));
        assert_eq!(model.reading.taken, Some(branch));
        update(
            &mut model,
            Msg::PastedEvidence("HTTP/1.1 400 Bad Request\n\n".into()),
        );
        assert_eq!(
            model.reading.status,
            Some(400),
            "what is pasted later counts"
        );
    }
    assert!(html_after(|| vec![opened("status=404")]).contains("from the link"));
}

#[test]
fn a_link_to_a_question_shows_it_and_picks_the_cause() {
    let model = model_after([opened("node=audience")]);
    assert_eq!(model.shown().node(), NodeId::Audience);
    let model = model_after([opened("status=401&cause=expired")]);
    assert_eq!(model.shown().node(), NodeId::Lifetime);
    let headline = model.reading.diagnosis.headline.as_ref();
    assert_eq!(
        headline.map(|finding| finding.cause),
        Some(CauseId::Expired)
    );
}

#[test]
fn what_was_given_later_counts_unless_the_link_is_locked() {
    let pasted = || Msg::PastedEvidence(SETTINGS.into());
    let link = "audience=https%3A%2F%2Fa.example";
    let cases = [
        (vec![opened(link), pasted()], "https://b.example"),
        (
            vec![opened(""), pasted(), followed(link)],
            "https://a.example",
        ),
        (
            vec![opened(""), followed(link), pasted()],
            "https://b.example",
        ),
        (
            vec![opened(&[link, "&lock"].concat()), pasted()],
            "https://a.example",
        ),
        (
            vec![opened(link), Msg::EnteredAudience("typed".into())],
            "typed",
        ),
        (
            vec![
                opened(""),
                Msg::EnteredAudience("typed".into()),
                followed(link),
            ],
            "https://a.example",
        ),
    ];
    for (index, (messages, expected)) in cases.into_iter().enumerate() {
        assert_eq!(audience(&model_after(messages)), expected, "{index}");
    }
}

#[test]
fn a_link_that_is_followed_loses_nothing_that_was_pasted_and_a_place_loses_nothing_at_all() {
    let mut model = model_after(arm_401());
    let text = model.sources.text.clone();
    update(&mut model, followed("node=audience&embed"));
    assert_eq!(model.sources.text, text);
    assert!(model.reading.case.token.is_some());
    assert_eq!(model.reading.taken, Some(Branch::Unauthorized));
    assert_eq!(model.shown().node(), NodeId::Audience);
    update(&mut model, followed("evidence"));
    assert_eq!(model.shown().node(), NodeId::Audience);
    assert!(model.linked.link.embed);
    assert!(model.linked.ignored.is_empty());
}

#[test]
fn what_is_ignored_is_told_until_it_was_read() {
    let link = || opened("colour=<b>red&status=1&embed=no");
    let html = html_after(move || vec![link()]);
    for part in ["colour", "status", "embed", "Close this note"] {
        assert!(html.contains(part), "{part}");
    }
    let html = html_after(move || vec![link(), Msg::Link(LinkMsg::ReadNote)]);
    assert!(!html.contains("Close this note"));
    assert!(!html_after(|| vec![opened(LINK)]).contains("Close this note"));
}

#[test]
fn a_token_in_the_address_becomes_a_paste_behind_what_is_there() {
    let token = arm_token();
    let came = || {
        Msg::Link(LinkMsg::Followed(Followed {
            fragment: String::new(),
            token: Some(arm_token()),
        }))
    };
    let model = model_after([came()]);
    assert_eq!(model.sources.text, token.as_str());
    assert!(model.reading.case.token.is_some());
    let first = "HTTP/1.1 401 Unauthorized";
    let model = model_after([Msg::PastedEvidence(first.into()), came()]);
    assert_eq!(model.sources.text, [first, "\n\n", &token].concat());
    assert_eq!(model.reading.status, Some(401));
    let html = html_after(move || vec![came()]);
    assert!(html.contains("own history still holds that address"));
    let html = html_after(move || vec![came(), Msg::Link(LinkMsg::ReadTokenNote)]);
    assert!(!html.contains("own history still holds that address"));
}

#[test]
fn a_copied_link_opens_the_same_settings_and_question() {
    let mut model = model_after([opened(LINK), Msg::ChoseStatus(Answered::Forbidden)]);
    update(&mut model, Msg::ClickedNode(NodeId::AllowList));
    let text = copied(&mut model, Copyable::Question);
    let (address, fragment) = text.split_once('#').expect("a fragment");
    assert_eq!(address, ADDRESS);
    let again = model_after([opened(fragment)]);
    assert_eq!(again.reading.case.settings, model.reading.case.settings);
    assert_eq!(again.reading.case.service, model.reading.case.service);
    assert_eq!(again.reading.taken, model.reading.taken);
    assert_eq!(again.shown(), model.shown());
    let settings = copied(&mut model, Copyable::Settings);
    assert!(!settings.contains("node="), "{settings}");
}

#[test]
fn a_copied_link_carries_nothing_of_the_token() {
    let mut messages = vec![opened("")];
    messages.extend(arm_401());
    let mut model = model_after(messages);
    // By mistake, in the wrong field.
    update(&mut model, Msg::EnteredAuthority(arm_token().into()));
    let link = copied(&mut model, Copyable::Settings);
    assert_eq!(
        link,
        [
            ADDRESS,
            "#service=ahds-fhir&audience=https%3A%2F%2Fws-fhir.fhir.azurehealthcareapis.com&status=401"
        ]
        .concat()
    );
}

#[test]
fn a_link_that_the_clipboard_did_not_take_is_shown() {
    let shown = |took| {
        html_after(move || {
            let what = Copyable::Settings;
            vec![opened(LINK), Msg::Copied { what, took }]
        })
    };
    assert!(shown(false).contains("id=\"settings-link\""));
    assert!(!shown(true).contains("id=\"settings-link\""));
}

#[test]
fn in_a_frame_a_link_to_a_source_shows_where_it_leads() {
    let shown = |is_framed| {
        let html = html_after(move || {
            let opening = Opening {
                is_framed,
                ..Opening::default()
            };
            vec![Msg::Link(LinkMsg::Opened(Box::new(opening)))]
        });
        let (_, link) = html.split_once("class=\"source-link\"").expect("a source");
        let (_, behind) = link.split_once("</a>").expect("its end");
        behind
            .split("</p>")
            .next()
            .unwrap_or_default()
            .replace("&#x2F;", "/")
    };
    assert!(shown(true).contains("https://"), "{}", shown(true));
    assert!(!shown(false).contains("https://"), "{}", shown(false));
}
