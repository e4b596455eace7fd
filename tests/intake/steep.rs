//! Pastes that are read in one go, however often they repeat what looks like the beginning of something.

use whydenied::intake::read;

/// So many bytes: what reads a text again from each of its places would take minutes.
const SIZE: usize = 1 << 20;

#[test]
fn no_repetition_makes_a_paste_hard_to_read() {
    for (beginning, piece) in [
        ("", "curl x> "),
        ("", "> curl x> "),
        ("", ">  "),
        ("", ">\t"),
        ("", "{\"kty\":\"RSA\"}> "),
        ("", "/subscriptions/a\n"),
        ("www-authenticate: \"\n", "a\n"),
        ("www-authenticate: a\n", " a\n"),
        ("HTTP/1.1 401\nwww-authenticate: Bearer error=\"\n", "a b\n"),
        ("", "POST /a HTTP/1.1\nContent-Type: x\n\n<a>\n\n"),
        ("", "< HTTP/1.1 401\n<a>\n\n"),
        ("", "<\tHTTP/1.1 401\n<a>\n\n"),
        ("", "< \u{3000}HTTP/1.1 401\n<a>\n\n"),
        ("", "\u{a0}HTTP/1.1 401\n\n<a>\n\n"),
        ("GET / HTTP/1.1\n", "HTTP/1.1 200 OK\n\n</OperationOutcome>"),
        ("", "> GET / HTTP/1.1\n>x\n"),
        ("", "{\"kty\":\"RSA\"}"),
        ("", "{\"kty\":\"RSA\"}HTTP/1.1 401\n\n<a>\n\n"),
        ("", "{\"resourceType\":\"OperationOutcome\",\"issue\":[]}"),
        ("", "<html></html>"),
        ("", "fetch('x')"),
        ("", "$ curl a;"),
        ("", "curl x& "),
        ("fetch('x',\n", "\\\"\n"),
        ("", "fetch('x',\\\"\n)\n"),
        ("irm x (\n", "`''\n"),
        ("", "irm x `''\n"),
        ("", "curl x `'' `\n"),
        ("", "curl x \\u$'ab\n"),
    ] {
        let paste = [beginning, &piece.repeat(SIZE / piece.len())].concat();
        let evidence = read(&paste);
        assert!(!evidence.items.is_empty(), "{beginning:?} {piece:?}");
    }
}
