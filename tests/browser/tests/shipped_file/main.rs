//! The shipped file, `dist/index.html`, in three engines and three ways.

mod accessibility;
mod answers;
mod chips;
mod dialogs;
mod examples;
mod explanation;
mod fragment;
mod hosted;
mod hostile;
mod isolation;
mod kept;
mod keyboard;
mod layout_shift;
mod leaks;
mod long_paste;
mod recorded_session;
mod report;
mod settings;
mod signature;
mod start;
mod unaided;
mod verdict;
