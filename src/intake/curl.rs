//! A `curl` command line, typed or copied from a browser's developer tools.

use super::{
    Kind,
    authorized::{self, Carried},
    header_block,
    place::{self, Found},
    shell::{self, Word},
};
use crate::http::Authorization;

/// The one-letter options that take a value (curl's manual page).
const WITH_VALUE: &str = "AbCdDeEFHKmoPQrtTuUwxXyYz";

/// The long options that take a value and may stand before a URL that is not the request's, or whose value
/// counts.
const LONG_WITH_VALUE: [&str; 42] = [
    "cacert",
    "capath",
    "cert",
    "cert-type",
    "ciphers",
    "config",
    "connect-timeout",
    "connect-to",
    "cookie",
    "cookie-jar",
    "data",
    "data-ascii",
    "data-binary",
    "data-raw",
    "data-urlencode",
    "dump-header",
    "form",
    "form-string",
    "header",
    "interface",
    "json",
    "key",
    "limit-rate",
    "max-redirs",
    "max-time",
    "noproxy",
    "oauth2-bearer",
    "output",
    "preproxy",
    "proxy",
    "proxy-header",
    "proxy-user",
    "range",
    "referer",
    "request",
    "resolve",
    "retry",
    "upload-file",
    "url",
    "user",
    "user-agent",
    "write-out",
];

/// What a command line asks for.
#[derive(Default)]
struct Command {
    method: Option<String>,
    url: Option<String>,
    data: Vec<String>,
    data_in_query: bool,
    /// The method that an option implies where none is named.
    implied_method: Option<&'static str>,
    carried: Option<Carried>,
    headers_in_file: bool,
}

/// A command line that begins with `curl`, behind a prompt or not.
pub(super) fn read(text: &str, line: &str) -> Found {
    let Some(prompt) = command_at(line) else {
        return Found::Nothing;
    };
    let (words, length) = shell::words(text.get(prompt..).unwrap_or_default());
    let mut command = Command::default();
    command.take(words.iter().skip(1));
    let Some(url) = command.whole_url() else {
        return Found::NothingUpTo(prompt + length);
    };
    let carried = command
        .carried
        .take()
        .unwrap_or(if command.headers_in_file {
            (Authorization::NotSeen, None)
        } else {
            (Authorization::Missing, None)
        });
    let evidence = authorized::request(Kind::Curl, command.method(), &url, carried);
    Found::of(evidence, prompt + length)
}

/// Where `curl` stands in a line that begins with it, or with a prompt and it.
fn command_at(line: &str) -> Option<usize> {
    let is_curl = |at: usize| {
        let rest = line.get(at..).unwrap_or_default();
        ["curl ", "curl.exe ", "curl\t"]
            .iter()
            .any(|command| place::begins(rest, command))
    };
    if is_curl(0) {
        return Some(0);
    }
    let is_prompt = |byte: u8| matches!(byte, b'$' | b'#' | b'>' | b'%');
    let prompt = line.bytes().take(120).position(is_prompt)?;
    let at = line.get(prompt + 1..)?;
    let at = line.len() - at.trim_start().len();
    is_curl(at).then_some(at)
}

impl Command {
    fn take<'a>(&mut self, mut words: impl Iterator<Item = &'a Word>) {
        while let Some(word) = words.next() {
            if word.text == "--next" || word.text == "-:" {
                return;
            }
            if let Some(long) = word.text.strip_prefix("--") {
                let (name, joined) = long
                    .split_once('=')
                    .map_or((long, None), |(name, value)| (name, Some(value)));
                if LONG_WITH_VALUE.contains(&name) {
                    let value = match joined {
                        Some(value) => Some((value, word.is_variable)),
                        None => words
                            .next()
                            .map(|word| (word.text.as_str(), word.is_variable)),
                    };
                    self.set(name, value.unwrap_or_default());
                } else {
                    self.flag(name);
                }
            } else if let Some(letters) = word
                .text
                .strip_prefix('-')
                .filter(|letters| !letters.is_empty())
            {
                self.take_letters(letters, word.is_variable, &mut words);
            } else {
                self.url.get_or_insert_with(|| word.text.clone());
            }
        }
    }

    /// One-letter options, several of which may share a dash; the first that takes a value ends them.
    fn take_letters<'a>(
        &mut self,
        letters: &str,
        is_variable: bool,
        words: &mut impl Iterator<Item = &'a Word>,
    ) {
        let mut rest = letters.chars();
        while let Some(letter) = rest.next() {
            if !WITH_VALUE.contains(letter) {
                self.flag(match letter {
                    'I' => "head",
                    'G' => "get",
                    _ => "",
                });
                continue;
            }
            let value = match rest.as_str() {
                "" => words
                    .next()
                    .map(|word| (word.text.as_str(), word.is_variable))
                    .unwrap_or_default(),
                joined => (joined, is_variable),
            };
            self.set(long_name(letter), value);
            return;
        }
    }

    fn flag(&mut self, name: &str) {
        match name {
            "head" => self.implied_method = Some("HEAD"),
            "get" => self.data_in_query = true,
            _ => {}
        }
    }

    fn set(&mut self, name: &str, (value, is_variable): (&str, bool)) {
        match name {
            "request" => self.method = Some(value.to_owned()),
            "url" => self.url = Some(value.to_owned()),
            "upload-file" => self.implied_method = Some("PUT"),
            "header" if value.starts_with('@') => self.headers_in_file = true,
            "header" => {
                let header = header_block::line(value)
                    .filter(|header| header.name.eq_ignore_ascii_case("authorization"));
                if let Some(header) = header {
                    self.carried = Some(filled_in(
                        authorized::carried_in(&header.value),
                        is_variable,
                    ));
                }
            }
            "oauth2-bearer" => {
                let carried = authorized::carried_in(&["Bearer ", value].concat());
                self.carried = Some(filled_in(carried, is_variable));
            }
            "user" => {
                self.carried
                    .get_or_insert((Authorization::OtherScheme("Basic".to_owned()), None));
            }
            "config" => self.headers_in_file = true,
            _ if name.starts_with("data") || name.starts_with("form") || name == "json" => {
                self.data.push(if name.starts_with("form") {
                    String::new()
                } else {
                    value.to_owned()
                });
            }
            _ => {}
        }
    }

    fn method(&self) -> &str {
        let by_data = if self.data.is_empty() || self.data_in_query {
            "GET"
        } else {
            "POST"
        };
        let named = self.method.as_deref();
        named.or(self.implied_method).unwrap_or(by_data)
    }

    fn whole_url(&self) -> Option<String> {
        let url = self.url.as_deref().filter(|url| !url.is_empty())?;
        if !self.data_in_query || self.data.is_empty() {
            return Some(url.to_owned());
        }
        let sign = if url.contains('?') { "&" } else { "?" };
        Some([url, sign, &self.data.join("&")].concat())
    }
}

/// A token that the shell would have put in is not the text that stands here.
pub(super) fn filled_in((authorization, token): Carried, is_variable: bool) -> Carried {
    let token = token.filter(|_| !is_variable);
    (authorization, token)
}

fn long_name(letter: char) -> &'static str {
    match letter {
        'X' => "request",
        'H' => "header",
        'd' => "data",
        'F' => "form",
        'T' => "upload-file",
        'u' => "user",
        'K' => "config",
        _ => "",
    }
}
