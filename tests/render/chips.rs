//! Chips: one for each recognised thing, which opens, and can be left out and put back.

use whydenied::intake::{Encoding, text_of};

use crate::{
    NOON, attribute, html_after, model_after,
    page::{
        Model, Msg,
        effect::{Effect, Spot},
        part::Aspect,
        source::{Chip, Trouble},
        update::update,
    },
    tags, token,
};

/// A chip of the box.
fn chip(part: usize, aspect: Aspect) -> Chip {
    Chip {
        source: 0,
        part,
        aspect,
    }
}

/// A token for Azure Resource Manager.
fn arm_token() -> String {
    let payload = format!(
        r#"{{"aud":"https://management.azure.com/","exp":{}}}"#,
        NOON + 3_000
    );
    token(r#"{"alg":"RS256","kid":"k1"}"#, &payload)
}

/// A request and its response.
fn exchange() -> String {
    format!(
        "GET /Patient HTTP/1.1\nHost: ws-fhir.fhir.azurehealthcareapis.com\nAuthorization: Bearer {}\n\n\
         HTTP/1.1 401 Unauthorized\n\
         WWW-Authenticate: Bearer authorization_uri=\"https://login.example/t\", error=\"invalid_token\"\n\n",
        arm_token()
    )
}

fn pasted(text: &str) -> Msg {
    Msg::PastedEvidence(text.to_owned().into())
}

/// The words of a page, tags left out.
fn words(html: &str) -> String {
    html.split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect::<String>()
        .replace("&#x2F;", "/")
        .replace("&quot;", "\"")
}

/// The chips that open, in their order.
fn chips(html: &str) -> Vec<String> {
    let openers = html.split("<button").skip(1).filter(|rest| {
        let tag = rest.split('>').next().unwrap_or_default();
        attribute(tag, "class") == Some("chip")
    });
    openers
        .map(|rest| {
            words(&format!(
                "<button{}",
                rest.split("</button").next().unwrap_or_default()
            ))
        })
        .collect()
}

fn has_token(model: &Model) -> bool {
    model.reading.case.token.is_some()
}

#[test]
fn each_thing_has_a_chip_and_so_has_what_it_brought_with_it() {
    let html = html_after(|| vec![pasted(&exchange())]);
    assert_eq!(
        chips(&html),
        [
            "HTTP request",
            "GET /Patient",
            "token",
            "HTTP response",
            "401",
            "WWW-Authenticate"
        ]
    );
}

#[test]
fn things_of_one_kind_are_told_apart_by_their_line() {
    let html = html_after(|| {
        vec![pasted(
            "HTTP/1.1 401 Unauthorized\n\nnext\n\nHTTP/1.1 403 Forbidden\n\n",
        )]
    });
    assert_eq!(
        chips(&html),
        [
            "HTTP response, line 1",
            "401",
            "HTTP response, line 5",
            "403"
        ]
    );
}

#[test]
fn a_chip_opens_to_what_was_read_from_where_and_closes_again() {
    let open = || {
        vec![
            pasted(&exchange()),
            Msg::ClickedChip(chip(0, Aspect::Token)),
        ]
    };
    let html = html_after(open);
    let tag = |html: &str| {
        let tags = tags(html);
        let tag = tags
            .iter()
            .find(|tag| attribute(tag, "id") == Some("chip-0-0-token"));
        tag.map(|tag| (*tag).to_owned()).expect("the chip")
    };
    assert_eq!(attribute(&tag(&html), "aria-expanded"), Some("true"));
    let panel = attribute(&tag(&html), "aria-controls")
        .map(str::to_owned)
        .expect("its panel");
    let (_, behind) = html
        .split_once(&format!("id=\"{panel}\""))
        .expect("the panel");
    let said = words(behind.split("</button").next().unwrap_or_default());
    for part in [
        "Line 3 of the paste: Authorization: Bearer …",
        "signed token (JWS)",
        "https://management.azure.com/",
        "Remove the token from what is judged",
    ] {
        assert!(said.contains(part), "`{part}` is missing in `{said}`");
    }
    assert!(!said.contains("eyJ"), "the token's text is not shown");
    let html = html_after(move || {
        let mut messages = open();
        messages.push(Msg::ClickedChip(chip(0, Aspect::Token)));
        messages
    });
    assert_eq!(attribute(&tag(&html), "aria-expanded"), Some("false"));
    assert!(!html.contains(&panel));
}

#[test]
fn a_panel_tells_what_was_tidied() {
    let html = html_after(|| {
        vec![
            pasted(&format!("Bearer {}", arm_token())),
            Msg::ClickedChip(chip(0, Aspect::Whole)),
        ]
    });
    assert!(words(&html).contains("Bearer before the token was left out"));
}

#[test]
fn a_panel_tells_what_every_kind_of_thing_gives() {
    let cases = [
        (
            "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer authorization_uri=\"https://login.example/t\", resource_id=\"https://a.example\", error_description=\"The audience is invalid\"\n\n{\"resourceType\":\"OperationOutcome\",\"id\":\"c0ffee\",\"issue\":[{\"code\":\"login\",\"diagnostics\":\"Authentication failed.\"}]}",
            &[
                "401 Unauthorized",
                "https://login.example/t",
                "https://a.example",
                "The audience is invalid",
                "login",
                "Authentication failed.",
                "c0ffee",
            ][..],
        ),
        (
            r#"{"keys":[{"kty":"RSA","kid":"first","n":"AQAB","e":"AQAB"},{"kty":"RSA","kid":"second","n":"AQAB","e":"AQAB"}]}"#,
            &["first", "second"],
        ),
        (
            r#"{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}"#,
            &["AADSTS7000215", "invalid_client"],
        ),
        (
            "IDX10214: Audience validation failed.",
            &["the audience is invalid"],
        ),
    ];
    for (text, expected) in cases {
        let html = html_after(move || vec![pasted(text), Msg::ClickedChip(chip(0, Aspect::Whole))]);
        let (_, behind) = html.split_once("class=\"readout\"").expect("the panel");
        let said = words(behind.split("</button").next().unwrap_or_default());
        for part in expected {
            assert!(said.contains(part), "`{part}` is missing in `{said}`");
        }
    }
}

#[test]
fn what_was_left_out_counts_no_more_until_it_is_put_back() {
    let mut model = model_after([pasted(&exchange())]);
    assert!(has_token(&model));
    let token = chip(0, Aspect::Token);
    let effect = update(&mut model, Msg::RemovedChip(token));
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Chip(token))));
    assert!(!has_token(&model));
    assert_eq!(model.reading.status, Some(401), "the rest counts");
    let request = model.reading.case.request.as_ref();
    assert_eq!(request.map(|request| request.method.as_str()), Some("GET"));
    let effect = update(&mut model, Msg::PutBack(token));
    assert_eq!(effect, Some(Effect::FocusGiven(Spot::Chip(token))));
    assert!(has_token(&model));
}

