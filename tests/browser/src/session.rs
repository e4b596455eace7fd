//! A browser under WebDriver. Dropping it ends the browser, the driver and the display.
//!
//! A browser takes longer to start than most tests run, so one that a test has left in order is taken by the
//! next, which gets a new tab in it. It ends with the process of the tests, however that ends.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use thirtyfour::prelude::*;

use crate::engine::Engine;
use crate::profile::Profile;

/// The driver that cannot start its browser waits for ever.
const PATIENCE: Duration = Duration::from_mins(1);

/// The browsers that wait for a test.
static IDLE: Mutex<Vec<(Engine, Session)>> = Mutex::new(Vec::new());

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
    /// A browser that waits, or else a new one.
    pub(crate) async fn take(engine: Engine) -> Result<Self> {
        if engine.is_kept() {
            while let Some(waiting) = waiting(engine) {
                if waiting.open_new_tab().await.is_ok() {
                    return Ok(waiting);
                }
            }
        }
        Self::start(engine).await
    }

    /// Lets the browser wait for the next test.
    pub(crate) fn leave(self, engine: Engine) {
        IDLE.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((engine, self));
    }

    async fn open_new_tab(&self) -> Result<()> {
        self.profile.clear_downloads()?;
        let before = self.browser.windows().await?;
        let tab = self.browser.new_tab().await?;
        for window in before {
            self.browser.switch_to_window(window).await?;
            self.browser.close_window().await?;
        }
        self.browser.switch_to_window(tab).await?;
        Ok(self.browser.set_window_rect(0, 0, 1600, 1000).await?)
    }

    async fn start(engine: Engine) -> Result<Self> {
        let display = if engine.needs_display() {
            Some(Display::start()?)
        } else {
            None
        };
        let profile = Profile::new()?;
        let port = free_port()?;
        let mut command = until_the_input_ends(engine.driver());
        command
            .env("PROFILE", profile.folder())
            .args(engine.driver_arguments(port, free_port()?))
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(display) = &display {
            command
                .env("DISPLAY", &display.name)
                .env_remove("WAYLAND_DISPLAY");
        }
        let driver = Running::start(engine.driver(), &mut command)?;
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

fn waiting(engine: Engine) -> Option<Session> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let at = idle.iter().position(|(its, _)| *its == engine)?;
    Some(idle.swap_remove(at).1)
}

/// A process that ends when this is dropped.
#[derive(Debug)]
struct Running(Child);

impl Running {
    fn start(name: &str, command: &mut Command) -> Result<Self> {
        command
            .spawn()
            .map(Self)
            .with_context(|| format!("{name} did not start"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // It may have ended by itself, and there is no one to tell of another failure.
        let _ = self.0.wait();
    }
}

/// A program that runs until the input of this command ends, which it also does when the process of the tests
/// goes away; then whatever it started ends with it, and the profile is removed.
fn until_the_input_ends(program: &str) -> Command {
    const SCRIPT: &str = r#"trap : TERM
"$@" </dev/null &
cat >/dev/null
kill 0
wait
rm -rf "$PROFILE""#;
    let mut command = Command::new("sh");
    command
        .args(["-c", SCRIPT, "sh", program])
        .process_group(0)
        .stdin(Stdio::piped());
    command
}

struct Display {
    server: Running,
    name: String,
}

impl Display {
    /// The server chooses a free display and tells its number.
    fn start() -> Result<Self> {
        let mut server = Running::start(
            "Xvfb",
            until_the_input_ends("Xvfb")
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
