//! The page in a browser: opened, asked, waited for.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::prelude::*;

use crate::combination::{Combination, Way};
use crate::engine::{DOWNLOADS, Engine};
use crate::server::Server;
use crate::session::Session;
use crate::shipped::{path, shipped};

/// How long a person would wait at most for something to appear.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// A browser, and a server that it may open the file from.
#[derive(Debug)]
pub struct Page {
    session: Session,
    server: Server,
    combination: Combination,
}

impl Page {
    pub(crate) async fn in_a_browser(combination: Combination) -> Result<Self> {
        let server = Server::start(shipped()?)?;
        let session = Session::take(combination.engine).await?;
        Ok(Self {
            session,
            server,
            combination,
        })
    }

    /// Leaves the browser, in order, to the next test.
    pub(crate) fn leave(self) {
        self.session.leave(self.combination.engine);
    }

    /// The browser, for what this page has no word for.
    #[must_use]
    pub fn browser(&self) -> &WebDriver {
        &self.session.browser
    }

    /// The server, which tells the requests.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// The engine and way of this test.
    #[must_use]
    pub fn combination(&self) -> Combination {
        self.combination
    }

    /// The files of the browser's profile that hold a part of the secret.
    ///
    /// # Errors
    /// When there is no profile.
    pub fn search_profile(&self, secret: &str) -> Result<Vec<String>> {
        self.session.profile.holding(secret)
    }

    /// Quits the browser, and searches what it has left in its profile.
    ///
    /// # Errors
    /// When the browser does not quit, or has left no profile.
    pub async fn quit_and_search(&self, secret: &str) -> Result<Vec<String>> {
        self.browser().clone().quit().await?;
        self.search_profile(secret)
    }

    /// Whether files that the page saves land in a folder that is known: not in a sandboxed frame, which forbids it, and
    /// not in `WebKit`, whose driver takes no folder.
    #[must_use]
    pub fn saves_files(&self) -> bool {
        let Combination { engine, way } = self.combination;
        engine != Engine::WebKit && way != Way::Frame
    }

    /// The text of a file that the page saved, waited for.
    ///
    /// # Errors
    /// When no such file lands on the disk.
    pub async fn saved(&self, name: &str) -> Result<String> {
        let file = self.session.profile.folder().join(DOWNLOADS).join(name);
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            // Firefox makes the file first, and fills it when all of it is there.
            match fs::read_to_string(&file) {
                Ok(text) if !text.is_empty() => return Ok(text),
                failed => ensure!(
                    tokio::time::Instant::now() < deadline,
                    "{} was not saved: {failed:?}",
                    file.display()
                ),
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Opens the file and waits until its program has drawn the page.
    ///
    /// # Errors
    /// When the page does not start.
    pub async fn open(&self) -> Result<()> {
        self.open_with_fragment("").await
    }

    /// Opens the file with a fragment, `#` included.
    ///
    /// # Errors
    /// When the page does not start.
    pub async fn open_with_fragment(&self, fragment: &str) -> Result<()> {
        let url = match self.combination.way {
            Way::Http => self.server.url("/"),
            Way::File => format!("file://{}", path()?.display()),
            Way::Frame => self.server.url("/host"),
        };
        self.browser().goto(format!("{url}{fragment}")).await?;
        if self.combination.way == Way::Frame {
            self.browser()
                .find(By::Tag("iframe"))
                .await?
                .enter_frame()
                .await?;
        }
        self.drawn().await?;
        if self.combination.way == Way::Frame {
            // Keys go to the frame only after a click into it.
            self.click("h1").await?;
        }
        // From now on; the server's header reports what came before, where there is a server.
        self.run(
            "window.violations = []; document.addEventListener('securitypolicyviolation', \
             (event) => window.violations.push(event.effectiveDirective + ' ' + event.blockedURI))",
        )
        .await
    }

    /// Waits until the program has drawn the page.
    ///
    /// # Errors
    /// When it does not.
    pub async fn drawn(&self) -> Result<()> {
        let drawn = "document.getElementById('page')?.childElementCount > 0 \
                     && !document.getElementById('unavailable')";
        self.until("the page is drawn", drawn).await
    }

    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// When it throws or has another type.
    pub async fn evaluate<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let body = format!("return {expression}");
        if let Ok(value) = self.call(&body, &[]).await {
            return Ok(value);
        }
        // `WebKit`'s driver answers "unknown error" now and then. What only reads can be asked again; what throws
        // throws again.
        tokio::time::sleep(Duration::from_millis(50)).await;
        self.call(&body, &[]).await
    }

    /// Runs JavaScript statements.
    ///
    /// # Errors
    /// When they throw.
    pub async fn run(&self, statements: &str) -> Result<()> {
        self.call::<Value>(statements, &[]).await.map(drop)
    }

    /// Runs the body of a JavaScript function with these arguments, and gives what it returns, or
    /// what its promise comes to.
    ///
    /// # Errors
    /// When it throws or returns another type.
    pub async fn call<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Result<T> {
        let value = self
            .browser()
            .execute(body.to_owned(), arguments.to_vec())
            .await
            .with_context(|| format!("in `{body}`"))?;
        value
            .convert()
            .with_context(|| format!("`{body}` gave {}", value.json()))
    }

    /// Waits until a JavaScript condition holds.
    ///
    /// # Errors
    /// When it does not within ten seconds; `what` says what was waited for.
    pub async fn until(&self, what: &str, condition: &str) -> Result<()> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        let condition = format!("Boolean({condition})");
        loop {
            // A document that just gives way to another answers with an error or with nothing.
            let outcome = self.evaluate(&condition).await;
            match outcome {
                Ok(true) => return Ok(()),
                _ if tokio::time::Instant::now() < deadline => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                Ok(false) => bail!("not within {} s: {what}", PATIENCE.as_secs()),
                Err(error) => return Err(error.context(format!("waiting until {what}"))),
            }
        }
    }

    /// Saves what the window shows.
    ///
    /// # Errors
    /// When it cannot be taken or saved.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        Ok(self.browser().screenshot(file).await?)
    }
}
