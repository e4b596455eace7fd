//! Personal values in a text, and the marks that stand for them.

use super::{Redaction, personal::Personal};

/// A shorter value is masked only where it stands as a word of its own: two letters are in many words.
const SHORT: usize = 4;

/// The beginning of a value that was cut off is known by as many letters.
const BEGINNING: usize = 8;

/// The text without personal values, wherever they stand in it. Letter case does not count, nor does it of most
/// letters with accents.
pub(super) fn masked(text: &str, personal: &[Personal], redaction: Redaction) -> String {
    if redaction == Redaction::AsTheyAre {
        return text.to_owned();
    }
    let mut masked = String::new();
    let mut before = ' ';
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let mut length = 0;
        let mut longest = None;
        for value in personal {
            let here = length_at(rest, before, &value.value);
            if here > length {
                length = here;
                longest = Some(value);
            }
        }
        if let Some(value) = longest {
            masked.push_str(&value.mark(redaction));
            before = '>';
            // Where the rest of a long value ends, is not known.
            let behind = rest.get(length..).filter(|_| !value.is_beginning);
            rest = behind.unwrap_or_default();
        } else {
            masked.push(first);
            before = first;
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    without_addresses(&masked)
}

/// How many bytes at the beginning of a text are this value, whole or cut off at the end; else none.
fn length_at(text: &str, before: char, value: &str) -> usize {
    let is_equal = |(left, right): &(u8, u8)| is_same_letter(*left, *right);
    let common = text.bytes().zip(value.bytes()).take_while(is_equal).count();
    let Some(behind) = text.get(common..) else {
        return 0;
    };
    if common == value.len() {
        // Beside another script's letter it is masked too: the tables of all letters weigh 3 KB.
        let is_letter = |character: char| character.is_ascii_alphanumeric();
        let is_in_word = is_letter(before) || behind.starts_with(is_letter);
        return if value.len() < SHORT && is_in_word {
            0
        } else {
            common
        };
    }
    let is_cut_off = common >= BEGINNING && (behind.is_empty() || behind.starts_with('…'));
    if is_cut_off { common } else { 0 }
}

/// Whether two bytes of UTF-8 are of the same letter, small or capital. In both, `ö` and `Ö` differ as `o` and
/// `O` do, in the bit of 32; where two other letters do, too much is masked.
const fn is_same_letter(left: u8, right: u8) -> bool {
    left.eq_ignore_ascii_case(&right) || left > 127 && right > 127 && left ^ right == 32
}

/// The text without mail addresses and IP addresses that no claim names: a gateway may quote them.
fn without_addresses(text: &str) -> String {
    let is_part = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'.' | b'@' | b'-' | b'_' | b'+' | b'%' | b':' | b'#')
            || byte > 127
    };
    let mut cleared = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let length = rest.bytes().take_while(|byte| is_part(*byte)).count();
        let (word, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let core = word.trim_end_matches(['.', ':', '-']);
        match mark_of(core) {
            Some(mark) => {
                cleared.push_str(mark);
                cleared.push_str(word.get(core.len()..).unwrap_or_default());
            }
            None => cleared.push_str(word),
        }
        let mut next = behind.chars();
        cleared.extend(next.next());
        rest = next.as_str();
    }
    cleared
}

fn mark_of(word: &str) -> Option<&'static str> {
    let is_mail = word
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    if is_mail {
        return Some("<mail>");
    }
    let host = word.split_once(':').map_or(word, |(host, _)| host);
    let numbers = host
        .split('.')
        .filter(|part| part.parse::<u8>().is_ok())
        .count();
    let is_v4 = numbers == 4 && host.split('.').count() == 4;
    let groups = word.split(':').count();
    let is_v6 = (groups > 4 || groups > 2 && word.contains("::"))
        && word
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b':');
    (is_v4 || is_v6).then_some("<ip>")
}
