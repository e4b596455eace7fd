//! The shipped file in real browsers.
