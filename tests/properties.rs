//! Whatever is pasted, there is an answer: no panic and no loss.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::{fs, sync::LazyLock};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use proptest::{prelude::*, sample};
use whydenied::{
    diagnosis::{Case, diagnose},
    http::Body,
    intake,
    jose::{Malformed, Token},
    report,
};

/// What a scenario has in hand: its pastes, in which `${token}` stands for its token.
struct Hand {
    pastes: Vec<String>,
    token: String,
}

/// What the project's scenarios have in hand.
static HANDS: LazyLock<Vec<Hand>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scenarios");
    let mut hands = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let scenario: serde_json::Value = serde_json::from_str(&text).unwrap();
        let token = token(&scenario["token"]);
        let pastes = match &scenario["pasted"] {
            serde_json::Value::String(paste) => vec![paste.clone()],
            serde_json::Value::Array(several) => several
                .iter()
                .map(|paste| paste.as_str().unwrap().to_owned())
                .collect(),
            _ if token.is_empty() => continue,
            _ => vec!["${token}".to_owned()],
        };
        hands.push(Hand { pastes, token });
    }
    hands
});

/// Their tokens and pastes, each by itself.
static PASTES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut pastes = Vec::new();
    for Hand {
        pastes: several,
        token,
    } in &*HANDS
    {
        pastes.extend(several.iter().map(|paste| paste.replace("${token}", token)));
        if !token.is_empty() && several != &["${token}"] {
            pastes.push(token.clone());
        }
    }
    assert!(pastes.len() > 90, "the scenarios are there");
    pastes
});

fn token(token: &serde_json::Value) -> String {
    if let Some(text) = token.as_str() {
        return text.to_owned();
    }
    let part = |name: &str| {
        let text = token[format!("{name}_text")].as_str().map(str::to_owned);
        URL_SAFE_NO_PAD.encode(text.unwrap_or_else(|| token[name].to_string()))
    };
    match token {
        serde_json::Value::Object(_) => {
            format!(
                "{}.{}.{}",
                part("header"),
                part("payload"),
                token["signature"].as_str().unwrap_or("c2ln")
            )
        }
        _ => String::new(),
    }
}

/// Everything that the page does with a paste. It need only come back.
fn answer(paste: &str) -> Case {
    let evidence = intake::read(paste);
    assert!(
        !evidence.items.is_empty(),
        "something is said of every paste"
    );
    let mut case = Case {
        now: 1_795_435_200,
        ..Case::default()
    };
    evidence.fill(&mut case);
    let diagnosis = diagnose(&case);
    let _ = report::text(&case, &diagnosis);
    case
}

