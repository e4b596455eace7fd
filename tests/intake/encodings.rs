//! Files and pastes in other encodings than UTF-8.

use whydenied::{
    intake::{self, Binary, Encoding, Kind, Note, text_of},
    jose::Token,
    words,
};

use super::{kinds, token};

const UTF16: &str = "The file is UTF-16, as PowerShell writes it, and was read as such.";

fn utf16(text: &str, write: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(write).collect()
}

#[test]
fn a_files_bytes_are_text_in_whatever_encoding_and_the_odd_one_is_said() {
    let text = "HTTP/1.1 401 Unauthorized\r\nX-Who: Zoë 😀\r\n";
    let little = utf16(text, u16::to_le_bytes);
    let big = utf16(text, u16::to_be_bytes);
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let table = [
        (text.as_bytes().to_vec(), ""),
        (with(b"\xEF\xBB\xBF", text.as_bytes()), ""),
        (with(b"\xFF\xFE", &little), UTF16),
        (with(b"\xFE\xFF", &big), UTF16),
        (little, UTF16),
        (big, UTF16),
    ];
    for (bytes, said) in table {
        let read = text_of(&bytes).unwrap();
        assert_eq!(read.text, text, "{bytes:?}");
        assert_eq!(words::intake::encoding(read.encoding), said, "{bytes:?}");
    }
}

#[test]
fn a_text_of_another_encoding_is_read_where_most_of_it_is_ascii() {
    let read = text_of(b"Authorization: Bearer x\r\nX-Who: Zo\xEB\r\n").unwrap();
    assert_eq!(
        read.text,
        "Authorization: Bearer x\r\nX-Who: Zo\u{fffd}\r\n"
    );
    assert_eq!(read.encoding, Encoding::Unknown { at: 34 });
}

#[test]
fn an_empty_file_is_an_empty_text() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"] {
        assert_eq!(text_of(bytes).unwrap().text, "", "{bytes:?}");
    }
}

#[test]
fn half_a_character_at_the_end_is_not_lost_in_silence() {
    assert_eq!(text_of(b"\xFF\xFEa\0b").unwrap().text, "a\u{fffd}");
    assert_eq!(text_of(b"\xFF\xFEa\0\x3D\xD8").unwrap().text, "a\u{fffd}");
}

#[test]
fn a_file_that_is_no_text_is_said_so_with_the_place_where_it_broke() {
    let table: [(&[u8], usize); 6] = [
        (b"\x1F\x8B\x08\0\0\0\0\0\0\x03\xAB\x56", 3),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 8),
        (b"PK\x03\x04\x14\0\x08\x08\x08\0", 5),
        (b"token\0", 5),
        (b"\xFF\xFE\0\0e\0\0\0", 0),
        (b"\xC3\x28\x80\x81\x82\xFF\xFE", 0),
    ];
    for (bytes, at) in table {
        assert_eq!(text_of(bytes), Err(Binary { at }), "{bytes:?}");
    }
    assert!(words::intake::binary(Binary { at: 1_234 }).contains("as its byte 1234 shows"));
}

#[test]
fn a_paste_with_zeros_between_its_characters_is_read_as_utf_16() {
    let paste = format!(
        "Authorization: Bearer {}\r\nHTTP/1.1 401 Unauthorized\r\n",
        token()
    );
    for mark in ["", "\u{feff}", "\u{fffd}\u{fffd}", "ÿþ"] {
        let zeros: String = paste
            .chars()
            .flat_map(|character| [character, '\0'])
            .collect();
        let spoilt = [mark, &zeros].concat();
        let evidence = intake::read(&spoilt);
        assert_eq!(evidence.token, Some(Token::read(&token())), "{mark:?}");
        assert_eq!(
            kinds(&evidence),
            [Kind::AuthorizationHeader, Kind::HttpResponse]
        );
        for item in evidence.items {
            assert_eq!(item.notes, [Note::ZerosRemoved], "{mark:?}");
        }
        let [header, response] = &intake::pieces(&spoilt)[..] else {
            panic!("{mark:?}")
        };
        let place = |span: &std::ops::Range<usize>| {
            let text = spoilt.get(span.clone()).unwrap_or_default();
            text.replace('\0', "")
        };
        assert!(
            place(&header.span).ends_with(&format!("{}\r\n", token())),
            "{mark:?}"
        );
        assert_eq!(
            place(&response.span),
            "HTTP/1.1 401 Unauthorized\r\n",
            "{mark:?}"
        );
    }
}

#[test]
fn a_zero_that_stands_alone_makes_no_utf_16() {
    let evidence = intake::read("the log says \0 IDX10223");
    assert_eq!(
        (kinds(&evidence), evidence.items[0].notes.len()),
        (vec![Kind::LogLine], 0)
    );
}
