//! What is said of the page as a part of another page.

/// What the frame may and may not do.
pub const FRAME: &str = "Paste this where your wiki takes HTML. The sandbox keeps the frame out of the wiki and the wiki out of the frame: \
                         what is pasted into it stays in it.";

/// What the options do.
pub const WITH_SETTINGS: &str = "Include my settings";
/// What the options do.
pub const LOCKED: &str = "Fix them: readers see them, and cannot change them";
/// What the options do.
pub const COMPACT: &str = "Compact: without what the wiki has around it";

/// What the host learns.
pub const HEIGHT: &str = "The frame tells the page around it one thing, its height in pixels: `{type: \"whydenied:height\", height: 1234}`, \
                          as a message. A page that listens can make the frame as high; without that, the frame scrolls.";

/// Where no frame is taken.
pub const STRIPPED: &str = "Some wikis remove frames from what is written, or take them only by a macro or from an administrator. \
                            The how-to pages that come with the source, in `docs/embedding`, go through MediaWiki, \
                            Confluence, SharePoint, Azure DevOps and GitLab.";

/// Where the address of the file is not known.
pub const NOT_HOSTED: &str =
    "Put the file on a web server of yours first, and write its address here.";

/// The address is none that a frame can open.
pub const NO_ADDRESS: &str =
    "An address begins with `https://`, or with `http://` in a closed network.";
