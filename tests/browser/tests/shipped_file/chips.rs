//! Chips open, tell what was read, are left out and put back; a replacement is undone. The focus is never lost.

use anyhow::{Result, ensure};
use thirtyfour::Key;
use whydenied_browser_tests::{Page, fitting_token, in_chromium, in_every_engine, scenario_token};

in_every_engine!(chips_open_are_left_out_and_put_back_by_keyboard);
async fn chips_open_are_left_out_and_put_back_by_keyboard(page: &Page) -> Result<()> {
    page.open().await?;
    let token = scenario_token("arm-token-in-authorization-header")?;
    let header = format!("HTTP/1.1 401 Unauthorized\n\nAuthorization: Bearer {token}");
    page.fill("#evidence", &header).await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;

    page.run("document.getElementById('chip-0-1-token').focus()")
        .await?;
    page.press(Key::Enter).await?;
    page.says("#chip-0-1-token-panel", "Line 3 of the paste")
        .await?;
    page.says(
        "#chip-0-1-token-panel",
        "https://management.core.windows.net/",
    )
    .await?;
    page.focuses("chip-0-1-token").await?;

    page.press(Key::Tab).await?;
    page.press(Key::Escape).await?;
    page.lacks("#chip-0-1-token-panel").await?;
    page.focuses("chip-0-1-token").await?;
    page.press(Key::Enter).await?;
    page.press(Key::Tab).await?;
    page.press(Key::Enter).await?;
    page.says_no_more("#h-verdict", "Azure Resource Manager")
        .await?;
    page.lacks("#chip-0-1-token-panel").await?;
    page.says("#recognised", "Put back").await?;
    page.focuses("chip-0-1-token").await?;

    page.press(Key::Enter).await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.says_no_more("#recognised", "Put back").await?;
    page.focuses("chip-0-1-token").await?;
    page.kept_to_itself().await
}

in_chromium!(a_replacement_is_said_and_undone);
async fn a_replacement_is_said_and_undone(page: &Page) -> Result<()> {
    page.open().await?;
    let first = scenario_token("arm-token-in-authorization-header")?;
    page.paste("#evidence", &first).await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    ensure!(
        page.text(".paste [role=status]").await?.is_empty(),
        "a first paste replaces nothing"
    );
    page.paste("#evidence", &fitting_token()?).await?;
    page.says(
        ".paste [role=status]",
        "Replaced what was in the box: token.",
    )
    .await?;
    page.click_button("Undo").await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.focuses("evidence").await?;
    let text = page.value("#evidence").await?;
    ensure!(text == first, "the box holds `{text}`");

    page.press(" ").await?;
    page.until(
        "what is typed by hand is not announced",
        "document.querySelector('.paste [role=status]').textContent === ''",
    )
    .await?;
    page.click_button("Forget everything").await?;
    page.says("#verdict", "Nothing pasted yet").await?;
    page.focuses("evidence").await?;
    page.kept_to_itself().await
}
