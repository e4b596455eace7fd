//! The page in a browser, and what a person does with it.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::combination::{Combination, Way};
use crate::server::Server;
use crate::session::Session;
use crate::shipped::{path, shipped};

/// How long a person would wait at most for something to appear.
const PATIENCE: Duration = Duration::from_secs(10);

/// A new browser, and a server that it may open the file from.
#[derive(Debug)]
pub struct Page {
    session: Session,
    server: Server,
    combination: Combination,
}

impl Page {
    pub(crate) async fn in_new_browser(combination: Combination) -> Result<Self> {
        let server = Server::start(shipped()?)?;
        let session = Session::start(combination.engine).await?;
        Ok(Self {
            session,
            server,
            combination,
        })
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
        self.call(&format!("return {expression}"), &[]).await
    }

    /// Runs JavaScript statements.
    ///
    /// # Errors
    /// When they throw.
    pub async fn run(&self, statements: &str) -> Result<()> {
        self.call::<Value>(statements, &[]).await.map(drop)
    }

    async fn call<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Result<T> {
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
        while tokio::time::Instant::now() < deadline {
            if self.evaluate(&format!("Boolean({condition})")).await? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        bail!("not within {} s: {what}", PATIENCE.as_secs())
    }

    /// The first element of a CSS selector, waited for.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.browser()
            .query(By::Css(selector))
            .wait(PATIENCE, Duration::from_millis(20))
            .first()
            .await
            .with_context(|| format!("no `{selector}`"))
    }

    /// The text of an element, as a person sees it.
    ///
    /// # Errors
    /// When there is no such element.
    pub async fn text(&self, selector: &str) -> Result<String> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// Clicks an element.
    ///
    /// # Errors
    /// When there is none or something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.find(selector).await?;
        element.scroll_into_view().await?;
        element
            .click()
            .await
            .with_context(|| format!("`{selector}` cannot be clicked"))
    }

    /// Presses keys where the focus is.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        let keys: TypingData = keys.into();
        Ok(self
            .browser()
            .action_chain()
            .send_keys(keys.as_vec().iter().collect::<String>())
            .perform()
            .await?)
    }

    /// Replaces the content of a field in one step, as a paste does, with an `input` event.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn fill(&self, selector: &str, text: &str) -> Result<()> {
        let field = self.find(selector).await?;
        self.call::<Value>(
            "arguments[0].focus(); arguments[0].select(); \
             document.execCommand('insertText', false, arguments[1])",
            &[field.to_json()?, json!(text)],
        )
        .await
        .map(drop)
    }

    /// Copies a text into the clipboard, and pastes it into a field by the keyboard.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn paste(&self, selector: &str, text: &str) -> Result<()> {
        self.call::<Value>(
            "const source = document.createElement('textarea'); source.id = 'clipboard-source'; \
             source.value = arguments[0]; document.body.append(source); source.focus(); source.select()",
            &[json!(text)],
        )
        .await?;
        self.with_control('c').await?;
        self.run("document.getElementById('clipboard-source').remove()")
            .await?;
        self.click(selector).await?;
        self.with_control('a').await?;
        self.with_control('v').await
    }

    async fn with_control(&self, key: char) -> Result<()> {
        let keys = self.browser().action_chain();
        Ok(keys
            .key_down(Key::Control)
            .key_down(key)
            .key_up(key)
            .key_up(Key::Control)
            .perform()
            .await?)
    }

    /// What the page asked for since it was opened, by the browser's own account.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn resources(&self) -> Result<Vec<String>> {
        self.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
            .await
    }

    /// The violations of the policy: those since the start, and those that the browser reported
    /// to the server.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn violations(&self) -> Result<Vec<String>> {
        let mut violations: Vec<String> = self.evaluate("window.violations").await?;
        violations.extend(
            self.server
                .requests()
                .into_iter()
                .filter(|request| request == "POST /violation"),
        );
        Ok(violations)
    }

    /// Saves what the window shows.
    ///
    /// # Errors
    /// When it cannot be taken or saved.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        Ok(self.browser().screenshot(file).await?)
    }
}