#[test]
fn each_part_can_be_left_out_alone() {
    type Gone = fn(&Model) -> bool;
    let parts: [(usize, Aspect, Gone); 4] = [
        (0, Aspect::Request, |model| {
            model
                .reading
                .case
                .request
                .as_ref()
                .is_some_and(|request| request.url.is_empty())
        }),
        (1, Aspect::Status, |model| {
            model.reading.pasted_status.is_none()
        }),
        (1, Aspect::Challenge, |model| {
            model.reading.served.authority.is_none()
        }),
        (1, Aspect::Whole, |model| {
            model.reading.case.response.is_none()
        }),
    ];
    for (part, aspect, is_gone) in parts {
        let mut model = model_after([pasted(&exchange())]);
        assert!(!is_gone(&model), "{aspect:?}");
        update(&mut model, Msg::RemovedChip(chip(part, aspect)));
        assert!(is_gone(&model), "{aspect:?}");
    }
}

#[test]
fn what_was_left_out_stands_there_with_a_way_back() {
    let html = html_after(|| {
        vec![
            pasted(&exchange()),
            Msg::RemovedChip(chip(0, Aspect::Whole)),
        ]
    });
    let (_, item) = html.split_once("data-removed").expect("the item");
    let item = words(&format!(
        "<li{}",
        item.split("</li").next().unwrap_or_default()
    ));
    assert_eq!(item, "Left out: HTTP requestPut back HTTP request");
    assert_eq!(chips(&html), ["HTTP response", "401", "WWW-Authenticate"]);
    let tags = tags(&html);
    let back = tags
        .iter()
        .find(|tag| attribute(tag, "id") == Some("chip-0-0-whole"));
    assert!(back.is_some_and(|tag| tag.starts_with("button")));
}

