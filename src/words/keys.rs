//! What each key does (WAI-ARIA Authoring Practices, tree view; and the page's own).

/// Keys, and what they do.
pub type Keys = (&'static [&'static str], &'static str);

/// The tree's.
pub const TREE: [Keys; 9] = [
    (&["↑", "↓"], "previous, next question"),
    (&["→"], "open, then the first below"),
    (&["←"], "close, then the one above"),
    (&["Home", "End"], "first, last"),
    (&["a … z"], "next that starts so"),
    (&["*"], "open all"),
    (&["Enter"], "show the question"),
    (&["1 … 9"], "in the question: choose an answer"),
    (&["Esc"], "from the question back to the tree"),
];

/// The page's, outside fields.
pub const PAGE: [Keys; 6] = [
    (&["/"], "paste box"),
    (&["v"], "verdict"),
    (&["t"], "tree"),
    (&["c"], "copy the fix"),
    (&["b"], "blur names and addresses"),
    (&["?"], "this list"),
];
