//! Runs the scenario files: what a person had in hand, and what the diagnosis must say.
//!
//! ```text
//! cargo test --test scenarios                           the project's own, in tests/scenarios
//! cargo test --test scenarios NAME                      those whose name contains NAME
//! WHYDENIED_SCENARIOS=DIR cargo test --test scenarios   those of another folder
//! ```

mod runner;

use std::{env, fs, path::Path, process::ExitCode, time::Instant};

use runner::{Outcome, Run};

/// The project's own scenarios.
const OWN: &str = "tests/scenarios";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    if arguments.any(|argument| argument == "--list") {
        return ExitCode::SUCCESS;
    }
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            println!("\nscenarios: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the files and prints what came of them; whether all is as it should be.
fn run() -> Result<bool, String> {
    let started = Instant::now();
    let filter = env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let other = env::var_os("WHYDENIED_SCENARIOS").filter(|folder| !folder.is_empty());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = match &other {
        Some(other) => runner::folder(Path::new(other)),
        None => root.join(OWN),
    };
    let mut run = Run::default();
    for file in files(&folder)? {
        let name = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if filter
            .as_ref()
            .is_some_and(|filter| !name.contains(filter.as_str()))
        {
            continue;
        }
        let text =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let failures = runner::failures(&text);
        run.take(&Outcome {
            name: &name,
            file: &file,
            failures,
        });
    }
    Ok(run.close(started.elapsed()))
}

/// The folder's scenario files in the order of their names.
fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let problem = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(problem)? {
        let path = entry.map_err(problem)?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(format!(
            "{}: no scenario file (*.json) in this folder",
            folder.display()
        ));
    }
    files.sort();
    Ok(files)
}
