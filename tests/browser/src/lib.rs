//! The shipped file in real browsers: three engines, each opening it in three ways.
//!
//! ```text
//! Combination ──open──▶ Page ── acts: click, press, paste; seen: says, focuses; evaluate
//!                        ├── Session: Xvfb? + driver + browser + its profile, ended on drop
//!                        └── Server: serves the file and its hosts, records every request
//! ```
//!
//! A test is an async function over a [`Page`], named as a sentence, and [`in_every_combination!`],
//! [`in_every_engine!`] or [`in_every_engine_and_way!`] runs it. A browser that is missing fails the test when `CI` is set, and
//! otherwise skips it, saying what to install.

mod acts;
mod combination;
mod engine;
mod isolation;
mod page;
mod profile;
mod recording;
mod seen;
mod server;
mod session;
mod shipped;
mod token;

pub use combination::{Combination, Way, check, run};
pub use engine::Engine;
pub use page::Page;
pub use recording::recorded_session;
pub use server::Server;
pub use shipped::shipped;
pub use token::{AUDIENCE, AUTHORITY, fitting_token, scenario_token, token};
