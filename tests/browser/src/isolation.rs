//! What must never happen: a request after the start, a violation of the policy, a panic.

use anyhow::{Result, ensure};

use crate::combination::Way;
use crate::page::Page;

impl Page {
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
            self.server()
                .requests()
                .into_iter()
                .filter(|request| request == "POST /violation"),
        );
        Ok(violations)
    }

    /// Nothing was requested but the file, once; no policy was violated; the page did not break.
    ///
    /// # Errors
    /// When one of these happened.
    pub async fn kept_to_itself(&self) -> Result<()> {
        let requests = self.server().requests();
        ensure!(
            requests == opening(self.combination().way),
            "the server was asked for {requests:?}"
        );
        let resources = self.resources().await?;
        ensure!(resources.is_empty(), "the page loaded {resources:?}");
        let violations = self.violations().await?;
        ensure!(
            violations.is_empty(),
            "the policy was violated: {violations:?}"
        );
        ensure!(
            !self.has(".broken").await?,
            "the page broke: {}",
            self.text(".broken").await?
        );
        Ok(())
    }
}

/// The requests that open the file.
fn opening(way: Way) -> &'static [&'static str] {
    match way {
        Way::Http => &["GET /"],
        Way::File => &[],
        Way::Frame => &["GET /host", "GET /"],
    }
}
