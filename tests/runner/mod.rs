//! The scenario runner: the file's shape, the case it describes, what it expects, and the account of a run.

mod account;
mod case;
mod expect;
mod file;
mod token;
mod verify;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

pub(crate) use account::{Outcome, Run};

/// What is wrong with the diagnosis of a scenario, or with its file; nothing where all is as expected.
pub(crate) fn failures(text: &str) -> Vec<String> {
    let judged = || {
        let scenario = file::Scenario::read(text)?;
        let case = case::of(&scenario)?;
        expect::failures(&scenario, &case)
    };
    match catch_unwind(AssertUnwindSafe(judged)) {
        Ok(Ok(failures)) => failures,
        Ok(Err(problem)) => vec![problem],
        Err(_) => vec!["the engine panicked".to_owned()],
    }
}

/// A folder named by a person: relative to where they stand. Cargo runs tests from the package's root.
pub(crate) fn folder(named: &Path) -> PathBuf {
    let from_shell = std::env::var_os("PWD").map(|place| Path::new(&place).join(named));
    match from_shell {
        Some(folder) if !named.exists() && folder.exists() => folder,
        _ => named.to_owned(),
    }
}
