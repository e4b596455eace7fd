//! In a sandboxed frame: what the host learns, and what is said where something is forbidden.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::By;
use whydenied_browser_tests::{Engine, Page, fitting_token, in_every_frame};

in_every_frame!(the_host_learns_the_height_and_nothing_else);
async fn the_host_learns_the_height_and_nothing_else(page: &Page) -> Result<()> {
    page.open_with_fragment("#embed").await?;
    let browser = page.browser();
    browser.enter_default_frame().await?;
    page.until("the host hears", "heard.length > 0").await?;
    page.run(
        "addEventListener('message', (event) => { \
         document.querySelector('iframe').height = event.data.height }); \
         document.querySelector('iframe').height = heard.at(-1).height",
    )
    .await?;
    settles(page).await?;

    enter(page).await?;
    page.fill("#evidence", &fitting_token()?).await?;
    page.says(".claims", "user_impersonation").await?;
    let before: usize = {
        browser.enter_default_frame().await?;
        page.evaluate("heard.length").await?
    };
    page.until("it hears of a change", "heard.length > 1")
        .await?;
    ensure!(before < 100, "it heard {before} times");
    settles(page).await?;
    let heard: Vec<Value> = page.evaluate("heard").await?;
    for message in &heard {
        let members = message.as_object().context("a message is no object")?;
        ensure!(
            members.len() == 2
                && members["type"] == "whydenied:height"
                && members["height"].as_u64().is_some_and(|height| height > 0),
            "the host heard {message}"
        );
    }
    Ok(())
}

async fn enter(page: &Page) -> Result<()> {
    let frame = page.browser().find(By::Tag("iframe")).await?;
    Ok(frame.enter_frame().await?)
}

/// The frame is as high as what is in it, and no more is heard.
async fn settles(page: &Page) -> Result<()> {
    let mut counts = [usize::MAX, 0];
    while counts[0] != counts[1] {
        tokio::time::sleep(Duration::from_millis(700)).await;
        counts = [counts[1], page.evaluate("heard.length").await?];
        ensure!(counts[1] < 100, "there is no end of messages");
    }
    enter(page).await?;
    let [height, scrolled, window]: [f64; 3] = page
        .evaluate(
            "[document.documentElement.getBoundingClientRect().height, \
             document.documentElement.scrollHeight, innerHeight]",
        )
        .await?;
    page.browser().enter_default_frame().await?;
    ensure!(
        (height - window).abs() <= 1.0 && scrolled <= window,
        "what is {height} high scrolls {scrolled} in a frame of {window}"
    );
    Ok(())
}

in_every_frame!(a_link_to_a_source_shows_where_it_leads);
async fn a_link_to_a_source_shows_where_it_leads(page: &Page) -> Result<()> {
    page.open_with_fragment("#node=audience").await?;
    let shown = page.text("#detail .source-link code").await?;
    let href: String = page
        .evaluate("document.querySelector('#detail .source-link a').getAttribute('href')")
        .await?;
    ensure!(shown == href, "`{shown}` is shown for {href}");
    page.kept_to_itself().await
}

in_every_frame!(a_host_that_forbids_webassembly_gets_the_explanation_in_the_frame);
async fn a_host_that_forbids_webassembly_gets_the_explanation_in_the_frame(
    page: &Page,
) -> Result<()> {
    let browser = page.browser();
    browser.goto(page.server().url("/host?wasm")).await?;
    enter(page).await?;
    // WebKit lets the policy in the page widen that of the host: the page starts all the same.
    if page.combination().engine == Engine::WebKit {
        return page.drawn().await;
    }
    page.until(
        "it is explained",
        "getComputedStyle(document.getElementById('unavailable')).visibility === 'visible'",
    )
    .await?;
    page.says("#unavailable", "wasm-unsafe-eval").await
}
