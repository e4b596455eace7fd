//! What people have in hand, in the project's scenarios.

use std::{fs, sync::LazyLock};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// What a scenario has in hand: its pastes, in which `${token}` stands for its token.
pub(crate) struct Hand {
    pub(crate) pastes: Vec<String>,
    pub(crate) token: String,
}

/// What the project's scenarios have in hand.
pub(crate) static HANDS: LazyLock<Vec<Hand>> = LazyLock::new(|| {
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
pub(crate) static PASTES: LazyLock<Vec<String>> = LazyLock::new(|| {
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
