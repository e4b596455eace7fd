//! How long the page takes to list a recorded session of 100 MB, against `JSON.parse` of the same text
//! in the same browser: `cargo xtask bench`. Both read the file.

use std::time::Duration;

use anyhow::Result;
use whydenied_browser_tests::{Combination, Engine, Page, Way, check, recorded_session};

const BYTES: usize = 100_000_000;
const ROUNDS: usize = 5;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let combination = Combination {
        engine: Engine::Chromium,
        way: Way::Http,
    };
    check("recorded session", combination, compare).await
}

async fn compare(page: &Page) -> Result<()> {
    let path = recorded_session(BYTES)?;
    page.browser()
        .set_script_timeout(Duration::from_mins(1))
        .await?;
    page.open().await?;
    let mut listing = Vec::new();
    let mut parsing = Vec::new();
    for _ in 0..ROUNDS {
        page.watch_for_session().await?;
        page.open_file(&path).await?;
        listing.push(page.call("return window.listed", &[]).await?);
        parsing.push(page.call(include_str!("parse.js"), &[]).await?);
        page.click("#session .session-title button").await?;
        page.lacks("#session").await?;
    }
    let (listing, parsing) = (median(listing), median(parsing));
    println!(
        "a recorded session of {} MB, median of {ROUNDS}, ms",
        BYTES / 1_000_000
    );
    println!("{:<42}{listing:>9.0}", "listed by the page");
    println!("{:<42}{parsing:>9.0}", "read and parsed by JSON.parse");
    println!("{:<42}{:>9.2}", "ratio", listing / parsing);
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
