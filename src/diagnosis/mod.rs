//! The diagnosis: a case goes in, the reason for the refusal comes out.
//!
//! [`diagnose`] is a pure function. Each question of the tree has one file in `checks`; a check gives a
//! verdict and, where it fails, a finding. `said` lets the service's own words decide, `order` says which
//! finding is the headline and what the service would report.

mod beside;
mod case;
mod cause;
mod checks;
mod diagnose;
mod facts;
mod node;
mod order;
mod outcome;
mod path;
mod said;
mod sheet;
mod verification;

pub use beside::{Beside, Effect, Row, RowPart, beside};
pub use case::{AnonymousCall, Answers, Case, DataRoleAnswer, SignatureCheck};
pub use cause::{CauseId, Weight};
pub use checks::{CLOCK_SKEW, GrantSource, grant_source};
pub use diagnose::diagnose;
pub use facts::{Facts, Inside, Sent, settings};
pub use node::{Branch, NodeId, Place, TREE};
pub use outcome::{
    Certainty, Comparison, Detail, Diagnosis, Doubt, Field, Finding, Input, NodeState, OnPath,
    Verdict,
};
pub use path::path;
