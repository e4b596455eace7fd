//! A browser under WebDriver. Dropping it ends the browser, the driver and the display.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use thirtyfour::prelude::*;

use crate::engine::Engine;
use crate::profile::Profile;

/// The driver that cannot start its browser waits for ever.
const PATIENCE: Duration = Duration::from_mins(1);

/// The fields drop in this order: the session ends its browser before its driver goes, and its profile
/// last.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) browser: WebDriver,
    _driver: Running,
    _display: Option<Running>,
    pub(crate) profile: Profile,
}

impl Session {
    pub(crate) async fn start(engine: Engine) -> Result<Self> {
        let display = if engine.needs_display() {
            Some(Display::start()?)
        } else {
            None
        };
        let profile = Profile::new()?;
        let port = free_port()?;
        let mut command = Command::new(engine.driver());
        command
            .args(engine.driver_arguments(port, free_port()?))
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(display) = &display {
            command
                .env("DISPLAY", &display.name)
                .env_remove("WAYLAND_DISPLAY");
        }
        let driver = Running::start(&mut command)?;
        listening(port, engine).await?;
        let url = format!("http://127.0.0.1:{port}");
        let browser = WebDriver::builder(url, engine.capabilities(profile.folder())?)
            .request_timeout(PATIENCE)
            .await
            .with_context(|| format!("{} could not start its browser", engine.driver()))?;
        // Not all take it as an argument; the tree is drawn wide from here on.
        browser.set_window_rect(0, 0, 1600, 1000).await?;
        Ok(Self {
            browser,
            _driver: driver,
            _display: display.map(|display| display.server),
            profile,
        })
    }
}

/// A process that ends when this is dropped.
#[derive(Debug)]
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        command
            .stdin(Stdio::null())
            .spawn()
            .map(Self)
            .with_context(|| format!("{name} did not start"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, and there is no one to tell of another failure.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Display {
    server: Running,
    name: String,
}

impl Display {
    /// The server chooses a free display and tells its number.
    fn start() -> Result<Self> {
        let mut server = Running::start(
            Command::new("Xvfb")
                .args([
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    "1600x1000x24",
                    "-nolisten",
                    "tcp",
                ])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let stdout = server.0.stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(stdout).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb ended without a display");
        }
        Ok(Self {
            server,
            name: format!(":{}", number.trim()),
        })
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

async fn listening(port: u16, engine: Engine) -> Result<()> {
    for _ in 0..200 {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("{} does not listen after ten seconds", engine.driver())
}
