//! Why a request to Azure's FHIR services was answered 401 or 403, and what to do about it.
//!
//! Data flows one way:
//!
//! ```text
//! paste ──intake──▶ Evidence ──▶ Case ──diagnose──▶ Diagnosis ──▶ words, report, page
//! ```
//!
//! The library is the engine. It knows no browser, no clock and no network: [`diagnosis::diagnose`] is
//! a pure function of a [`diagnosis::Case`], and the current time is one of the case's fields.
//!
//! | room | what is in it |
//! |---|---|
//! | [`jose`] | tokens: compact serialisation, lossless JSON, claims, keys |
//! | [`http`] | what matters of a request, a response and its challenges |
//! | [`entra`] | GUIDs, clouds, authorities, issuers, who is judged |
//! | [`service`] | the four services: hosts, audiences, roles, operations |
//! | [`intake`] | everything that may be pasted, and what it gives |
//! | [`link`] | the page's own address: which settings its fragment carries |
//! | [`diagnosis`] | the case, the tree, the checks, the causes |
//! | [`words`] | every sentence a person reads |
//! | [`report`] | a diagnosis as text |
//! | [`examples`] | stories from life, to open without anything at hand |

pub mod diagnosis;
pub mod entra;
pub mod examples;
pub mod http;
pub mod intake;
pub mod jose;
pub mod link;
pub mod report;
pub mod service;
pub mod words;
