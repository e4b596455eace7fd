//! The shipped file, `dist/index.html`, in three engines and three ways.

mod accessibility;
mod answers;
mod chips;
mod dialogs;
mod embedding;
mod examples;
mod explanation;
mod fragment;
mod frame;
mod hosted;
mod hostile;
mod isolation;
mod kept;
mod keyboard;
mod layout_shift;
mod leaks;
mod link;
mod long_paste;
mod memory;
mod recorded_session;
mod report;
mod settings;
mod signature;
mod start;
mod unaided;
mod verdict;
