//! The fragment of the page's own address: what it gives, what is ignored, and what is written.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use proptest::prelude::*;
use whydenied::{
    diagnosis::{CauseId, NodeId},
    link::{Ignored, Link, Why},
    service::{Service, Settings},
};

const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2ln";

/// A link that gives only these settings.
fn settings(settings: Settings) -> Link {
    Link {
        settings,
        ..Link::default()
    }
}

fn audience(text: &str) -> Link {
    settings(Settings {
        audience: Some(text.to_owned()),
        ..Settings::default()
    })
}

fn allow(ids: &[&str]) -> Link {
    settings(Settings {
        allowed_object_ids: Some(ids.iter().map(|id| (*id).to_owned()).collect()),
        ..Settings::default()
    })
}

#[test]
fn each_parameter_gives_what_it_names() {
    let text = |text: &str| Some(text.to_owned());
    let cases = [
        ("", Link::default()),
        ("#", Link::default()),
        ("&&", Link::default()),
        (
            "#service=azure-api-for-fhir",
            Link {
                service: Some(Service::AzureApiForFhir),
                ..Link::default()
            },
        ),
        (
            "#authority=https%3A%2F%2Flogin.example%2Ft",
            settings(Settings {
                authority: text("https://login.example/t"),
                ..Settings::default()
            }),
        ),
        (
            "issuer=https://sts.example/t/",
            settings(Settings {
                issuer: text("https://sts.example/t/"),
                ..Settings::default()
            }),
        ),
        (
            "#resource=/subscriptions/s",
            settings(Settings {
                resource_id: text("/subscriptions/s"),
                ..Settings::default()
            }),
        ),
        ("#audience=a+b%20c", audience("a b c")),
        ("#audience=%e2%82%ac=1", audience("\u{20ac}=1")),
        ("#audience=100%&", audience("100%")),
        ("#audience=%zz%4", audience("%zz%4")),
        ("#audience=%ff", audience("\u{fffd}")),
        ("#%61udience=a", audience("a")),
        ("#allow=a,b;c%0Ad", allow(&["a", "b", "c", "d"])),
        ("#allow=", allow(&[])),
        (
            "#status=403&node=audience&cause=expired",
            Link {
                status: Some(403),
                node: Some(NodeId::Audience),
                cause: Some(CauseId::Expired),
                ..Link::default()
            },
        ),
        (
            "#embed&lock=",
            Link {
                embed: true,
                lock: true,
                ..Link::default()
            },
        ),
        (
            "#embed=true&lock=1",
            Link {
                embed: true,
                lock: true,
                ..Link::default()
            },
        ),
    ];
    for (fragment, expected) in cases {
        assert_eq!(Link::read(fragment), (expected, Vec::new()), "{fragment}");
    }
}

#[test]
fn what_cannot_be_is_ignored_and_named() {
    let token = format!("#audience={TOKEN}");
    let bearer = format!("#authority=Bearer+{TOKEN}");
    let listed = format!("#allow=a,{TOKEN}");
    let cases = [
        ("#colour=red", "colour", Why::Unknown),
        ("#AUDIENCE=a", "AUDIENCE", Why::Unknown),
        ("#state=s", "state", Why::Unknown),
        ("#=a", "", Why::Unknown),
        ("#%3Cb%3E=a", "<b>", Why::Unknown),
        ("#service=fhir", "service", Why::Malformed),
        ("#service", "service", Why::Malformed),
        ("#authority=", "authority", Why::Malformed),
        ("#audience=+", "audience", Why::Malformed),
        ("#status=99", "status", Why::Malformed),
        ("#status=600", "status", Why::Malformed),
        ("#status=-401", "status", Why::Malformed),
        ("#status=4e2", "status", Why::Malformed),
        ("#node=root", "node", Why::Malformed),
        ("#cause=none", "cause", Why::Malformed),
        ("#embed=false", "embed", Why::Malformed),
        (&token, "audience", Why::Token),
        (&bearer, "authority", Why::Token),
        (&listed, "allow", Why::Token),
    ];
    for (fragment, name, why) in cases {
        let name = name.to_owned();
        let expected = (Link::default(), vec![Ignored { name, why }]);
        assert_eq!(Link::read(fragment), expected, "{fragment}");
    }
}

#[test]
fn of_two_parameters_with_one_name_the_first_counts() {
    for (fragment, expected) in [
        ("#audience=a&audience=b", audience("a")),
        ("#allow=a&allow=b", allow(&["a"])),
    ] {
        let (link, ignored) = Link::read(fragment);
        assert_eq!(link, expected);
        let whys: Vec<Why> = ignored.iter().map(|ignored| ignored.why).collect();
        assert_eq!(whys, [Why::Repeated]);
    }
}

#[test]
fn what_stands_beside_it_is_taken_all_the_same() {
    let (link, ignored) = Link::read("#colour=red&audience=a&status=x&lock");
    let expected = Link {
        lock: true,
        ..audience("a")
    };
    assert_eq!(link, expected);
    assert_eq!(ignored.len(), 2);
}

#[test]
fn a_written_link_has_nothing_in_it_that_another_reader_could_take_for_its_own() {
    let link = Link {
        service: Some(Service::AhdsFhir),
        status: Some(401),
        node: Some(NodeId::Audience),
        embed: true,
        lock: true,
        ..audience("https://a.example/\"><b>&c=d#e (f)\n\u{20ac}")
    };
    assert_eq!(
        link.write(),
        "service=ahds-fhir&audience=https%3A%2F%2Fa.example%2F%22%3E%3Cb%3E%26c%3Dd%23e%20%28f%29%0A%E2%82%AC\
         &status=401&node=audience&embed&lock"
    );
    assert_eq!(Link::default().write(), "");
}

#[test]
fn a_token_is_never_written() {
    for text in [TOKEN.to_owned(), format!("Bearer {TOKEN}")] {
        let (authority, issuer) = (Some(text.clone()), Some(text.clone()));
        let link = settings(Settings {
            authority,
            issuer,
            audience: Some("a".to_owned()),
            allowed_object_ids: Some(vec!["b".to_owned(), text]),
            ..Settings::default()
        });
        assert_eq!(link.write(), "audience=a");
    }
}

/// A fragment of parts that the page knows, and of any text.
fn fragment() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<String>(),
        "(service|authority|audience|allow|issuer|resource|status|node|cause|embed|lock)(=[a-z0-9%+.:/,\"<>-]{0,20})?",
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.join("&"))
}

proptest! {
    #[test]
    fn any_text_is_answered_and_what_was_read_is_written_so_that_it_is_read_again(text in fragment()) {
        let (link, _) = Link::read(&text);
        prop_assert_eq!(Link::read(&link.write()), (link, Vec::new()));
    }
}
