//! The texts of causes, codes, statuses and claims: plain files, apart from all logic.
//!
//! A file has sections, `# name`, each of lines: `key: text`, where the text is a template (see
//! `template`). A line `@name` stands for the lines of another section. What is to be done is
//! indented: under a move its ways, each by the tool's key, and under a way its command, one
//! argument a line, or `= consent page`.

/// What many texts use comes first, where it is found soonest.
const TEXTS: &str = concat!(
    include_str!("texts/phrases.txt"),
    include_str!("texts/claims.txt"),
    include_str!("texts/moves.txt"),
    include_str!("texts/token-request.txt"),
    include_str!("texts/bearer-sent.txt"),
    include_str!("texts/answered-by.txt"),
    include_str!("texts/well-formed.txt"),
    include_str!("texts/token-kind.txt"),
    include_str!("texts/signature.txt"),
    include_str!("texts/lifetime.txt"),
    include_str!("texts/audience.txt"),
    include_str!("texts/issuer.txt"),
    include_str!("texts/allow-list.txt"),
    include_str!("texts/roles.txt"),
    include_str!("texts/smart.txt"),
    include_str!("texts/summary.txt"),
    include_str!("texts/known-ids.txt"),
    include_str!("texts/scopes.txt"),
    include_str!("texts/codes.txt"),
    include_str!("texts/statuses.txt"),
    include_str!("texts/terms.txt"),
    include_str!("texts/report.txt"),
);

/// The lines of a section; none where there is no such section.
pub(super) fn section(name: &str) -> impl Iterator<Item = &'static str> {
    let mut sections = TEXTS.split('#');
    let lines = sections.find_map(|section| {
        let (title, lines) = section.split_once('\n')?;
        (title.trim() == name).then_some(lines)
    });
    lines
        .unwrap_or_default()
        .lines()
        .filter(|line| !line.is_empty())
}

/// What a section says under a key; nothing where it does not say it.
pub(super) fn line(name: &str, key: &str) -> &'static str {
    let mut lines = section(name).filter_map(|line| line.split_once(": "));
    lines
        .find(|(known, _)| *known == key)
        .map_or("", |(_, text)| text)
}

#[cfg(test)]
mod tests {
    //! The files hold together: the compiler does not read them.

    use super::{TEXTS, line, section};
    use crate::{
        diagnosis::CauseId,
        words::{remedy, slots},
    };

    #[test]
    fn every_cause_has_a_text() {
        for cause in CauseId::ALL {
            assert_ne!(line(cause.id(), "headline"), "", "{}", cause.id());
        }
    }

    #[test]
    fn sections_have_names_of_their_own() {
        let mut names: Vec<&str> = TEXTS.lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(names.len(), TEXTS.matches('#').count());
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn lines_stand_for_sections_that_there_are() {
        for name in TEXTS
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix('@'))
        {
            assert!(section(name).next().is_some(), "{name}");
        }
    }

    #[test]
    fn moves_and_ways_have_known_keys() {
        let indented = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
        for line in TEXTS.lines().filter(indented) {
            let key = line.trim_start().split_once(": ").map(|(key, _)| key);
            assert!(key.is_none_or(|key| remedy::tool(key).is_some()), "{line}");
        }
    }

    #[test]
    fn slots_have_known_names() {
        let slots = TEXTS.split('{').skip(1);
        for slot in slots.filter_map(|behind| behind.split('}').next()) {
            let name = slot.trim_end_matches('?');
            let is_known = slots::given(name).is_some()
                || slots::made(name).is_some()
                || slots::words(name).is_some()
                || !line("phrases", name).is_empty()
                || (name != slot && slots::condition(name).is_some());
            // The hash table of PowerShell.
            assert!(is_known || slot.starts_with(" Authorization"), "{slot}");
        }
    }
}
