//! The small language of the texts: what a template says in a case.
//!
//! | in a template | what it says |
//! |---|---|
//! | `{oid}` | the value of that name, or the placeholder that stands for it |
//! | `[, {oid},]` | nothing, where a value in it is not known |
//! | `[one\|two\|three]` | the first that can be said in full, or else the last |
//! | `{user?}` | nothing; it can be said only where that holds, or where the value is known |
//!
//! Values inside values, and choices inside choices, are filled alike. A name that no slot has
//! stands as it is, braces and all.

use super::{slots, texts};
use crate::diagnosis::{Facts, Finding, NodeState};

/// What templates are filled from: a case, and what is told of it.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    /// The case and what follows from it.
    pub(super) facts: &'a Facts<'a>,
    /// The cause that is told.
    pub(super) finding: Option<&'a Finding>,
    /// The question that is answered.
    pub(super) state: Option<&'a NodeState>,
}

/// How values stand in what they are filled into.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// In a sentence, where they may be a code term: without backticks, and not too long.
    Sentence,
    /// As they are.
    Exact,
    /// Not at all: their placeholders stand for them.
    Placeholders,
}

impl Said<'_> {
    /// A template's sentence.
    pub(super) fn say(&self, template: &str) -> String {
        let mut text = String::new();
        self.fill(template, Style::Sentence, &mut text);
        text
    }

    /// Writes what a template says; whether every value in it is known.
    pub(super) fn fill(&self, template: &str, style: Style, out: &mut String) -> bool {
        let mut is_known = true;
        let mut rest = template;
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'{' | b'[')) {
            let (before, marked) = cut(rest, at);
            out.push_str(before);
            let (mark, behind) = cut(marked, 1);
            rest = if mark == "[" {
                self.choose(behind, style, out)
            } else {
                let (name, behind) = cut(behind, behind.find('}').unwrap_or(behind.len()));
                is_known &= self.put(name, style, out);
                cut(behind, 1).1
            };
        }
        out.push_str(rest);
        is_known
    }

    /// Writes one of the alternatives that begin here; what stands behind the last.
    fn choose<'t>(&self, alternatives: &'t str, style: Style, out: &mut String) -> &'t str {
        let start = out.len();
        let mut rest = alternatives;
        let mut is_first = true;
        let mut is_said = false;
        loop {
            let (alternative, behind) = cut(rest, end_of_alternative(rest));
            if !is_said {
                out.truncate(start);
                is_said = self.fill(alternative, style, out);
            }
            let (mark, behind) = cut(behind, 1);
            rest = behind;
            if mark != "|" {
                break;
            }
            is_first = false;
        }
        // The only one may be left out.
        if is_first && !is_said {
            out.truncate(start);
        }
        rest
    }

    /// Writes what a slot says; whether it is known, or holds.
    fn put(&self, name: &str, style: Style, out: &mut String) -> bool {
        if let Some(name) = name.strip_suffix('?') {
            let start = out.len();
            let holds = match slots::condition(name) {
                Some(holds) => holds(self),
                None => self.put(name, style, out),
            };
            out.truncate(start);
            return holds;
        }
        if let Some(words) = slots::words(name) {
            let words = words(self);
            return self.fill(words, style, out) && !words.is_empty();
        }
        if let Some((placeholder, given)) = slots::given(name) {
            return self.put_value(given(self), placeholder, style, out);
        }
        if let Some((placeholder, made)) = slots::made(name) {
            return self.put_value(made(self).as_deref(), placeholder, style, out);
        }
        self.put_phrase(name, style, out)
    }

    /// Writes a value, or the placeholder that stands for it; whether it is known.
    fn put_value(
        &self,
        value: Option<&str>,
        placeholder: &str,
        style: Style,
        out: &mut String,
    ) -> bool {
        let value = value.unwrap_or_default().trim();
        let is_known = !value.is_empty();
        match style {
            Style::Sentence if is_known => push_term(value, out),
            Style::Exact if is_known => out.push_str(value),
            _ => {
                self.fill(placeholder, style, out);
            }
        }
        is_known
    }

    /// Writes a phrase that more than one text uses, or the name that no slot has.
    fn put_phrase(&self, name: &str, style: Style, out: &mut String) -> bool {
        let phrase = texts::line("phrases", name);
        if phrase.is_empty() {
            out.push('{');
            out.push_str(name);
            out.push('}');
            return true;
        }
        self.fill(phrase, style, out)
    }
}

/// Where the alternative ends that begins here.
fn end_of_alternative(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'|' | b']' if depth == 0 => return at,
            b'[' => depth += 1,
            b']' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// A value as a sentence shows it. A long one is cut off: evidence shows it whole.
fn push_term(value: &str, out: &mut String) {
    const LONGEST: usize = 200;
    for (index, character) in value.chars().enumerate() {
        if index == LONGEST {
            out.push('…');
            break;
        }
        out.push(if character == '`' { '\'' } else { character });
    }
}

/// The text before a place in it, and the text from there on.
fn cut(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}
