//! What was recognised is told piece by piece, each with the place where it stands.

use whydenied::{
    intake::{self, Kind},
    jose::Token,
};

use super::token;

fn pieces(paste: &str) -> Vec<(Kind, &str)> {
    intake::pieces(paste)
        .iter()
        .map(|piece| {
            (
                piece.evidence.items[0].kind,
                paste.get(piece.span.clone()).unwrap(),
            )
        })
        .collect()
}

#[test]
fn each_thing_in_a_paste_is_a_piece_with_its_place() {
    let token = token();
    let request =
        format!("GET /Patient HTTP/1.1\nHost: a.example\nAuthorization: Bearer {token}\n\n");
    let response = "HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n";
    let note = "the log says IDX10214\n";
    assert_eq!(
        pieces(&[&request, response, note].concat()),
        [
            (Kind::HttpRequest, &*request),
            (Kind::HttpResponse, response),
            (Kind::LogLine, note),
        ]
    );
}

#[test]
fn the_same_thing_again_is_one_piece() {
    let response = "HTTP/1.1 401 Unauthorized\n\n";
    let thrice = response.repeat(3);
    assert_eq!(pieces(&thrice), [(Kind::HttpResponse, &*thrice)]);
}

#[test]
fn many_things_in_one_line_are_all_taken() {
    let call = |number| format!("fetch('https://x.example/{number}')");
    let response =
        |status| format!("HTTP/1.1 {status} Some\n\n<p>no end\n\nfetch('https://x.example/a')");
    let calls: String = (0..500).map(call).collect();
    let url = intake::read(&calls).request.unwrap().url;
    assert_eq!(url, "https://x.example/499");
    let responses: String = (400..600).map(response).collect();
    assert_eq!(intake::read(&responses).response.unwrap().status, Some(599));
}

#[test]
fn where_nothing_is_recognised_there_is_no_piece() {
    assert_eq!(pieces("good morning"), []);
    assert_eq!(pieces(""), []);
}

#[test]
fn a_long_paste_has_no_more_pieces_than_anyone_looks_through() {
    let different: Vec<String> = (400..500)
        .map(|status| format!("HTTP/1.1 {status} Some\n\n"))
        .collect();
    let different = different.concat();
    let pieces = intake::pieces(&different);
    assert_eq!(pieces.len(), 64);
    assert_eq!(pieces.last().unwrap().span.end, different.len());
    assert_eq!(intake::read(&different).response.unwrap().status, Some(499));
}

#[test]
fn of_two_tokens_below_each_other_each_is_a_piece_and_the_later_counts() {
    let token = token();
    let (signed, _) = token.rsplit_once('.').unwrap();
    let later = format!("{signed}.YW5vdGhlciBzaWduYXR1cmU");
    for between in ["\n", "\n\n", "\r\nnow a new one:\r\n"] {
        let paste = [&token, between, &later].concat();
        assert_eq!(
            pieces(&paste),
            [(Kind::Token, &*token), (Kind::Token, &*later)],
            "{between:?}"
        );
        assert_eq!(intake::read(&paste).token, Some(Token::read(&later)));
    }
}
