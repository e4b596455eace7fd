//! The file with the headers that `hosting` sends.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::By;
use tokio::time::{Duration, sleep};
use whydenied_browser_tests::{Page, in_every_engine, scenario_token};

in_every_engine!(with_the_headers_of_a_host_it_reaches_a_verdict);
async fn with_the_headers_of_a_host_it_reaches_a_verdict(page: &Page) -> Result<()> {
    page.browser().goto(page.server().url("/hosted")).await?;
    page.drawn().await?;
    reaches_a_verdict(page).await?;
    let resources = page.resources().await?;
    ensure!(resources.is_empty(), "the page loaded {resources:?}");
    ensure!(page.server().requests() == ["GET /hosted"]);
    Ok(())
}

in_every_engine!(its_own_host_may_frame_it);
async fn its_own_host_may_frame_it(page: &Page) -> Result<()> {
    page.browser().goto(page.server().url("/wiki")).await?;
    enter_frame(page).await?;
    page.drawn().await?;
    // Keys go to the frame only after a click into it.
    page.click("h1").await?;
    reaches_a_verdict(page).await
}

/// The frames that wikis make, see `docs/embedding`: of plain HTML and of `MediaWiki`'s `IframeTag`; of
/// `SharePoint` and of a widget; of the macros of Confluence and of GitLab.
const FRAMES: [&str; 4] = [
    "sandbox=\"allow-scripts\" allow=\"clipboard-write\" referrerpolicy=\"no-referrer\"",
    "frameborder=\"0\" allowfullscreen=\"\"",
    "sandbox=\"allow-scripts allow-same-origin allow-modals allow-popups allow-forms\"",
    "sandbox=\"allow-scripts allow-popups allow-same-origin\"",
];

in_every_engine!(it_reaches_a_verdict_in_the_frames_that_wikis_make);
async fn it_reaches_a_verdict_in_the_frames_that_wikis_make(page: &Page) -> Result<()> {
    for attributes in FRAMES {
        let attributes = attributes.replace(' ', "%20").replace('"', "%22");
        let url = page.server().url(&format!("/wiki?{attributes}"));
        page.browser().enter_default_frame().await?;
        page.browser().goto(url).await?;
        enter_frame(page).await?;
        page.drawn().await?;
        // Keys go to the frame only after a click into it.
        page.click("h1").await?;
        reaches_a_verdict(page).await?;
    }
    Ok(())
}

in_every_engine!(another_origin_may_not_frame_it);
async fn another_origin_may_not_frame_it(page: &Page) -> Result<()> {
    page.browser()
        .goto(page.server().foreign_url("/wiki"))
        .await?;
    // Until the frame has been answered.
    page.until(
        "the frame has its address",
        "document.querySelector('iframe').src",
    )
    .await?;
    sleep(Duration::from_secs(2)).await;
    enter_frame(page).await?;
    // The page of an error stands there, where some drivers run nothing.
    let is_drawn = page
        .call::<Value>("return document.getElementById('page') !== null", &[])
        .await
        .unwrap_or_default();
    ensure!(is_drawn != Value::Bool(true), "the frame shows the page");
    ensure!(
        page.server().requests() == ["GET /wiki", "GET /hosted"],
        "{:?}",
        page.server().requests()
    );
    Ok(())
}

async fn enter_frame(page: &Page) -> Result<()> {
    let frame = page.browser().find(By::Tag("iframe")).await?;
    Ok(frame.enter_frame().await?)
}

async fn reaches_a_verdict(page: &Page) -> Result<()> {
    let token = scenario_token("arm-token-in-authorization-header")?;
    page.fill("#evidence", &format!("Authorization: Bearer {token}"))
        .await?;
    page.says("#h-verdict", "Azure Resource Manager").await
}
