//! The page for development, on loopback.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::commands;
use crate::project;
use crate::toolchain;
use crate::tools::{self, TRUNK, WASM_BINDGEN};

const USUAL_PORT: u16 = 8080;

/// Installs what is missing, builds, serves, and prints the URL once it answers.
pub(crate) fn serve(options: &[&str]) -> Result<()> {
    let port = port(options)?;
    let root = project::root()?;
    let path = tools::path_with(&[&TRUNK, &WASM_BINDGEN])?;
    toolchain::add_wasm_target()?;
    toolchain::fetch_packages(&root)?;
    println!("==> Building the page, the first time about one minute");

    let url = format!("http://127.0.0.1:{port}/");
    let mut announcer = Command::new(std::env::current_exe()?);
    announcer.args(["announce", &url]);
    announcer
        .spawn()
        .map_err(|error| commands::unstartable(&announcer, error))?;

    let mut trunk = build::trunk("serve", &root, &path)?;
    // Beside the release, which stays in `dist`.
    trunk.args([
        "--address",
        "127.0.0.1",
        "--dist",
        "target/serve",
        "--port",
        &port.to_string(),
    ]);
    become_it(trunk)
}

/// Prints the URL once it answers, beside trunk, which takes the place of this process.
pub(crate) fn announce(url: &str) -> Result<()> {
    let address: SocketAddr = url
        .trim_start_matches("http://")
        .trim_end_matches('/')
        .parse()
        .context("the URL is no address")?;
    let trunk = parent();
    while !answers(address) {
        if parent() != trunk {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(200));
    }
    println!(
        "\n==> The page is at {url}\n    It is rebuilt when a source changes. Ctrl-C ends it.\n"
    );
    Ok(())
}

fn port(options: &[&str]) -> Result<u16> {
    match options {
        [] => Ok(free(USUAL_PORT).or_else(|_| free(0))?),
        ["--port", port] => {
            let port = port
                .parse()
                .with_context(|| format!("`{port}` is no port"))?;
            free(port)
                .with_context(|| format!("the port {port} is taken: choose another with --port"))
        }
        _ => bail!("`cargo xtask serve` takes `--port N` alone"),
    }
}

fn free(port: u16) -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, port))?
        .local_addr()?
        .port())
}

fn answers(address: SocketAddr) -> bool {
    ok(address).unwrap_or(false)
}

fn ok(address: SocketAddr) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(2)))?;
    stream.write_all(b"GET / HTTP/1.0\r\naccept: text/html\r\n\r\n")?;
    let mut start = [0; 12];
    stream.read_exact(&mut start)?;
    Ok(start.ends_with(b" 200"))
}

/// So that a signal to this process reaches trunk, and no server is left behind.
#[cfg(unix)]
fn become_it(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(commands::unstartable(&command, error))
}

#[cfg(not(unix))]
fn become_it(mut command: Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| commands::unstartable(&command, error))?;
    if !status.success() {
        bail!("trunk ended with {status}");
    }
    Ok(())
}

#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent() -> u32 {
    0
}
