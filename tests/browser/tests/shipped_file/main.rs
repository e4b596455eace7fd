//! The shipped file, `dist/index.html`, in three engines and three ways.

mod explanation;
mod fragment;
mod isolation;
mod start;
