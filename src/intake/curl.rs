//! A `curl` command line, typed or copied from a browser's developer tools.

use super::{
    Kind,
    authorized::{self, Carried},
    command_line, header_block,
    place::{self, Found},
    shell::Word,
};
use crate::http::Authorization;

/// The one-letter options that take a value (curl's manual page).
const WITH_VALUE: &str = "AbCdDeEFHKmoPQrtTuUwxXyYz";

/// The long options that take a value and may stand before a URL that is not the request's, or whose value
/// counts, each between blanks.
const LONG_WITH_VALUE: &str = " cacert capath cert cert-type ciphers config connect-timeout connect-to \
    cookie cookie-jar data data-ascii data-binary data-raw data-urlencode dump-header form form-string \
    header interface json key limit-rate max-redirs max-time noproxy oauth2-bearer output preproxy proxy \
    proxy-header proxy-user range referer request resolve retry upload-file url user user-agent write-out ";

/// What a command line asks for.
#[derive(Default)]
struct Command<'a> {
    method: Option<&'a str>,
    url: Option<&'a str>,
    /// The data, joined as `-G` joins it; none where there is none.
    data: Option<String>,
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
    let (words, length) = command_line::words(text.get(prompt..).unwrap_or_default());
    let mut command = Command::default();
    command.take(words.get(1..).unwrap_or_default());
    let Some(url) = command.whole_url() else {
        return Found::NothingUpTo(prompt + length);
    };
    let carried = command
        .carried
        .take()
        .unwrap_or_else(|| (authorized::unseen(command.headers_in_file), None));
    let evidence = authorized::request(Kind::Curl, command.method(), &url, carried);
    Found::of(evidence, prompt + length)
}

/// Where `curl` stands in a line that begins with it, or with a prompt or another command and it.
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
    if let Some(at) = ["sudo ", "time ", "& "]
        .iter()
        .find(|before| line.starts_with(**before))
        .map(|before| before.len())
    {
        return is_curl(at).then_some(at);
    }
    let is_prompt = |byte: u8| matches!(byte, b'$' | b'#' | b'>' | b'%');
    let prompt = line.bytes().take(120).position(is_prompt)?;
    let at = line.get(prompt + 1..)?;
    let at = line.len() - at.trim_start().len();
    is_curl(at).then_some(at)
}

impl<'a> Command<'a> {
    fn take(&mut self, words: &'a [Word]) {
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let Some(option) = word.text.strip_prefix('-').filter(|rest| !rest.is_empty()) else {
                self.url.get_or_insert(&word.text);
                continue;
            };
            let (name, joined) = match option.strip_prefix('-') {
                _ if matches!(option, ":" | "-next") => return,
                Some(long) => match long.split_once('=') {
                    Some((name, value)) => (name, Some(value)),
                    None => (long, None),
                },
                None => self.letters(option),
            };
            if !LONG_WITH_VALUE.contains(&[" ", name, " "].concat()) {
                self.flag(name);
            } else if let Some(value) = joined {
                self.set(name, value, word.is_variable);
            } else if let Some(value) = words.next() {
                self.set(name, &value.text, value.is_variable);
            }
        }
    }

    /// One-letter options, several of which may share a dash; the first that takes a value ends them.
    fn letters(&mut self, letters: &'a str) -> (&'static str, Option<&'a str>) {
        let mut rest = letters.chars();
        while let Some(letter) = rest.next() {
            if WITH_VALUE.contains(letter) {
                return (
                    long_name(letter),
                    Some(rest.as_str()).filter(|joined| !joined.is_empty()),
                );
            }
            self.flag(match letter {
                'I' => "head",
                'G' => "get",
                _ => "",
            });
        }
        ("", None)
    }

    fn flag(&mut self, name: &str) {
        match name {
            "head" => self.implied_method = Some("HEAD"),
            "get" => self.data_in_query = true,
            _ => {}
        }
    }

    fn set(&mut self, name: &str, value: &'a str, is_variable: bool) {
        match name {
            "request" => self.method = Some(value),
            "url" => self.url = Some(value),
            "upload-file" => self.implied_method = Some("PUT"),
            "header" if value.starts_with('@') => self.headers_in_file = true,
            "header" => {
                if let Some(header) = header_block::line(value)
                    && header.name.eq_ignore_ascii_case("authorization")
                {
                    self.carried = Some(authorized::written(&header.value, is_variable));
                }
            }
            "oauth2-bearer" => {
                let value = ["Bearer ", value].concat();
                self.carried = Some(authorized::written(&value, is_variable));
            }
            "user" => {
                self.carried
                    .get_or_insert_with(|| (Authorization::OtherScheme("Basic".to_owned()), None));
            }
            "config" => self.headers_in_file = true,
            "form" | "form-string" => _ = self.data.get_or_insert_default(),
            "json" | "data" | "data-ascii" | "data-binary" | "data-raw" | "data-urlencode" => {
                let data = self.data.get_or_insert_default();
                if !data.is_empty() {
                    data.push('&');
                }
                data.push_str(value);
            }
            _ => {}
        }
    }

    fn method(&self) -> &'a str {
        let by_data = if self.data.is_none() || self.data_in_query {
            "GET"
        } else {
            "POST"
        };
        self.method.or(self.implied_method).unwrap_or(by_data)
    }

    fn whole_url(&self) -> Option<String> {
        let url = self.url.filter(|url| !url.is_empty())?;
        let query = self.data.as_deref().filter(|_| self.data_in_query);
        let sign = match query {
            None => "",
            Some(_) if url.contains('?') => "&",
            Some(_) => "?",
        };
        Some([url, sign, query.unwrap_or_default()].concat())
    }
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
        // Whatever else takes a value.
        _ => "output",
    }
}
