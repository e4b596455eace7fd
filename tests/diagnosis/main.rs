//! The rules of the diagnosis, one by one.

#[path = "../support/mod.rs"]
mod support;

mod audience;
mod grants;
mod issuer;
mod lifetime;
mod service_words;
mod signature;
mod summary;

/// An id that none of the stories' own is.
const OTHER: &str = "b7d4e1a0-62f3-4f0e-9c58-1a7e3d20c4f6";
