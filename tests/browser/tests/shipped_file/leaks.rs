//! Every kind of request is tried from inside the page, and none reaches the server.

use anyhow::{Result, ensure};
use serde_json::json;
use tokio::time::{Duration, Instant, sleep};
use whydenied_browser_tests::{Page, in_every_combination, in_every_engine};

/// What must be stopped, whatever else is tried.
const KINDS: [&str; 10] = [
    "fetch",
    "xhr",
    "websocket",
    "eventsource",
    "beacon",
    "image",
    "form",
    "stylesheet",
    "frame",
    "worker",
];

/// The directives under which every engine tells of what it blocked. Some tell of more.
const TOLD: [&str; 5] = [
    "connect-src",
    "img-src",
    "style-src-elem",
    "font-src",
    "frame-src",
];

in_every_combination!(no_kind_of_request_gets_out);
async fn no_kind_of_request_gets_out(page: &Page) -> Result<()> {
    page.open().await?;
    page.run(
        "window.stopped = 0; document.addEventListener('securitypolicyviolation', \
         ({ disposition }) => { window.stopped += Number(disposition === 'enforce'); })",
    )
    .await?;
    let tried = try_all(page).await?;
    for kind in KINDS {
        ensure!(
            tried.iter().any(|name| name == kind),
            "{kind} was not tried"
        );
    }
    for directive in TOLD {
        let told = format!("window.violations.some((told) => told.startsWith('{directive}'))");
        page.until(&format!("{directive} is told"), &told).await?;
    }
    // What waits for a free moment.
    sleep(Duration::from_millis(500)).await;
    let requests = page.server().requests();
    let leaked = leaked(&requests);
    ensure!(leaked.is_empty(), "what reached the server: {leaked:?}");
    page.until(
        "the badge counts each that the browser tells",
        "document.querySelector('.badge').textContent.includes(`${window.stopped} blocked`)",
    )
    .await
}

mod a_sandboxed_frame_opens_nothing_and_leaves_its_host_alone {
    whydenied_browser_tests::combinations! { opens_nothing_and_leaves_its_host_alone
        chromium: Chromium Frame, firefox: Firefox Frame, webkit: WebKit Frame
    }
}
async fn opens_nothing_and_leaves_its_host_alone(page: &Page) -> Result<()> {
    page.open().await?;
    let url = page.server().url("/leak/navigation");
    page.call::<bool>(
        "try { window.open(arguments[0]) } catch {} try { top.location = arguments[0] } catch {} return true",
        &[json!(url)],
    )
    .await?;
    sleep(Duration::from_millis(500)).await;
    let requests = page.server().requests();
    let leaked = leaked(&requests);
    ensure!(leaked.is_empty(), "what reached the server: {leaked:?}");
    ensure!(
        page.browser().windows().await?.len() == 1,
        "a window was opened"
    );
    page.says("h1", "Why denied?").await
}

// What no policy in a page and no sandbox stops, so that the page must not do it.
mod the_navigation_of_a_sandboxed_frame_itself_gets_out {
    whydenied_browser_tests::combinations! { navigation_gets_out
        chromium: Chromium Frame, firefox: Firefox Frame, webkit: WebKit Frame
    }
}
async fn navigation_gets_out(page: &Page) -> Result<()> {
    page.open().await?;
    let url = page.server().url("/leak/navigation");
    page.run(&format!("location.href = {}", json!(url))).await?;
    let deadline = Instant::now() + Duration::from_secs(10);
    while leaked(&page.server().requests()).is_empty() {
        ensure!(Instant::now() < deadline, "SECURITY.md says that it does");
        sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

// Proves that the first test would notice each.
in_every_engine!(without_the_policy_every_kind_of_request_gets_out);
async fn without_the_policy_every_kind_of_request_gets_out(page: &Page) -> Result<()> {
    page.browser().goto(page.server().url("/open")).await?;
    let tried = try_all(page).await?;
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let requests = page.server().requests();
        let out = leaked(&requests);
        let kept: Vec<_> = tried
            .iter()
            .filter(|name| !out.iter().any(|path| path.ends_with(&format!("/{name}"))))
            .collect();
        if kept.is_empty() {
            return Ok(());
        }
        ensure!(Instant::now() < deadline, "these did not get out: {kept:?}");
        sleep(Duration::from_millis(50)).await;
    }
}

async fn try_all(page: &Page) -> Result<Vec<String>> {
    page.call(
        include_str!("attempts.js"),
        &[json!(page.server().url("/leak/"))],
    )
    .await
}

fn leaked(requests: &[String]) -> Vec<&String> {
    requests
        .iter()
        .filter(|request| request.contains("/leak/"))
        .collect()
}
