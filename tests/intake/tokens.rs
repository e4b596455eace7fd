//! A token pasted alone, or inside something else.

use whydenied::{
    intake::{Evidence, Kind, Note},
    jose::{Opaque, OpaqueToken, Placeholder, Token},
};

use super::{assert_gives_the_token, kinds, read, token, token_in_lines};

fn opaque(kind: Opaque, text: &str) -> Token {
    Token::Opaque(OpaqueToken {
        kind,
        text: text.to_owned(),
    })
}

#[test]
fn a_token_is_read_in_any_disguise_and_the_disguise_is_named() {
    use Note::{
        InvisibleRemoved, QuotesRemoved, SchemeRemoved, TrailingPunctuationRemoved,
        WhiteSpaceRemoved,
    };
    let broken = token_in_lines(64, "\r\n");
    let table: Vec<(String, &[Note])> = vec![
        (token(), &[]),
        (format!("  {}\n\n", token()), &[]),
        (format!("Bearer {}", token()), &[SchemeRemoved]),
        (format!("bearer   {}\n", token()), &[SchemeRemoved]),
        (format!("\"{}\"", token()), &[QuotesRemoved]),
        (format!("'{}'", token()), &[QuotesRemoved]),
        (format!("`{}`", token()), &[QuotesRemoved]),
        (format!("\u{201c}{}\u{201d}", token()), &[QuotesRemoved]),
        (format!("{},", token()), &[TrailingPunctuationRemoved]),
        (
            format!("\"Bearer {}\",", token()),
            &[TrailingPunctuationRemoved, QuotesRemoved, SchemeRemoved],
        ),
        (
            format!("Bearer \"{}\"", token()),
            &[SchemeRemoved, QuotesRemoved],
        ),
        (format!("\u{feff}{}\u{200b}", token()), &[InvisibleRemoved]),
        (broken.clone(), &[WhiteSpaceRemoved]),
        (format!("  {broken}  "), &[WhiteSpaceRemoved]),
        (broken.replace("\r\n", " "), &[WhiteSpaceRemoved]),
        (
            format!("Bearer {broken}"),
            &[SchemeRemoved, WhiteSpaceRemoved],
        ),
    ];
    for (paste, notes) in table {
        let evidence = assert_gives_the_token(&paste);
        assert_eq!(kinds(&evidence), [Kind::Token], "{paste}");
        assert_eq!(evidence.items[0].notes, notes, "{paste}");
    }
}

#[test]
fn a_token_of_a_mails_source_is_read_without_the_marks_of_its_soft_line_breaks() {
    for end in ["=\n", "=\r\n"] {
        for width in [60, 75] {
            let lines = token_in_lines(width, end);
            let broken = lines.strip_suffix(end).unwrap();
            for (before, behind) in [
                ("", ""),
                ("Bearer ", ""),
                ("Authorization: Bearer ", "\r\nAccept: */*"),
                ("The header was: Bearer ", "\r\n\r\nWhat is wrong?"),
                ("curl https://x.example -H 'Authorization: Bearer ", "'"),
                ("{\"a\": ", "}"),
            ] {
                assert_gives_the_token(&[before, broken, behind].concat());
            }
        }
    }
}

#[test]
fn a_token_is_read_with_blanks_around_it_that_are_seen_as_others_or_not_at_all() {
    for blank in ["\u{a0}", "\u{202f}", "\u{feff}", "\u{200b}", "\u{2060}"] {
        for paste in [
            "_${token}_",
            "Bearer ${token}_",
            "Bearer _${token}",
            "_Authorization: Bearer ${token}",
            "My token is_${token}_and I get a 401.",
        ] {
            assert_gives_the_token(&paste.replace('_', blank));
        }
        let token = token();
        let (start, end) = token.split_at(90);
        assert_gives_the_token(&[start, blank, end].concat());
    }
}

#[test]
fn a_token_is_found_inside_other_text() {
    for paste in [
        "export TOKEN=\"${token}\"",
        "TOKEN=${token}",
        "My token is ${token} and I get a 401.",
        "access_token: ${token}",
        "headers = {\"Authorization\": f\"Bearer ${token}\"}",
        "<input value='${token}'>",
        "${token} is what I sent",
        "the log says: Authorization: Bearer ${token}.",
        "{\"level\": \"info\", \"nested\": {\"header\": \"Bearer ${token}\"}}",
    ] {
        assert_gives_the_token(paste);
    }
}

#[test]
fn text_that_is_no_jwt_is_still_a_token_where_it_looks_like_one() {
    let table = [
        ("System.Security.SecureString", Token::SecureString),
        ("Bearer System.Security.SecureString", Token::SecureString),
        ("{{bearerToken}}", Token::Placeholder(Placeholder::Variable)),
        ("Bearer $token", Token::Placeholder(Placeholder::Variable)),
        ("undefined", Token::Placeholder(Placeholder::Missing)),
        (
            "Bearer Bearer ${token}",
            Token::Placeholder(Placeholder::SchemeTwice),
        ),
        (
            "Bearer [object Object]",
            Token::Placeholder(Placeholder::Object),
        ),
        (
            "0.AAkRNL_m7HHno6lgSOvJm3xAc1KAGp",
            opaque(Opaque::RefreshToken, "0.AAkRNL_m7HHno6lgSOvJm3xAc1KAGp"),
        ),
        (
            "EwBwA8l6BAAUO9chh8cJscQLmU",
            opaque(Opaque::CompactTicket, "EwBwA8l6BAAUO9chh8cJscQLmU"),
        ),
        ("Bearer abc", opaque(Opaque::Other, "abc")),
        (
            "9f86d081884c7d659a2feaa0c55ad015",
            opaque(Opaque::Other, "9f86d081884c7d659a2feaa0c55ad015"),
        ),
    ];
    for (paste, expected) in table {
        assert_eq!(read(paste).token, Some(expected), "{paste}");
    }
    assert!(matches!(
        read("eyJhbGciOiJSUzI1NiJ9.eyJhdWQi").token,
        Some(Token::Malformed(_))
    ));
}

#[test]
fn what_is_not_recognised_is_said_so() {
    for paste in [
        "hello",
        "I get a 401 and do not know why.",
        "5a1fc7df-4bf1-4951-a576-89034ee01acd",
        "contosows-fhir1.fhir.azurehealthcareapis.com.example",
        "https://example.com/",
        "{\"resourceType\": \"Patient\"}",
        "[1, 2, 3]",
        "{ not json",
        "* a list\n* of things",
        "> a quotation",
        "> a: quotation",
        "Bearer bearer of news",
        "The docs speak of an OperationOutcome and of {braces}.",
        "$x = 1",
        "\u{1}\u{2}\u{fffd}",
    ] {
        let evidence = read(paste);
        assert_eq!(kinds(&evidence), [Kind::Unrecognised], "{paste}");
        assert_eq!(
            Evidence {
                items: Vec::new(),
                ..evidence
            },
            Evidence::default(),
            "{paste}"
        );
    }
}
