//! Pastes come a long way: through mails, logs, terminals and editors. They give the same case.

use proptest::{prelude::*, sample};
use whydenied::{diagnosis::Case, http::Body, intake, jose::Token};

use super::hands::{HANDS, Hand};

/// Lines that people write around what they paste. None of them says anything of a request.
const NOISE: &[&str] = &[
    "Hi all,",
    "since Monday the list of the ward stays empty. This is what I have:",
    "```",
    "--",
    "Any idea? Thanks!",
    "(copied from the terminal)",
    "[x] reproduced on two machines",
    "1. first try, 2. second try",
    "Grüße aus Köln",
    "________________________________",
];

/// A way in which a paste gets from one place to another.
#[derive(Clone, Debug)]
enum Way {
    /// Between lines of prose.
    Noise(&'static str, &'static str),
    /// With the line ends of Windows.
    CarriageReturns,
    /// Quoted in a mail.
    MailQuotes,
    /// As a JSON string in a log.
    JsonString,
    /// With double quotation marks in the place of single ones, where a shell takes both.
    DoubleQuotes,
    /// With the token broken into lines.
    Wrapped(usize),
    /// As UTF-16 that was taken for another encoding.
    Zeros,
}

impl Way {
    /// What arrives; none where this way would change what the paste says.
    fn apply(&self, paste: &str, token: &str) -> Option<String> {
        let filled = paste.replace("${token}", token);
        let is_alone = paste.trim() == "${token}";
        let is_jwt = matches!(Token::read(token), Token::Jws(_) | Token::Jwe(_));
        match self {
            // It has come a long way already.
            Self::CarriageReturns | Self::MailQuotes | Self::JsonString | Self::Zeros
                if filled.contains('\0') =>
            {
                None
            }
            // A key or a placeholder is known to be one only where it stands alone or is announced.
            Self::Noise(..) if is_alone && !is_jwt => None,
            Self::Noise(before, after) => Some(format!("{before}\n\n{filled}\n\n{after}\n")),
            // In a token's own text they are part of it.
            Self::CarriageReturns if filled.contains('\r') || !is_alone && token.contains('\n') => {
                None
            }
            Self::CarriageReturns => Some(filled.replace('\n', "\r\n")),
            Self::MailQuotes => Some(filled.lines().flat_map(|line| ["> ", line, "\n"]).collect()),
            Self::JsonString => filled
                .contains('\n')
                .then(|| serde_json::to_string(&filled).unwrap()),
            Self::DoubleQuotes => {
                let is_command =
                    paste.starts_with("curl") && !filled.contains(['"', '$', '\\', '`']);
                is_command.then(|| filled.replace('\'', "\""))
            }
            // A document's strings, a URL and a shell's bare words hold no line breaks.
            Self::Wrapped(_)
                if !is_jwt
                    || paste.starts_with(['{', '['])
                    || ["=${token}", "bearer ${token}"]
                        .iter()
                        .any(|held| paste.contains(held)) =>
            {
                None
            }
            Self::Wrapped(width) => {
                let lines: Vec<_> = token
                    .as_bytes()
                    .chunks(*width)
                    .map(|line| std::str::from_utf8(line).unwrap())
                    .collect();
                Some(paste.replace("${token}", &lines.join("\n")))
            }
            Self::Zeros => Some(
                filled
                    .chars()
                    .flat_map(|character| [character, '\0'])
                    .collect(),
            ),
        }
    }
}

/// The case that pastes give, as far as the engine judges it.
fn case_of(pastes: impl Iterator<Item = String>) -> Case {
    let mut case = Case::default();
    for paste in pastes {
        intake::read(&paste).fill(&mut case);
    }
    // An empty body says no more than none.
    if let Some(response) = &mut case.response {
        response.body = response.body.take().filter(|body| *body != Body::Empty);
    }
    // An excerpt is shown as it came.
    if let Some(Body::Foreign { excerpt, .. }) = case
        .response
        .as_mut()
        .and_then(|response| response.body.as_mut())
    {
        *excerpt = excerpt.replace('\r', "");
    }
    case
}

fn way() -> impl Strategy<Value = Way> {
    prop_oneof![
        (sample::select(NOISE), sample::select(NOISE))
            .prop_map(|(before, after)| Way::Noise(before, after)),
        Just(Way::CarriageReturns),
        Just(Way::MailQuotes),
        Just(Way::JsonString),
        Just(Way::DoubleQuotes),
        (24_usize..120).prop_map(Way::Wrapped),
        Just(Way::Zeros),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_paste_gives_the_same_case_on_whatever_way_it_came(which in any::<sample::Index>(), way in way()) {
        let Hand { pastes, token } = which.get(&HANDS);
        let plain = case_of(pastes.iter().map(|paste| paste.replace("${token}", token)));
        let arrived = pastes.iter().map(|paste| {
            way.apply(paste, token).unwrap_or_else(|| paste.replace("${token}", token))
        });
        prop_assert_eq!(case_of(arrived), plain, "{:?} {:?}", way, pastes);
    }
}
