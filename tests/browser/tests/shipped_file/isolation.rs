//! Nothing leaves the page.

use std::time::Duration;

use anyhow::{Result, ensure};
use thirtyfour::Key;
use whydenied_browser_tests::{
    AUDIENCE, AUTHORITY, Page, fitting_token, in_every_combination, scenario_token,
};

in_every_combination!(a_full_session_requests_nothing_and_what_is_tried_is_refused_and_noticed);
async fn a_full_session_requests_nothing_and_what_is_tried_is_refused_and_noticed(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    a_full_session(page).await?;
    // Whatever the page would do a moment later.
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

/// Paste, diagnose, compare, report, download, embed; and forget.
async fn a_full_session(page: &Page) -> Result<()> {
    page.fill("#evidence", &fitting_token()?).await?;
    page.fill("#authority", AUTHORITY).await?;
    page.fill("#audience", AUDIENCE).await?;
    page.pick_answer("403").await?;
    page.click("#n-network").await?;
    page.says("#h-detail", "/metadata").await?;
    page.click("#compare").await?;
    page.fill(
        "#other",
        &scenario_token("arm-token-in-authorization-header")?,
    )
    .await?;
    page.says(".compare", "https://management.core.windows.net/")
        .await?;

    page.click(".report").await?;
    page.says("#report-text", "# ").await?;
    page.click("#dialog .button[data-look=main]").await?;
    page.click_button("Download").await?;
    page.press(Key::Escape).await?;
    page.lacks("dialog").await?;

    page.click_button("Offline copy").await?;
    page.click_button("Save whydenied.html").await?;
    page.press(Key::Escape).await?;
    page.lacks("dialog").await?;

    page.click_button("Embed").await?;
    page.says("#dialog", "iframe").await?;
    page.press(Key::Escape).await?;
    page.lacks("dialog").await?;

    page.click_button("Forget everything").await?;
    page.says("#verdict", "Nothing pasted yet").await
}
