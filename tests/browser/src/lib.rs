//! The shipped file in real browsers: three engines, each opening it in three ways.
//!
//! ```text
//! Combination ──open──▶ Page ── find, click, keys, paste, evaluate
//!                        ├── Session: Xvfb? + driver + browser, ended on drop
//!                        └── Server: serves the file and its hosts, records every request
//! ```
//!
//! A test is an async function over a [`Page`], named as a sentence, and [`in_every_combination!`]
//! or [`in_every_engine!`] runs it. A browser that is missing fails the test when `CI` is set, and
//! otherwise skips it, saying what to install.

mod combination;
mod engine;
mod page;
mod server;
mod session;
mod shipped;

pub use combination::{Combination, Way, check};
pub use engine::Engine;
pub use page::Page;
pub use server::Server;
pub use shipped::shipped;