#[test]
fn what_was_left_out_stays_so_while_more_is_typed_and_counts_when_pasted_anew() {
    let text = arm_token();
    let mut model = model_after([pasted(&text)]);
    update(&mut model, Msg::RemovedChip(chip(0, Aspect::Whole)));
    update(&mut model, Msg::TypedEvidence(format!("{text}\n").into()));
    assert!(!has_token(&model), "typed behind it");
    let more = format!("{text}\n\nHTTP/1.1 401 Unauthorized\n\n");
    update(&mut model, pasted(&more));
    assert!(!has_token(&model), "pasted behind it");
    update(&mut model, pasted("HTTP/1.1 401 Unauthorized\n\n"));
    update(&mut model, pasted(&text));
    assert!(has_token(&model));
}

#[test]
fn many_chips_are_shown_on_demand() {
    let many = || {
        let one = |index| format!("HTTP/1.1 {} Refused\n\nnext\n\n", 400 + index);
        pasted(&(0..20).map(one).collect::<String>())
    };
    let few = html_after(move || vec![many()]);
    assert_eq!(chips(&few).len(), 12);
    assert!(words(&few).contains("Show all 40"));
    let all = html_after(move || vec![many(), Msg::ToggledChips]);
    assert_eq!(chips(&all).len(), 40);
    assert!(words(&all).contains("Show fewer"));
}

#[test]
fn names_on_chips_are_text() {
    let html = html_after(|| {
        vec![
            pasted("GET /<zqxjk> HTTP/1.1\nHost: ws-fhir.fhir.azurehealthcareapis.com\n\n"),
            Msg::ClickedChip(chip(0, Aspect::Request)),
        ]
    });
    assert!(html.contains("zqxjk"));
    for tag in tags(&html) {
        assert!(!tag.contains("zqxjk"), "<{tag}>");
    }
}

#[test]
fn a_file_of_which_nothing_was_read_says_why_and_takes_nothing_away() {
    fn refused(trouble: Trouble) -> Msg {
        Msg::RefusedFile {
            name: "photo.png".to_owned(),
            size: Some(10),
            trouble,
        }
    }
    fn empty() -> Msg {
        Msg::ReadFile {
            name: Some("none.txt".to_owned()),
            text: String::new(),
            encoding: Encoding::Utf8,
            size: 0,
        }
    }
    fn binary() -> Msg {
        let found = text_of(b"\x7fELF\0\0\0\0\0\xff").err();
        refused(Trouble::Binary(found.expect("no text")))
    }
    type Refused = fn() -> Msg;
    let cases: [(Refused, &str); 4] = [
        (binary, "This file is binary"),
        (|| refused(Trouble::TooLarge), "at most 16 MB"),
        (|| refused(Trouble::Unreadable), "It could not be read"),
        (empty, "The file is empty"),
    ];
    for (msg, expected) in cases {
        let messages = move || vec![pasted(&exchange()), msg()];
        assert!(has_token(&model_after(messages())), "{expected}");
        let html = html_after(messages);
        let said = words(&html);
        assert!(said.contains(expected), "{said}");
        assert!(html.contains("Remove file 1"), "{expected}");
    }
}

#[test]
fn a_file_says_in_which_encoding_it_was_written() {
    let html = html_after(|| {
        vec![Msg::ReadFile {
            name: Some("401.txt".to_owned()),
            text: "HTTP/1.1 401 Unauthorized\n\n".to_owned(),
            encoding: Encoding::Utf16,
            size: 56,
        }]
    });
    let said = words(&html);
    assert!(said.contains("The file is UTF-16"), "{said}");
    assert!(said.contains("401.txt, 56 bytes"), "{said}");
    assert_eq!(chips(&html), ["HTTP response", "401"]);
}
