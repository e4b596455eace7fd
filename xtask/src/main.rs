//! The native tasks of the project, run as `cargo xtask TASK`.

mod axe;
mod bench;
mod browsers;
mod build;
mod bundle;
mod causes;
mod commands;
mod commit;
#[cfg(test)]
mod hosting;
mod pictures;
mod project;
mod release;
mod remap;
mod reproduce;
mod serve;
mod size;
mod test;
mod toolchain;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask TASK

  serve [--port N]   build the page for development, serve it on loopback, rebuild on change
  build              build the release: dist/index.html, one self-contained file
  release            build what is published into dist/release: the file, its bill of materials, their hashes
  reproduce          build the last commit twice, in two folders, and compare the bytes
  size               weigh the release against the budget
  test               check, build and test everything, in three browsers
  bench              time one diagnosis, and a paste until its verdict is drawn
  pictures           draw the pictures of the README
  causes             write docs/causes.md from the texts of the page
  bundle             (trunk's hook) fold a release build into the one file

Missing tools are installed, pinned, into ~/.cache/whydenied/tools.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["serve", options @ ..] => serve::serve(options),
        ["build"] => build::build(),
        ["release"] => release::release(),
        ["reproduce"] => reproduce::reproduce(),
        ["size"] => size::size(),
        ["test"] => test::test(),
        ["bench"] => bench::bench(),
        ["causes"] => causes::causes(),
        ["pictures"] => pictures::pictures(),
        ["bundle"] => bundle::bundle(),
        ["announce", url] => serve::announce(url),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("`{}` is no task\n\n{USAGE}", arguments.join(" ")),
    }
}
