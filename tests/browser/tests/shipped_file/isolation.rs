//! Nothing leaves the page.

use std::time::Duration;

use anyhow::{Result, ensure};
use whydenied_browser_tests::{Page, in_every_combination};

in_every_combination!(nothing_is_requested_and_what_is_tried_is_refused_and_noticed);
async fn nothing_is_requested_and_what_is_tried_is_refused_and_noticed(page: &Page) -> Result<()> {
    page.open().await?;
    // Whatever the page would do a moment after its start.
    tokio::time::sleep(Duration::from_millis(500)).await;
    page.kept_to_itself().await?;
    // Proves that the check above would notice.
    let elsewhere = page.server().url("/elsewhere");
    page.run(&format!("fetch('{elsewhere}').catch(() => {{}})"))
        .await?;
    page.until("the violation is noticed", "window.violations.length > 0")
        .await?;
    let violations = page.violations().await?;
    ensure!(
        violations
            .iter()
            .any(|violation| violation.starts_with("connect-src")),
        "{violations:?}"
    );
    let requests = page.server().requests();
    ensure!(
        !requests
            .iter()
            .any(|request| request.ends_with("/elsewhere")),
        "{requests:?}"
    );
    Ok(())
}
