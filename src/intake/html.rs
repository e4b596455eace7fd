//! An HTML page by itself: what a firewall, a proxy or a gateway answered, without the head of its response.

use super::{Evidence, Kind, place, place::Found};
use crate::http::{Headers, Response};

const ENDING: &str = "</html>";

/// A page that begins here.
pub(super) fn read(text: &str, _line: &str) -> Found {
    if !["<html", "<!doctype html"]
        .iter()
        .any(|beginning| place::begins(text, beginning))
    {
        return Found::Nothing;
    }
    let ending = place::position_of(text, ENDING).map(|at| at + ENDING.len());
    let length = ending.unwrap_or(text.len());
    let response = Response::of(None, &Headers::default(), text.get(..length));
    Found::of(Evidence::of_response(Kind::HttpResponse, response), length)
}
