//! Keys and certificates that are not JSON.

use serde::Deserialize;
use whydenied::{
    intake::{self, Kind},
    jose::{JsonWebKeySet, Token},
};

use super::verifies;

#[derive(Deserialize)]
struct Document {
    name: String,
    token: String,
    keys: String,
}

fn documents() -> Vec<Document> {
    serde_json::from_str(include_str!("../vectors/pem.json")).unwrap()
}

#[test]
fn a_key_or_certificate_verifies_what_its_owner_signed() {
    for document in documents() {
        let keys = JsonWebKeySet::read(&document.keys).unwrap_or_default();
        assert!(verifies(&document.token, &keys), "{}", document.name);
    }
}

#[test]
fn a_key_or_certificate_is_recognised_beside_a_token() {
    for document in documents() {
        for paste in [
            document.keys.clone(),
            format!("{}\n{}\n", document.token, document.keys),
            format!("{}\n\n{}", document.keys, document.token),
        ] {
            let evidence = intake::read(&paste);
            let name = &document.name;
            assert!(
                evidence
                    .items
                    .iter()
                    .any(|item| item.kind == Kind::JsonWebKeySet),
                "{name}"
            );
            if paste.len() > document.keys.len() {
                let Some(Token::Jws(jws)) = &evidence.token else {
                    panic!("{name}: no token");
                };
                assert!(
                    verifies(&jws.text, &evidence.keys.unwrap_or_default()),
                    "{name}"
                );
            }
        }
    }
}

#[test]
fn of_a_private_key_nothing_is_taken() {
    for label in ["PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY"] {
        let block = format!("-----BEGIN {label}-----\nbm8ga2V5\n-----END {label}-----\n");
        let set = JsonWebKeySet::read(&block).unwrap();
        assert!(set.was_private && set.keys.is_empty(), "{label}");
        let evidence = intake::read(&block);
        assert_eq!(evidence.items[0].kind, Kind::JsonWebKeySet, "{label}");
    }
}

#[test]
fn what_only_looks_like_a_document_is_none() {
    let certificate = &documents()[3].keys;
    for text in [
        "-----BEGIN CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nMIIB\n",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "-----BEGIN -----",
        "M",
        "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A",
        &certificate[..certificate.len() / 4],
    ] {
        assert_eq!(JsonWebKeySet::read(text), None, "{text}");
    }
}

#[test]
fn a_document_cut_off_or_changed_anywhere_never_panics() {
    for document in documents() {
        for at in 0..document.keys.len() {
            let _ = JsonWebKeySet::read(&document.keys[..at]);
            let changed = [&document.keys[..at], "z", &document.keys[at + 1..]].concat();
            let _ = JsonWebKeySet::read(&changed);
        }
    }
}
