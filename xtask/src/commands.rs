//! Running other programs, with a line for each step and a remedy for each failure.

use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Error, Result, anyhow, bail};

/// Runs a long step, its output shown, with a line before and after.
pub(crate) fn run(step: &str, command: &mut Command) -> Result<()> {
    println!("==> {step}");
    let started = Instant::now();
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| unstartable(command, error))?;
    if !status.success() {
        bail!(
            "{step}: failed ({status})\n  the command was: {}",
            shown(command)
        );
    }
    println!(
        "    {step}: done in {:.1} s",
        started.elapsed().as_secs_f32()
    );
    Ok(())
}

/// What a quick command prints.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| unstartable(command, error))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", shown(command), output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` printed no text", shown(command)))
}

/// What a command makes of the input.
pub(crate) fn filter(command: &mut Command, input: &str) -> Result<String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| unstartable(command, error))?;
    let mut stdin = child.stdin.take().context("the command takes no input")?;
    let input = input.to_owned();
    // Written beside the reading, or both sides wait for each other once a pipe is full.
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("`{}` failed ({})", shown(command), output.status);
    }
    writer
        .join()
        .map_err(|_| anyhow!("the writer panicked"))??;
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` printed no text", shown(command)))
}

/// Why a program did not start, and what helps.
pub(crate) fn unstartable(command: &Command, error: std::io::Error) -> Error {
    let program = command.get_program().to_string_lossy();
    let remedy = match program.as_ref() {
        "cargo" | "rustc" | "rustup" => "install Rust with rustup, https://rustup.rs",
        "npm" | "node" => "install Node.js 20 or later with its npm, https://nodejs.org",
        _ => "check that it is there and may be run",
    };
    if error.kind() == ErrorKind::NotFound {
        return anyhow!("`{program}` is not there: {remedy}");
    }
    Error::new(error).context(format!("`{program}` did not start: {remedy}"))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
