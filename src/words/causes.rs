//! The causes in words, with a case's values.

use super::{
    CauseWords, Command, Remedy, Way,
    commands::argument,
    remedy::{mover, tool},
    slots,
    template::{Said, Style},
    texts,
    time::number,
};
use crate::{
    diagnosis::{CauseId, Facts, Finding, Weight},
    http::{Gateway, Response},
    jose::{Opaque, Placeholder, Problem, Token},
};

/// A cause in words, with this case's values.
pub fn cause(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let said = Said {
        facts,
        finding: Some(finding),
        state: None,
    };
    let mut telling = Telling {
        said: &said,
        words: CauseWords {
            headline: String::new(),
            explanation: String::new(),
            remedies: Vec::new(),
        },
        skips_remedy: false,
        skips_way: false,
    };
    if finding.cause == CauseId::TokenRequestFailed {
        telling.tell(&code_section(facts));
    }
    telling.tell(section(finding.cause, facts));
    let mut words = telling.words;
    // A summary names what is missing among its remedies.
    if finding.cause.weight() != Weight::SumsUp {
        said.fill("[ {doubt}]", Style::Sentence, &mut words.explanation);
    }
    words
}

/// The section of a cause, by what was sent or who answered, where that tells it apart.
pub(super) fn section(cause: CauseId, facts: &Facts<'_>) -> &'static str {
    if cause == CauseId::GatewayAnswered {
        let response = facts.case.response.as_ref();
        return match response.and_then(Response::gateway) {
            Some(Gateway::ApiManagement) => "api-management",
            Some(Gateway::EasyAuth) => "easy-auth",
            Some(Gateway::Firewall) => "firewall",
            Some(Gateway::Proxy) => "proxy",
            None => cause.id(),
        };
    }
    match (cause, &facts.case.token) {
        (CauseId::PlaceholderToken, Some(Token::Placeholder(kind))) => match kind {
            Placeholder::Variable => "variable",
            Placeholder::Missing => "missing-value",
            Placeholder::Object => "object",
            Placeholder::SchemeTwice => "scheme-twice",
        },
        (CauseId::OpaqueToken, Some(Token::Opaque(opaque))) => match opaque.kind {
            Opaque::RefreshToken => "refresh-token",
            Opaque::CompactTicket => "compact-ticket",
            Opaque::AuthorizationCode => "authorization-code",
            Opaque::Saml => "saml",
            Opaque::Other => cause.id(),
        },
        (CauseId::MalformedToken, Some(Token::Malformed(malformed))) => match malformed.problem {
            Problem::Segments(1) => "first-segment",
            Problem::Segments(_) => "segments",
            Problem::TooLong => "too-long",
            Problem::Quote => "quote",
            Problem::WhiteSpace => "white-space",
            _ => "broken",
        },
        _ => cause.id(),
    }
}

/// The section of the identity provider's own code: `aadsts-50011`.
pub(super) fn code_section(facts: &Facts<'_>) -> String {
    let refusal = facts.case.token_refusal.as_ref();
    let code = refusal
        .and_then(|refusal| refusal.aadsts)
        .unwrap_or_default();
    ["aadsts-", &number(code.into())].concat()
}

/// A cause on the way into words.
struct Telling<'a> {
    said: &'a Said<'a>,
    words: CauseWords,
    /// Whether the move that is read has nothing to say in this case.
    skips_remedy: bool,
    /// Whether the way that is read has nothing to say in this case.
    skips_way: bool,
}

impl Telling<'_> {
    /// Adds what a section says.
    fn tell(&mut self, section: &str) {
        for line in texts::section(section) {
            let text = line.trim_start();
            if let Some(name) = text.strip_prefix('@') {
                self.tell(name);
                continue;
            }
            match line.len() - text.len() {
                0 => self.tell_text(text),
                2 => self.tell_way(text),
                _ => self.tell_argument(text),
            }
        }
    }

    /// Headline, explanation, or a move.
    fn tell_text(&mut self, line: &str) {
        let (key, template) = line.split_once(": ").unwrap_or_default();
        let text = self.said.say(template);
        match key {
            "headline" => self.words.headline = text,
            "explanation" => self.words.explanation = text,
            _ => {
                let Some(mover) = mover(key) else { return };
                self.skips_remedy = text.is_empty();
                if !self.skips_remedy {
                    self.words.remedies.push(Remedy {
                        mover,
                        step: text,
                        ways: Vec::new(),
                    });
                }
            }
        }
    }

    /// A way of the last move.
    fn tell_way(&mut self, line: &str) {
        let (key, template) = line.split_once(": ").unwrap_or_default();
        let note = self.said.say(template);
        self.skips_way = self.skips_remedy || note.is_empty();
        let (Some(tool), Some(remedy)) = (tool(key), self.words.remedies.last_mut()) else {
            return;
        };
        if !self.skips_way {
            remedy.ways.push(Way {
                tool,
                command: None,
                note,
                consent_page: None,
            });
        }
    }

    /// An argument of the last way's command.
    fn tell_argument(&mut self, line: &'static str) {
        let remedy = self.words.remedies.last_mut();
        let Some(way) = remedy.and_then(|remedy| remedy.ways.last_mut()) else {
            return;
        };
        if line == "= consent page" {
            way.consent_page = slots::consent_page(self.said).filter(|_| !self.skips_way);
        } else if !self.skips_way {
            let command = way.command.get_or_insert(Command {
                arguments: Vec::new(),
            });
            let shell = way.tool.shell();
            command.arguments.push(argument(line, shell, self.said));
        }
    }
}
