//! What is said of the page itself: what leaves it, what stops that, and how to keep the file.

/// What the numbers count.
pub const COUNTS: &str = "Requests that your browser listed since this page was loaded, and attempts that the page's policy stopped. \
     The page itself makes none; an extension of the browser may.";

/// What the policy does.
pub const POLICY: &str = "This policy stands in the file, before any script. The browser enforces it: no request of any kind is allowed.";

/// How to check that nothing leaves: each with what is to be seen.
pub const CHECKS: [(&str, &str); 3] = [
    (
        "Watch the network",
        "Open the developer tools (`F12`), choose Network, then paste. The list stays empty.",
    ),
    (
        "Pull the cable",
        "Switch the network off and use the page: it needs none. Close the tab before you switch it on again.",
    ),
    (
        "Compare the file",
        "Its SHA-256 must be the one that was published with the release.",
    ),
];

/// What no policy in a page can stop.
pub const LIMITS: &str = "A policy in a page cannot stop navigation, `window.open`, preconnect or WebRTC. No code of this page \
     does any of that with what you paste: links lead only to hosts that it names itself. A frame with `sandbox=\"allow-scripts\"` \
     opens no window and leaves the page around it alone, but may go elsewhere itself. Extensions of your browser can read any page; a private window without them is safer.";

/// Said in place of the hash, where there is no cryptography.
pub const NO_HASH: &str = "No hash can be shown here: the browser offers no cryptography to a page over plain http. Save the file and \
     hash it with the command below.";

/// What the saved file is.
pub const SAVED: &str = "One file with everything inside: the very bytes that run here. Open it from the disk, with the network off, in any \
     browser of today. It never looks for updates.";

/// Where a file cannot be saved.
pub const CANNOT_SAVE: &str = "If nothing is saved, a frame or the browser forbids it. Then open this page in a tab of its own, and save it there.";

/// What another hash means.
pub const DIFFERS: &str = "If it differs from the one of the release, an extension has changed this page, or it is another version.";

/// The commands that hash a saved file: for which system, and the command.
pub const HASHING: [(&str, &str); 3] = [
    ("Windows", "Get-FileHash whydenied.html"),
    ("macOS", "shasum -a 256 whydenied.html"),
    ("Linux", "sha256sum whydenied.html"),
];