/// A paste of the scenarios with pieces cut out, doubled, replaced or moved.
fn mutated() -> impl Strategy<Value = String> {
    let change = (
        any::<sample::Index>(),
        any::<sample::Index>(),
        0..5_u8,
        any::<char>(),
    );
    (any::<sample::Index>(), prop::collection::vec(change, 1..6)).prop_map(|(which, changes)| {
        let mut text: Vec<char> = which.get(&PASTES).chars().collect();
        for (from, to, kind, character) in changes {
            if text.is_empty() {
                break;
            }
            let (from, to) = (from.index(text.len()), to.index(text.len()));
            let (from, to) = (from.min(to), from.max(to));
            match kind {
                0 => drop(text.drain(from..to)),
                1 => text.insert(from, character),
                2 => text[from] = character,
                3 => {
                    let piece: Vec<char> = text[from..to].iter().take(400).copied().collect();
                    text.splice(to..to, piece);
                }
                _ => text.truncate(to),
            }
        }
        text.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_string_has_an_answer(text in any::<String>()) {
        answer(&text);
    }

    #[test]
    fn every_byte_string_has_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        answer(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn text_of_the_characters_that_mean_something_has_an_answer(
        text in "[ \\n\\r\\t{}\\[\\]\"'`,:;=.$^\\\\@()<>*#?&%/+aeyJ0-9-]{0,300}"
    ) {
        answer(&text);
    }

    #[test]
    fn beginnings_of_every_kind_have_an_answer(
        lines in prop::collection::vec((sample::select(BEGINNINGS), any::<String>()), 0..8)
    ) {
        let paste: String = lines.iter().flat_map(|(beginning, rest)| [beginning, rest.as_str(), "\n"]).collect();
        answer(&paste);
    }

    #[test]
    fn any_three_segments_have_an_answer(
        header in prop_oneof![any::<Vec<u8>>(), json_bytes()],
        payload in prop_oneof![any::<Vec<u8>>(), json_bytes()],
        signature in any::<Vec<u8>>(),
    ) {
        let [header, payload, signature] = [header, payload, signature].map(|part| URL_SAFE_NO_PAD.encode(part));
        answer(&format!("Authorization: Bearer {header}.{payload}.{signature}"));
    }

    #[test]
    fn a_mutated_paste_has_an_answer(paste in mutated()) {
        answer(&paste);
    }

    #[test]
    fn every_text_is_some_token_and_a_broken_one_breaks_inside_itself(text in prop_oneof![any::<String>(), mutated()]) {
        if let Token::Malformed(Malformed { at, length, .. }) = Token::read(&text) {
            prop_assert_eq!(length, text.len());
            prop_assert!(text.is_char_boundary(at) && at <= length, "{} of {}", at, length);
        }
    }

    #[test]
    fn a_token_is_the_same_in_any_wrapping(
        which in any::<sample::Index>(),
        before in sample::select(&["", " ", "\n\n", "\u{feff}", "Bearer ", "\"", "'Bearer ", "\tbearer  "][..]),
        after in sample::select(&["", "\n", " \r\n", ",", ";", "\",", "\u{200b}\n"][..]),
        width in prop::option::of(24_usize..120),
    ) {
        let tokens: Vec<&String> = PASTES.iter().filter(|paste| matches!(Token::read(paste), Token::Jws(_) | Token::Jwe(_))).collect();
        let token = which.get(&tokens);
        let wrapped = match width {
            Some(width) => token.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap()).collect::<Vec<_>>().join("\n"),
            None => (*token).clone(),
        };
        let evidence = intake::read(&format!("{before}{wrapped}{after}"));
        prop_assert_eq!(evidence.token, Some(Token::read(token)));
    }
}

/// Lines that people write around what they paste. None of them says anything of a request.
const NOISE: &[&str] = &[
    "Hi all,",
    "since Monday the list of the ward stays empty. This is what I have:",
    "```",
    "--",
    "Any idea? Thanks!",
    "(copied from the terminal)",
    "[x] reproduced on two machines",
    "1. first try, 2. second try",
    "Grüße aus Köln",
    "________________________________",
];

/// A way in which a paste gets from one place to another.
#[derive(Clone, Debug)]
enum Way {
    /// Between lines of prose.
    Noise(&'static str, &'static str),
    /// With the line ends of Windows.
    CarriageReturns,
    /// Quoted in a mail.
    MailQuotes,
    /// As a JSON string in a log.
    JsonString,
    /// With double quotation marks in the place of single ones, where a shell takes both.
    DoubleQuotes,
    /// With the token broken into lines.
    Wrapped(usize),
    /// As UTF-16 that was taken for another encoding.
    Zeros,
}

impl Way {
    /// What arrives; none where this way would change what the paste says.
    fn apply(&self, paste: &str, token: &str) -> Option<String> {
        let filled = paste.replace("${token}", token);
        let is_alone = paste.trim() == "${token}";
        let is_jwt = matches!(Token::read(token), Token::Jws(_) | Token::Jwe(_));
        match self {
            // It has come a long way already.
            Self::CarriageReturns | Self::MailQuotes | Self::JsonString | Self::Zeros
                if filled.contains('\0') =>
            {
                None
            }
            // A key or a placeholder is known to be one only where it stands alone or is announced.
            Self::Noise(..) if is_alone && !is_jwt => None,
            Self::Noise(before, after) => Some(format!("{before}\n\n{filled}\n\n{after}\n")),
            // In a token's own text they are part of it.
            Self::CarriageReturns if filled.contains('\r') || !is_alone && token.contains('\n') => {
                None
            }
            Self::CarriageReturns => Some(filled.replace('\n', "\r\n")),
            Self::MailQuotes => Some(filled.lines().map(|line| format!("> {line}\n")).collect()),
            Self::JsonString => filled
                .contains('\n')
                .then(|| serde_json::to_string(&filled).unwrap()),
            Self::DoubleQuotes => {
                let is_command =
                    paste.starts_with("curl") && !filled.contains(['"', '$', '\\', '`']);
                is_command.then(|| filled.replace('\'', "\""))
            }
            // A document's strings, a URL and a shell's bare words hold no line breaks.
            Self::Wrapped(_)
                if !is_jwt
                    || paste.starts_with(['{', '['])
                    || ["=${token}", "bearer ${token}"]
                        .iter()
                        .any(|held| paste.contains(held)) =>
            {
                None
            }
            Self::Wrapped(width) => {
                let lines: Vec<_> = token
                    .as_bytes()
                    .chunks(*width)
                    .map(|line| std::str::from_utf8(line).unwrap())
                    .collect();
                Some(paste.replace("${token}", &lines.join("\n")))
            }
            Self::Zeros => Some(
                filled
                    .chars()
                    .flat_map(|character| [character, '\0'])
                    .collect(),
            ),
        }
    }
}

/// The case that pastes give, as far as the engine judges it.
fn case_of(pastes: impl Iterator<Item = String>) -> Case {
    let mut case = Case::default();
    for paste in pastes {
        intake::read(&paste).fill(&mut case);
    }
    // An empty body says no more than none.
    if let Some(response) = &mut case.response {
        response.body = response.body.take().filter(|body| *body != Body::Empty);
    }
    // An excerpt is shown as it came.
    if let Some(Body::Foreign { excerpt, .. }) = case
        .response
        .as_mut()
        .and_then(|response| response.body.as_mut())
    {
        *excerpt = excerpt.replace('\r', "");
    }
    case
}

fn way() -> impl Strategy<Value = Way> {
    prop_oneof![
        (sample::select(NOISE), sample::select(NOISE))
            .prop_map(|(before, after)| Way::Noise(before, after)),
        Just(Way::CarriageReturns),
        Just(Way::MailQuotes),
        Just(Way::JsonString),
        Just(Way::DoubleQuotes),
        (24_usize..120).prop_map(Way::Wrapped),
        Just(Way::Zeros),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_paste_gives_the_same_case_on_whatever_way_it_came(which in any::<sample::Index>(), way in way()) {
        let Hand { pastes, token } = which.get(&HANDS);
        let plain = case_of(pastes.iter().map(|paste| paste.replace("${token}", token)));
        let arrived = pastes.iter().map(|paste| {
            way.apply(paste, token).unwrap_or_else(|| paste.replace("${token}", token))
        });
        prop_assert_eq!(case_of(arrived), plain, "{:?} {:?}", way, pastes);
    }
}

/// How the kinds of paste begin.
const BEGINNINGS: &[&str] = &[
    "HTTP/1.1 401 ",
    "HTTP/2 4",
    "GET /",
    "POST https://",
    "curl ",
    "curl -H '",
    "curl ^\"",
    "$ curl \"",
    "> GET / HTTP/1.1",
    "< HTTP/1.1 401",
    "* ",
    "> ",
    "< ",
    "fetch(\"",
    "fetch(`",
    "Invoke-RestMethod ",
    "$h = @{",
    "irm `",
    "{\"access_token\":\"",
    "{\"log\":{\"entries\":[",
    "{\"error\":\"",
    "{\"keys\":[",
    "[",
    "Bearer ",
    "Bearer realm=\"",
    "WWW-Authenticate: ",
    "Authorization: Bearer ",
    "authorization:",
    ":path: /",
    "https://x.fhir.azurehealthcareapis.com/",
    "https://a/#access_token=",
    "#id_token=",
    "AADSTS",
    "IDX10",
    "eyJ",
    "error=\"",
    "Status Code:",
    "",
];

/// JSON as tokens hold it, of the claims that the checks read.
fn json_bytes() -> impl Strategy<Value = Vec<u8>> {
    let name = sample::select(
        &[
            "alg",
            "kid",
            "nonce",
            "aud",
            "iss",
            "exp",
            "nbf",
            "iat",
            "oid",
            "scp",
            "roles",
            "tid",
            "idp",
            "xms_mirid",
            "fhirUser",
            "azp",
            "sub",
            "tfp",
        ][..],
    );
    let value = prop_oneof![
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        any::<String>().prop_map(serde_json::Value::from),
        "https://[a-z/.]{0,20}".prop_map(serde_json::Value::from),
        prop::collection::vec(any::<String>(), 0..3).prop_map(serde_json::Value::from),
        Just(serde_json::Value::Null),
        Just(serde_json::json!({"a": [true]})),
    ];
    prop::collection::btree_map(name, value, 0..8)
        .prop_map(|members| serde_json::to_vec(&members).unwrap())
}
