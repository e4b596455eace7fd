//! The small parts: text that lies, values laid over each other, clocks.

use crate::page::{
    align::{Run, align},
    clock::Clock,
    text::{Class, Piece, class, pieces},
};

#[test]
fn every_character_has_a_class() {
    for character in '\0'..=char::MAX {
        let class = class(character);
        if character.is_control() && !matches!(character, '\n' | '\t') {
            assert_eq!(class, Class::Odd, "U+{:04X}", u32::from(character));
        }
        if character.is_ascii_graphic() || character == ' ' {
            assert_eq!(class, Class::Plain, "{character}");
        }
    }
    for lies in [
        '\u{202e}',
        '\u{2066}',
        '\u{200b}',
        '\u{feff}',
        '\u{e0041}',
        '\u{a0}',
        '\u{ad}',
        '\u{61c}',
    ] {
        assert_eq!(class(lies), Class::Odd, "U+{:04X}", u32::from(lies));
    }
}

#[test]
fn a_combining_mark_needs_something_to_sit_on() {
    assert_eq!(pieces("e\u{301}"), [Piece::Run("e\u{301}")]);
    assert_eq!(pieces("\u{301}e"), [Piece::Odd('\u{301}'), Piece::Run("e")]);
    assert_eq!(
        pieces("a \u{301}"),
        [Piece::Run("a "), Piece::Odd('\u{301}')]
    );
}

#[test]
fn pieces_lose_nothing() {
    let text = "a\u{202e}b\r\n\u{200b}\u{200b}c";
    let whole: String = pieces(text)
        .iter()
        .map(|piece| match piece {
            Piece::Run(run) => (*run).to_owned(),
            Piece::Odd(character) => character.to_string(),
        })
        .collect();
    assert_eq!(whole, text);
}

#[test]
fn equal_stretches_of_two_audiences_lie_under_each_other() {
    let runs = align(
        "https://management.azure.com/",
        "https://contoso-ehr.fhir.azurehealthcareapis.com",
    );
    assert_eq!(
        runs,
        [
            Run::Same("https://"),
            Run::Differs {
                found: "management",
                expected: "contoso-ehr.fhir"
            },
            Run::Same(".azure"),
            Run::Differs {
                found: "",
                expected: "healthcareapis"
            },
            Run::Same(".com"),
            Run::Differs {
                found: "/",
                expected: ""
            },
        ]
    );
}

#[test]
fn a_missing_label_and_another_case_are_all_that_differs() {
    assert_eq!(
        align("https://ws.azure.com", "https://ws.fhir.azure.com"),
        [
            Run::Same("https://ws."),
            Run::Differs {
                found: "",
                expected: "fhir."
            },
            Run::Same("azure.com")
        ]
    );
    assert_eq!(
        align("Abc", "abc"),
        [
            Run::Differs {
                found: "A",
                expected: "a"
            },
            Run::Same("bc")
        ]
    );
}

#[test]
fn alignment_gives_both_values_back() {
    let long = "é".repeat(500);
    let pairs = [
        ("", ""),
        ("a", ""),
        ("äöü", "aöu"),
        ("aXbXc", "aYbYc"),
        (long.as_str(), "é"),
        ("😀x😀", "😀y😀"),
    ];
    for (found, expected) in pairs {
        let (mut left, mut right) = (String::new(), String::new());
        for run in align(found, expected) {
            match run {
                Run::Same(same) => {
                    left.push_str(same);
                    right.push_str(same);
                }
                Run::Differs { found, expected } => {
                    left.push_str(found);
                    right.push_str(expected);
                }
            }
        }
        assert_eq!((left.as_str(), right.as_str()), (found, expected));
    }
}

#[test]
fn the_clock_ticks_on_the_minute_and_tells_local_time_where_it_is_another() {
    let clock = Clock {
        now: 1_795_435_241,
        offset: -330,
    };
    assert_eq!(clock.until_next_minute(), 19_000);
    assert!(clock.local(1_795_435_200).is_some());
    let at_utc = Clock { offset: 0, ..clock };
    assert_eq!(at_utc.local(1_795_435_200), None);
    assert_eq!(Clock::utc(1_795_435_200), "12:00:00");
    assert_eq!(Clock::utc(-1), "23:59:59");
}
