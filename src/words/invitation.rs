//! What is said before there is a verdict.

/// A state of the page without a verdict: what it is called, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// In the verdict's place.
    pub headline: &'static str,
    /// Below it.
    pub step: &'static str,
}

/// Nothing was given yet.
pub const FIRST_VISIT: Waiting = Waiting {
    headline: "Paste the refused request, or answer the first question.",
    step: "You learn why it was refused, whose move it is, and the command that fixes it.",
};

/// A recorded session was opened, and nothing is picked in it.
pub const PICK: Waiting = Waiting {
    headline: "Choose one of the refused requests.",
    step: "They are listed under the paste box, each with its status, its time and its token.",
};

/// What was given explains nothing.
pub const UNEXPLAINED: Waiting = Waiting {
    headline: "Nothing explains it yet. The tree asks on.",
    step: "Answer the question that waits, or paste the token and the response.",
};

/// In the empty paste box.
pub const PASTE: &str = "Paste anything: a token, curl -v, headers, a 401 or 403 response, az … JSON, an AADSTS error. \
     Or drop a text file here.\n\nIt stays in this tab.";

/// What is promised: that the token stays, that no network is needed, that nothing is kept. Each as a title, and
/// how it is kept: before the words that open a dialog, those words, and behind them.
pub const PROMISES: [(&str, [&str; 3]); 3] = [
    (
        "Your token stays here",
        [
            "This page cannot send anything: its own policy forbids every request. ",
            "Check it",
            "",
        ],
    ),
    (
        "Works offline",
        [
            "One file. ",
            "Save it",
            ", pull the cable, and use it from the disk.",
        ],
    ),
    (
        "Nothing is kept",
        [
            "Close the tab, or press Forget everything, and it is gone.",
            "",
            "",
        ],
    ),
];
