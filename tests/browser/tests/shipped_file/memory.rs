//! What the device remembers, where it is asked to.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{
    AUDIENCE, AUTHORITY, Page, Way, fitting_token, in_every_combination,
};

in_every_combination!(the_settings_are_remembered_where_asked_and_forgotten_with_everything);
async fn the_settings_are_remembered_where_asked_and_forgotten_with_everything(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    page.fill("#authority", AUTHORITY).await?;
    if page.combination().way == Way::Frame {
        // Its storage throws.
        ensure!(!page.has(".memory").await?, "it is offered in vain");
        return page.kept_to_itself().await;
    }
    page.fill("#evidence", &fitting_token()?).await?;
    ensure!(kept(page).await?.is_empty(), "nobody asked");
    page.click(".memory input").await?;
    page.fill("#audience", AUDIENCE).await?;
    page.until(
        "it is kept",
        "Object.values(localStorage).join().includes('contosows')",
    )
    .await?;
    let entries = kept(page).await?;
    ensure!(entries.len() == 1, "{entries:?}");
    ensure!(
        !entries.concat().contains("eyJ"),
        "a token is in {entries:?}"
    );
    page.kept_to_itself().await?;

    page.browser().goto("about:blank").await?;
    page.open().await?;
    ensure!(page.value("#authority").await? == AUTHORITY);
    ensure!(page.value("#audience").await? == AUDIENCE);
    ensure!(page.value("#evidence").await?.is_empty());
    page.says(".settings", "remembered here").await?;
    page.click_button("Forget everything").await?;
    page.until("it is forgotten", "localStorage.length === 0")
        .await?;
    // The page scrolls to where the focus goes.
    page.has_focus("evidence").await?;
    ensure!(page.value("#audience").await?.is_empty());

    page.click(".memory input").await?;
    page.until("it is kept", "localStorage.length === 1")
        .await?;
    page.click(".memory input").await?;
    page.until("it is forgotten", "localStorage.length === 0")
        .await
}

async fn kept(page: &Page) -> Result<Vec<String>> {
    page.evaluate("Object.entries(localStorage).map(String)")
        .await
}
