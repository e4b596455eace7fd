//! A recorded session: opened, dropped, watched, cancelled, and one of its requests picked.

use std::time::Duration;

use anyhow::{Result, ensure};
use whydenied_browser_tests::{
    Combination, Engine, Page, Way, check, in_every_combination, recorded_session,
};

in_every_combination!(a_request_of_a_recorded_session_is_picked_and_explained);
async fn a_request_of_a_recorded_session_is_picked_and_explained(page: &Page) -> Result<()> {
    page.open().await?;
    page.open_file(&recorded_session(2_000_000)?).await?;
    page.says("#session [role=status]", "Choose the one to explain")
        .await?;
    page.says("#session .exchanges", "GET /Patient?_page=2")
        .await?;
    page.says(
        "#session .exchanges",
        "12:00:02 · with a token for https://management",
    )
    .await?;
    page.click("#session .exchange").await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.until(
        "the picked request is marked",
        "document.querySelector('#session [aria-pressed=true]')",
    )
    .await?;
    page.click("#session .session-title button").await?;
    page.says("#verdict", "Nothing pasted yet").await?;
    page.kept_to_itself().await
}

/// The longest task that is not felt, in milliseconds, as Chromium reports them.
const LONGEST_TASK: f64 = 50.0;
/// What runs beside a test makes its tasks longer and never shorter, so that one reading is proof.
const TRIES: usize = 4;

#[tokio::test]
async fn a_recording_of_100_mb_is_read_while_the_page_stays_alive() -> Result<()> {
    let combination = Combination {
        engine: Engine::Chromium,
        way: Way::Http,
    };
    check("a recording of 100 MB", combination, cancel_and_read_again).await
}

async fn cancel_and_read_again(page: &Page) -> Result<()> {
    page.browser()
        .set_script_timeout(Duration::from_mins(1))
        .await?;
    page.open().await?;
    page.watch_for_session().await?;
    page.open_file(&recorded_session(100_000_000)?).await?;
    page.find("#session progress").await?;
    page.click_button("Cancel").await?;
    page.says("#session [role=status]", "was stopped").await?;

    let mut longest = Vec::new();
    for _ in 0..TRIES {
        longest.push(page.call::<f64>(include_str!("drop.js"), &[]).await?);
        if longest
            .last()
            .is_some_and(|longest| *longest <= LONGEST_TASK)
        {
            break;
        }
    }
    ensure!(
        longest
            .last()
            .is_some_and(|longest| *longest <= LONGEST_TASK),
        "the longest tasks of {TRIES} readings took {longest:?} ms"
    );
    page.click("#session li:nth-of-type(2) .exchange").await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.kept_to_itself().await
}
