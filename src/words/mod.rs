//! Every sentence a person reads, in one place, apart from the logic.
//!
//! What is said of causes and cards is data: templates (see `template`) in the files of `texts` and
//! in the table of `nodes`. Their slots, `slots`, know where a case's values come from.
//!
//! Code terms stand in backticks: the page draws them as code, text reports keep them. Sentences
//! never quote a token; values of claims and settings stand in them as they are, and in commands
//! they are quoted for the shell.

mod answers;
mod asks;
pub mod beside;
mod blanks;
mod causes;
mod claims;
mod commands;
pub mod comparison;
mod doubts;
pub mod embed;
pub mod fields;
pub mod given;
mod grants;
mod hard_look;
mod identity;
pub mod ids;
mod inputs;
pub mod intake;
pub mod invitation;
pub mod keys;
pub mod link;
pub mod needs;
pub mod nodes;
pub mod privacy;
pub mod problems;
mod remedy;
pub mod report;
pub mod samples;
mod services;
pub mod session;
pub mod signature;
mod slots;
mod template;
mod terms;
mod texts;
mod time;
pub mod two_tokens;

pub use answers::{HERE_ONLY, answer, verdict_word};
pub use asks::{Answer, Ask, Choice, asks};
pub use blanks::{Blank, blanks, look_up};
pub use causes::cause;
pub use claims::{ClaimGroup, ClaimWords, DECIDING, claim, decides, instead, personal_claims};
pub use commands::{Shell, quoted};
pub use doubts::doubt;
pub use grants::{app_role, scope};
pub use hard_look::remark;
pub use identity::{client_name, identity, known_id};
pub use inputs::input;
pub use remedy::{Argument, Command, Mover, Remedy, Tool, Way};
pub use services::service;
pub use terms::{term, terms};
pub use time::{duration, time, utc};

/// A cause in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CauseWords {
    /// Who, what, on what, because: one sentence.
    pub headline: String,
    /// Why that refuses the request, in two or three short sentences.
    pub explanation: String,
    /// What to do, the best first.
    pub remedies: Vec<Remedy>,
}
