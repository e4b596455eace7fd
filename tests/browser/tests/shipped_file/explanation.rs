//! Where the page cannot start, it says why and what helps.

use std::time::Duration;

use anyhow::{Result, ensure};
use thirtyfour::By;
use whydenied_browser_tests::{Engine, Page, in_every_engine};

in_every_engine!(a_host_that_forbids_scripts_gets_the_explanation);
async fn a_host_that_forbids_scripts_gets_the_explanation(page: &Page) -> Result<()> {
    page.browser().goto(page.server().url("/?scripts")).await?;
    explained(page).await
}

in_every_engine!(a_host_that_forbids_webassembly_gets_the_explanation);
async fn a_host_that_forbids_webassembly_gets_the_explanation(page: &Page) -> Result<()> {
    page.browser().goto(page.server().url("/?wasm")).await?;
    // WebKit lets the policy in the page widen that of the host: the page starts all the same.
    if page.combination().engine == Engine::WebKit {
        return page.drawn().await;
    }
    explained(page).await
}

async fn explained(page: &Page) -> Result<()> {
    // Where scripts are forbidden, nothing but the style sheet reveals it, after two seconds.
    tokio::time::sleep(Duration::from_millis(2500)).await;
    let explanation = page.browser().find(By::Id("unavailable")).await?;
    ensure!(
        explanation.css_value("visibility").await? == "visible",
        "the explanation is hidden"
    );
    ensure!(
        explanation.text().await?.contains("wasm-unsafe-eval"),
        "the explanation has no remedy"
    );
    Ok(())
}
