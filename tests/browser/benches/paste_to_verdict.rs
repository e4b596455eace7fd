//! How long the page takes from a paste to the verdict: `cargo xtask bench`.
//!
//! Chromium, over http; the main thread's time from the `input` event to the forced layout of the
//! whole page. Two tokens take turns, so that no paste finds what the last one left.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use whydenied_browser_tests::{
    AUDIENCE, AUTHORITY, Combination, Engine, Page, Way, check, scenario_token,
};

const PASTES: usize = 20;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let combination = Combination {
        engine: Engine::Chromium,
        way: Way::Http,
    };
    check("paste to verdict", combination, async |page: &Page| {
        println!("paste to verdict, {PASTES} pastes each, ms    median     min     max");
        let tokens = [
            scenario_token("arm-token-in-authorization-header")?,
            scenario_token("graph-token-with-nonce-header")?,
        ];
        print(
            "a token, on a page opened for it",
            &on_new_pages(page, &tokens).await?,
        );
        print(
            "a token, on a page in use",
            &on_one_page(page, &tokens, "").await?,
        );
        print(
            "the same, settings and 401 given",
            &on_one_page(page, &tokens, "401").await?,
        );
        print_recognising(page, &tokens).await
    })
    .await
}

/// A paste of 10 KB: a transcript whose headers are many. What the page's own marks enclose: reading it
/// and judging what it gives.
async fn print_recognising(page: &Page, tokens: &[String; 2]) -> Result<()> {
    page.open().await?;
    let mut times = Vec::new();
    for token in tokens.iter().cycle().take(PASTES) {
        let mut transcript =
            format!("> GET /Patient HTTP/2\n> Authorization: Bearer {token}\n>\n< HTTP/2 401\n");
        let header = "< x-header: no-cache, no-store, max-age=0\n";
        let headers = (10 * 1024 - transcript.len()) / header.len();
        transcript.push_str(&header.repeat(headers));
        page.run("performance.clearMarks()").await?;
        paste_text(page, &transcript).await?;
        times.push(
            page.evaluate(
                "performance.getEntriesByName('whydenied: judged')[0].startTime \
                 - performance.getEntriesByName('whydenied: pasted')[0].startTime",
            )
            .await?,
        );
    }
    print("10 KB recognised and judged", &times);
    Ok(())
}

/// As a person meets it: the page was just opened, and nothing in it has run yet.
async fn on_new_pages(page: &Page, tokens: &[String; 2]) -> Result<Vec<f64>> {
    let mut times = Vec::new();
    for token in tokens.iter().cycle().take(PASTES) {
        page.open().await?;
        times.push(paste(page, token).await?);
    }
    Ok(times)
}

/// As the second paste meets it: the browser has compiled the code well. Everything is forgotten
/// before each paste.
async fn on_one_page(page: &Page, tokens: &[String; 2], answer: &str) -> Result<Vec<f64>> {
    const WARM_UP: usize = 6;
    page.open().await?;
    let mut times = Vec::new();
    for token in tokens.iter().cycle().take(WARM_UP + PASTES) {
        if !answer.is_empty() {
            page.fill("#authority", AUTHORITY).await?;
            page.fill("#audience", AUDIENCE).await?;
            page.pick_answer(answer).await?;
        }
        times.push(paste(page, token).await?);
        page.click_button("Forget everything").await?;
        page.says("#verdict", "Nothing pasted yet").await?;
    }
    Ok(times.split_off(WARM_UP))
}

#[derive(Deserialize)]
struct Paste {
    took: f64,
    verdict: Option<String>,
}

async fn paste(page: &Page, token: &str) -> Result<f64> {
    paste_text(page, &format!("Authorization: Bearer {token}")).await
}

async fn paste_text(page: &Page, text: &str) -> Result<f64> {
    let pasted: Paste = page.call(include_str!("paste.js"), &[text.into()]).await?;
    let verdict = pasted
        .verdict
        .context("no verdict came within the measured time")?;
    ensure!(
        verdict.contains("The token is for"),
        "the verdict is `{verdict}`"
    );
    // The machine comes to rest.
    tokio::time::sleep(Duration::from_millis(50)).await;
    Ok(pasted.took)
}

fn print(what: &str, times: &[f64]) {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let at = |index: usize| times.get(index).copied().unwrap_or(f64::NAN);
    let middle = times.len() / 2;
    let median = f64::midpoint(at(middle - 1), at(middle));
    println!(
        "{what:<42}{median:>9.1}{:>8.1}{:>8.1}",
        at(0),
        at(times.len() - 1)
    );
}
