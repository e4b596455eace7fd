//! Lays two values over each other, so that the eye falls on what differs.

/// A stretch of two values laid over each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run<'a> {
    /// The same in both.
    Same(&'a str),
    /// Different; either side may be empty.
    Differs {
        /// What was found.
        found: &'a str,
        /// What was expected in its place.
        expected: &'a str,
    },
}

/// Shorter common stretches are chance, not likeness.
const SHORTEST: usize = 4;

/// Longer values are only compared from their two ends.
const LONGEST: usize = 400;

/// Lays two values over each other, character by character.
pub(crate) fn align<'a>(found: &'a str, expected: &'a str) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    lay(found, expected, &mut runs);
    runs
}

fn lay<'a>(found: &'a str, expected: &'a str, runs: &mut Vec<Run<'a>>) {
    let (head, found, expected) = shared_start(found, expected);
    let (found, expected, tail) = shared_end(found, expected);
    if !head.is_empty() {
        runs.push(Run::Same(head));
    }
    match longest_shared(found, expected) {
        Some((at, opposite, length)) => {
            lay(slice(found, 0, at), slice(expected, 0, opposite), runs);
            runs.push(Run::Same(slice(found, at, at + length)));
            lay(
                rest(found, at + length),
                rest(expected, opposite + length),
                runs,
            );
        }
        None if found.is_empty() && expected.is_empty() => {}
        None => runs.push(Run::Differs { found, expected }),
    }
    if !tail.is_empty() {
        runs.push(Run::Same(tail));
    }
}

fn slice(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

fn rest(text: &str, start: usize) -> &str {
    text.get(start..).unwrap_or_default()
}

fn shared_start<'a>(found: &'a str, expected: &'a str) -> (&'a str, &'a str, &'a str) {
    let length: usize = found
        .chars()
        .zip(expected.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    (
        slice(found, 0, length),
        rest(found, length),
        rest(expected, length),
    )
}

fn shared_end<'a>(found: &'a str, expected: &'a str) -> (&'a str, &'a str, &'a str) {
    let pairs = found.chars().rev().zip(expected.chars().rev());
    let length: usize = pairs
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let (cut, opposite) = (found.len() - length, expected.len() - length);
    (
        slice(found, 0, cut),
        slice(expected, 0, opposite),
        rest(found, cut),
    )
}

/// The longest stretch that both share: where it starts in each, and its length, in bytes.
fn longest_shared(found: &str, expected: &str) -> Option<(usize, usize, usize)> {
    let columns: Vec<(usize, char)> = expected.char_indices().collect();
    if columns.len() > LONGEST || found.len() > LONGEST {
        return None;
    }
    let mut best = (0, 0, 0);
    let mut most = SHORTEST - 1;
    // How many characters, and bytes, agree up to the character above.
    let mut above = vec![(0_usize, 0_usize); columns.len() + 1];
    for (row, a) in found.char_indices() {
        let mut current = vec![(0, 0)];
        for ((column, b), (count, bytes)) in columns.iter().zip(&above) {
            let agreed = if a == *b {
                (count + 1, bytes + a.len_utf8())
            } else {
                (0, 0)
            };
            if agreed.0 > most {
                most = agreed.0;
                let end = a.len_utf8();
                best = (row + end - agreed.1, column + end - agreed.1, agreed.1);
            }
            current.push(agreed);
        }
        above = current;
    }
    (best.2 > 0).then_some(best)
}
