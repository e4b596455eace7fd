//! Tokens: told apart by what they are, and broken ones by the segment and the byte at which they break.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use whydenied::jose::{
    Claim, LONGEST, Malformed, NumericDate, Opaque, OpaqueToken, Placeholder, Problem, Segment,
    Token,
};

fn encoded(text: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

fn token(header: &str, payload: &str, signature: &str) -> String {
    format!("{}.{}.{signature}", encoded(header), encoded(payload))
}

const HEADER: &str = r#"{"alg":"RS256","kid":"k1","x5t":"t1"}"#;

fn malformed(text: &str) -> Malformed {
    match Token::read(text) {
        Token::Malformed(malformed) => malformed,
        other => panic!("{text} was read as {other:?}"),
    }
}

fn jws(text: &str) -> whydenied::jose::Jws {
    Token::read(text)
        .jws()
        .cloned()
        .unwrap_or_else(|| panic!("{:?}", Token::read(text)))
}

#[test]
fn a_signed_token_gives_header_payload_and_the_place_of_each_part() {
    let text = token(HEADER, r#"{"aud":"a"}"#, "c2ln");
    let jws = jws(&text);
    assert_eq!(
        (jws.algorithm(), jws.key_id(), jws.thumbprint()),
        (Some("RS256"), Some("k1"), Some("t1"))
    );
    assert_eq!(jws.claims().text("aud"), Some("a"));
    let parts: Vec<_> = jws.parts.iter().map(|part| jws.text_of(part)).collect();
    assert_eq!(parts.join("."), text);
    assert_eq!(jws.parts[2].decoded, 3);
    assert!(!jws.is_unsigned() && !jws.is_padded());
}

#[test]
fn the_example_of_rfc_7515_is_read() {
    let text = concat!(
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.",
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.",
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    );
    let jws = jws(text);
    assert_eq!(jws.claims().text("iss"), Some("joe"));
    assert_eq!(
        jws.claims().time("exp"),
        Claim::Present(NumericDate(1_300_819_380))
    );
    assert_eq!(
        jws.payload.text,
        "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"
    );
}

#[test]
fn a_token_without_signature_or_algorithm_is_unsigned() {
    assert!(jws(&token(HEADER, "{}", "")).is_unsigned());
    for alg in ["none", "None", "NONE"] {
        assert!(jws(&token(&format!(r#"{{"alg":"{alg}"}}"#), "{}", "c2ln")).is_unsigned());
    }
}

#[test]
fn padding_is_tolerated_and_flagged() {
    let text = format!(
        "{}=.{}==.c2ln",
        encoded("{\"a\":\"bcd\"}"),
        encoded("{\"a\":\"b\"}x").get(..12).unwrap()
    );
    assert!(jws(&text).is_padded(), "{text}");
}

#[test]
fn five_segments_are_an_encrypted_token() {
    let header = encoded(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#);
    assert!(
        matches!(Token::read(&format!("{header}.a.b.c.d")), Token::Jwe(jwe) if jwe.header.is_some())
    );
    assert!(
        matches!(Token::read("eyJhbGciOiJSU0.a.b.c.d"), Token::Jwe(jwe) if jwe.header.is_none())
    );
}

#[test]
fn an_unfilled_variable_is_a_placeholder() {
    let table = [
        ("{{token}}", Placeholder::Variable),
        ("{{ bearerToken }}", Placeholder::Variable),
        ("$token", Placeholder::Variable),
        ("${TOKEN}", Placeholder::Variable),
        ("$(az account get-access-token)", Placeholder::Variable),
        ("@{Token=abc; ExpiresOn=01/01/2027}", Placeholder::Variable),
        ("<token>", Placeholder::Variable),
        ("<your access token>", Placeholder::Variable),
        ("%TOKEN%", Placeholder::Variable),
        ("{token}", Placeholder::Variable),
        ("\"{{token}}\"", Placeholder::Variable),
        ("null", Placeholder::Missing),
        ("undefined", Placeholder::Missing),
        ("None", Placeholder::Missing),
        ("[object Object]", Placeholder::Object),
        (
            "Microsoft.Azure.Commands.Profile.Models.PSAccessToken",
            Placeholder::Object,
        ),
        ("Bearer eyJhbGciOiJub25lIn0.e30.", Placeholder::SchemeTwice),
        ("bearer", Placeholder::SchemeTwice),
    ];
    for (text, placeholder) in table {
        assert_eq!(Token::read(text), Token::Placeholder(placeholder), "{text}");
    }
    assert_eq!(
        Token::read("System.Security.SecureString"),
        Token::SecureString
    );
}

#[test]
fn text_that_is_no_jwt_by_design_is_opaque() {
    let table = [
        ("0.AAkRNL_m7H.x.y", Opaque::RefreshToken),
        ("1.AAkRNL_m7H", Opaque::RefreshToken),
        ("M.C507_BL2.2.U.abc", Opaque::AuthorizationCode),
        ("EwBwA8l6BAAU", Opaque::CompactTicket),
        ("<saml:Assertion ID=\"a\">", Opaque::Saml),
        ("PHNhbWw6QXNzZXJ0aW9u", Opaque::Saml),
        ("0123456789abcdef", Opaque::Other),
    ];
    for (text, kind) in table {
        let text = text.to_owned();
        let expected = OpaqueToken { kind, text };
        let read = Token::read(&expected.text);
        assert_eq!(read, Token::Opaque(expected.clone()), "{}", expected.text);
    }
}

#[test]
fn a_broken_token_names_the_segment_and_the_byte() {
    let good_header = encoded(HEADER);
    let not_utf8 = encoded([b'{', b'"', 0xFF, b'"']);
    let header = good_header.as_str();
    let payload = header.len() + 1;
    #[rustfmt::skip]
    let table: Vec<(&str, String, Segment, usize, Problem)> = vec![
        ("nothing", String::new(), Segment::Whole, 0, Problem::Empty),
        ("cut in the header", header.to_owned(), Segment::Header, header.len(), Problem::Segments(1)),
        ("cut in the payload", format!("{header}.e30"), Segment::Payload, payload + 3, Problem::Segments(2)),
        ("a dot too many", format!("{header}.e30.a.b"), Segment::Signature, payload + 5, Problem::Segments(4)),
        ("no header", ".e30.c2ln".to_owned(), Segment::Header, 0, Problem::Empty),
        ("no payload", format!("{header}..c2ln"), Segment::Payload, payload, Problem::Empty),
        ("a quotation mark", format!("\"{header}.e30.c2ln\""), Segment::Header, 0, Problem::Quote),
        ("a closing quotation mark", format!("{header}.e30.c2ln'"), Segment::Signature, payload + 8, Problem::Quote),
        ("a space", format!("{header}. e30.c2ln"), Segment::Payload, payload, Problem::WhiteSpace),
        ("a line break", format!("{header}.e30.c2\nln"), Segment::Signature, payload + 6, Problem::WhiteSpace),
        ("a plus sign", format!("{header}.e3+0.c2ln"), Segment::Payload, payload + 2, Problem::Alphabet('+')),
        ("a letter with an accent", format!("{header}.e30.c2é"), Segment::Signature, payload + 6, Problem::Alphabet('é')),
        ("padding inside", format!("{header}.e3=0.c2ln"), Segment::Payload, payload + 2, Problem::Alphabet('=')),
        ("a length that no bytes have", format!("{header}.e30e3.c2ln"), Segment::Payload, payload + 5, Problem::Length),
        ("bytes that are not UTF-8", format!("{header}.{not_utf8}.c2ln"), Segment::Payload, payload + 2, Problem::NotUtf8(2)),
        ("an array", format!("{header}.{}.c2ln", encoded("[1]")), Segment::Payload, payload, Problem::NotAnObject),
    ];
    for (name, text, segment, at, problem) in table {
        assert_eq!(
            malformed(&text),
            Malformed {
                text: text.clone(),
                segment,
                at,
                problem,
            },
            "{name}"
        );
    }
}

#[test]
fn a_segment_that_is_not_json_names_the_byte_of_the_token_and_what_was_expected() {
    let malformed = malformed(&token(HEADER, r#"{"aud":"a""#, "c2ln"));
    assert_eq!(malformed.segment, Segment::Payload);
    assert_eq!(malformed.at, encoded(HEADER).len() + 1 + 13);
    let Problem::NotJson(error) = malformed.problem else {
        panic!("{malformed:?}")
    };
    assert_eq!(
        error.to_string(),
        "the text ends at byte 10, where `,` or `}` was expected"
    );
}

#[test]
fn more_than_the_service_reads_is_too_long() {
    let longest = format!("{}{}", "e30.e30.", "A".repeat(LONGEST - 8));
    assert!(matches!(Token::read(&longest), Token::Jws(_)));
    assert_eq!(malformed(&format!("{longest}A")).problem, Problem::TooLong);
}

#[test]
fn debugging_output_shows_nothing_of_a_token() {
    let text = token(HEADER, r#"{"name":"A Person"}"#, "c2ln");
    let shown = format!("{:?}", Token::read(&text));
    assert!(
        !shown.contains("Person") && !shown.contains(&encoded(HEADER)),
        "{shown}"
    );
}

#[test]
fn times_are_read_as_tolerantly_as_the_service_reads_them() {
    let payload = r#"{"a":1472097744,"b":"1472097744","c":1472097744.75859,"d":"soon","e":1e12,"f":[1],"a":3}"#;
    let text = token(HEADER, payload, "c2ln");
    let jws = jws(&text);
    let time = |name| jws.claims().time(name);
    assert_eq!(time("a"), Claim::Present(NumericDate(3)));
    assert_eq!(time("b"), Claim::Present(NumericDate(1_472_097_744)));
    assert_eq!(time("c"), Claim::Present(NumericDate(1_472_097_744)));
    assert_eq!(time("d"), Claim::Malformed("\"soon\"".to_owned()));
    assert!(matches!(time("e"), Claim::Present(date) if date.is_beyond_year_9999()));
    assert_eq!(time("f"), Claim::Malformed("[1]".to_owned()));
    assert_eq!(time("g"), Claim::Absent);
}

mod keys {
    use whydenied::jose::JsonWebKeySet;

    #[test]
    fn a_key_set_knows_its_keys_by_id_and_thumbprint() {
        let set = JsonWebKeySet::read(
            r#"{"keys":[{"kty":"RSA","kid":"a","x5t":"b","n":"AQ","e":"AQAB"},{"no":"key"}]}"#,
        )
        .unwrap();
        assert_eq!(set.keys.len(), 1);
        assert!(
            set.contains(Some("a"), None)
                && set.contains(None, Some("b"))
                && set.contains(Some("b"), None)
        );
        assert!(!set.contains(Some("A"), Some("b")) && !set.contains(None, None));
    }

    #[test]
    fn the_private_members_of_a_key_are_dropped() {
        let set =
            JsonWebKeySet::read(r#"{"kty":"OKP","crv":"Ed25519","x":"AQ","d":"secret"}"#).unwrap();
        assert_eq!(
            set.keys[0].public_json,
            r#"{"kty":"OKP","crv":"Ed25519","x":"AQ"}"#
        );
    }

    #[test]
    fn other_json_is_no_key_set() {
        assert_eq!(JsonWebKeySet::read("{\"aud\":\"a\"}"), None);
        assert_eq!(JsonWebKeySet::read("keys"), None);
        assert_eq!(
            JsonWebKeySet::read("{\"keys\":[]}"),
            Some(JsonWebKeySet::default())
        );
    }
}

#[test]
fn unused_bits_that_are_set_are_tolerated_as_the_service_does() {
    let header = encoded(r#"{"alg":"RS256"}"#);
    assert!(matches!(
        Token::read(&format!("{header}.e31.c2lo")),
        Token::Jws(_)
    ));
}
