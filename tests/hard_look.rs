//! A hard look at tokens: what is remarked upon, and what is not.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use whydenied::{
    diagnosis::{Case, diagnose},
    jose::{
        Concern::{self, *},
        Token, hard_look,
    },
    report, words,
};

const HEADER: &str = r#"{"typ":"JWT","alg":"RS256","kid":"Rk3yUq8mXw2sTn0vLd7pHb5cJe1"}"#;
const PAYLOAD: &str = r#"{"aud":"api","iat":1795434600,"exp":1795438200,"ver":1.0}"#;

fn token(header: &str, payload: &str) -> Token {
    let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
    Token::read(&[&encode(header), ".", &encode(payload), ".c2ln"].concat())
}

fn remarks(token: &Token) -> Vec<(Concern, &str)> {
    let remarks = hard_look(token).into_iter();
    remarks
        .map(|remark| (remark.concern, remark.name))
        .collect()
}

fn expect(token: &Token, expected: &[(Concern, &str)], of: &str) {
    assert_eq!(remarks(token), expected, "{of}");
}

#[test]
fn an_ordinary_token_gives_no_remark() {
    expect(&token(HEADER, PAYLOAD), &[], HEADER);
    let day = r#"{"nbf":1795434600,"exp":1795521300}"#;
    expect(&token(HEADER, day), &[], day);
    for kid in [
        "X5eXk4xyojNFum1kl2Ytv8dlNP4-c57dO6QGTVBwaNk",
        "a+b/c==",
        "key-1_a.b~c",
        "bilbo@hobbiton.example",
    ] {
        let header = HEADER.replace("Rk3yUq8mXw2sTn0vLd7pHb5cJe1", kid);
        expect(&token(&header, PAYLOAD), &[], kid);
    }
}

#[test]
fn a_header_is_looked_at_member_by_member() {
    let cases: [(&str, &[(Concern, &str)]); 16] = [
        (r#"{"typ":"JWT","alg":"none"}"#, &[(Unsigned, "alg")]),
        (r#"{"typ":"JWT","alg":"NONE"}"#, &[(Unsigned, "alg")]),
        (r#"{"typ":"JWT","alg":"HS256"}"#, &[(Hmac, "alg")]),
        (
            r#"{"typ":"JWT","alg":"RS256","crit":["b64"]}"#,
            &[(Critical, "crit")],
        ),
        (
            r#"{"typ":"JWT","alg":"RS256","jku":"https://keys.example"}"#,
            &[(KeyAddress, "jku")],
        ),
        (
            r#"{"typ":"JWT","alg":"RS256","x5u":"https://keys.example"}"#,
            &[(KeyAddress, "x5u")],
        ),
        (
            r#"{"typ":"JWT","alg":"RS256","jwk":{}}"#,
            &[(KeyInside, "jwk")],
        ),
        (
            r#"{"typ":"JWT","alg":"RS256","x5c":[]}"#,
            &[(KeyInside, "x5c")],
        ),
        (
            r#"{"typ":"JWT","alg":"RS256","zip":"DEF"}"#,
            &[(Compressed, "zip")],
        ),
        (r#"{"alg":"RS256"}"#, &[(NoType, "typ")]),
        (
            r#"{"typ":"JWT","alg":"RS256","cty":"jwt"}"#,
            &[(Nested, "cty")],
        ),
        (
            r#"{"typ":"JWT","alg":"RS256","kid":"../../dev/null"}"#,
            &[(StrangeKeyId, "kid")],
        ),
        (
            r#"{"typ":"JWT","alg":"RS256","kid":"/etc/passwd"}"#,
            &[(StrangeKeyId, "kid")],
        ),
        (
            r#"{"typ":"JWT","alg":"RS256","kid":"' UNION SELECT 'k"}"#,
            &[(StrangeKeyId, "kid")],
        ),
        (
            r#"{"typ":"JWT","alg":"RS256","kid":"https://keys.example/1"}"#,
            &[(StrangeKeyId, "kid")],
        ),
        (
            r#"{"typ":"JWT","alg":"RS256","alg":"RS256"}"#,
            &[(Repeated, "alg")],
        ),
    ];
    for (header, expected) in cases {
        expect(&token(header, PAYLOAD), expected, header);
    }
}

#[test]
fn claims_are_looked_at_however_deep_they_stand() {
    let inner = "eyJhbGciOiJSUzI1NiJ9.e30.c2ln";
    let nested = format!(r#"{{"inner":["{inner}"]}}"#);
    let cases: [(&str, &[(Concern, &str)]); 14] = [
        (
            r#"{"iat":1795434600,"exp":1795600000}"#,
            &[(LongLife, "exp")],
        ),
        (r#"{"nbf":0,"exp":"1795600000"}"#, &[(LongLife, "exp")]),
        (r#"{"aud":["a","b"]}"#, &[(SeveralAudiences, "aud")]),
        (r#"{"aud":["a"]}"#, &[]),
        (r#"{"aud":"a","x":1,"aud":"b"}"#, &[(Repeated, "aud")]),
        (r#"{"a":{"b":[{"c":1,"c":2}]}}"#, &[(Repeated, "a")]),
        (r#"{"n":9007199254740992}"#, &[]),
        (r#"{"n":9007199254740993}"#, &[(Rounded, "n")]),
        (
            r#"{"n":[-123456789012345678901234567890]}"#,
            &[(Rounded, "n")],
        ),
        (
            r#"{"n":0.1,"m":1472097744.75859,"z":0.000000000000000000001}"#,
            &[],
        ),
        (
            r#"{"n":0.1234567890123456,"m":1e400}"#,
            &[(Rounded, "n"), (Rounded, "m")],
        ),
        ("{\"name\":\"moc.\u{202e}elpmaxe\"}", &[(Hidden, "name")]),
        (r#"{"a":{"b\u0000":1}}"#, &[(Hidden, "a")]),
        (&nested, &[(Nested, "inner")]),
    ];
    for (payload, expected) in cases {
        expect(&token(HEADER, payload), expected, payload);
    }
}

#[test]
fn of_an_encrypted_token_the_header_is_looked_at() {
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"RSA-OAEP","enc":"A256GCM","zip":"DEF"}"#);
    let token = Token::read(&[&header, ".a.b.c.d"].concat());
    assert!(matches!(token, Token::Jwe(_)));
    expect(&token, &[(Compressed, "zip"), (NoType, "typ")], "encrypted");
}

#[test]
fn the_report_tells_the_remarks_and_quotes_no_value() {
    let token = token(
        r#"{"alg":"HS256","kid":"../elsewhere"}"#,
        r#"{"aud":["one-api","two-api"]}"#,
    );
    for remark in hard_look(&token) {
        assert!(
            !words::remark(&remark).ends_with(": "),
            "{remark:?} has no words"
        );
    }
    let case = Case {
        token: Some(token),
        ..Case::default()
    };
    let text = report::text(&case, &diagnose(&case));
    let (_, remarks) = text
        .split_once("A hard look at the token:")
        .unwrap_or_default();
    assert!(remarks.contains("- `kid`: it looks like a path"), "{text}");
    assert!(
        !remarks.contains("elsewhere") && !remarks.contains("two-api"),
        "{text}"
    );
}

#[test]
fn a_token_full_of_oddities_gives_a_list_that_can_be_read() {
    let many: Vec<String> = (0..5_000)
        .map(|at| format!("\"c{at}\":9007199254740993"))
        .collect();
    let payload = ["{", &many.join(","), "}"].concat();
    assert_eq!(remarks(&token(HEADER, &payload)).len(), 24);
}
